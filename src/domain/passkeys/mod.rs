//! Passkeys: adding and removing them, and signing in with one, alone or beside the password.
//!
//! A passkey answers a question that this service asked, once. It stands for both factors, since the device verifies
//! its person; where the password comes first, it stands for the second one.

pub mod add;
pub mod ask;
mod ceremony;
pub mod list;
pub mod remove;
pub mod sign_in;

pub(in crate::domain) use ceremony::judge;
pub use ceremony::{Asked, PasskeyAnswer};
