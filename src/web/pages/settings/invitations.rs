//! `/settings/invitations`: the organizations that want somebody, by their proven address.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::FIRST_PART;
use super::shown::When;
use crate::domain::invitations::{accept, decline, list_mine};
use crate::domain::{App, Error};
use crate::model::{Invitation, InvitationId, Org, Page as Found};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_invitations, accept_invitation, decline_invitation]
}

#[derive(Serialize)]
struct InvitationsView {
    form: FormView,
    invitations: Vec<InvitationView>,
    next: Option<String>,
    /// Whether there can be any: an unproven address may be somebody else's.
    verified: bool,
}

#[derive(Serialize)]
struct InvitationView {
    id: String,
    org: String,
    inviter: String,
    role: &'static str,
    message: Option<String>,
    until: When,
}

fn view((invitation, org): &(Invitation, Org)) -> InvitationView {
    InvitationView {
        id: invitation.id.to_string(),
        org: org.name.as_str().to_owned(),
        inviter: invitation.inviter.name.full(),
        role: invitation.role.as_str(),
        message: invitation.message.clone(),
        until: invitation.expires_at.into(),
    }
}

fn page(me: &SignedIn<'_>, found: &Found<(Invitation, Org)>, next: Option<String>, form: FormView) -> Page {
    let verified = me.principal.identity.user.email.is_verified();
    let invitations = found.items.iter().map(view).collect();
    Page::new("settings/invitations.html", InvitationsView { form, invitations, next, verified })
}

/// The same list, with why it was refused.
async fn refuse(app: &App, me: &SignedIn<'_>, error: Error) -> Answer {
    let (found, _) = list_mine::list_mine(app, me.principal, FIRST_PART).await?;
    Ok(page(me, &found, None, FormView::blank().refused(&error)).refusing(error).into())
}

#[get("/settings/invitations")]
async fn show_invitations(app: &State<App>, me: SignedIn<'_>, part: Part<'_>) -> Answer {
    let (found, _) = list_mine::list_mine(app, me.principal, part.request).await?;
    Ok(page(&me, &found, part.next(&found), FormView::blank()).into())
}

#[post("/settings/invitations/<id>/accept", data = "<_form>")]
async fn accept_invitation(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<InvitationId>,
    _form: Form<Nothing>,
) -> Answer {
    match accept::accept(app, &me.visitor.client, Some(me.principal), &id.0.to_string()).await {
        Ok(_) => Ok(See::to("/orgs").saying("notice-my-invitation-accepted").into()),
        Err(error) => refuse(app, &me, error).await,
    }
}

#[post("/settings/invitations/<id>/decline", data = "<_form>")]
async fn decline_invitation(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<InvitationId>,
    _form: Form<Nothing>,
) -> Answer {
    match decline::decline(app, &me.visitor.client, Some(me.principal), &id.0.to_string()).await {
        Ok(_) => Ok(See::to("/settings/invitations").saying("notice-my-invitation-declined").into()),
        Err(error) => refuse(app, &me, error).await,
    }
}
