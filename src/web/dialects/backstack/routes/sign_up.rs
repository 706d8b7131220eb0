//! Signing up, and the activation of that.

use rocket::serde::json::Json;
use rocket::{Route, State, post, routes};

use crate::domain::App;
use crate::domain::accounts::{activate, sign_up};
use crate::web::body::Body;
use crate::web::dialects::backstack::wire::bodies::{SignUpBody, TokenInput};
use crate::web::dialects::backstack::wire::sign_up::{ActivatedBody, SignedUpBody};
use crate::web::dialects::backstack::wire::{Answered, Rules};
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_sign_up, activate_sign_up]
}

/// Initiate the signup.
///
/// Creates the sign-up record and sends an activation email. Nothing can log in yet.
#[utoipa::path(
    tag = "Signing up", request_body = SignUpBody,
    responses((status = 200, description = "The letter is on its way.", body = SignedUpBody))
)]
#[post("/v1/auth/signup", data = "<body>")]
pub(crate) async fn create_sign_up(
    app: &State<App>,
    client: Client,
    body: Body<SignUpBody, Rules>,
) -> Answered<SignedUpBody> {
    Ok(Json(sign_up::sign_up(app, &client.0, body.0.into()).await?.into()))
}

/// Activate the sign-up.
///
/// Generates the account and its first user, who can log in from then on.
#[utoipa::path(
    tag = "Signing up", request_body = TokenInput,
    responses((status = 200, description = "The account is there.", body = ActivatedBody))
)]
#[post("/v1/auth/signup-activation", data = "<body>")]
pub(crate) async fn activate_sign_up(
    app: &State<App>,
    client: Client,
    body: Body<TokenInput, Rules>,
) -> Answered<ActivatedBody> {
    Ok(Json(activate::open_sign_up(app, &client.0, &body.0.token).await?.into()))
}
