//! The verbs: every operation of Gatepost, one file each, whoever calls it.
//!
//! An operation takes the [`App`], the caller and its input; does slow work (hashing) first;
//! then makes one `Change`: a transaction that loads, asks [`policy`], changes rows,
//! appends the audit event and queues letters, all or nothing. It returns model values or an [`Error`]. This room knows no HTTP, no
//! JSON, no SQL, no mail server and no wall clock; surfaces translate.
//!
//! | folder | operations on |
//! |---|---|
//! | [`accounts`] | people: sign up, prove the mailbox, change the profile |
//! | [`sessions`] | being signed in |
//! | [`api_keys`] | what programs show in place of a session's token |
//! | [`two_factor`] | the second factor |
//! | [`passkeys`] | what devices sign in with |
//! | [`orgs`], [`members`], [`invitations`], [`ownership_transfers`] | groups of people |
//! | [`audit`] | what was done |
//! | [`operators`] | what those who run the service see and do |
//! | [`jobs`] | what is done later and by itself |
//! | [`sign_up_domains`] | the doors for strangers |
//! | [`numbers`] | what the caller can see, by the numbers that a dialect calls it |
//! | [`form_tokens`] | what shows that a form of a page is ours |
//! | [`dev`] | what only `gatepost dev` has: the demo data, the built-in inbox |
//! | [`customs`] | what each face of the service may do differently |
//! | [`machine`] | health, keys, housekeeping |

pub mod accounts;
mod actor;
pub mod api_keys;
pub mod app;
pub mod audit;
mod change;
pub mod clock;
pub mod cursors;
pub mod customs;
pub mod dev;
pub mod error;
mod even_time;
pub mod expected;
pub mod form_tokens;
pub mod invitations;
pub mod jobs;
mod letters;
pub mod limits;
mod lockout;
pub mod machine;
pub mod members;
pub mod numbers;
pub mod once;
pub mod one_time;
pub mod operators;
pub mod orgs;
pub mod ownership_transfers;
pub mod passkeys;
pub mod policy;
pub mod session_cache;
pub mod sessions;
pub mod settings;
pub mod sign_up_domains;
pub mod two_factor;
pub mod wake;

pub use app::App;
pub use error::Error;
