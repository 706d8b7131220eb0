//! Answers what never reached a handler, or whose guard refused, wherever no surface has a catcher of its own.

use rocket::http::Status;
use rocket::{Catcher, Request, catch, catchers as catcher_list};

use super::problem::Problem;
use super::refusal::Refusal;

/// The catchers of every surface that has none of its own.
pub(super) fn catchers() -> Vec<Catcher> {
    catcher_list![refuse]
}

#[catch(default)]
fn refuse(status: Status, request: &Request<'_>) -> Problem {
    Problem::new(Refusal::of_caught(status, request))
}
