//! `/account/email-changes` and `/email-changes`: changing one's address.

use rocket::http::Status;
use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::accounts::email_change::{agree, deny, look, request};
use crate::model::{EmailAddress, EmailChange, Password};
use crate::web::answer::{ApiResult, Done, DoneResult, time};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;
use crate::web::problem::Problem;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        create_email_change,
        show_email_change,
        accept_email_change,
        deny_email_change,
        confirm_email_change
    ]
}

/// The address that is to be, and my password.
#[derive(Debug, ToSchema)]
pub struct CreateEmailChangeBody {
    /// The password in force.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
    /// The address that is to be mine.
    #[schema(value_type = String, example = "june@new.example.com")]
    pub email: EmailAddress,
}

impl FromBody for CreateEmailChangeBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.required("password", readers::presented_password);
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        Some(Self { password: password?, email: email? })
    }
}

/// Ask for another address.
///
/// Changes nothing yet: a letter to the old address asks to accept or deny, one to the new address asks to
/// confirm. What was asked for before is void. Answers the same whether or not somebody has the new address.
/// Too many wrong passwords in a row lock this for a while.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = [])), request_body = CreateEmailChangeBody,
    responses((status = 202, description = "The letters are on their way."))
)]
#[post("/account/email-changes", data = "<body>")]
pub(crate) async fn create_email_change(
    app: &State<App>,
    caller: Caller,
    body: Body<CreateEmailChangeBody>,
) -> Result<Status, Problem> {
    request::request(app, &caller.0, Some(body.0.password), body.0.email).await?;
    Ok(Status::Accepted)
}

/// A link that can be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct EmailChangeLinkBody {
    /// What it does: `accept`, `deny` or `confirm`.
    #[schema(example = "accept")]
    pub action: &'static str,
    /// The address that is to be.
    #[schema(example = "june@new.example.com")]
    pub email: String,
    /// Until when it works.
    pub expires_at: String,
}

/// Look at a link of a change of address.
///
/// Changes nothing.
#[utoipa::path(
    context_path = "/api/v1", tag = "Email changes",
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 200, description = "The link can be used.", body = EmailChangeLinkBody),
        (status = 410, description = "It was used, is void, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[get("/email-changes/<token>")]
pub(crate) async fn show_email_change(
    app: &State<App>,
    client: Client,
    token: &str,
) -> ApiResult<EmailChangeLinkBody> {
    let link = look::look(app, &client.0, token).await?;
    Ok(Json(EmailChangeLinkBody {
        action: link.step.as_str(),
        email: link.change.new.as_str().to_owned(),
        expires_at: time(link.change.expires_at),
    }))
}

/// How far a change of address has come. It is in effect once it is both accepted and confirmed; one that was asked for
/// through a dialect may need no more than one of them.
#[derive(Debug, Serialize, ToSchema)]
pub struct EmailChangeBody {
    /// The address that is to be, or is.
    #[schema(example = "june@new.example.com")]
    pub email: String,
    /// Whether it was accepted at the old address.
    pub accepted: bool,
    /// Whether it was confirmed at the new address.
    pub confirmed: bool,
}

impl From<EmailChange> for EmailChangeBody {
    fn from(change: EmailChange) -> Self {
        Self {
            email: change.new.as_str().to_owned(),
            accepted: change.accepted_at.is_some(),
            confirmed: change.confirmed_at.is_some(),
        }
    }
}

/// Accept a change of address.
///
/// By the link in the letter to the old address. Once confirmed as well it takes effect: every session ends
/// but the one that asked, every other link is void, and the old address is told, with a link that puts it
/// back for seven days.
#[utoipa::path(
    context_path = "/api/v1", tag = "Email changes",
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 200, description = "Accepted.", body = EmailChangeBody),
        (status = 409, description = "Another account has the address by now.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The link was used, is void, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/email-changes/<token>/accept")]
pub(crate) async fn accept_email_change(
    app: &State<App>,
    client: Client,
    token: &str,
) -> ApiResult<EmailChangeBody> {
    Ok(Json(agree::accept(app, &client.0, token).await?.into()))
}

/// Deny a change of address.
///
/// By the link in the letter to the old address: whoever asked knew the password. All sessions end, the
/// password is void, and a letter to choose another one is sent to the old address.
#[utoipa::path(
    context_path = "/api/v1", tag = "Email changes",
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 204, description = "Denied."),
        (status = 410, description = "The link was used, is void, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/email-changes/<token>/deny")]
pub(crate) async fn deny_email_change(app: &State<App>, client: Client, token: &str) -> DoneResult {
    deny::deny(app, &client.0, token).await?;
    Ok(Done)
}

/// Confirm a change of address.
///
/// By the link in the letter to the new address, which proves it. Once accepted as well the change takes
/// effect, as there.
#[utoipa::path(
    context_path = "/api/v1", tag = "Email changes",
    params(("token" = String, Path, description = "The token of the letter's link.")),
    responses(
        (status = 200, description = "Confirmed.", body = EmailChangeBody),
        (status = 409, description = "Another account has the address by now.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The link was used, is void, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/email-changes/<token>/confirm")]
pub(crate) async fn confirm_email_change(
    app: &State<App>,
    client: Client,
    token: &str,
) -> ApiResult<EmailChangeBody> {
    Ok(Json(agree::confirm(app, &client.0, token).await?.into()))
}
