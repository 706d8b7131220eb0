//! Changing a person's address.
//!
//! The address is what an account is won back by, so no single secret changes it. The change is asked for
//! with the password, and takes effect once both mailboxes agree, in either order: the old one accepts, the
//! new one proves that its owner reads it. The old one can deny instead, and for some days after the change
//! it can put itself back: whoever reads it was the account's owner before all of this.
//!
//! Some dialects document that one mailbox's word is enough. Where it is the old one's, the new address is unproven at
//! first; where it is the new one's, the old one can deny it until then. Either way the old one can put itself back.
//!
//! Whether a change can still happen is up to its one-time tokens. A second request spends those of the
//! first; another password, a reset and "this wasn't me" spend them with every other link.

pub mod agree;
pub mod deny;
mod effect;
pub mod find_waiting;
mod letters;
pub mod look;
pub mod request;
mod undo;

pub(in crate::domain) use undo::UNDO_WITHIN;
pub(super) use undo::undo;
