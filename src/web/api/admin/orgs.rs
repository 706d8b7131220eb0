//! `/admin/orgs`: every org there is.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::App;
use crate::domain::operators::orgs::{list, list_members, show};
use crate::model::{Org, OrgId, SignUpDomainId};
use crate::web::answer::{ApiResult, PageBody};
use crate::web::api::members::MemberBody;
use crate::web::api::wire::org::OrgBody;
use crate::web::guards::operator::Operator;
use crate::web::param::{PageQuery, Param, SearchQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_all_orgs, show_any_org, list_members_of_any_org]
}

/// An org as operators see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdminOrgBody {
    /// The org as its members see it.
    #[serde(flatten)]
    pub org: OrgBody,
    /// `active`, or what becomes of it.
    #[schema(example = "active")]
    pub state: &'static str,
    /// The sign-up domain that its founder came through.
    pub sign_up_domain_id: Option<Uuid>,
}

impl From<&Org> for AdminOrgBody {
    fn from(org: &Org) -> Self {
        Self {
            org: org.into(),
            state: org.state.as_str(),
            sign_up_domain_id: org.sign_up_domain_id.map(SignUpDomainId::uuid),
        }
    }
}

/// List all orgs.
///
/// The newest first; with `search`, those whose name begins with it, and the one that it is the id of.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(
        ("search" = Option<String>, Query, description = "The beginning of a name, or an id.", example = "acme"),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The orgs.", body = PageBody<AdminOrgBody>))
)]
#[get("/admin/orgs")]
pub(crate) async fn list_all_orgs(
    app: &State<App>,
    operator: Operator,
    search: SearchQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<AdminOrgBody>> {
    let orgs = list::list(app, &operator.0, search.0, page.request).await?;
    Ok(Json(page.answer(orgs, |org| (&org).into())))
}

/// Show any org.
///
/// Also one that its members can reach no more.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The org.")),
    responses((status = 200, description = "The org.", body = AdminOrgBody))
)]
#[get("/admin/orgs/<id>")]
pub(crate) async fn show_any_org(
    app: &State<App>,
    operator: Operator,
    id: Param<OrgId>,
) -> ApiResult<AdminOrgBody> {
    Ok(Json((&show::show(app, &operator.0, id.0).await?).into()))
}

/// List the members of any org.
///
/// The newest account first.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The members.", body = PageBody<MemberBody>))
)]
#[get("/admin/orgs/<id>/members")]
pub(crate) async fn list_members_of_any_org(
    app: &State<App>,
    operator: Operator,
    id: Param<OrgId>,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<MemberBody>> {
    let members = list_members::list_members(app, &operator.0, id.0, page.request).await?;
    Ok(Json(page.answer(members, |member| (&member).into())))
}
