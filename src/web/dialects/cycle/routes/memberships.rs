//! `/v1/account/invites` and `/v1/account/memberships`: the hubs the caller belongs to, or may.

use rocket::{Route, State, get, patch, routes};

use crate::domain::error::Missing;
use crate::domain::invitations::accept::accept;
use crate::domain::invitations::decline::decline;
use crate::domain::invitations::{find_mine, list_mine};
use crate::domain::orgs::list::list_slice;
use crate::domain::{App, Error};
use crate::model::Principal;
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::cycle::failure::{Call, Failure};
use crate::web::dialects::cycle::wire::bodies::{AnswerInput, AnswerInviteBody};
use crate::web::dialects::cycle::wire::list::{Part, PartQuery};
use crate::web::dialects::cycle::wire::membership::MembershipBody;
use crate::web::dialects::cycle::wire::{Data, DataResult, List, ListResult, values};
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_invites, answer_invite, list_memberships]
}

/// getAccountInvites.
///
/// The invitations to the caller's proven address that can be accepted, the newest first, unless `sort=time`.
#[utoipa::path(
    tag = "Memberships", security(("bearer" = ["account:read"])),
    params(PartQuery),
    responses((status = 200, description = "The pending memberships.", body = List<MembershipBody>))
)]
#[get("/v1/account/invites")]
pub(crate) async fn list_invites(app: &State<App>, caller: Caller, part: Part) -> ListResult<MembershipBody> {
    let mine = list_mine::list_mine_slice(app, &caller.0, part.0).await?;
    let invited = &caller.0.identity.user;
    Ok(List::of(&mine, |invitation| MembershipBody::of_invitation(invitation, invited)))
}

/// updateAccountInvite.
///
/// Accepts or declines an invitation.
#[utoipa::path(
    tag = "Memberships", security(("bearer" = [])), request_body = AnswerInput,
    params(("invite_id" = String, Path, description = "The invitation.")),
    responses(
        (status = 200, description = "The membership.", body = Data<MembershipBody>),
        (status = 409, description = "The caller is a member already.", body = crate::web::dialects::cycle::failure::FailureBody),
    )
)]
#[patch("/v1/account/invites/<invite_id>", data = "<body>")]
pub(crate) async fn answer_invite(
    app: &State<App>,
    caller: Caller,
    invite_id: &str,
    body: Body<AnswerInviteBody, DialectRules>,
) -> DataResult<MembershipBody> {
    let answered = answer(app, &caller.0, invite_id, body.0).await;
    Ok(Data::of(answered.map_err(|error| Failure::of(error, Call::AnswerInvite))?))
}

/// getAccountMemberships.
///
/// The newest first, unless `sort=time`.
#[utoipa::path(
    tag = "Memberships", security(("bearer" = ["account:read"])),
    params(PartQuery),
    responses((status = 200, description = "The memberships.", body = List<MembershipBody>))
)]
#[get("/v1/account/memberships")]
pub(crate) async fn list_memberships(
    app: &State<App>,
    caller: Caller,
    part: Part,
) -> ListResult<MembershipBody> {
    let joined = list_slice(app, &caller.0, part.0).await?;
    let member = &caller.0.identity.user;
    Ok(List::of(&joined, |joined| MembershipBody::of_member(joined, member)))
}

async fn answer(
    app: &App,
    caller: &Principal,
    id: &str,
    answer: AnswerInviteBody,
) -> Result<MembershipBody, Error> {
    let id = find_mine::find_mine(app, caller, values::id(id, Missing::Invitation)?).await?.to_string();
    let (client, user) = (&caller.client, &caller.identity.user);
    Ok(match answer {
        AnswerInviteBody::Accept => {
            MembershipBody::of_member(&accept(app, client, Some(caller), &id).await?, user)
        }
        AnswerInviteBody::Decline => {
            MembershipBody::of_invitation(&decline(app, client, Some(caller), &id).await?, user)
        }
    })
}
