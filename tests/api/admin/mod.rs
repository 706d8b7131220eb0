//! `/admin`: what operators see and do.

mod orgs;
mod users;
