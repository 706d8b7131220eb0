//! `/password-resets`: for whoever forgot their password.

use rocket::http::Status;
use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::org::OrgRoleBody;
use super::wire::user::UserBody;
use crate::domain::App;
use crate::domain::accounts::request_password_reset;
use crate::domain::accounts::reset_password::{self, Reset};
use crate::model::{EmailAddress, Password};
use crate::web::answer::{ApiResult, time};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::client::Client;
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_password_reset, show_password_reset, use_password_reset]
}

/// An address.
#[derive(Debug, ToSchema)]
pub struct RequestResetBody {
    /// The address to write to.
    #[schema(value_type = String, example = "june@example.com")]
    pub email: EmailAddress,
}

impl FromBody for RequestResetBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { email: fields.required("email", readers::parsed(EmailAddress::parse))? })
    }
}

/// Ask for a letter to choose another password.
///
/// Answers the same whether or not anybody has the address. Earlier links stay good until one is used.
#[utoipa::path(
    context_path = "/api/v1", tag = "Password resets", request_body = RequestResetBody,
    responses((status = 202, description = "If somebody has this address, a letter is on its way."))
)]
#[post("/password-resets", data = "<body>")]
pub(crate) async fn create_password_reset(
    app: &State<App>,
    client: Client,
    body: Body<RequestResetBody>,
) -> Result<Status, Problem> {
    request_password_reset::request_password_reset(app, &client.0, body.0.email).await?;
    Ok(Status::Accepted)
}

/// A link that can be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResetLinkBody {
    /// Whose password it sets.
    #[schema(example = "june@example.com")]
    pub email: String,
    /// Until when it works.
    pub expires_at: String,
}

/// Look at a reset link.
///
/// Changes nothing.
#[utoipa::path(
    context_path = "/api/v1", tag = "Password resets",
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 200, description = "The link can be used.", body = ResetLinkBody),
        (status = 410, description = "It was used, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[get("/password-resets/<token>")]
pub(crate) async fn show_password_reset(
    app: &State<App>,
    client: Client,
    token: &str,
) -> ApiResult<ResetLinkBody> {
    let link = reset_password::look(app, &client.0, token).await?;
    let email = link.user.email.address.as_str().to_owned();
    Ok(Json(ResetLinkBody { email, expires_at: time(link.expires_at) }))
}

/// The password to set.
#[derive(Debug, ToSchema)]
pub struct ResetPasswordBody {
    /// 8 characters to 1,024 bytes, and not easily guessed.
    #[schema(value_type = String, format = "password", min_length = 8, max_length = 1024)]
    pub password: Password,
}

impl FromBody for ResetPasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { password: fields.required("password", readers::parsed(Password::choose))? })
    }
}

/// Whose password was set.
#[derive(Debug, Serialize, ToSchema)]
pub struct ResetBody {
    /// The person.
    pub user: UserBody,
    /// Orgs founded or joined under the address before this link proved it: to keep or to leave.
    pub orgs_to_review: Vec<OrgRoleBody>,
}

impl From<Reset> for ResetBody {
    fn from(reset: Reset) -> Self {
        Self {
            user: (&reset.user).into(),
            orgs_to_review: reset.orgs_to_review.iter().map(Into::into).collect(),
        }
    }
}

/// Choose another password by a mailed link.
///
/// Ends all sessions of the person, voids every other link, proves the mailbox, and tells the person by
/// mail. A second factor is still asked for when signing in.
#[utoipa::path(
    context_path = "/api/v1", tag = "Password resets", request_body = ResetPasswordBody,
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 200, description = "Whose password was set.", body = ResetBody),
        (status = 410, description = "The link was used, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/password-resets/<token>", data = "<body>")]
pub(crate) async fn use_password_reset(
    app: &State<App>,
    client: Client,
    token: &str,
    body: Body<ResetPasswordBody>,
) -> ApiResult<ResetBody> {
    Ok(Json(reset_password::reset_password(app, &client.0, token, body.0.password).await?.into()))
}
