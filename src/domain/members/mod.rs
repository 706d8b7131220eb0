//! Who belongs to an org, and as what. An org never lacks an owner.

pub(in crate::domain) mod approval;
pub mod change_role;
pub mod list;
pub mod mail_resets;
pub mod remove;
pub mod show;
