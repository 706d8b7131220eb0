//! The native API, one file per resource, as `src/web/api` has it; then what all of it has in common.

mod account;
mod act_for_org;
mod activation;
mod approval;
mod bodies;
mod conventions;
mod cors;
mod dev_inbox;
mod housekeeping;
mod invitation_journey;
mod invitation_proof;
mod invitation_refusals;
mod invitations;
mod last_owner;
mod machine;
mod members;
mod openapi;
mod org_policies;
mod orgs;
mod paging;
mod passwords;
mod session_refresh;
mod sessions;
mod setup;
mod sign_up;
mod two_factor;
