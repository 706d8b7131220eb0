//! Sign-up domains: the doors through which strangers may sign up, each with its own words.

use super::SignUpDomainId;

/// One door for sign-ups.
#[derive(Clone, Debug)]
pub struct SignUpDomain {
    /// Its id.
    pub id: SignUpDomainId,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// What a person reads before signing up.
    pub help: String,
    /// Whether it is open.
    pub allow_signup: bool,
}
