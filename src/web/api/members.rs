//! `/orgs/{id}/members`: who belongs to an org.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, patch, routes};
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::user::{PersonBody, member_state};
use crate::domain::App;
use crate::domain::members::{change_role, list, remove};
use crate::model::{Member, OrgId, Role, UserId};
use crate::web::answer::{ApiResult, Done, DoneResult, PageBody, time};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;
use crate::web::param::{PageQuery, Param, SearchQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_members, update_member, delete_member]
}

/// A member.
#[derive(Debug, Serialize, ToSchema)]
pub struct MemberBody {
    /// Who.
    pub user: PersonBody,
    /// As what: `owner`, `admin`, `member` or `pending`.
    #[schema(example = "member")]
    pub role: &'static str,
    /// As what they were invited; told while they wait for approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "member")]
    pub requested_role: Option<&'static str>,
    /// `active`, `pending`, `suspended` or `deleting`.
    #[schema(example = "active")]
    pub state: &'static str,
    /// Since when.
    pub joined_at: String,
}

impl From<&Member> for MemberBody {
    fn from(member: &Member) -> Self {
        Self {
            user: (&member.user).into(),
            role: member.role.as_str(),
            requested_role: member.requested_role.map(Role::as_str),
            state: member_state(&member.user, member.role),
            joined_at: time(member.joined_at),
        }
    }
}

/// List an org's members.
///
/// Every member may.
#[utoipa::path(
    context_path = "/api/v1", tag = "Members", security(("bearer" = ["members:read"])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("search" = Option<String>, Query, description = "The beginning of an address, a username or a name.", example = "june"),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The members.", body = PageBody<MemberBody>))
)]
#[get("/orgs/<id>/members")]
pub(crate) async fn list_members(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    search: SearchQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<MemberBody>> {
    let members = list::list(app, &caller.0, id.0, search.0, page.request).await?;
    Ok(Json(page.answer(members, |member| (&member).into())))
}

/// The role to give.
#[derive(Debug, ToSchema)]
pub struct UpdateMemberBody {
    /// `owner`, `admin` or `member`.
    #[schema(value_type = String, example = "admin")]
    pub role: Role,
}

impl FromBody for UpdateMemberBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { role: fields.required("role", readers::grantable_role)? })
    }
}

/// Give a member another role.
///
/// Whoever waits for approval is let in by it, with any role: they are told by mail. Nobody grants, changes or takes a role above their own, and the last owner stays one.
#[utoipa::path(
    context_path = "/api/v1", tag = "Members", security(("bearer" = ["members:manage"])), request_body = UpdateMemberBody,
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("user_id" = Uuid, Path, description = "The member.")
    ),
    responses(
        (status = 200, description = "The member.", body = MemberBody),
        (status = 409, description = "This is the last owner.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[patch("/orgs/<id>/members/<user_id>", data = "<body>")]
pub(crate) async fn update_member(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    user_id: Param<UserId>,
    body: Body<UpdateMemberBody>,
) -> ApiResult<MemberBody> {
    let member = change_role::change_role(app, &caller.0, id.0, user_id.0, body.0.role).await?;
    Ok(Json((&member).into()))
}

/// Remove a member, or leave.
///
/// Everybody may leave; the last owner must make somebody else one first.
#[utoipa::path(
    context_path = "/api/v1", tag = "Members", security(("bearer" = ["members:manage"])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("user_id" = Uuid, Path, description = "The member; myself to leave.")
    ),
    responses(
        (status = 204, description = "Removed."),
        (status = 409, description = "This is the last owner.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[delete("/orgs/<id>/members/<user_id>")]
pub(crate) async fn delete_member(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    user_id: Param<UserId>,
) -> DoneResult {
    remove::remove(app, &caller.0, id.0, user_id.0).await?;
    Ok(Done)
}
