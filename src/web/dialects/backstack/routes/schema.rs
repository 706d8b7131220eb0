//! The app schema.

use std::collections::BTreeMap;

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};

use crate::domain::App;
use crate::domain::machine::identity::identify;
use crate::domain::sign_up_domains::list::{list_all, list_open};
use crate::web::dialects::backstack::wire::Answered;
use crate::web::dialects::backstack::wire::schema::{DomainBody, SchemaBody, domains};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_sign_up_domains, show_schema]
}

/// The domains available for signup.
///
/// Those that are open.
#[utoipa::path(
    tag = "Signing up",
    responses((status = 200, description = "The open domains, by their ids.", body = BTreeMap<String, DomainBody>))
)]
#[get("/v1/auth/signup/domains")]
pub(crate) async fn list_sign_up_domains(app: &State<App>) -> Answered<BTreeMap<String, DomainBody>> {
    Ok(Json(domains(list_open(app).await?)))
}

/// The app schema object.
///
/// Every domain is in it, with its `allow_signup`.
#[utoipa::path(
    tag = "App", responses((status = 200, description = "The app schema.", body = SchemaBody))
)]
#[get("/v1/app/schema")]
pub(crate) async fn show_schema(app: &State<App>) -> Answered<SchemaBody> {
    Ok(Json(SchemaBody::new(identify(app), list_all(app).await?)))
}
