//! How the native API writes the resources that several handlers answer with.

pub mod invitation;
pub mod job;
pub mod org;
pub mod scope;
pub mod session;
pub mod user;
