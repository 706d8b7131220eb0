//! Orgs, as operators see them.

pub mod list;
pub mod list_members;
pub mod show;
