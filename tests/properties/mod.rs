//! Random sequences of everything that can be done, by one client and by several at once, against what must hold
//! whatever is done.
//!
//! Start at [`sequence`]. A sequence that breaks something is made as short as it can be and told as lines: put them into
//! a file under `kept`, with what they broke in its first line, and they are run for ever.

mod account;
mod client;
pub(crate) mod invariants;
mod kept;
mod operation;
mod operators;
mod orgs;
mod people;
mod request;
mod rows;
mod sequence;
mod told;
mod world;
