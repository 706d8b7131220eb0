//! Who belongs to an org, and as what. An org never lacks an owner.

pub mod change_role;
pub mod list;
pub mod remove;
