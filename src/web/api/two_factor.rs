//! `/account/two-factor` and `/sessions/two-factor`: the second factor.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use super::sessions::SignedInBody;
use super::wire::user::PasswordInput;
use crate::domain::App;
use crate::domain::sessions::complete_sign_in;
use crate::domain::two_factor::{SecondFactor, disable, enable, regenerate_recovery_codes, set_up, show};
use crate::model::{OrgId, Password};
use crate::web::answer::{ApiResult, Created, CreatedResult, Done, DoneResult, time};
use crate::web::body::{Body, Fields, FromBody, Reason, readers};
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;

/// Codes are short: more is nobody's honest doing.
const MAX_CODE: usize = 64;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        complete_session,
        show_two_factor,
        set_up_two_factor,
        enable_two_factor,
        disable_two_factor,
        create_recovery_codes
    ]
}

/// `code` or `recovery_code`, not both.
fn read_factor(fields: &mut Fields) -> Option<SecondFactor> {
    if fields.has_value("recovery_code") {
        let _both = fields.optional("code", |_| {
            Err::<(), _>(Reason::new("code_and_recovery_code", "Give `code` or `recovery_code`, not both."))
        });
        fields.required("recovery_code", readers::text_up_to(MAX_CODE)).map(SecondFactor::RecoveryCode)
    } else {
        // Null stands for nothing.
        let _null = fields.optional("recovery_code", readers::text);
        fields.required("code", readers::text_up_to(MAX_CODE)).map(SecondFactor::Code)
    }
}

/// The second step of signing in: `code` or `recovery_code`, not both.
#[derive(Debug, ToSchema)]
pub struct CompleteSessionBody {
    /// The challenge that the right password got.
    pub challenge: String,
    /// A code of the authenticator app.
    #[schema(value_type = Option<String>, example = "123456")]
    pub code: Option<String>,
    /// Or one of the recovery codes.
    #[schema(value_type = Option<String>)]
    pub recovery_code: Option<String>,
    /// The org to act for; without it, the one they joined first.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub org_id: Option<OrgId>,
}

/// What [`CompleteSessionBody`] says, read.
pub struct CompleteSession {
    challenge: String,
    factor: SecondFactor,
    org_id: Option<OrgId>,
}

impl FromBody for CompleteSession {
    fn read(fields: &mut Fields) -> Option<Self> {
        let challenge = fields.required("challenge", readers::text);
        let factor = read_factor(fields);
        let org_id = fields.optional("org_id", readers::id);
        Some(Self { challenge: challenge?, factor: factor?, org_id })
    }
}

/// Sign in: the second step.
///
/// A wrong code leaves the challenge good until its five minutes are over. Codes are good once; too many
/// wrong ones in a row lock this for a while.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", request_body = CompleteSessionBody,
    responses(
        (status = 201, description = "Signed in.", body = SignedInBody),
        (status = 401, description = "The code is wrong.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 403, description = "The account was suspended meanwhile.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "The challenge is not known.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The challenge was used, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/sessions/two-factor", data = "<body>")]
pub(crate) async fn complete_session(
    app: &State<App>,
    client: Client,
    body: Body<CompleteSession>,
) -> CreatedResult<SignedInBody> {
    let CompleteSession { challenge, factor, org_id } = body.0;
    let signed_in = complete_sign_in::complete_sign_in(app, &client.0, &challenge, factor, org_id).await?;
    Ok(Created(signed_in.into()))
}

/// A person's second factor.
#[derive(Debug, Serialize, ToSchema)]
pub struct TwoFactorBody {
    /// Whether signing in asks for it.
    pub enabled: bool,
    /// Since when.
    pub enabled_at: Option<String>,
    /// How many recovery codes are left.
    pub recovery_codes_left: i64,
}

/// Show my second factor.
///
/// Never its secret: that is shown once, at set-up.
#[utoipa::path(
    context_path = "/api/v1", tag = "Two-factor", security(("bearer" = [])),
    responses((status = 200, description = "Whether I have one.", body = TwoFactorBody))
)]
#[get("/account/two-factor")]
pub(crate) async fn show_two_factor(app: &State<App>, caller: Caller) -> ApiResult<TwoFactorBody> {
    let two_factor = show::show(app, &caller.0).await?;
    Ok(Json(TwoFactorBody {
        enabled: two_factor.enabled_at.is_some(),
        enabled_at: two_factor.enabled_at.map(time),
        recovery_codes_left: two_factor.recovery_codes_left,
    }))
}

/// What an authenticator app is told. Shown once.
#[derive(Serialize, ToSchema)]
pub struct SetUpTwoFactorBody {
    /// The secret as a person types it (base32).
    pub secret: String,
    /// `otpauth://totp/…`
    pub otpauth_url: String,
    /// The same as a QR code, SVG.
    pub qr_svg: String,
}

