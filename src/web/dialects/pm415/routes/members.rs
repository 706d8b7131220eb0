//! `/api/org/<id>/…`: who belongs to an org, who may, and as what.

use rocket::{Route, State, get, post, put, routes};

use super::{PAGE, find_org};
use crate::domain::invitations::invite::{Asked, Invite, invite};
use crate::domain::invitations::look::look;
use crate::domain::members::change_role::{RoleChange, change_roles};
use crate::domain::members::{list, mail_resets, remove};
use crate::domain::orgs::show;
use crate::domain::{App, Error, numbers};
use crate::model::{Number, OrgId, PageRequest, Principal, Role, UserId};
use crate::web::body::Body;
use crate::web::dialects::pm415::failure::{Call, Failure, FailureBody};
use crate::web::dialects::pm415::wire::bodies::{InviteLinkBody, UsersBody};
use crate::web::dialects::pm415::wire::org::{InviteLink, Members, SeenInvitation, Success};
use crate::web::dialects::pm415::wire::{Answer, Pm415Result, Pm415Rules};
use crate::web::guards::caller::Caller;
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        list_users,
        create_invite_link,
        show_invitation,
        remove_users,
        grant_admin,
        revoke_admin,
        reset_passwords
    ]
}

/// List an org's users.
///
/// Its members may, but for whoever waits to be let in.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["members:read"])),
    params(("id" = i64, Path, description = "The number of the org.")),
    responses((status = 200, description = "The users.", body = Members))
)]
#[get("/api/org/<id>/users")]
pub(crate) async fn list_users(app: &State<App>, caller: Caller, id: &str) -> Pm415Result<Members> {
    let org_id = find_org(app, &caller.0, id).await?;
    let (mut users, mut after) = (Vec::new(), None);
    loop {
        let page = list::list(app, &caller.0, org_id, None, PageRequest { limit: PAGE, after }).await?;
        users.extend(page.items.iter().map(Into::into));
        after = page.next;
        if after.is_none() {
            return Ok(Answer(Members { success: true, users }));
        }
    }
}

/// Invite somebody.
///
/// By a letter, and by the link that is answered. Whoever joins waits to be let in by an admin. Any member may
/// invite, but for whoever waits.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["invitations:propose"])), request_body = InviteLinkBody,
    params(("id" = i64, Path, description = "The number of the org.")),
    responses(
        (status = 200, description = "The link.", body = InviteLink),
        (status = 409, description = "Somebody with this address is a member.", body = FailureBody),
    )
)]
#[post("/api/org/<id>/invitelink", data = "<body>", rank = 2)]
pub(crate) async fn create_invite_link(
    app: &State<App>,
    caller: Caller,
    id: &str,
    body: Body<InviteLinkBody, Pm415Rules>,
) -> Pm415Result<InviteLink> {
    let email = body.0.email;
    let at = |organization: String| {
        let call = Call::InviteLink { email: email.text.clone(), organization };
        move |error| Failure::new(error, call)
    };
    let org_id = find_org(app, &caller.0, id).await.map_err(at(String::new()))?;
    let org = show::show(app, &caller.0, org_id).await.map_err(at(String::new()))?.org;
    let invited = Invite { email: email.address.clone(), role: Role::Pending, message: None, locale: None };
    let invited = invite(app, &caller.0, org_id, vec![invited], Asked::One)
        .await
        .map_err(at(org.name.as_str().to_owned()))?;
    let confirm_url = invited.into_iter().map(|invited| invited.link).collect();
    Ok(Answer(InviteLink { success: true, confirm_url }))
}

/// Look at an invitation.
///
/// By either of its tokens. Changes nothing.
#[utoipa::path(
    tag = "/org",
    params(("token" = Option<String>, Query, description = "The token.")),
    responses(
        (status = 200, description = "The invitation.", body = SeenInvitation),
        (status = 409, description = "The invitation was used.", body = FailureBody),
        (status = 422, description = "The invitation can't be used; or no token was given.", body = FailureBody),
    )
)]
#[get("/api/org/invite?<token>")]
pub(crate) async fn show_invitation(
    app: &State<App>,
    client: Client,
    token: Option<&str>,
) -> Pm415Result<SeenInvitation> {
    let token = token.unwrap_or_default();
    let call = if token.is_empty() { Call::InvitationWithoutToken } else { Call::Invitation };
    let seen = look(app, &client.0, token).await.map_err(|error| Failure::new(error, call))?;
    Ok(Answer(SeenInvitation {
        success: true,
        email: seen.invitation.email.as_str().to_owned(),
        organization: seen.org.name.as_str().to_owned(),
    }))
}

