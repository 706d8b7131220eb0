//! `/admin`: the console of those who run the service, over the same operations as `/api/v1/admin`.
//!
//! | module | what it shows |
//! |---|---|
//! | [`operating`] | the guard: an operator looks |
//! | [`filters`] | what a list is narrowed down by |
//! | `overview`, [`chart`] | how much there is, and what went on lately |
//! | `people`, `person` | everybody, and what is done to one of them |
//! | `orgs` | every org, and who belongs to it |
//! | `sign_up_domains`, `sign_up_domain` | the doors for strangers |
//! | `mail`, `letter` | letters on their way, and one of them |
//! | `jobs` | what is done later |
//! | `audit` | what was done, and whether the record of it holds |
//! | `keys` | the keys that sign session tokens |
//! | `service` | settings in force, and health |

mod audit;
mod chart;
mod filters;
mod jobs;
mod keys;
mod letter;
mod mail;
mod operating;
mod orgs;
mod overview;
mod people;
mod person;
mod service;
mod sign_up_domain;
mod sign_up_domains;

use rocket::Route;

use crate::model::Timestamp;

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    [
        overview::routes(),
        people::routes(),
        person::routes(),
        orgs::routes(),
        sign_up_domains::routes(),
        sign_up_domain::routes(),
        mail::routes(),
        letter::routes(),
        jobs::routes(),
        audit::routes(),
        keys::routes(),
        service::routes(),
    ]
    .concat()
}

/// A time as templates take it.
fn micros(at: Timestamp) -> i64 {
    at.as_microsecond()
}
