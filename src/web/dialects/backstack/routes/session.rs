//! The session: signing in, choosing an account, signing out.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};

use super::member::{MaybeMember, Member};
use crate::domain::machine::identity::identify;
use crate::domain::sessions::orgs_to_act_for::orgs_to_act_for;
use crate::domain::sessions::who_am_i::who_am_i;
use crate::domain::sessions::{act_for_org, authenticate, end, sign_in};
use crate::domain::sign_up_domains::list::list_all;
use crate::domain::{App, Error};
use crate::model::{Membership, Principal};
use crate::web::body::Body;
use crate::web::dialects::backstack::failure::Failure;
use crate::web::dialects::backstack::wire::bodies::{ChooseAccountBody, LoginBody};
use crate::web::dialects::backstack::wire::cookie::WithCookie;
use crate::web::dialects::backstack::wire::session::{SessionBody, SignedInAs};
use crate::web::dialects::backstack::wire::{Answered, Rules};
use crate::web::guards::client::Client;
use crate::web::settings::WebSettings;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_session, create_session, choose_account, delete_session]
}

/// The session.
///
/// Who is not signed in gets one that says so.
#[utoipa::path(
    tag = "Session",
    responses((status = 200, description = "The session.", body = SessionBody))
)]
#[get("/v1/auth/session")]
pub(crate) async fn show_session(app: &State<App>, member: MaybeMember) -> Answered<SessionBody> {
    Ok(Json(match &member.0 {
        Some(member) => present(app, &member.principal).await?,
        None => SessionBody::signed_out(identify(app), "login"),
    }))
}

/// Log in.
///
/// By username or email address. Whoever belongs to several accounts chooses one next.
#[utoipa::path(
    tag = "Session", request_body = LoginBody,
    responses((status = 200, description = "The session; it rides in the cookie `BackstackJWT`.", body = SessionBody))
)]
#[post("/v1/auth/login", data = "<body>")]
pub(crate) async fn create_session(
    app: &State<App>,
    settings: &State<WebSettings>,
    client: Client,
    body: Body<LoginBody, Rules>,
) -> Result<WithCookie<SessionBody>, Failure> {
    let signed_in = sign_in::sign_in(app, &client.0, body.0.into()).await?;
    let acts_for = |membership: &&Membership| Some(membership.org.id) == signed_in.session.org_id;
    let acting = signed_in.memberships.iter().find(acts_for);
    let who = SignedInAs {
        user: &signed_in.user,
        acting,
        permissions: acting.map_or(&[][..], Membership::permissions),
        memberships: &signed_in.memberships,
        last_org: signed_in.last_org,
    };
    let session = SessionBody::signed_in(identify(app), &who, &list_all(app).await?);
    Ok(WithCookie::holding(&signed_in.bearer, app, settings, session))
}

/// Choose the account to act for.
///
/// The token that was shown is replaced.
#[utoipa::path(
    tag = "Session", security(("bearer" = []), ("cookie" = [])), request_body = ChooseAccountBody,
    responses((status = 200, description = "The session; it rides in the cookie `BackstackJWT`.", body = SessionBody))
)]
#[post("/v1/auth/login-account", data = "<body>")]
pub(crate) async fn choose_account(
    app: &State<App>,
    settings: &State<WebSettings>,
    member: Member,
    body: Body<ChooseAccountBody, Rules>,
) -> Result<WithCookie<SessionBody>, Failure> {
    let client = member.principal.client;
    let bearer = act_for_org::act_for_org(app, &client, &member.token, body.0.account_id).await?;
    let principal = authenticate::authenticate(app, &bearer.token, client).await?;
    Ok(WithCookie::holding(&bearer, app, settings, present(app, &principal).await?))
}

/// Log out.
///
/// Ends the session, if there is one, and gives the cookie up.
#[utoipa::path(
    tag = "Session",
    responses((status = 200, description = "The session: there is none.", body = SessionBody))
)]
#[post("/v1/auth/logout")]
pub(crate) async fn delete_session(
    app: &State<App>,
    settings: &State<WebSettings>,
    member: MaybeMember,
) -> Result<WithCookie<SessionBody>, Failure> {
    if let Some(member) = member.0 {
        end::end_current(app, &member.principal).await?;
    }
    Ok(WithCookie::gone(settings, SessionBody::signed_out(identify(app), "logout")))
}

/// The session of somebody who is signed in.
async fn present(app: &App, principal: &Principal) -> Result<SessionBody, Error> {
    let caller = who_am_i(principal)?;
    let choice = orgs_to_act_for(app, principal).await?;
    let who = SignedInAs {
        user: caller.user,
        acting: caller.membership,
        permissions: &caller.permissions,
        memberships: &choice.memberships,
        last_org: choice.last_org,
    };
    Ok(SessionBody::signed_in(identify(app), &who, &list_all(app).await?))
}
