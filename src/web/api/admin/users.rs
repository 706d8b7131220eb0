//! `/admin/users`: everybody there is.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, put, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::operators::users::show::ShownUser;
use crate::domain::operators::users::{
    list, reset_two_factor, restore, set_address, show, sign_out, support_login, suspend,
};
use crate::model::{EmailAddress, User, UserId};
use crate::web::answer::{ApiResult, Created, CreatedResult, Done, DoneResult, PageBody, time};
use crate::web::api::sessions::SignedInBody;
use crate::web::api::wire::org::OrgRoleBody;
use crate::web::api::wire::session::SessionBody;
use crate::web::api::wire::user::UserBody;
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::operator::Operator;
use crate::web::param::{PageQuery, Param, SearchQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        list_users,
        show_user,
        suspend_user,
        restore_user,
        sign_out_user,
        reset_two_factor_of_user,
        set_address_of_user,
        create_support_session
    ]
}

/// A person as operators see them.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdminUserBody {
    /// The person as they see themselves.
    #[serde(flatten)]
    pub user: UserBody,
    /// Whether they run this service.
    pub operator: bool,
    /// When their account was last activated; null until then.
    pub activated_at: Option<String>,
}

impl From<&User> for AdminUserBody {
    fn from(user: &User) -> Self {
        Self { user: user.into(), operator: user.operator, activated_at: user.activated_at.map(time) }
    }
}

/// A person, with what they belong to and where they are signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownUserBody {
    /// The person.
    #[serde(flatten)]
    pub user: AdminUserBody,
    /// The orgs they belong to, at most 200.
    pub orgs: Vec<OrgRoleBody>,
    /// Their live sessions, at most 200.
    pub sessions: Vec<SessionBody>,
}

impl From<&ShownUser> for ShownUserBody {
    fn from(shown: &ShownUser) -> Self {
        Self {
            user: (&shown.user).into(),
            orgs: shown.memberships.iter().map(Into::into).collect(),
            sessions: shown.sessions.iter().map(|session| SessionBody::new(session, None)).collect(),
        }
    }
}

/// List everybody.
///
/// The newest account first; with `search`, those whose address, username or name begins with it, and whoever it is
/// the id of.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(
        ("search" = Option<String>, Query, description = "The beginning of an address, a username or a name, or an id.", example = "june"),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The people.", body = PageBody<AdminUserBody>))
)]
#[get("/admin/users")]
pub(crate) async fn list_users(
    app: &State<App>,
    operator: Operator,
    search: SearchQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<AdminUserBody>> {
    let users = list::list(app, &operator.0, search.0, page.request).await?;
    Ok(Json(page.answer(users, |user| (&user).into())))
}

/// Show a person.
///
/// With the orgs they belong to and their live sessions.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The person.")),
    responses((status = 200, description = "The person.", body = ShownUserBody))
)]
#[get("/admin/users/<id>")]
pub(crate) async fn show_user(
    app: &State<App>,
    operator: Operator,
    id: Param<UserId>,
) -> ApiResult<ShownUserBody> {
    Ok(Json((&show::show(app, &operator.0, id.0).await?).into()))
}

/// Suspend a person.
///
/// Every session of theirs ends, their API keys are refused, and they can't sign in; they are told by mail. What they
/// belong to stays, an org that only they own too. Whoever is suspended already stays so. Nobody suspends themselves.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The person.")),
    responses(
        (status = 200, description = "The person.", body = AdminUserBody),
        (status = 409, description = "The account waits to be activated or deleted.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/admin/users/<id>/suspend")]
pub(crate) async fn suspend_user(
    app: &State<App>,
    operator: Operator,
    id: Param<UserId>,
) -> ApiResult<AdminUserBody> {
    Ok(Json((&suspend::suspend(app, &operator.0, id.0).await?).into()))
}

/// Open a suspended account again.
///
/// With the API keys it has; its person is told by mail. An account that is open stays so.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The person.")),
    responses(
        (status = 200, description = "The person.", body = AdminUserBody),
        (status = 409, description = "The account waits to be activated or deleted.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/admin/users/<id>/restore")]
pub(crate) async fn restore_user(
    app: &State<App>,
    operator: Operator,
    id: Param<UserId>,
) -> ApiResult<AdminUserBody> {
    Ok(Json((&restore::restore(app, &operator.0, id.0).await?).into()))
}

/// Sign a person out everywhere.
///
/// They are told by mail. Their API keys go on.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The person.")),
    responses((status = 204, description = "Signed out."))
)]
#[post("/admin/users/<id>/sign-out")]
pub(crate) async fn sign_out_user(app: &State<App>, operator: Operator, id: Param<UserId>) -> DoneResult {
    sign_out::sign_out(app, &operator.0, id.0).await?;
    Ok(Done)
}

/// Turn a lost second factor off.
///
/// For a person who lost their app and their recovery codes: from then on the password alone signs in. Every session
/// of theirs ends, and they are told by mail, with a link to say that it was not their wish.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The person.")),
    responses(
        (status = 200, description = "The person.", body = AdminUserBody),
        (status = 409, description = "No second factor is on.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/admin/users/<id>/two-factor/reset")]
pub(crate) async fn reset_two_factor_of_user(
    app: &State<App>,
    operator: Operator,
    id: Param<UserId>,
) -> ApiResult<AdminUserBody> {
    Ok(Json((&reset_two_factor::reset_two_factor(app, &operator.0, id.0).await?).into()))
}

/// The address to give.
#[derive(Debug, ToSchema)]
pub struct SetAddressBody {
    /// The address of the mailbox that they read.
    #[schema(value_type = String, example = "june@example.com")]
    pub email: EmailAddress,
}

impl FromBody for SetAddressBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { email: fields.required("email", readers::parsed(EmailAddress::parse))? })
    }
}

/// Give a person who lost their mailbox another address.
///
/// A letter there asks for the proof of it; until then the address is unproven. The old mailbox is told, whatever was
/// mailed there is void, and every session of theirs ends.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])), request_body = SetAddressBody,
    params(("id" = Uuid, Path, description = "The person.")),
    responses(
        (status = 200, description = "The person.", body = AdminUserBody),
        (status = 409, description = "Another account has the address.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[put("/admin/users/<id>/email", data = "<body>")]
pub(crate) async fn set_address_of_user(
    app: &State<App>,
    operator: Operator,
    id: Param<UserId>,
    body: Body<SetAddressBody>,
) -> ApiResult<AdminUserBody> {
    Ok(Json((&set_address::set_address(app, &operator.0, id.0, body.0.email).await?).into()))
}

/// Sign in as a person, to help them.
///
/// While they allow it (`allow_support_login` of their account), and for a short while. They are told by mail, and see it
/// among their sign-ins and sessions. It reaches nothing that they sign in with, and ends at once when they allow it no
/// longer. What is done in it is audited as the operator's.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The person.")),
    responses((status = 201, description = "Signed in as them.", body = SignedInBody))
)]
#[post("/admin/users/<id>/support-login")]
pub(crate) async fn create_support_session(
    app: &State<App>,
    operator: Operator,
    id: Param<UserId>,
) -> CreatedResult<SignedInBody> {
    Ok(Created(support_login::support_login(app, &operator.0, id.0).await?.into()))
}
