//! Making, activating and signing in to an account.

use rocket::http::Status;
use rocket::response::status::Custom;
use rocket::serde::json::Json;
use rocket::{Route, State, post, routes};

use crate::domain::App;
use crate::domain::accounts::activate_and_sign_in::activate_and_sign_in;
use crate::domain::accounts::{resend_activation, sign_up};
use crate::domain::sessions::{activate, end, refresh, sign_in};
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::polygonid::failure::Failure;
use crate::web::dialects::polygonid::wire::account::AccountBody;
use crate::web::dialects::polygonid::wire::bodies::{CreateAccountBody, EmailBody, SignInBody};
use crate::web::dialects::polygonid::wire::done::Done;
use crate::web::dialects::polygonid::wire::token::TokenBody;
use crate::web::guards::bearer::Bearer;
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;
use crate::web::guards::shown::Shown;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_account, sign_in_to_account, activate_account, resend_email, refresh_token, sign_out]
}

/// CreateAccountManagement.
///
/// Makes an account, which can sign in at once, and an org that it owns. A letter with a link to activate it is sent.
#[utoipa::path(
    tag = "Onboarding Orgs", request_body = CreateAccountBody,
    responses(
        (status = 201, description = "The account, not activated yet.", body = AccountBody),
        (status = 403, description = "Sign-up is closed.", body = crate::web::dialects::polygonid::failure::FailureBody),
        (status = 409, description = "The address has an account.", body = crate::web::dialects::polygonid::failure::FailureBody),
    )
)]
#[post("/v1/orgs/account-management", data = "<body>")]
pub(crate) async fn create_account(
    app: &State<App>,
    client: Client,
    body: Body<CreateAccountBody, DialectRules>,
) -> Result<Custom<Json<AccountBody>>, Failure> {
    let signed_up = sign_up::sign_up(app, &client.0, body.0.into()).await?;
    Ok(Custom(Status::Created, Json((&signed_up.user).into())))
}

/// MemberOrgSignIn.
///
/// Starts a session, also before the account is activated. Its token lives for a day unless the settings say otherwise.
#[utoipa::path(
    tag = "Onboarding Orgs", request_body = SignInBody,
    responses(
        (status = 200, description = "The token of the session.", body = TokenBody),
        (status = 401, description = "The address or the password is wrong.", body = crate::web::dialects::polygonid::failure::FailureBody),
        (status = 403, description = "The account has a second factor, which this API has no step for; or may not sign in.", body = crate::web::dialects::polygonid::failure::FailureBody),
    )
)]
#[post("/v1/orgs/sign-in", data = "<body>")]
pub(crate) async fn sign_in_to_account(
    app: &State<App>,
    client: Client,
    body: Body<SignInBody, DialectRules>,
) -> Result<Json<TokenBody>, Failure> {
    Ok(TokenBody::of(sign_in::sign_in(app, &client.0, body.0.into()).await?.bearer))
}

/// ActivateAccount.
///
/// By the token of a session, which activates and proves nothing of the mailbox, or by the token of a letter, which proves
/// it. Either is used up; the answer takes its place. An account that is activated already stays so.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])),
    responses((status = 200, description = "The token to show from now on.", body = TokenBody))
)]
#[post("/v1/orgs/account-management/activate")]
pub(crate) async fn activate_account(
    app: &State<App>,
    client: Client,
    shown: Shown<'_>,
) -> Result<Json<TokenBody>, Failure> {
    let bearer = match shown {
        Shown::OneTime(token) => activate_and_sign_in(app, &client.0, token).await?.bearer,
        Shown::Caller(principal) => activate::activate(app, &principal).await?,
    };
    Ok(TokenBody::of(bearer))
}

/// ResendEmailForAccounts.
///
/// Sends the letter again that activates an account. Answers the same whoever has the address.
#[utoipa::path(
    tag = "Onboarding Orgs", request_body = EmailBody,
    responses((status = 200, description = "Noted."))
)]
#[post("/v1/orgs/account-management/resend-email", data = "<body>")]
pub(crate) async fn resend_email(
    app: &State<App>,
    client: Client,
    body: Body<EmailBody, DialectRules>,
) -> Result<Done, Failure> {
    resend_activation::resend_activation(app, &client.0, body.0.email).await?;
    Ok(Done)
}

/// RefreshTokenAccountManagement.
///
/// Answers the next token of the session; the one shown stops at once.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])),
    responses((status = 200, description = "The token to show from now on.", body = TokenBody))
)]
#[post("/v1/orgs/account-management/refresh-token")]
pub(crate) async fn refresh_token(
    app: &State<App>,
    client: Client,
    bearer: Bearer<'_>,
) -> Result<Json<TokenBody>, Failure> {
    Ok(TokenBody::of(refresh::refresh(app, &client.0, bearer.0).await?))
}

/// MemberOrgSignOut.
///
/// Ends the session whose token is shown. Others of the account go on.
#[utoipa::path(
    tag = "Onboarding Orgs", security(("bearer" = [])),
    responses((status = 200, description = "Signed out."))
)]
#[post("/v1/orgs/sign-out")]
pub(crate) async fn sign_out(app: &State<App>, caller: Caller) -> Result<Done, Failure> {
    end::end_current(app, &caller.0).await?;
    Ok(Done)
}
