//! Operations called as the faces of the service call them, for what no single face shows.

mod accounts_at_once;
mod bells;
mod caller;
mod deleting_orgs;
mod email_change_by_one_mailbox;
mod numbers;
mod org_names;
mod parts_of_lists;
mod proposed_members;
mod several_members;
mod sign_in;
mod sign_in_by_invitation;
mod told_sign_up;
mod two_factor_recovery;
