//! What those who run the service see and do: people, orgs, and how the service fares.
//!
//! Every operation here asks [`policy::require_operator`](super::policy::require_operator) in its own transaction. What an
//! operator does to a person is audited, and the person is told by mail; nobody does it to their own account, so that
//! there is always an operator left.

pub mod keys;
pub mod list_audit_events;
pub mod list_jobs;
pub mod list_settings;
pub mod mail;
pub(in crate::domain) mod notice;
pub mod orgs;
pub mod show_activity;
pub mod show_health;
pub mod sign_up_domains;
pub mod users;
pub mod verify_audit;
