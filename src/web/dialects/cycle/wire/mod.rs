//! How this dialect writes what it answers, and reads what it is sent.

pub mod account;
mod envelope;
mod values;

pub use envelope::{Data, DataResult};
