//! `/admin/orgs`: every org there is, and who belongs to one.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::filters::Filters;
use super::micros;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::operators::orgs::{list, list_members, show};
use crate::model::{Member, Org, OrgId};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, FormView, Page};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_orgs, show_org]
}

#[derive(Serialize)]
struct OrgsView {
    form: FormView,
    orgs: Vec<OrgView>,
    next: Option<String>,
}

#[derive(Serialize)]
struct OrgView {
    id: String,
    name: String,
    country: Option<String>,
    state: &'static str,
    sign_up_domain_id: Option<String>,
    require_two_factor: bool,
    invitations_need_approval: bool,
    allowed_email_domains: Vec<String>,
    created_at: i64,
}

impl From<&Org> for OrgView {
    fn from(org: &Org) -> Self {
        let policies = &org.policies;
        let domains = policies.allowed_email_domains.iter();
        Self {
            id: org.id.to_string(),
            name: org.name.as_str().to_owned(),
            country: org.country.as_ref().map(|country| country.code().to_owned()),
            state: org.state.as_str(),
            sign_up_domain_id: org.sign_up_domain_id.map(|id| id.to_string()),
            require_two_factor: policies.require_two_factor,
            invitations_need_approval: policies.invitations_need_approval,
            allowed_email_domains: domains.map(|domain| domain.as_str().to_owned()).collect(),
            created_at: micros(org.created_at),
        }
    }
}

#[derive(Serialize)]
struct ShownOrgView {
    org: OrgView,
    members: Vec<MemberView>,
    next: Option<String>,
}

#[derive(Serialize)]
struct MemberView {
    id: String,
    name: String,
    email: String,
    role: &'static str,
    joined_at: i64,
}

impl From<&Member> for MemberView {
    fn from(member: &Member) -> Self {
        Self {
            id: member.user.id.to_string(),
            name: member.user.called(),
            email: member.user.email.address.as_str().to_owned(),
            role: member.role.as_str(),
            joined_at: micros(member.joined_at),
        }
    }
}

#[get("/admin/orgs?<search>")]
async fn show_orgs(
    app: &State<App>,
    operator: Operating<'_>,
    search: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let mut filters = Filters::default();
    let search = filters.search(search);
    let (form, orgs) = filters.list(list::list(app, operator.0, search, part.request)).await?;
    let view = OrgsView { form, next: part.next(&orgs), orgs: orgs.items.iter().map(Into::into).collect() };
    Ok(Page::new("console/orgs.html", view).into())
}

#[get("/admin/orgs/<id>")]
async fn show_org(app: &State<App>, operator: Operating<'_>, id: Param<OrgId>, part: Part<'_>) -> Answer {
    let org = show::show(app, operator.0, id.0).await?;
    let members = list_members::list_members(app, operator.0, id.0, part.request).await?;
    let view = ShownOrgView {
        org: (&org).into(),
        next: part.next(&members),
        members: members.items.iter().map(Into::into).collect(),
    };
    Ok(Page::new("console/org.html", view).into())
}