/// Set an authenticator app up.
///
/// Gates nothing until a first code of it is accepted; an abandoned set-up never does.
#[utoipa::path(
    context_path = "/api/v1", tag = "Two-factor", security(("bearer" = [])), request_body = PasswordInput,
    responses(
        (status = 200, description = "What the app is told.", body = SetUpTwoFactorBody),
        (status = 409, description = "A second factor is on.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/account/two-factor/setup", data = "<body>")]
pub(crate) async fn set_up_two_factor(
    app: &State<App>,
    caller: Caller,
    body: Body<PasswordInput>,
) -> ApiResult<SetUpTwoFactorBody> {
    let set_up = set_up::set_up(app, &caller.0, Some(body.0.password)).await?;
    Ok(Json(SetUpTwoFactorBody {
        secret: set_up.secret,
        otpauth_url: set_up.otpauth_url,
        qr_svg: set_up.qr_svg,
    }))
}

/// A first code of the app.
#[derive(Debug, ToSchema)]
pub struct EnableTwoFactorBody {
    /// A code of the app.
    #[schema(example = "123456")]
    pub code: String,
}

impl FromBody for EnableTwoFactorBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { code: fields.required("code", readers::text_up_to(MAX_CODE))? })
    }
}

/// Codes that stand in for a lost app, each once. Shown once.
#[derive(Serialize, ToSchema)]
pub struct RecoveryCodesBody {
    /// Ten codes.
    pub recovery_codes: Vec<String>,
}

/// Turn my second factor on.
///
/// Ends my other sessions, tells me by mail, and answers recovery codes.
#[utoipa::path(
    context_path = "/api/v1", tag = "Two-factor", security(("bearer" = [])), request_body = EnableTwoFactorBody,
    responses(
        (status = 200, description = "The recovery codes.", body = RecoveryCodesBody),
        (status = 409, description = "None is set up, or one is on.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/account/two-factor/enable", data = "<body>")]
pub(crate) async fn enable_two_factor(
    app: &State<App>,
    caller: Caller,
    body: Body<EnableTwoFactorBody>,
) -> ApiResult<RecoveryCodesBody> {
    let recovery_codes = enable::enable(app, &caller.0, body.0.code).await?;
    Ok(Json(RecoveryCodesBody { recovery_codes }))
}

/// My password, and `code` or `recovery_code`, not both.
#[derive(Debug, ToSchema)]
pub struct ConfirmTwoFactorBody {
    /// The password in force.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
    /// A code of the app.
    #[schema(value_type = Option<String>, example = "123456")]
    pub code: Option<String>,
    /// Or one of the recovery codes.
    #[schema(value_type = Option<String>)]
    pub recovery_code: Option<String>,
}

/// What [`ConfirmTwoFactorBody`] says, read.
pub struct ConfirmTwoFactor {
    password: Password,
    factor: SecondFactor,
}

impl FromBody for ConfirmTwoFactor {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.required("password", readers::presented_password);
        let factor = read_factor(fields);
        Some(Self { password: password?, factor: factor? })
    }
}

/// Turn my second factor off.
///
/// Ends my other sessions and tells me by mail.
#[utoipa::path(
    context_path = "/api/v1", tag = "Two-factor", security(("bearer" = [])), request_body = ConfirmTwoFactorBody,
    responses(
        (status = 204, description = "It is off."),
        (status = 409, description = "None is on.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/account/two-factor/disable", data = "<body>")]
pub(crate) async fn disable_two_factor(
    app: &State<App>,
    caller: Caller,
    body: Body<ConfirmTwoFactor>,
) -> DoneResult {
    let ConfirmTwoFactor { password, factor } = body.0;
    disable::disable(app, &caller.0, Some(password), factor).await?;
    Ok(Done)
}

/// Make new recovery codes.
///
/// The old ones are void.
#[utoipa::path(
    context_path = "/api/v1", tag = "Two-factor", security(("bearer" = [])), request_body = ConfirmTwoFactorBody,
    responses(
        (status = 200, description = "The recovery codes.", body = RecoveryCodesBody),
        (status = 409, description = "No second factor is on.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/account/two-factor/recovery-codes", data = "<body>")]
pub(crate) async fn create_recovery_codes(
    app: &State<App>,
    caller: Caller,
    body: Body<ConfirmTwoFactor>,
) -> ApiResult<RecoveryCodesBody> {
    let ConfirmTwoFactor { password, factor } = body.0;
    let recovery_codes =
        regenerate_recovery_codes::regenerate_recovery_codes(app, &caller.0, password, factor).await?;
    Ok(Json(RecoveryCodesBody { recovery_codes }))
}
