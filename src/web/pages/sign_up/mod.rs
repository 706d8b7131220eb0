//! Signing up: the form, and what follows until the letter is used.

mod check_mail;
mod form;
mod new_person;

use rocket::Route;

pub(super) use check_mail::check_mail;
pub(super) use new_person::{NewPerson, accepted_terms};

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    [form::routes(), check_mail::routes()].concat()
}
