//! `/orgs`: the organizations somebody belongs to, and those they are invited to.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use crate::domain::App;
use crate::domain::invitations::list_mine::list_mine;
use crate::domain::orgs::list::list;
use crate::model::{Invitation, Membership, Org, OrgId, PageRequest};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Page, See, SignedIn};
use crate::web::param::Param;

/// Invitations hinted at: of more, the settings tell.
const INVITATIONS: PageRequest = PageRequest { limit: 10, after: None };

pub(super) fn routes() -> Vec<Route> {
    routes![show_orgs, show_org]
}

#[derive(Serialize)]
struct MyOrgsView {
    orgs: Vec<MyOrg>,
    invitations: Vec<InvitationToMe>,
    next: Option<String>,
}

#[derive(Serialize)]
struct MyOrg {
    id: String,
    name: String,
    role: &'static str,
    joined_at: i64,
    /// Whether it asks for a second factor that the visitor does not have.
    lacks_two_factor: bool,
}

impl From<&Membership> for MyOrg {
    fn from(membership: &Membership) -> Self {
        Self {
            id: membership.org.id.to_string(),
            name: membership.org.name.as_str().to_owned(),
            role: membership.role.as_str(),
            joined_at: membership.joined_at.as_microsecond(),
            lacks_two_factor: membership.lacks_two_factor(),
        }
    }
}

#[derive(Serialize)]
struct InvitationToMe {
    org: String,
    inviter: String,
    role: &'static str,
}

impl From<&(Invitation, Org)> for InvitationToMe {
    fn from((invitation, org): &(Invitation, Org)) -> Self {
        Self {
            org: org.name.as_str().to_owned(),
            inviter: invitation.inviter.name.full(),
            role: invitation.role.as_str(),
        }
    }
}

#[get("/orgs")]
async fn show_orgs(app: &State<App>, me: SignedIn<'_>, part: Part<'_>) -> Answer {
    let orgs = list(app, me.principal, part.request).await?;
    let (invitations, _) = list_mine(app, me.principal, INVITATIONS).await?;
    let view = MyOrgsView {
        orgs: orgs.items.iter().map(Into::into).collect(),
        invitations: invitations.items.iter().map(Into::into).collect(),
        next: part.next(&orgs),
    };
    Ok(Page::new("orgs/mine.html", view).into())
}

/// An org has no page of its own: its people are what most come for.
#[get("/orgs/<id>", rank = 2)]
fn show_org(_me: SignedIn<'_>, id: Param<OrgId>) -> See {
    See::to(format!("/orgs/{}/members", id.0))
}
