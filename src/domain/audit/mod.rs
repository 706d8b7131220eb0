//! What was done: reading it, chaining it, and verifying the chain. Events are written by the operations themselves, in
//! their own changes.

pub mod chain;
pub(in crate::domain) mod link;
pub mod list;
pub mod verify;
