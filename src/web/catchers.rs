//! Answers what never reached a handler, or whose guard refused, wherever no surface has a catcher of its own: a person
//! with a browser gets a page, a program a problem.

use rocket::http::{MediaType, Status};
use rocket::{Catcher, Request, Responder, catch, catchers as catcher_list};

use super::pages::frame::{Failure, Visitor};
use super::problem::Problem;
use super::refusal::Refusal;

/// Below these paths it is programs that call, whatever they say they accept.
const FOR_PROGRAMS: [&str; 3] = ["/api/", "/openapi", "/.well-known/"];

/// The catchers of every surface that has none of its own.
pub(super) fn catchers() -> Vec<Catcher> {
    catcher_list![refuse]
}

/// A refusal, for whoever it is told to.
#[derive(Responder)]
enum Refused {
    Person(Failure),
    Program(Problem),
}

#[catch(default)]
async fn refuse(status: Status, request: &Request<'_>) -> Refused {
    let refusal = Refusal::of_caught(status, request);
    if !is_person(request) {
        return Refused::Program(Problem::new(refusal));
    }
    // The page greets whoever is signed in; that nobody can be found out is no reason to answer nothing.
    let _visitor = Visitor::of(request).await;
    Refused::Person(Failure::new(refusal))
}

fn is_person(request: &Request<'_>) -> bool {
    let path = request.uri().path();
    let accepts_pages = request
        .accept()
        .is_some_and(|accepted| accepted.media_types().any(|media_type| *media_type == MediaType::HTML));
    let sends_form = request.content_type().is_some_and(|content_type| content_type.is_form());
    (accepts_pages || sends_form) && !FOR_PROGRAMS.iter().any(|base| path.starts_with(base))
}
