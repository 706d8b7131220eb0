//! `/sessions`: signing in, who am I, signing out.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, post, put, routes};
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::org::{OrgNameBody, OrgRoleBody};
use super::wire::session::{BearerBody, SessionBody};
use super::wire::user::UserBody;
use crate::domain::App;
use crate::domain::sessions::end::Keep;
use crate::domain::sessions::sign_in::{self, SignIn};
use crate::domain::sessions::start::SignedIn;
use crate::domain::sessions::who_am_i::{self, WhoAmI};
use crate::domain::sessions::{act_for_org, end, list, refresh};
use crate::model::{OrgId, Password, SessionId};
use crate::web::answer::{ApiResult, Created, CreatedResult, Done, DoneResult, PageBody, time};
use crate::web::body::{Body, Fields, FromBody, Reason, readers};
use crate::web::guards::bearer::{Bearer, Replaceable};
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;
use crate::web::param::{KeepCurrentQuery, PageQuery, Param};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        create_session,
        list_sessions,
        delete_sessions,
        delete_session,
        show_current_session,
        refresh_current_session,
        act_for_another_org,
        delete_current_session
    ]
}

/// What a person signs in with: `email` or `username`, not both.
#[derive(Debug, ToSchema)]
pub struct SignInBody {
    /// Their email address.
    #[schema(value_type = Option<String>, example = "june@example.com")]
    pub email: Option<String>,
    /// Or their username.
    #[schema(value_type = Option<String>)]
    pub username: Option<String>,
    /// Their password.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
    /// The org to act for; without it, the one they joined first.
    #[schema(value_type = Option<Uuid>)]
    pub org_id: Option<OrgId>,
}

impl FromBody for SignInBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = if fields.has_value("username") {
            fields.optional("email", |_| {
                Err::<String, _>(Reason::new("email_and_username", "Give `email` or `username`, not both."))
            })
        } else {
            fields.required("email", readers::text_up_to(320))
        };
        let username = fields.optional("username", readers::text_up_to(320));
        let password = fields.required("password", readers::presented_password);
        let org_id = fields.optional("org_id", readers::id);
        Some(Self { email, username, password: password?, org_id })
    }
}

impl From<SignInBody> for SignIn {
    fn from(body: SignInBody) -> Self {
        Self {
            login: body.email.or(body.username).unwrap_or_default(),
            password: body.password,
            act_for: body.org_id.into(),
            invitation: None,
        }
    }
}

/// A person who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignedInBody {
    /// Send it as `Authorization: Bearer …`. A secret.
    #[schema(example = "v4.public.…")]
    pub token: String,
    /// Until when it is good; refresh it before.
    pub expires_at: String,
    /// The session.
    pub session: SessionBody,
    /// Who.
    pub user: UserBody,
    /// The orgs they belong to.
    pub orgs: Vec<OrgRoleBody>,
}

impl From<SignedIn> for SignedInBody {
    fn from(signed_in: SignedIn) -> Self {
        Self {
            token: signed_in.bearer.token,
            expires_at: time(signed_in.bearer.expires_at),
            session: SessionBody::new(&signed_in.session, Some(signed_in.session.id)),
            user: (&signed_in.user).into(),
            orgs: signed_in.memberships.iter().map(Into::into).collect(),
        }
    }
}

/// Sign in.
///
/// An unknown person and a wrong password answer the same, in the same time.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", request_body = SignInBody,
    responses(
        (status = 201, description = "Signed in.", body = SignedInBody),
        (status = 401, description = "The address, username or password is wrong; or `two_factor_required`, with a `challenge` for the second step.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 403, description = "The password is right, and the account not activated or suspended.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "The person does not belong to the org.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/sessions", data = "<body>")]
pub(crate) async fn create_session(
    app: &State<App>,
    client: Client,
    body: Body<SignInBody>,
) -> CreatedResult<SignedInBody> {
    Ok(Created(sign_in::sign_in(app, &client.0, body.0.into()).await?.into()))
}

