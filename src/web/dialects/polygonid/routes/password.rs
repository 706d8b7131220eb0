//! Another password: by the old one, by a session, or by a letter.

use rocket::outcome::{Outcome, try_outcome};
use rocket::request::{self, FromRequest};
use rocket::serde::json::Json;
use rocket::{Request, Route, State, async_trait, patch, post, put, routes};

use crate::domain::accounts::change_password::change_password;
use crate::domain::accounts::{request_password_reset, reset_password};
use crate::domain::error::Forbidden;
use crate::domain::{App, Error};
use crate::model::{Principal, UserId};
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::polygonid::failure::Failure;
use crate::web::dialects::polygonid::wire::account::AccountBody;
use crate::web::dialects::polygonid::wire::bodies::{EmailBody, ResetPasswordBody, UpdateAccountBody};
use crate::web::dialects::polygonid::wire::done::Done;
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;
use crate::web::guards::shown::Shown;
use crate::web::refusal::Refusal;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![update_account, replace_account, request_reset_password, reset_account_password]
}

/// A caller who names their own account in the path. Anybody else's is refused before the body is looked at.
pub struct OwnAccount(Principal);

#[async_trait]
impl<'r> FromRequest<'r> for OwnAccount {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Caller(caller) = try_outcome!(Caller::from_request(request).await);
        let named: Option<UserId> =
            request.uri().path().segments().last().and_then(|segment| segment.parse().ok());
        if named == Some(caller.user_id()) {
            Outcome::Success(Self(caller))
        } else {
            let refusal = Refusal::from(Error::from(Forbidden::WrongAccount));
            Outcome::Error((refusal.leave_for_catcher(request), ()))
        }
    }
}

/// UpdateAccountManagement.
///
/// Puts another password in the place of the one in force. Other sessions end, and the person is told by mail.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])), request_body = UpdateAccountBody,
    params(("id" = Uuid, Path, description = "The caller's account.")),
    responses((status = 200, description = "The account.", body = AccountBody))
)]
#[expect(unused_variables, reason = "the guard has compared the id with the caller's")]
#[patch("/v1/orgs/account-management/<id>", data = "<body>")]
pub(crate) async fn update_account(
    app: &State<App>,
    caller: OwnAccount,
    id: &str,
    body: Body<UpdateAccountBody, DialectRules>,
) -> Result<Json<AccountBody>, Failure> {
    let user = change_password(app, &caller.0, Some(body.0.password), body.0.new_password).await?;
    Ok(Json((&user).into()))
}

/// UpdateAccountManagement, by its other method.
///
/// The same as by PATCH.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])), request_body = UpdateAccountBody,
    params(("id" = Uuid, Path, description = "The caller's account.")),
    responses((status = 200, description = "The account.", body = AccountBody))
)]
#[put("/v1/orgs/account-management/<id>", data = "<body>")]
pub(crate) async fn replace_account(
    app: &State<App>,
    caller: OwnAccount,
    id: &str,
    body: Body<UpdateAccountBody, DialectRules>,
) -> Result<Json<AccountBody>, Failure> {
    update_account(app, caller, id, body).await
}

/// RequestResetPasswordAccountManagement.
///
/// Sends a letter with a link to choose another password. Answers the same whoever has the address.
#[utoipa::path(
    tag = "Onboarding Orgs", request_body = EmailBody,
    responses((status = 200, description = "Noted."))
)]
#[post("/v1/orgs/account-management/request-reset-password", data = "<body>")]
pub(crate) async fn request_reset_password(
    app: &State<App>,
    client: Client,
    body: Body<EmailBody, DialectRules>,
) -> Result<Done, Failure> {
    request_password_reset::request_password_reset(app, &client.0, body.0.email).await?;
    Ok(Done)
}

/// ResetPasswordAccountManagement.
///
/// Sets another password, by the token of a session or of the letter that was asked for. Other sessions end, and the person
/// is told by mail.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])), request_body = ResetPasswordBody,
    responses((status = 200, description = "Set."))
)]
#[post("/v1/orgs/account-management/reset-password", data = "<body>")]
pub(crate) async fn reset_account_password(
    app: &State<App>,
    client: Client,
    shown: Shown<'_>,
    body: Body<ResetPasswordBody, DialectRules>,
) -> Result<Done, Failure> {
    match shown {
        Shown::OneTime(token) => {
            reset_password::reset_password(app, &client.0, token, body.0.password).await?;
        }
        Shown::Caller(principal) => {
            change_password(app, &principal, None, body.0.password).await?;
        }
    }
    Ok(Done)
}
