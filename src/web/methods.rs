//! Which methods a path has. Rocket 0.5 knows no 405: a path with another method is a 404 to it. So the
//! routes that are mounted are asked.

use rocket::http::Method;
use rocket::{Request, Route};

/// The methods that some route has for the path of this request.
pub(super) fn allowed_methods(request: &Request<'_>) -> Vec<Method> {
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
