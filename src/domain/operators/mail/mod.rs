//! Letters on their way, as operators see them and what they do about them.

pub mod cancel;
pub mod list;
pub mod resend;
pub mod send_test;
pub mod show;
