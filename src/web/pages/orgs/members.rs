//! `/orgs/<id>/members`: who belongs to an organization.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::view::{MemberView, OrgView, ROWS};
use crate::domain::App;
use crate::domain::members::list::list;
use crate::domain::orgs::show::show;
use crate::model::{OrgId, PageRequest, Search};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Page, SignedIn};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_members]
}

#[derive(Serialize)]
struct MembersView<'a> {
    org: OrgView,
    members: Vec<MemberView>,
    search: &'a str,
    next: Option<String>,
}

#[get("/orgs/<id>/members?<search>")]
async fn show_members(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    search: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let search = search.unwrap_or_default();
    let org = show(app, me.principal, id.0).await?;
    let request = PageRequest { limit: ROWS, ..part.request };
    let members = list(app, me.principal, id.0, Search::parse(search).ok(), request).await?;
    let view = MembersView {
        org: (&org).into(),
        members: members.items.iter().map(|member| MemberView::new(member, &org)).collect(),
        search,
        next: part.next(&members),
    };
    Ok(Page::new("orgs/members.html", view).into())
}
