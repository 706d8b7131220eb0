//! A forgotten password.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::accounts::{request_password_reset, reset_password};
use crate::web::body::Body;
use crate::web::dialects::backstack::wire::bodies::{ForgotPasswordBody, ResetPasswordBody};
use crate::web::dialects::backstack::wire::user::UserBody;
use crate::web::dialects::backstack::wire::{Answered, Rules, ids};
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![request_reset, show_reset, reset_password_by_token]
}

/// Whose password is to be reset.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserIdsBody {
    /// Who has the address.
    pub user_ids: Vec<String>,
}

/// A link that can be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenBody {
    /// Its token.
    pub token: String,
}

/// Ask for a letter to reset a password.
///
/// It tells whether somebody has the address, as documented.
#[utoipa::path(
    tag = "Passwords", request_body = ForgotPasswordBody,
    responses((status = 200, description = "The letter is on its way.", body = UserIdsBody))
)]
#[post("/v1/auth/forgot-password", data = "<body>")]
pub(crate) async fn request_reset(
    app: &State<App>,
    client: Client,
    body: Body<ForgotPasswordBody, Rules>,
) -> Answered<UserIdsBody> {
    let user = request_password_reset::request_password_reset(app, &client.0, body.0.email).await?;
    Ok(Json(UserIdsBody { user_ids: user.map(|user| ids::user(user.id)).into_iter().collect() }))
}

/// Look at the token of a reset link.
///
/// Changes nothing.
#[utoipa::path(
    tag = "Passwords", params(("token" = String, Path, description = "The token of the letter's link.")),
    responses((status = 200, description = "The token can be used.", body = TokenBody))
)]
#[get("/v1/auth/reset-password/<token>")]
pub(crate) async fn show_reset(app: &State<App>, client: Client, token: &str) -> Answered<TokenBody> {
    reset_password::look(app, &client.0, token).await?;
    Ok(Json(TokenBody { token: token.to_owned() }))
}

/// Reset a password.
///
/// Ends all sessions of the person, voids every other link, proves the mailbox, and tells the person by mail.
#[utoipa::path(
    tag = "Passwords", request_body = ResetPasswordBody,
    responses((status = 200, description = "Whose password was set.", body = UserBody))
)]
#[post("/v1/auth/reset-password", data = "<body>")]
pub(crate) async fn reset_password_by_token(
    app: &State<App>,
    client: Client,
    body: Body<ResetPasswordBody, Rules>,
) -> Answered<UserBody> {
    let ResetPasswordBody { token, password, .. } = body.0;
    let reset = reset_password::reset_password(app, &client.0, &token, password).await?;
    Ok(Json((&reset.user).into()))
}
