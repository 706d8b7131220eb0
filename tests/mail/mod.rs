//! Letters from the outbox to whoever takes them.
#![expect(clippy::unwrap_used, reason = "what goes wrong here fails the test")]

mod delivery;
mod outbox;
mod smtp;
mod worker;
