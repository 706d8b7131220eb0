//! `/orgs/<id>/delete`: has an organization deleted, by its owner's password.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::view::OrgView;
use crate::domain::orgs::delete::delete;
use crate::domain::orgs::show::show_to;
use crate::domain::{App, Error};
use crate::model::{OrgId, Password, Permission};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_deletion, submit_deletion]
}

#[derive(Serialize)]
struct DeletionView {
    org: OrgView,
    form: FormView,
    /// How long it can be taken back.
    days: u64,
}

async fn page(app: &App, me: &SignedIn<'_>, org_id: OrgId, form: FormView) -> Result<Page, Error> {
    let org = show_to(app, me.principal, org_id, Permission::DeleteOrg).await?;
    let days = app.rules.lifetimes.deletion_grace.as_secs() / 86_400;
    Ok(Page::new("orgs/delete.html", DeletionView { org: (&org).into(), form, days }))
}

/// What confirms it.
struct DeletionForm(Password);

impl FromBody for DeletionForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("password", readers::presented_password).map(Self)
    }
}

#[get("/orgs/<id>/delete")]
async fn show_deletion(app: &State<App>, me: SignedIn<'_>, id: Param<OrgId>) -> Answer {
    Ok(page(app, &me, id.0, FormView::blank()).await?.into())
}

#[post("/orgs/<id>/delete", data = "<form>")]
async fn submit_deletion(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    form: Form<DeletionForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let job = match input {
        Ok(DeletionForm(password)) => delete(app, me.principal, id.0, Some(password)).await,
        Err(error) => Err(error),
    };
    match job {
        Ok(job) => Ok(See::to(format!("/jobs/{}", job.id)).into()),
        Err(error) => Ok(page(app, &me, id.0, said.refused(&error)).await?.refusing(error).into()),
    }
}
