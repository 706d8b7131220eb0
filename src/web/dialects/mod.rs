//! The dialects: documented account APIs of other products, answered so that their clients work unchanged.
//!
//! Each is a thin folder over the same operations as the native API: `routes` parse and call, `wire` says its
//! names, `failure` says its refusals. A dialect keeps no state and no rule of its own (what one may do
//! differently is for the operations to know), and never looks into another one, the native API or the pages.

pub mod backstack;
pub mod cycle;
pub mod pm415;
pub mod polygonid;

use rocket::http::uri::Segments;
use rocket::http::uri::fmt::Path;
use rocket::{Build, Catcher, Request, Rocket, Route};
use utoipa::openapi::OpenApi;

use super::preflight;
use super::settings::WebSettings;
use crate::model::Dialect;

/// Every dialect there is.
const SURFACES: &[Surface] = &[
    Surface {
        dialect: Dialect::Polygonid,
        bases: polygonid::BASES,
        routes: polygonid::routes,
        catchers: polygonid::catchers,
        document: polygonid::document,
    },
    Surface {
        dialect: Dialect::Pm415,
        bases: pm415::BASES,
        routes: pm415::routes,
        catchers: pm415::catchers,
        document: pm415::document,
    },
    Surface {
        dialect: Dialect::Cycle,
        bases: cycle::BASES,
        routes: cycle::routes,
        catchers: cycle::catchers,
        document: cycle::document,
    },
    Surface {
        dialect: Dialect::Backstack,
        bases: backstack::BASES,
        routes: backstack::routes,
        catchers: backstack::catchers,
        document: backstack::document,
    },
];

/// What a dialect's folder offers.
pub struct Surface {
    /// Which it is.
    pub dialect: Dialect,
    /// The paths that it answers everything below of, in its own shape. None lies below another's.
    pub bases: &'static [&'static str],
    /// Its routes, with their whole paths.
    pub routes: fn() -> Vec<Route>,
    /// What answers where no handler did.
    pub catchers: fn() -> Vec<Catcher>,
    /// Its OpenAPI document.
    pub document: fn() -> OpenApi,
}

/// The dialects that are answered.
pub fn answered(settings: &WebSettings) -> impl Iterator<Item = &'static Surface> {
    SURFACES.iter().filter(|surface| settings.dialects.contains(&surface.dialect))
}

/// The dialect that a request speaks, of those that are answered.
pub fn called(request: &Request<'_>) -> Option<Dialect> {
    let settings = request.rocket().state::<WebSettings>()?;
    let path = request.uri().path().segments();
    answered(settings)
        .find(|surface| surface.bases.iter().any(|base| is_below(path.clone(), base)))
        .map(|surface| surface.dialect)
}

/// Rocket chooses catchers by whole segments, empty ones left out; so does this.
fn is_below(mut path: Segments<'_, Path>, base: &str) -> bool {
    base.split('/').filter(|segment| !segment.is_empty()).all(|segment| path.next() == Some(segment))
}

/// Mounts the dialects that are to be answered.
pub(super) fn mount(rocket: Rocket<Build>, settings: &WebSettings) -> Rocket<Build> {
    answered(settings).fold(rocket, |rocket, surface| {
        let rocket = rocket.mount("/", (surface.routes)());
        surface.bases.iter().fold(rocket, |rocket, base| {
            rocket.mount(*base, preflight::routes()).register(*base, (surface.catchers)())
        })
    })
}
