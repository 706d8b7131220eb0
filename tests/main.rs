//! All integration tests, in one binary. The folders mirror `src/web`; `store` is the contract that every
//! engine keeps, `trust` the takeovers to be immune to, `properties` what holds whatever is done, `domain` what no single
//! face shows, `cli` the commands as a person runs them.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
#![allow(unreachable_pub, reason = "what the harness offers is said at its items, not at every door")]

mod api;
mod cli;
mod dialects;
mod domain;
mod mail;
mod pages;
mod properties;
mod store;
mod support;
mod tidy;
mod trust;
