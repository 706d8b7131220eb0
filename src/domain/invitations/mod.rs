//! Invitations: how a colleague gets into an org.
//!
//! An invitation has two tokens. The *shared* one is in the link that the inviter gets, to hand over
//! where mail does not arrive; the *mailed* one is in the letter alone. Both join. Only the mailed one
//! proves the mailbox, and only it tells whether the address has an account.

pub mod accept;
pub mod decline;
pub mod find_mine;
pub mod invite;
pub mod list;
pub mod list_mine;
pub mod look;
pub(super) mod redeem;
pub mod resend;
pub mod revoke;
