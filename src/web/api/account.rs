//! `/account`: my own account.

use rocket::{Route, State, delete, get, patch, routes};
use utoipa::ToSchema;

use super::wire::job::JobBody;
use super::wire::user::{NameInput, PasswordInput, UserBody, optional_name, read_locale, read_username};
use crate::domain::App;
use crate::domain::accounts::update::{self, UpdateAccount};
use crate::domain::accounts::{delete as deletion, show};
use crate::domain::expected::Expected;
use crate::model::{Locale, PersonName, User, Username};
use crate::web::answer::{Accepted, AcceptedResult, Tagged, TaggedResult};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;
use crate::web::guards::if_match::IfMatch;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_account, update_account, delete_account]
}

/// Show my account.
///
/// Everything the service shows me of myself.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "My account.", body = UserBody, headers(("ETag" = String, description = "Its version, of everything but when I last signed in: for `If-Match`."))))
)]
#[get("/account")]
pub(crate) fn show_account(caller: Caller) -> TaggedResult<UserBody> {
    Ok(tagged(show::show(&caller.0)?))
}

fn tagged(user: &User) -> Tagged<UserBody> {
    Tagged { body: user.into(), version: user.version }
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
            name: body.name.map(Into::into),
            username: body.username,
            locale: body.locale,
            allow_support_login: body.allow_support_login,
            password: None,
            email: None,
            expected: Expected::Any,
        }
    }
}

/// Change my account.
///
/// Changes what is given. The email address and the password have calls of their own. The username, and whether
/// operators may sign in as me, take a session. With `If-Match`, only the version that was read is changed.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = ["account:update"])), request_body = UpdateAccountBody,
    params(("If-Match" = Option<String>, Header, description = "The `ETag` of the version that was read.", example = "\"7\"")),
    responses(
        (status = 200, description = "My account.", body = UserBody, headers(("ETag" = String, description = "Its version, of everything but when I last signed in: for `If-Match`."))),
        (status = 412, description = "It was changed after it was read.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "The username is taken.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[patch("/account", data = "<body>")]
pub(crate) async fn update_account(
    app: &State<App>,
    caller: Caller,
    if_match: IfMatch,
    body: Body<UpdateAccountBody>,
) -> TaggedResult<UserBody> {
    let input = UpdateAccount { expected: if_match.0, ..body.0.into() };
    Ok(tagged(&update::update(app, &caller.0, input).await?))
}

/// Delete my account.
///
/// Ends all my sessions at once and tells me by mail. Signing in before the job is due takes it back; then
/// everything personal is erased for good. The token that asks may still read the job.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = [])), request_body = PasswordInput,
    responses(
        (status = 202, description = "The job that erases the account.", body = JobBody),
        (status = 409, description = "Orgs would be left without an owner: `orgs` names them.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[delete("/account", data = "<body>")]
pub(crate) async fn delete_account(
    app: &State<App>,
    caller: Caller,
    body: Body<PasswordInput>,
) -> AcceptedResult<JobBody> {
    Ok(Accepted((&deletion::delete(app, &caller.0, Some(body.0.password)).await?).into()))
}