/// Those of an org's members whose numbers a body has.
async fn members(
    app: &App,
    caller: &Principal,
    id: &str,
    numbers: Vec<Number>,
) -> Result<(OrgId, Vec<UserId>), Error> {
    let org_id = find_org(app, caller, id).await?;
    Ok((org_id, numbers::find_members(app, caller, org_id, numbers).await?))
}

/// Remove users from an org.
///
/// Its admins may; and anybody themselves alone.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["members:manage"])), request_body = UsersBody,
    params(("id" = i64, Path, description = "The number of the org.")),
    responses(
        (status = 200, description = "Removed.", body = Success),
        (status = 409, description = "The last owner would be gone.", body = FailureBody),
    )
)]
#[post("/api/org/<id>/users/remove", data = "<body>")]
pub(crate) async fn remove_users(
    app: &State<App>,
    caller: Caller,
    id: &str,
    body: Body<UsersBody, Pm415Rules>,
) -> Pm415Result<Success> {
    let (org_id, users) = members(app, &caller.0, id, body.0.users_id).await?;
    remove::remove_several(app, &caller.0, org_id, users).await?;
    Ok(Answer(Success { success: true, message: None }))
}

/// Make users admins.
///
/// Whoever waited is let in by it. An owner stays one.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["members:manage"])), request_body = UsersBody,
    params(("id" = i64, Path, description = "The number of the org.")),
    responses((status = 200, description = "They are admins.", body = Success))
)]
#[put("/api/org/<id>/admin/grant", data = "<body>")]
pub(crate) async fn grant_admin(
    app: &State<App>,
    caller: Caller,
    id: &str,
    body: Body<UsersBody, Pm415Rules>,
) -> Pm415Result<Success> {
    let (org_id, users) = members(app, &caller.0, id, body.0.users_id).await?;
    change_roles(app, &caller.0, org_id, users, RoleChange::RaiseTo(Role::Admin)).await?;
    Ok(Answer(Success { success: true, message: None }))
}

/// Make users members.
///
/// Whoever waited is let in by it.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["members:manage"])), request_body = UsersBody,
    params(("id" = i64, Path, description = "The number of the org.")),
    responses(
        (status = 200, description = "They are members.", body = Success),
        (status = 409, description = "The last owner would be gone.", body = FailureBody),
    )
)]
#[put("/api/org/<id>/admin/revoke", data = "<body>")]
pub(crate) async fn revoke_admin(
    app: &State<App>,
    caller: Caller,
    id: &str,
    body: Body<UsersBody, Pm415Rules>,
) -> Pm415Result<Success> {
    let (org_id, users) = members(app, &caller.0, id, body.0.users_id).await?;
    change_roles(app, &caller.0, org_id, users, RoleChange::SetTo(Role::Member)).await?;
    Ok(Answer(Success { success: true, message: Some("Administrator rights revoked") }))
}

/// Mail users a link to set another password.
///
/// Nothing changes until they use it.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["members:manage"])), request_body = UsersBody,
    params(("id" = i64, Path, description = "The number of the org.")),
    responses((status = 200, description = "The letters are on their way.", body = Success))
)]
#[put("/api/org/<id>/admin/resetpassword", data = "<body>")]
pub(crate) async fn reset_passwords(
    app: &State<App>,
    caller: Caller,
    id: &str,
    body: Body<UsersBody, Pm415Rules>,
) -> Pm415Result<Success> {
    let (org_id, users) = members(app, &caller.0, id, body.0.users_id).await?;
    mail_resets::mail_resets(app, &caller.0, org_id, users).await?;
    Ok(Answer(Success { success: true, message: None }))
}
