//! `/orgs/<id>/leave`: ends one's own membership.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::view::OrgView;
use crate::domain::members::remove::remove;
use crate::domain::orgs::show::show;
use crate::domain::{App, Error};
use crate::model::OrgId;
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_leave, submit_leave]
}

#[derive(Serialize)]
struct LeaveView {
    org: OrgView,
    form: FormView,
}

async fn page(app: &App, me: &SignedIn<'_>, org_id: OrgId, form: FormView) -> Result<Page, Error> {
    let org = show(app, me.principal, org_id).await?;
    Ok(Page::new("orgs/leave.html", LeaveView { org: (&org).into(), form }))
}

#[get("/orgs/<id>/leave")]
async fn show_leave(app: &State<App>, me: SignedIn<'_>, id: Param<OrgId>) -> Answer {
    Ok(page(app, &me, id.0, FormView::blank()).await?.into())
}

#[post("/orgs/<id>/leave", data = "<form>")]
async fn submit_leave(app: &State<App>, me: SignedIn<'_>, id: Param<OrgId>, form: Form<Nothing>) -> Answer {
    let (said, _) = form.into_parts();
    match remove(app, me.principal, id.0, me.principal.user_id()).await {
        Ok(()) => Ok(See::to("/orgs").saying("notice-org-left").into()),
        Err(error) => Ok(page(app, &me, id.0, said.refused(&error)).await?.refusing(error).into()),
    }
}
