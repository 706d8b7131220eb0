//! Organizations: who belongs to them and as what, who is invited, what they ask of their people, who did what.
//!
//! All pages of an org stand beside one list of what its role lets a person do ([`view`]). To whoever does not belong
//! to it, it is not there.

mod audit;
mod deletion;
mod found;
mod invitations;
mod invite;
mod leave;
mod listed;
mod member;
mod members;
mod mine;
mod ownership;
mod settings;
mod switch;
mod view;

use rocket::Route;

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    [
        audit::routes(),
        deletion::routes(),
        found::routes(),
        invitations::routes(),
        invite::routes(),
        leave::routes(),
        member::routes(),
        members::routes(),
        mine::routes(),
        ownership::routes(),
        settings::routes(),
        switch::routes(),
    ]
    .concat()
}
