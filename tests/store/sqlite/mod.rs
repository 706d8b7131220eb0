//! What SQLite promises beyond the contract, because its database is a file of ours.

mod beside;
mod child;
mod crash;
mod full_disk;
mod group;
mod opening;
mod plans;
mod queue;
