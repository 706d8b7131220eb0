//! The harness: the real service in this process, over a temporary directory, with a clock that can be
//! put forward and letters that are read as people read them.
//!
//! Set-up goes through the API alone, as clients do. Nothing sleeps and nothing is shared.

mod answer;
mod api;
mod api_keys;
mod at_rest;
mod browser;
pub mod database;
mod document;
mod documented;
mod email_changes;
pub mod expansion;
mod faces;
pub mod fixture;
mod http;
mod invitations;
pub mod mail_server;
mod mailbox;
mod one_time;
mod passkey;
mod people;
mod python;
mod race;
mod served;
mod test_app;
mod two_factor;
pub mod wire;

pub use answer::Answer;
pub use api::Api;
pub use api_keys::ApiKey;
pub use at_rest::ColumnAtRest;
pub use browser::{Browser, Seen};
pub use database::Database;
pub use document::{Document, Operation};
pub use email_changes::EmailChangeLinks;
pub use faces::{caller_in, sign_up_of};
pub use fixture::Fixture;
pub use http::Http;
pub use invitations::Invitation;
pub use mailbox::Mail;
pub use one_time::{Kind, OneTime};
pub use passkey::SoftKey;
pub use people::{PASSWORD, Person};
pub use python::python;
pub use race::{MANY, ROUNDS, at_once, count};
pub use served::Served;
pub use test_app::{PUBLIC_URL, TestApp, web_settings};
pub use two_factor::{Device, authenticator};
