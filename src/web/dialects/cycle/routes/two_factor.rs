//! `/v1/account/2fa`: the second factor.

use rocket::{Route, State, get, post, routes};

use crate::domain::App;
use crate::domain::two_factor::{SecondFactor, disable, enable, recover, set_up};
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::cycle::failure::FailureBody;
use crate::web::dialects::cycle::wire::account::AccountBody;
use crate::web::dialects::cycle::wire::bodies::{CodeBody, RecoverBody};
use crate::web::dialects::cycle::wire::two_factor::{EnabledBody, RecoveredBody, SetUpBody};
use crate::web::dialects::cycle::wire::{Data, DataResult};
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![set_up_two_factor, enable_two_factor, disable_two_factor, recover_two_factor]
}

/// getTwoFactorAuthSetup.
///
/// Draws a secret anew with each call. It gates nothing until a code of it was accepted.
#[utoipa::path(
    tag = "Two-factor", security(("bearer" = [])),
    responses((status = 200, description = "What an authenticator app is told.", body = Data<SetUpBody>))
)]
#[get("/v1/account/2fa/setup")]
pub(crate) async fn set_up_two_factor(app: &State<App>, caller: Caller) -> DataResult<SetUpBody> {
    Ok(Data::of(set_up::set_up(app, &caller.0, None).await?))
}

/// enableTwoFactorAuth.
///
/// By a code of the app that was told the secret. Every other session ends.
#[utoipa::path(
    tag = "Two-factor", security(("bearer" = [])), request_body = CodeBody,
    responses((status = 200, description = "The recovery codes. Shown once.", body = Data<EnabledBody>))
)]
#[post("/v1/account/2fa/setup", data = "<body>")]
pub(crate) async fn enable_two_factor(
    app: &State<App>,
    caller: Caller,
    body: Body<CodeBody, DialectRules>,
) -> DataResult<EnabledBody> {
    let recovery_codes = enable::enable(app, &caller.0, body.0.token.clone()).await?;
    Ok(Data::of(EnabledBody { recovery_codes, totp_passcode: body.0.token }))
}

/// disableTwoFactorAuth.
///
/// By a code of the app. Every other session ends.
#[utoipa::path(
    tag = "Two-factor", security(("bearer" = [])), request_body = CodeBody,
    responses((status = 200, description = "The Account.", body = Data<AccountBody>))
)]
#[post("/v1/account/2fa/disable", data = "<body>")]
pub(crate) async fn disable_two_factor(
    app: &State<App>,
    caller: Caller,
    body: Body<CodeBody, DialectRules>,
) -> DataResult<AccountBody> {
    let factor = SecondFactor::Code(body.0.token);
    Ok(Data::of(&disable::disable(app, &caller.0, None, factor).await?))
}

/// recoverTwoFactorAuth.
///
/// Sets another app up for whoever lost theirs, by two recovery codes. The old app goes on working until a second call
/// shows a code of the new one as `token`, and two more recovery codes; it answers fresh ones.
#[utoipa::path(
    tag = "Two-factor", request_body = RecoverBody,
    responses(
        (status = 200, description = "What the new app is told.", body = Data<RecoveredBody>),
        (status = 401, description = "The address or the password is wrong.", body = FailureBody),
        (status = 403, description = "A code is wrong, or there is nothing to recover.", body = FailureBody),
    )
)]
#[post("/v1/account/2fa/recover", data = "<body>")]
pub(crate) async fn recover_two_factor(
    app: &State<App>,
    client: Client,
    body: Body<RecoverBody, DialectRules>,
) -> DataResult<RecoveredBody> {
    Ok(Data::of(recover::recover(app, &client.0, body.0.into()).await?))
}
