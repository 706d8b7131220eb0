//! People: how an account comes to be, how its mailbox is proven, how it changes.
//!
//! Two facts are kept apart: that an account is *active*, and that its owner has *proven the mailbox*.
//! Whatever relies on an address asks for the second. Until then the address is anybody's, so nothing
//! done under it may bind whoever turns out to own it; see [`mailbox`].

pub mod activate;
pub mod activate_and_sign_in;
pub mod activate_unproven;
pub mod change_password;
pub mod choices;
pub mod delete;
pub mod disown;
pub mod email_change;
pub(in crate::domain) mod erase;
pub mod export;
pub mod first_operator;
pub(in crate::domain) mod letters;
pub mod mailbox;
pub mod make_operator;
pub mod password;
mod person;
pub mod remove_operator;
pub mod request_password_reset;
pub mod resend_activation;
pub mod reset_password;
pub(in crate::domain) mod security_notice;
pub mod set_up_operator;
pub mod show;
pub mod sign_up;
mod sign_up_at_once;
pub mod sign_up_by_invitation;
pub(in crate::domain) mod undo_deletion;
pub mod update;
