//! Tokens: what a person or a program holds to show who it is, or that it has read a letter.
//!
//! [`session`] tokens are signed and can be checked by anyone with the public [`keys`]; [`one_time`] tokens and
//! [`api_key`]s are plain random text of which only the digest is stored. Whether a token is still good (its session ended,
//! its time over, its one use spent) is not known here.

pub mod api_key;
pub mod keys;
pub mod one_time;
pub mod session;
