//! The second factor: codes of an authenticator app, and recovery codes for when it is lost.
//!
//! A secret that is set up gates nothing until a code of it was accepted. A code is good once: the step
//! of the last one is written in the transaction that accepts it. Wrong codes are counted per account,
//! over sessions, challenges and restarts.

mod code;
pub mod disable;
pub mod enable;
pub mod recover;
pub mod regenerate_recovery_codes;
pub mod set_up;
pub mod show;

pub use code::SecondFactor;
pub(in crate::domain) use code::check;
