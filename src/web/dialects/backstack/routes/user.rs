//! The person who is signed in.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};

use super::member::Member;
use crate::domain::App;
use crate::domain::accounts::{show, update};
use crate::web::body::Body;
use crate::web::dialects::backstack::wire::bodies::UpdateUserBody;
use crate::web::dialects::backstack::wire::user::UserBody;
use crate::web::dialects::backstack::wire::{Answered, Rules};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_user, update_user]
}

/// The user.
///
/// Who is signed in.
#[utoipa::path(
    tag = "User", security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, description = "The user.", body = UserBody))
)]
#[get("/v1/auth/user")]
pub(crate) fn show_user(member: Member) -> Answered<UserBody> {
    Ok(Json(show::show(&member.principal)?.into()))
}

/// Change the user.
///
/// Only what is sent changes. Another password ends every other session; another address takes effect once its mailbox
/// agrees, and the answer tells the current one.
#[utoipa::path(
    tag = "User", security(("bearer" = []), ("cookie" = [])), request_body = UpdateUserBody,
    responses((status = 200, description = "The user.", body = UserBody))
)]
#[post("/v1/auth/user", data = "<body>")]
pub(crate) async fn update_user(
    app: &State<App>,
    member: Member,
    body: Body<UpdateUserBody, Rules>,
) -> Answered<UserBody> {
    Ok(Json((&update::update(app, &member.principal, body.0.into()).await?).into()))
}
