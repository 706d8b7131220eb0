//! Ownership transfers: an owner asks another member to be owner in their place, who accepts or not.
//!
//! Nobody becomes an owner without having said so, and nobody stops being one before somebody else has:
//! both happen in the transaction that accepts. The letter's token tells which transfer is meant; to
//! accept, its successor has to be signed in.

pub mod accept;
pub mod cancel;
pub mod decline;
pub(in crate::domain) mod end;
mod letters;
pub mod list;
pub mod look;
pub mod start;
