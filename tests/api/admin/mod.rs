//! `/admin`: what operators see and do.

mod mail;
mod orgs;
mod sign_up_domains;
mod users;
