//! What machines ask, and what the service does for itself.

pub mod health;
pub mod held_keys;
pub mod housekeeping;
pub mod identity;
pub mod installation;
pub mod signing_keys;
