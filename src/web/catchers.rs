//! Answers what never reached a handler, or whose guard refused.
//!
//! Rocket 0.5 knows no 405: a path with another method is a 404 to it. So the routes that are mounted
//! are asked which methods a path has.

use rocket::http::{Method, Status};
use rocket::{Catcher, Request, Route, catch, catchers as catcher_list};

use super::problem::{Problem, Refusal};

/// The catchers of every surface that has none of its own.
pub(super) fn catchers() -> Vec<Catcher> {
    catcher_list![refuse]
}

#[catch(default)]
fn refuse(status: Status, request: &Request<'_>) -> Problem {
    Problem::left_by_guard(request).unwrap_or_else(|| Problem::new(refusal(status, request)))
}

fn refusal(status: Status, request: &Request<'_>) -> Refusal {
    match status.code {
        // 422 without a guard's word: an id in the path is no id, so it names nothing.
        404 | 422 => {
            let allowed = allowed_methods(request);
            if allowed.is_empty() || allowed.contains(&request.method()) {
                Refusal::PathNotFound
            } else {
                let names: Vec<&str> = allowed.iter().map(|method| method.as_str()).collect();
                Refusal::MethodNotAllowed(names.join(", "))
            }
        }
        400 => Refusal::BadRequest,
        413 => Refusal::BodyTooLarge,
        415 => Refusal::UnsupportedMediaType,
        _ => Refusal::Other(status),
    }
}

/// The methods that some route has for the path of this request.
fn allowed_methods(request: &Request<'_>) -> Vec<Method> {
    let path: Vec<&str> = request.uri().path().as_str().split('/').filter(|part| !part.is_empty()).collect();
    let mut methods: Vec<Method> = request
        .rocket()
        .routes()
        .filter(|route| route.method != Method::Options && is_path_of(route, &path))
        .map(|route| route.method)
        .collect();
    if methods.contains(&Method::Get) {
        methods.push(Method::Head);
    }
    methods.sort_by_key(|method| method.as_str());
    methods.dedup();
    methods
}

/// Whether a route's path fits, whatever stands in its parameters.
fn is_path_of(route: &Route, path: &[&str]) -> bool {
    let template: Vec<&str> = route.uri.path().split('/').filter(|part| !part.is_empty()).collect();
    template.len() == path.len()
        && template.iter().zip(path).all(|(expected, given)| expected.starts_with('<') || expected == given)
}
