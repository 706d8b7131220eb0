//! What only `gatepost dev` has.

pub mod demo;
pub mod inbox;
