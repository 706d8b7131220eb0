//! The doors through which strangers may sign up.

pub mod list;
