//! The dialects: documented account APIs of other products, answered so that their clients work unchanged.
//!
//! Each is a thin folder over the same operations as the native API: `routes` parse and call, `wire` says its
//! names, `failure` says its refusals. A dialect keeps no state and no rule of its own, and never looks into
//! another one, the native API or the pages.

use rocket::http::uri::Segments;
use rocket::http::uri::fmt::Path;
use rocket::{Build, Request, Rocket};

use super::settings::WebSettings;
use crate::model::Dialect;

/// The paths that a dialect answers below.
fn bases(dialect: Dialect) -> &'static [&'static str] {
    match dialect {
        Dialect::Polygonid => &["/v1/orgs"],
        Dialect::Pm415 => &["/api/account", "/api/user", "/api/org"],
        Dialect::Cycle => &["/v1/account", "/v1/jobs"],
        Dialect::Backstack => &["/v1/auth", "/v1/app"],
    }
}

/// The dialect that a request speaks, of those that are answered.
pub fn called(request: &Request<'_>) -> Option<Dialect> {
    let settings = request.rocket().state::<WebSettings>()?;
    let path = request.uri().path().segments();
    settings
        .dialects
        .iter()
        .copied()
        .find(|dialect| bases(*dialect).iter().any(|base| is_below(path.clone(), base)))
}

fn is_below(mut path: Segments<'_, Path>, base: &str) -> bool {
    base.split('/').filter(|segment| !segment.is_empty()).all(|segment| path.next() == Some(segment))
}

/// Mounts the dialects that are to be answered.
pub(super) fn mount(rocket: Rocket<Build>, _dialects: &[Dialect]) -> Rocket<Build> {
    rocket
}