/// List my sessions.
///
/// Those that are live, the newest first; the one that asks is marked `current`.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = [])),
    params(
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "My live sessions.", body = PageBody<SessionBody>))
)]
#[get("/sessions")]
pub(crate) async fn list_sessions(
    app: &State<App>,
    caller: Caller,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<SessionBody>> {
    let current = caller.0.session().map(|session| session.id);
    let sessions = list::list(app, &caller.0, page.request).await?;
    Ok(Json(page.answer(sessions, |session| SessionBody::new(&session, current))))
}

/// End all my sessions.
///
/// With `keep_current=true`, all but the one that asks.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = [])),
    params(("keep_current" = Option<bool>, Query, description = "Whether the session that asks goes on.")),
    responses((status = 204, description = "Ended."))
)]
#[delete("/sessions")]
pub(crate) async fn delete_sessions(app: &State<App>, caller: Caller, keep: KeepCurrentQuery) -> DoneResult {
    let keep = if keep.0 { Keep::Current } else { Keep::None };
    end::end_all(app, &caller.0, keep).await?;
    Ok(Done)
}

/// End one of my sessions.
///
/// Its token is refused from the next request on.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The session.")),
    responses((status = 204, description = "Ended."))
)]
#[delete("/sessions/<id>", rank = 2)]
pub(crate) async fn delete_session(app: &State<App>, caller: Caller, id: Param<SessionId>) -> DoneResult {
    end::end(app, &caller.0, id.0).await?;
    Ok(Done)
}

/// Who is signed in, for which org, and what they may do there.
#[derive(Debug, Serialize, ToSchema)]
pub struct CurrentSessionBody {
    /// The session; null by an API key.
    pub session: Option<SessionBody>,
    /// Who.
    pub user: UserBody,
    /// The org they act for; null when none.
    pub org: Option<OrgNameBody>,
    /// Their role in it; null when none.
    #[schema(example = "owner")]
    pub role: Option<&'static str>,
    /// What they may do in it; nothing while the org asks for a second factor that they have not turned on.
    pub permissions: Vec<&'static str>,
}

impl From<WhoAmI<'_>> for CurrentSessionBody {
    fn from(me: WhoAmI<'_>) -> Self {
        Self {
            session: me.session.map(|session| SessionBody::new(session, Some(session.id))),
            user: me.user.into(),
            org: me.membership.map(|membership| (&membership.org).into()),
            role: me.membership.map(|membership| membership.role.as_str()),
            permissions: me.permissions.iter().map(|permission| permission.as_str()).collect(),
        }
    }
}

/// Who am I?
///
/// The session, its person, the org they act for and what they may do there. By an API key there is no session, the org is
/// the one it is bound to, and its scopes limit what it may do; a key that is bound to an org takes `org:read` here.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "Who is signed in.", body = CurrentSessionBody))
)]
#[get("/sessions/current")]
pub(crate) fn show_current_session(caller: Caller) -> ApiResult<CurrentSessionBody> {
    Ok(Json(who_am_i::who_am_i(&caller.0)?.into()))
}

/// Replace my token by its successor.
///
/// The old token stops. A retry with it within 30 s gets the same successor; shown later, it ends the
/// session. A token whose own time is over can still be refreshed while its session lives.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = [])),
    responses((status = 200, description = "The next token.", body = BearerBody))
)]
#[post("/sessions/current/refresh")]
pub(crate) async fn refresh_current_session(
    app: &State<App>,
    client: Client,
    bearer: Bearer<'_>,
) -> ApiResult<BearerBody> {
    Ok(Json(refresh::refresh(app, &client.0, bearer.0).await?.into()))
}

/// The org to act for.
#[derive(Debug, ToSchema)]
pub struct ActForOrgBody {
    /// One of mine.
    #[schema(value_type = Uuid)]
    pub org_id: OrgId,
}

impl FromBody for ActForOrgBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { org_id: fields.required("org_id", readers::id)? })
    }
}

/// Act for another org of mine.
///
/// Answers a new token; the old one stops, as when refreshing.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = [])), request_body = ActForOrgBody,
    responses(
        (status = 200, description = "The next token, for that org.", body = BearerBody),
        (status = 404, description = "I do not belong to that org.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[put("/sessions/current/org", data = "<body>")]
pub(crate) async fn act_for_another_org(
    app: &State<App>,
    client: Client,
    bearer: Replaceable<'_>,
    body: Body<ActForOrgBody>,
) -> ApiResult<BearerBody> {
    Ok(Json(act_for_org::act_for_org(app, &client.0, bearer.0, body.0.org_id).await?.into()))
}

/// Sign out.
///
/// Ends the session that asks.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sessions", security(("bearer" = [])),
    responses((status = 204, description = "Signed out."))
)]
#[delete("/sessions/current")]
pub(crate) async fn delete_current_session(app: &State<App>, caller: Caller) -> DoneResult {
    end::end_current(app, &caller.0).await?;
    Ok(Done)
}
