//! Takeovers and failures that really happened in this field, each as a test that drives the service.
//!
//! A test's name begins with the number of its case, so that `cargo test t01` finds it. Where its comment says
//! "Broken", it was seen to fail against a build that was broken on purpose like that; where it says "To break it", that
//! is still to be seen.

mod account_limits;
mod addresses;
mod api_key_bounds;
mod api_keys;
mod at_rest;
mod audit_chain;
mod backstack;
mod crashes;
mod credentials;
mod cycle;
mod deletion;
mod doors;
mod email_changes;
mod ended_meanwhile;
mod enumeration;
mod first_operator;
mod foreign_ids;
mod guessing;
mod hashing;
mod invitation_tokens;
mod links;
mod matrix;
mod membership_states;
mod operators;
mod org_deletion;
mod owners;
mod pages;
mod passkeys;
mod pm415;
mod polygonid;
mod privileges;
mod purposes;
mod rate_limits;
mod refresh;
mod resets;
mod robustness;
mod scanners;
mod single_use;
mod support_logins;
mod takeover;
mod tampering;
mod tenants;
mod two_factor;
mod unproven;
mod written_names;
