//! Sign-up domains: the doors through which strangers may sign up, each with its own words.

use super::{SignUpDomainId, SignUpDomainVersionId};

/// The most characters of a title.
pub const MOST_OF_TITLE: usize = 100;

/// The most characters of a description and of a help.
pub const MOST_OF_TEXT: usize = 2000;

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
    /// The page that the letters of its sign-ups lead to; ours where there is none.
    pub sign_up_url: Option<String>,
    /// What whoever comes through it subscribes to.
    pub version: SignUpDomainVersion,
}

/// What is offered behind a door.
#[derive(Clone, Debug)]
pub struct SignUpDomainVersion {
    /// Its id.
    pub id: SignUpDomainVersionId,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub description: String,
}
