//! `/orgs/<id>/invitations`: who is invited into an organization, and what became of each letter.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::listed::ListedFault;
use super::view::{OrgView, ROWS};
use crate::domain::invitations::{list, resend, revoke};
use crate::domain::orgs::show::show;
use crate::domain::{App, Error};
use crate::model::{Invitation, InvitationId, InvitationState, OrgId, PageRequest, Timestamp};
use crate::web::pages::frame::form::{Nothing, languages};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_invitations, resend_invitation, revoke_invitation]
}

#[derive(Serialize)]
struct InvitationsView {
    org: OrgView,
    invitations: Vec<InvitationRow>,
    /// Those in this state are shown; all without one.
    state: Option<&'static str>,
    states: [&'static str; 5],
    next: Option<String>,
    /// The languages that a letter can be written in.
    languages: Vec<[&'static str; 2]>,
    /// The form to invite with.
    form: FormView,
    /// What is wrong with single addresses in it.
    wrong: Vec<ListedFault>,
}

#[derive(Serialize)]
struct InvitationRow {
    id: String,
    email: String,
    role: &'static str,
    state: &'static str,
    /// Whether a letter can be sent again.
    renewable: bool,
    mail: &'static str,
    /// What the mail server last said.
    said: Option<String>,
    inviter: String,
    created_at: i64,
    expires_at: i64,
}

impl InvitationRow {
    fn new(invitation: &Invitation, now: Timestamp) -> Self {
        let state = invitation.state(now);
        Self {
            id: invitation.id.to_string(),
            email: invitation.email.as_str().to_owned(),
            role: invitation.role.as_str(),
            state: state.as_str(),
            renewable: matches!(state, InvitationState::Pending | InvitationState::Expired),
            mail: invitation.mail.stage.as_str(),
            said: invitation.mail.detail.clone(),
            inviter: invitation.inviter.name.full(),
            created_at: invitation.created_at.as_microsecond(),
            expires_at: invitation.expires_at.as_microsecond(),
        }
    }
}

/// The page with a part of the invitations in a state, and the form to invite with.
async fn page(
    app: &App,
    me: &SignedIn<'_>,
    org_id: OrgId,
    state: Option<InvitationState>,
    part: &Part<'_>,
    form: (FormView, Vec<ListedFault>),
) -> Result<Page, Error> {
    let org = show(app, me.principal, org_id).await?;
    let request = PageRequest { limit: ROWS, ..part.request };
    let (invitations, now) = list::list(app, me.principal, org_id, state, request).await?;
    let view = InvitationsView {
        org: (&org).into(),
        invitations: invitations.items.iter().map(|found| InvitationRow::new(found, now)).collect(),
        state: state.map(InvitationState::as_str),
        states: InvitationState::ALL.map(InvitationState::as_str),
        next: part.next(&invitations),
        languages: languages(),
        form: form.0,
        wrong: form.1,
    };
    Ok(Page::new("orgs/invitations.html", view))
}

/// The page as it is when a form on it was refused: with those that wait, from the beginning.
pub(super) async fn page_refusing(
    app: &App,
    me: &SignedIn<'_>,
    org_id: OrgId,
    said: FormView,
    wrong: Vec<ListedFault>,
    error: Error,
) -> Answer {
    let part = Part::beginning(app, me, address(org_id));
    let form = (said.refused(&error), wrong);
    let page = page(app, me, org_id, Some(InvitationState::Pending), &part, form).await?;
    Ok(page.refusing(error).into())
}

pub(super) fn address(org_id: OrgId) -> String {
    format!("/orgs/{org_id}/invitations")
}

/// Those that wait are what most come for; any word that is no state asks for all.
fn state_of(word: Option<&str>) -> Option<InvitationState> {
    word.map_or(Some(InvitationState::Pending), InvitationState::parse)
}

#[get("/orgs/<id>/invitations?<state>")]
async fn show_invitations(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    state: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let form = (FormView::blank(), Vec::new());
    Ok(page(app, &me, id.0, state_of(state), &part, form).await?.into())
}

#[post("/orgs/<id>/invitations/<invitation_id>/resend", data = "<form>")]
async fn resend_invitation(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    invitation_id: Param<InvitationId>,
    form: Form<Nothing>,
) -> Answer {
    let (said, _) = form.into_parts();
    match resend::resend(app, me.principal, id.0, invitation_id.0).await {
        Ok(_) => Ok(See::to(address(id.0)).saying("notice-invitation-resent").into()),
        Err(error) => page_refusing(app, &me, id.0, said, Vec::new(), error).await,
    }
}

#[post("/orgs/<id>/invitations/<invitation_id>/revoke", data = "<form>")]
async fn revoke_invitation(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    invitation_id: Param<InvitationId>,
    form: Form<Nothing>,
) -> Answer {
    let (said, _) = form.into_parts();
    match revoke::revoke(app, me.principal, id.0, invitation_id.0).await {
        Ok(()) => Ok(See::to(address(id.0)).saying("notice-invitation-revoked").into()),
        Err(error) => page_refusing(app, &me, id.0, said, Vec::new(), error).await,
    }
}
