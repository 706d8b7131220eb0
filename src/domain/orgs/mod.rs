//! Orgs: found, see, change, delete.

pub mod create;
pub mod delete;
pub(in crate::domain) mod erase;
mod letters;
pub mod list;
pub mod show;
pub(in crate::domain) mod undo_deletion;
pub mod update;
