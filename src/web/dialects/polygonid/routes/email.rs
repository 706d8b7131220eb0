//! Another address: asked for by the password, accepted at the old address.

use rocket::{Route, State, post, routes};

use crate::domain::App;
use crate::domain::accounts::email_change::{agree, request};
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::polygonid::failure::Failure;
use crate::web::dialects::polygonid::wire::bodies::UpdateEmailBody;
use crate::web::dialects::polygonid::wire::done::Done;
use crate::web::guards::bearer::Bearer;
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![update_account_email, confirm_account_email]
}

/// UpdateAccountEmailRequest.
///
/// Sends a letter to the account's present address, with a link to accept the change. Answers the same whether or not
/// somebody has the new one.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])), request_body = UpdateEmailBody,
    responses((status = 200, description = "Noted."))
)]
#[post("/v1/orgs/account-management/update-email", data = "<body>")]
pub(crate) async fn update_account_email(
    app: &State<App>,
    caller: Caller,
    body: Body<UpdateEmailBody, DialectRules>,
) -> Result<Done, Failure> {
    request::request(app, &caller.0, Some(body.0.password), body.0.email).await?;
    Ok(Done)
}

/// Accept another address.
///
/// By the token of the letter to the present address. The new one is in place at once, and not verified until the link is
/// used that is sent there; sessions go on.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])),
    responses((status = 200, description = "Accepted."))
)]
#[post("/v1/orgs/account-management/update-email/confirm")]
pub(crate) async fn confirm_account_email(
    app: &State<App>,
    client: Client,
    bearer: Bearer<'_>,
) -> Result<Done, Failure> {
    agree::accept(app, &client.0, bearer.0).await?;
    Ok(Done)
}
