//! Reading what was done. Events are written by the operations themselves, in their own changes.

pub mod list;
