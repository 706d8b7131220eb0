//! `/activation` and `/not-me`: what the letters of a sign-up lead to.

use rocket::http::Status;
use rocket::serde::json::Json;
use rocket::{Route, State, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::org::{OrgBody, OrgRoleBody};
use super::wire::user::{TokenInput, UserBody};
use crate::domain::App;
use crate::domain::accounts::activate::{self, Activated};
use crate::domain::accounts::{disown, resend_activation};
use crate::model::EmailAddress;
use crate::web::answer::{ApiResult, Done, DoneResult};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::client::Client;
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![activate_account, resend_activation_letter, disown_sign_up]
}

/// An open account.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActivatedBody {
    /// The person.
    pub user: UserBody,
    /// The org they founded or joined by this sign-up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org: Option<OrgBody>,
    /// Orgs founded or joined under the address before it was proven: to keep or to leave.
    pub orgs_to_review: Vec<OrgRoleBody>,
}

impl From<Activated> for ActivatedBody {
    fn from(activated: Activated) -> Self {
        Self {
            user: (&activated.user).into(),
            org: activated.org.as_ref().map(Into::into),
            orgs_to_review: activated.orgs_to_review.iter().map(Into::into).collect(),
        }
    }
}

/// Prove the mailbox and open the account.
///
/// Spends the token of the letter. The password and the org of that very sign-up hold; every other
/// sign-up with the address is void. A token that whoever signed up was told too, as a dialect documents it, opens the
/// account and proves nothing: another letter follows that does.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sign-up", request_body = TokenInput,
    responses(
        (status = 200, description = "The account is open, the mailbox proven.", body = ActivatedBody),
        (status = 404, description = "The token is not known.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The token was used, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/activation", data = "<body>")]
pub(crate) async fn activate_account(
    app: &State<App>,
    client: Client,
    body: Body<TokenInput>,
) -> ApiResult<ActivatedBody> {
    Ok(Json(activate::activate(app, &client.0, &body.0.token).await?.into()))
}

/// An address.
#[derive(Debug, ToSchema)]
pub struct ResendBody {
    /// The address to write to.
    #[schema(value_type = String, example = "june@example.com")]
    pub email: EmailAddress,
}

impl FromBody for ResendBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { email: fields.required("email", readers::parsed(EmailAddress::parse))? })
    }
}

/// Send the activation letter again.
///
/// Answers the same whether or not anybody waits with the address. Earlier letters stay good.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sign-up", request_body = ResendBody,
    responses((status = 202, description = "If somebody waits with this address, a letter is on its way."))
)]
#[post("/activation/resend", data = "<body>")]
pub(crate) async fn resend_activation_letter(
    app: &State<App>,
    client: Client,
    body: Body<ResendBody>,
) -> Result<Status, Problem> {
    resend_activation::resend_activation(app, &client.0, body.0.email).await?;
    Ok(Status::Accepted)
}

/// Say that somebody else did what a letter tells of.
///
/// Spends the "this wasn't me" token of the letter. A sign-up is forgotten. An account loses its password and
/// its sessions and a letter to choose another password is sent; an address that was changed is put back before.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sign-up",
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 204, description = "Undone."),
        (status = 409, description = "Another account has the former address by now.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The token was used, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/not-me/<token>")]
pub(crate) async fn disown_sign_up(app: &State<App>, client: Client, token: &str) -> DoneResult {
    disown::disown(app, &client.0, token).await?;
    Ok(Done)
}
