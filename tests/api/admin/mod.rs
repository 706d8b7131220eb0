//! `/admin`: what operators see and do.

mod audit;
mod jobs;
mod keys;
mod mail;
mod orgs;
mod service;
mod sign_up_domains;
mod users;
