//! `/orgs/<id>/audit`: who did what in an organization, to whom, when and from where.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::view::{CHOICES, OrgView};
use crate::domain::audit::list::list;
use crate::domain::orgs::show::show;
use crate::domain::{App, members};
use crate::model::audit::AuditFilter;
use crate::model::{Member, OrgId, PageRequest, UserId};
use crate::web::pages::audit_view::{ActionChoice, AuditEventView, action_choices, short};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Page, SignedIn};
use crate::web::param::Param;

/// What is done in orgs begins with one of these.
const IN_ORGS: [&str; 6] = ["member.", "invitation.", "org.", "ownership_transfer.", "session.", "api_key."];

/// All to choose from.
const MEMBERS: PageRequest = PageRequest { limit: CHOICES, after: None };

/// Events on one part of the table.
const EVENTS: u32 = 30;

pub(super) fn routes() -> Vec<Route> {
    routes![show_audit]
}

#[derive(Serialize)]
struct AuditView {
    org: OrgView,
    events: Vec<AuditEventView>,
    actions: Vec<ActionChoice>,
    people: Vec<PersonChoice>,
    /// What the table is narrowed to.
    action: Option<String>,
    actor: Option<String>,
    next: Option<String>,
}

/// A person whose doings can be looked at.
#[derive(Serialize)]
struct PersonChoice {
    id: String,
    name: String,
}

impl From<&Member> for PersonChoice {
    fn from(member: &Member) -> Self {
        Self { id: member.user.id.to_string(), name: member.user.called() }
    }
}

/// The members, and whoever is looked at already and may have left.
fn people(members: &[Member], actor: Option<UserId>) -> Vec<PersonChoice> {
    let mut people: Vec<PersonChoice> = members.iter().map(Into::into).collect();
    let actor = actor.map(|id| id.to_string());
    if let Some(id) = actor.filter(|id| people.iter().all(|person| person.id != *id)) {
        people.push(PersonChoice { name: short(&id), id });
    }
    people
}

#[get("/orgs/<id>/audit?<action>&<actor>")]
async fn show_audit(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    action: Option<&str>,
    actor: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let action = action.filter(|action| !action.is_empty()).map(str::to_owned);
    let actor_id = actor.and_then(|actor| actor.parse().ok());
    let org = show(app, me.principal, id.0).await?;
    let filter = AuditFilter { action: action.clone(), actor_id };
    let request = PageRequest { limit: EVENTS, ..part.request };
    let events = list(app, me.principal, id.0, filter, request).await?;
    let members = members::list::list(app, me.principal, id.0, None, MEMBERS).await?;
    let view = AuditView {
        org: (&org).into(),
        events: events.items.iter().map(Into::into).collect(),
        actions: action_choices(&IN_ORGS),
        people: people(&members.items, actor_id),
        action,
        actor: actor_id.map(|id: UserId| id.to_string()),
        next: part.next(&events),
    };
    Ok(Page::new("orgs/audit.html", view).into())
}
