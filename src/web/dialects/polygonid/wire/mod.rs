//! How this dialect writes what it answers, and reads what it is sent.

pub mod account;
pub mod bodies;
pub mod done;
pub mod token;
