//! Every statement, one file per table, in SQL that every engine understands.
//!
//! The portable rules: `?1` parameters and no other `?`; BIGINT times and text ids made by us;
//! `TRUE`/`FALSE`; `ON CONFLICT` instead of insert-and-catch; folding in Rust and `=` in SQL; keyset
//! paging; conditional updates that decide by rows touched. Each file lists its statements in `ALL`,
//! and a test prepares every one on every engine. [`tables`] makes its own, and is tried by copying.

pub mod api_keys;
pub mod audit_chain;
pub mod audit_events;
pub mod audit_personal;
pub mod authenticators;
pub mod credentials;
pub mod email_changes;
pub mod encoding;
pub mod idempotency_keys;
pub mod inbox;
pub mod invitations;
pub mod job_steps;
pub mod jobs;
pub mod lockouts;
pub mod logins;
pub mod memberships;
pub mod one_time_tokens;
pub mod orgs;
pub mod outbox;
pub mod ownership_transfers;
pub mod passkeys;
pub mod per_day;
pub mod profile_keys;
pub mod rate_limits;
pub mod recovery_codes;
pub mod sessions;
pub mod settings;
pub mod sign_up_domains;
pub mod sign_ups;
pub mod signing_keys;
pub mod tables;
pub mod users;

/// Every statement of every file, for the test that prepares them all.
pub fn all() -> Vec<&'static str> {
    [
        api_keys::ALL,
        audit_chain::ALL,
        audit_events::ALL,
        audit_personal::ALL,
        authenticators::ALL,
        credentials::ALL,
        email_changes::ALL,
        idempotency_keys::ALL,
        inbox::ALL,
        invitations::ALL,
        job_steps::ALL,
        jobs::ALL,
        lockouts::ALL,
        logins::ALL,
        memberships::ALL,
        one_time_tokens::ALL,
        orgs::ALL,
        outbox::ALL,
        ownership_transfers::ALL,
        passkeys::ALL,
        profile_keys::ALL,
        rate_limits::ALL,
        recovery_codes::ALL,
        sessions::ALL,
        settings::ALL,
        sign_up_domains::ALL,
        sign_ups::ALL,
        signing_keys::ALL,
        users::ALL,
    ]
    .concat()
}
