//! `/invitations/{token}` and `/account/invitations`: the invited person's side.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::org::{MembershipBody, OrgNameBody};
use super::wire::user::NamedUserBody;
use crate::domain::App;
use crate::domain::invitations::look::Seen;
use crate::domain::invitations::{accept, decline, list_mine, look};
use crate::model::{Invitation, Org, Timestamp};
use crate::web::answer::{ApiResult, Done, DoneResult, PageBody, time};
use crate::web::guards::caller::{Caller, MaybeCaller};
use crate::web::guards::client::Client;
use crate::web::param::PageQuery;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_invitation, accept_invitation, decline_invitation, list_my_invitations]
}

/// An invitation as the invited person sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyInvitationBody {
    /// The invitation's id: serves in place of a token to whoever is signed in with the proven address.
    pub id: Uuid,
    /// Into which org.
    pub org: OrgNameBody,
    /// Who invited.
    pub inviter: NamedUserBody,
    /// Whom.
    pub email: String,
    /// As what.
    #[schema(example = "member")]
    pub role: &'static str,
    /// A word from the inviter.
    pub message: Option<String>,
    /// Always `pending`: one that can't be used any more is not shown.
    #[schema(example = "pending")]
    pub state: &'static str,
    /// Until when it can be used.
    pub expires_at: String,
    /// Whether the address has an account; told to the holder of the mailed token alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_account: Option<bool>,
}

impl MyInvitationBody {
    fn new(invitation: &Invitation, org: &Org, has_account: Option<bool>, now: Timestamp) -> Self {
        Self {
            id: invitation.id.uuid(),
            org: org.into(),
            inviter: (&invitation.inviter).into(),
            email: invitation.email.as_str().to_owned(),
            role: invitation.role.as_str(),
            message: invitation.message.clone(),
            state: invitation.state(now).as_str(),
            expires_at: time(invitation.expires_at),
            has_account,
        }
    }
}

impl From<&Seen> for MyInvitationBody {
    fn from(seen: &Seen) -> Self {
        Self::new(&seen.invitation, &seen.org, seen.has_account, seen.now)
    }
}

/// Look at an invitation.
///
/// Changes nothing. `has_account` is there with the mailed token alone.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations",
    params(("token" = String, Path, description = "The token of the link or the letter.")),
    responses(
        (status = 200, description = "The invitation.", body = MyInvitationBody),
        (status = 410, description = "It can't be used any more.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[get("/invitations/<token>")]
pub(crate) async fn show_invitation(
    app: &State<App>,
    client: Client,
    token: &str,
) -> ApiResult<MyInvitationBody> {
    Ok(Json((&look::look(app, &client.0, token).await?).into()))
}

/// Accept an invitation.
///
/// Signed in with the invited address: proven, or proven now by the mailed token. The invitation's id
/// serves in place of a token to the owner of the proven address.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations", security(("bearer" = [])),
    params(("token" = String, Path, description = "The token of the link or the letter, or the invitation's id.")),
    responses(
        (status = 200, description = "Joined.", body = MembershipBody),
        (status = 409, description = "I am a member already.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "It can't be used any more.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/invitations/<token>/accept")]
pub(crate) async fn accept_invitation(
    app: &State<App>,
    caller: MaybeCaller,
    client: Client,
    token: &str,
) -> ApiResult<MembershipBody> {
    let membership = accept::accept(app, &client.0, caller.0.as_ref(), token).await?.membership;
    Ok(Json((&membership).into()))
}

/// Decline an invitation.
///
/// Its holder need not be signed in; with the invitation's id, the owner of the proven address.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations",
    params(("token" = String, Path, description = "The token of the link or the letter, or the id of an invitation to me.")),
    responses(
        (status = 204, description = "Declined."),
        (status = 401, description = "An id, and nobody is signed in.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "It can't be used any more.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/invitations/<token>/decline")]
pub(crate) async fn decline_invitation(
    app: &State<App>,
    caller: MaybeCaller,
    client: Client,
    token: &str,
) -> DoneResult {
    decline::decline(app, &client.0, caller.0.as_ref(), token).await?;
    Ok(Done)
}

/// List the invitations to me.
///
/// To my proven address, the newest first; an unproven one has none.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations", security(("bearer" = ["account:read"])),
    params(
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The invitations to me.", body = PageBody<MyInvitationBody>))
)]
#[get("/account/invitations")]
pub(crate) async fn list_my_invitations(
    app: &State<App>,
    caller: Caller,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<MyInvitationBody>> {
    let (mine, now) = list_mine::list_mine(app, &caller.0, page.request).await?;
    Ok(Json(page.answer(mine, |(invitation, org)| MyInvitationBody::new(&invitation, &org, None, now))))
}
