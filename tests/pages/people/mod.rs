//! The journeys of people who need no session: signing up, and wherever letters lead.

mod activation;
mod email_changes;
mod invitations;
mod jobs;
mod joining;
mod ownership_transfers;
mod resets;
mod set_up;
mod sign_up;
mod sign_up_domains;
