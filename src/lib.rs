//! Gatepost, the account desk of a product: it holds orgs, people, invitations and sessions.
//!
//! One crate, laid out so that the folders tell what the service is. Arrows between rooms point only
//! upwards in this table, and `tests/tidy.rs` holds them to it.
//!
//! | room | what it is for | must not know |
//! |---|---|---|
//! | [`model`] | the nouns: parsed values, records, letters | every other room; JSON |
//! | [`crypto`] | passwords, tokens, sealing, keys | every other room; rows, rules, HTTP |
//! | [`store`] | the only room with SQL and drivers | rules, HTTP, mail |
//! | [`domain`] | the verbs: one file per operation | HTTP, JSON, SQL, drivers, the wall clock |
//! | [`i18n`] | the words of pages and letters, in every language | every other room but `model` |
//! | [`mail`] | letters rendered and delivered | HTTP, rules |
//! | [`web`] | HTTP, JSON and pages over the operations | the store, mail, drivers |
//! | [`config`] | the settings; the only room that reads the environment | rules |
//! | [`cli`] | the commands, wiring all of it | rules |
//!
//! Where things go: a new operation is a file under `domain/`; its route a handler under `web/api/`; a
//! new letter a variant of [`model::Letter`] and a folder under `assets/emails/`; a new query a
//! statement in `store/queries/<table>.rs`. Start reading at [`domain`].

pub mod cli;
pub mod config;
pub mod crypto;
pub mod domain;
pub mod i18n;
pub mod mail;
pub mod model;
pub mod store;
pub mod web;
