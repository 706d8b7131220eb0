//! The doors through which strangers sign up, as operators make, change and close them.

pub mod create;
pub mod delete;
pub mod list;
pub mod show;
pub mod update;
