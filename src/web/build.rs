//! The one place where the service is put together, for the commands and the tests alike.

use std::time::Duration;

use figment::Figment;
use rocket::{Build, Rocket};

use super::settings::WebSettings;
use super::{api, catchers, cors, dev_inbox, dialects, machine, pages, preflight, request_log};
use crate::domain::App;

/// How long a body may take to arrive, unless told otherwise.
pub const BODY_TIMEOUT: Duration = Duration::from_secs(10);

/// Mounts every surface over the operations.
pub fn build(app: App, settings: WebSettings, figment: &Figment) -> Rocket<Build> {
    let rocket = rocket::custom(figment)
        .attach(request_log::RequestLog)
        .attach(cors::Cors)
        .mount(api::BASE, api::routes())
        .mount(api::BASE, preflight::routes())
        .mount("/", machine::routes())
        .mount("/", pages::routes())
        .register("/", catchers::catchers());
    let rocket = dialects::mount(rocket, &settings);
    let rocket = if settings.dev_inbox { rocket.mount("/dev", dev_inbox::routes()) } else { rocket };
    rocket.manage(app).manage(settings)
}
