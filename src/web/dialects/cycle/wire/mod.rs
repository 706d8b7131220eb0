//! How this dialect writes what it answers, and reads what it is sent.

pub mod account;
pub mod bodies;
mod envelope;
pub mod job;
pub mod list;
pub mod login;
pub mod membership;
pub mod two_factor;
pub mod values;

pub use envelope::{Accepted, AcceptedResult, Data, DataResult, List, ListResult, Success};
