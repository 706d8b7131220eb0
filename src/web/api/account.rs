//! `/account`: my own account.

use rocket::serde::json::Json;
use rocket::{Route, State, get, patch, routes};
use utoipa::ToSchema;

use super::wire::user::{NameInput, UserBody, optional_name, read_locale, read_username};
use crate::domain::App;
use crate::domain::accounts::show;
use crate::domain::accounts::update::{self, UpdateAccount};
use crate::model::{Locale, PersonName, Username};
use crate::web::answer::ApiResult;
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_account, update_account]
}

/// Show my account.
///
/// Everything the service shows me of myself.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "My account.", body = UserBody))
)]
#[get("/account")]
pub(crate) fn show_account(caller: Caller) -> ApiResult<UserBody> {
    Ok(Json(show::show(&caller.0)?.into()))
}

/// What is to change; what is left out stays.
#[derive(Debug, ToSchema)]
pub struct UpdateAccountBody {
    /// How I am called.
    #[schema(value_type = Option<NameInput>)]
    pub name: Option<PersonName>,
    /// My username; null gives it up.
    #[schema(value_type = Option<String>)]
    pub username: Option<Option<Username>>,
    /// The language I want to be written to in; null forgets it.
    #[schema(value_type = Option<String>, example = "en")]
    pub locale: Option<Option<Locale>>,
    /// Whether operators may sign in as me to help.
    #[schema(value_type = Option<bool>)]
    pub allow_support_login: Option<bool>,
}

impl FromBody for UpdateAccountBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            name: optional_name(fields),
            username: fields.clearable("username", read_username),
            locale: fields.clearable("locale", read_locale),
            allow_support_login: fields.optional("allow_support_login", readers::truth),
        })
    }
}

impl From<UpdateAccountBody> for UpdateAccount {
    fn from(body: UpdateAccountBody) -> Self {
        Self {
            name: body.name,
            username: body.username,
            locale: body.locale,
            allow_support_login: body.allow_support_login,
            password: None,
            email: None,
        }
    }
}

/// Change my account.
///
/// Changes what is given. The email address and the password have calls of their own. The username, and whether
/// operators may sign in as me, take a session.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = ["account:update"])), request_body = UpdateAccountBody,
    responses(
        (status = 200, description = "My account.", body = UserBody),
        (status = 409, description = "The username is taken.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[patch("/account", data = "<body>")]
pub(crate) async fn update_account(
    app: &State<App>,
    caller: Caller,
    body: Body<UpdateAccountBody>,
) -> ApiResult<UserBody> {
    Ok(Json((&update::update(app, &caller.0, body.0.into()).await?).into()))
}
