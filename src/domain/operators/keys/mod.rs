//! The keys that sign session tokens, as operators see them and put another in force.

pub mod list;
pub mod rotate;
