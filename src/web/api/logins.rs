//! `/account/logins`: who tried to sign in to my account.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::App;
use crate::domain::sessions::list_logins as operation;
use crate::model::login::LoginRefusal;
use crate::model::{Login, UserId};
use crate::web::answer::{ApiResult, PageBody, time};
use crate::web::guards::caller::Caller;
use crate::web::param::PageQuery;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_logins]
}

/// An attempt to sign in.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoginBody {
    /// The attempt's id.
    pub id: Uuid,
    /// When.
    pub created_at: String,
    /// From which address; empty once it was erased with the operator who was signed in.
    pub ip: String,
    /// With which user agent.
    pub device: Option<String>,
    /// By what: `password`, `api_key`, or `support` where an operator signed in to help.
    #[schema(example = "password")]
    pub kind: &'static str,
    /// The id of the operator, for a support login; told of those alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_id: Option<Uuid>,
    /// Whether it let the caller in.
    pub success: bool,
    /// Why not: `wrong_password`, `wrong_code`, `account_suspended`, `api_key_expired` or `ip_not_allowed`.
    pub reason: Option<&'static str>,
}

impl From<&Login> for LoginBody {
    fn from(login: &Login) -> Self {
        Self {
            id: login.id.uuid(),
            created_at: time(login.at),
            ip: login.ip.clone(),
            device: login.device.clone(),
            kind: login.kind.as_str(),
            operator_id: login.operator_id.map(UserId::uuid),
            success: login.refusal.is_none(),
            reason: login.refusal.map(LoginRefusal::as_str),
        }
    }
}

/// List the attempts to sign in to my account.
///
/// Refused ones too, with the reason; the newest first, kept for 90 days. Of API keys, the first use from each place,
/// and refused uses at most once in five minutes.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = [])),
    params(
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The attempts.", body = PageBody<LoginBody>))
)]
#[get("/account/logins")]
pub(crate) async fn list_logins(
    app: &State<App>,
    caller: Caller,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<LoginBody>> {
    let logins = operation::list_logins(app, &caller.0, page.request).await?;
    Ok(Json(page.answer(logins, |login| (&login).into())))
}
