//! API keys: what programs show in place of a session's token.
//!
//! A key acts as its person, within its scopes, and never beyond what the person's role allows at that moment. What
//! touches the account itself takes a session: a key makes no keys, and raises no rights. A key falls with what it
//! stands on: the person's hold on the account (a reset by mail, "this wasn't me", a proof of the mailbox by
//! another), or the membership of the org that it is bound to. A changed password leaves keys alone: whoever changes
//! it knows the old one, and their programs go on working.

pub(in crate::domain) mod authenticate;
pub mod create;
pub mod list;
pub mod profile;
pub mod revoke;
pub mod uses;
