//! `/settings/data`: taking along everything that is held about oneself, and leaving for good.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::shown::When;
use super::{FormOnly, PasswordForm};
use crate::domain::accounts::delete::delete;
use crate::domain::{App, Error};
use crate::model::{Job, Org};
use crate::web::export::{Archive, archive};
use crate::web::pages::frame::cookies::{self, Kind};
use crate::web::pages::frame::{Answer, Form, FormView, Page, SignedIn};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![show_data, export_data, show_deletion, submit_deletion]
}

#[get("/settings/data")]
fn show_data(_me: SignedIn<'_>) -> Page {
    data_page(FormView::blank())
}

fn data_page(form: FormView) -> Page {
    Page::new("settings/data.html", FormOnly { form })
}

#[get("/settings/data/export")]
async fn export_data(app: &State<App>, me: SignedIn<'_>) -> Result<Archive, Page> {
    let refused = |error: Error| data_page(FormView::blank().refused(&error)).refusing(error);
    archive(app, me.principal).await.map_err(refused)
}

#[derive(Serialize)]
struct DeletionView {
    form: FormView,
    /// For how many days it can be taken back.
    days: u64,
    /// The organizations that would be left without an owner.
    orgs: Vec<OrgView>,
}

#[derive(Serialize)]
struct OrgView {
    id: String,
    name: String,
}

impl From<&Org> for OrgView {
    fn from(org: &Org) -> Self {
        Self { id: org.id.to_string(), name: org.name.as_str().to_owned() }
    }
}

fn deletion_page(app: &App, orgs: &[Org], form: FormView) -> Page {
    let days = app.rules.lifetimes.deletion_grace.as_secs().div_ceil(24 * 60 * 60);
    let orgs = orgs.iter().map(Into::into).collect();
    Page::new("settings/delete.html", DeletionView { form, days, orgs })
}

#[derive(Serialize)]
struct DeletedView {
    due: When,
}

fn deleted_page(job: &Job) -> Page {
    Page::new("settings/deleted.html", DeletedView { due: job.due_at.into() })
}

#[get("/settings/data/delete")]
fn show_deletion(app: &State<App>, _me: SignedIn<'_>) -> Page {
    deletion_page(app, &[], FormView::blank())
}

#[post("/settings/data/delete", data = "<form>")]
async fn submit_deletion(
    app: &State<App>,
    settings: &State<WebSettings>,
    me: SignedIn<'_>,
    form: Form<PasswordForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let asked = match input {
        Ok(PasswordForm(password)) => delete(app, me.principal, Some(password)).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(job) => Ok(deleted_page(&job).with(cookies::gone(Kind::Session, settings)).into()),
        Err(error) => {
            let orgs = if let Error::SoleOwner { orgs } = &error { orgs.as_slice() } else { &[] };
            let page = deletion_page(app, orgs, said.refused(&error));
            Ok(page.refusing(error).into())
        }
    }
}
