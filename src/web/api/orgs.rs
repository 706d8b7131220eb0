//! `/orgs`: groups of people.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, patch, post, routes};
use utoipa::ToSchema;

use super::wire::job::JobBody;
use super::wire::org::{CreateOrgInput, OrgBody, OrgRoleBody, read_country};
use super::wire::user::PasswordInput;
use crate::domain::App;
use crate::domain::expected::Expected;
use crate::domain::orgs::update::{self, UpdateOrg};
use crate::domain::orgs::{create, delete as deletion, list, show};
use crate::model::{Country, EmailDomain, Org, OrgId, OrgName};
use crate::web::answer::{
    Accepted, AcceptedResult, ApiResult, MadeOnce, MadeOnceResult, PageBody, Tagged, TaggedResult,
};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;
use crate::web::guards::idempotency_key::{IdempotencyKey, told};
use crate::web::guards::if_match::IfMatch;
use crate::web::param::{PageQuery, Param};

/// As many domains as an org may list.
const MOST_DOMAINS: usize = 50;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_org, list_orgs, show_org, update_org, delete_org]
}

/// Found an org.
///
/// Its owner is who asks.
#[utoipa::path(
    context_path = "/api/v1", tag = "Orgs", security(("bearer" = ["orgs:create"])), request_body = CreateOrgInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 255 visible ASCII characters. The same call with the same key and body, within 24 hours, is answered alike and done once.", example = "0b1e7c62-5d0f-4c1e-9a57-2f7d3c6f8a11")),
    responses(
        (status = 201, description = "The org.", body = OrgBody),
        (status = 409, description = "The idempotency key came with another request.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/orgs", data = "<body>")]
pub(crate) async fn create_org(
    app: &State<App>,
    caller: Caller,
    key: IdempotencyKey<'_>,
    body: Body<CreateOrgInput>,
) -> MadeOnceResult<OrgBody> {
    let once = key.of_caller(app, &caller.0, &body, |org: &Org| told(&OrgBody::from(org)));
    let org = create::create_once(app, &caller.0, body.0.into(), once).await?;
    Ok(MadeOnce(org.map(|org| (&org).into())))
}

/// List my orgs.
///
/// With my role in each, the newest org first.
#[utoipa::path(
    context_path = "/api/v1", tag = "Orgs", security(("bearer" = ["account:read"])),
    params(
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "My orgs.", body = PageBody<OrgRoleBody>))
)]
#[get("/orgs")]
pub(crate) async fn list_orgs(
    app: &State<App>,
    caller: Caller,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<OrgRoleBody>> {
    let orgs = list::list(app, &caller.0, page.request).await?;
    Ok(Json(page.answer(orgs, |membership| (&membership).into())))
}

/// Show an org.
///
/// To its members alone: to anybody else it is not there.
#[utoipa::path(
    context_path = "/api/v1", tag = "Orgs", security(("bearer" = ["org:read"])),
    params(("id" = Uuid, Path, description = "The org.")),
    responses((status = 200, description = "The org.", body = OrgBody, headers(("ETag" = String, description = "Its version: for `If-Match`."))))
)]
#[get("/orgs/<id>")]
pub(crate) async fn show_org(app: &State<App>, caller: Caller, id: Param<OrgId>) -> TaggedResult<OrgBody> {
    Ok(tagged(&show::show(app, &caller.0, id.0).await?.org))
}

fn tagged(org: &Org) -> Tagged<OrgBody> {
    Tagged { body: org.into(), version: org.version }
}

/// What is to change; what is left out stays.
#[derive(Debug, ToSchema)]
pub struct UpdateOrgBody {
    /// What it is called.
    #[schema(value_type = Option<String>, example = "Acme")]
    pub name: Option<OrgName>,
    /// Where it is: ISO 3166-1 alpha-2; null forgets it.
    #[schema(value_type = Option<String>, example = "DE")]
    pub country: Option<Option<Country>>,
    /// Whether a member without two-factor sign-in may do nothing in it. Only who has turned it on for
    /// themselves can ask for it.
    pub require_two_factor: Option<bool>,
    /// The domains whose addresses may join, at most 50; a subdomain is another one. An empty list or null
    /// lets all in. Who is a member stays one.
    #[schema(value_type = Option<Vec<String>>, max_items = 50, example = json!(["example.com"]))]
    pub allowed_email_domains: Option<Option<Vec<EmailDomain>>>,
    /// Whether whoever joins by an invitation waits, as `pending`, for an owner or admin to approve. Who
    /// waits already goes on waiting.
    pub invitations_need_approval: Option<bool>,
}

impl FromBody for UpdateOrgBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            name: fields.optional("name", readers::parsed(OrgName::parse)),
            country: fields.clearable("country", read_country),
            require_two_factor: fields.optional("require_two_factor", readers::truth),
            allowed_email_domains: fields.clearable_list("allowed_email_domains", MOST_DOMAINS, |node| {
                readers::parsed(EmailDomain::parse)(node)
            }),
            invitations_need_approval: fields.optional("invitations_need_approval", readers::truth),
        })
    }
}

impl From<UpdateOrgBody> for UpdateOrg {
    fn from(body: UpdateOrgBody) -> Self {
        Self {
            name: body.name,
            country: body.country,
            require_two_factor: body.require_two_factor,
            allowed_email_domains: body.allowed_email_domains.map(Option::unwrap_or_default),
            invitations_need_approval: body.invitations_need_approval,
            expected: Expected::Any,
        }
    }
}

/// Change an org.
///
/// Its owners and admins may. With `If-Match`, only the version that was read.
#[utoipa::path(
    context_path = "/api/v1", tag = "Orgs", security(("bearer" = ["org:update"])), request_body = UpdateOrgBody,
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the version that was read.", example = "\"7\"")
    ),
    responses(
        (status = 200, description = "The org.", body = OrgBody, headers(("ETag" = String, description = "Its version: for `If-Match`."))),
        (status = 412, description = "It was changed after it was read.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "I have no second factor, and ask others for one.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[patch("/orgs/<id>", data = "<body>")]
pub(crate) async fn update_org(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    if_match: IfMatch,
    body: Body<UpdateOrgBody>,
) -> TaggedResult<OrgBody> {
    let input = UpdateOrg { expected: if_match.0, ..body.0.into() };
    Ok(tagged(&update::update(app, &caller.0, id.0, input).await?.org))
}

/// Delete an org.
///
/// Its owners may. At once it is closed: to its members it is not there. Its owners are told by mail, and until the
/// job is due any of them can take it back by `DELETE /jobs/{id}`; then everything is as it was. After that the org
/// is erased for good; its people keep their accounts.
#[utoipa::path(
    context_path = "/api/v1", tag = "Orgs", security(("bearer" = [])), request_body = PasswordInput,
    params(("id" = Uuid, Path, description = "The org.")),
    responses((status = 202, description = "The job that erases the org.", body = JobBody))
)]
#[delete("/orgs/<id>", data = "<body>")]
pub(crate) async fn delete_org(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    body: Body<PasswordInput>,
) -> AcceptedResult<JobBody> {
    Ok(Accepted((&deletion::delete(app, &caller.0, id.0, Some(body.0.password)).await?).into()))
}
