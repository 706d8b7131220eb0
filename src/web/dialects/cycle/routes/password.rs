//! `/v1/account/password` and `/v1/account/reset-password`.

use rocket::serde::json::Json;
use rocket::{Route, State, patch, post, routes};

use crate::domain::App;
use crate::domain::accounts::{change_password as change, request_password_reset, reset_password as reset};
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::cycle::failure::{Call, Failure};
use crate::web::dialects::cycle::wire::account::AccountBody;
use crate::web::dialects::cycle::wire::bodies::{ChangePasswordBody, ResetPasswordBody};
use crate::web::dialects::cycle::wire::{Data, DataResult, Success};
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![change_password, reset_password]
}

/// changePassword.
///
/// Requires the current password. Every other session ends, every mailed link is void, and a letter tells of it.
#[utoipa::path(
    tag = "Account", security(("bearer" = [])), request_body = ChangePasswordBody,
    responses((status = 200, description = "The Account.", body = Data<AccountBody>))
)]
#[patch("/v1/account/password", data = "<body>")]
pub(crate) async fn change_password(
    app: &State<App>,
    caller: Caller,
    body: Body<ChangePasswordBody, DialectRules>,
) -> DataResult<AccountBody> {
    let ChangePasswordBody { current, new } = body.0;
    let changed = change::change_password(app, &caller.0, Some(current), new).await;
    Ok(Data::of(&changed.map_err(|error| Failure::of(error, Call::ChangePassword))?))
}

/// resetPassword.
///
/// Mails a token to the address, and with the token sets another password. The first call answers the same whoever has
/// the address. The second ends every session and proves the mailbox.
#[utoipa::path(
    tag = "Account", request_body = ResetPasswordBody,
    responses(
        (status = 200, description = "Done.", body = Data<Success>),
        (status = 404, description = "The token is unknown, spent or expired.", body = crate::web::dialects::cycle::failure::FailureBody),
    )
)]
#[post("/v1/account/reset-password", data = "<body>")]
pub(crate) async fn reset_password(
    app: &State<App>,
    client: Client,
    body: Body<ResetPasswordBody, DialectRules>,
) -> Result<Json<Data<Success>>, Failure> {
    match body.0 {
        ResetPasswordBody::Request { email } => {
            request_password_reset::request_password_reset(app, &client.0, email).await?;
        }
        ResetPasswordBody::Reset { token, password } => {
            reset::reset_password(app, &client.0, &token, password).await?;
        }
    }
    Ok(Success::done())
}
