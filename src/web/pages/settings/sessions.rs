//! `/settings/sessions`: where somebody is signed in, and ending it.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::shown::{Device, When};
use super::{FIRST_PART, open_to_owner};
use crate::domain::sessions::end::{self, Keep};
use crate::domain::sessions::list;
use crate::domain::{App, Error};
use crate::model::{Page as Part, PageRequest, Session, SessionId};
use crate::web::pages::frame::cookies::{self, Kind};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::list::Part as Asked;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![show_sessions, end_session, end_other_sessions, end_all_sessions]
}

#[derive(Serialize)]
struct SessionsView {
    form: FormView,
    sessions: Vec<SessionView>,
    next: Option<String>,
}

#[derive(Serialize)]
struct SessionView {
    id: String,
    current: bool,
    /// Whether an operator opened it, to help.
    is_support: bool,
    device: Device,
    ip: String,
    created: When,
    used: When,
    ends: When,
}

fn view(session: &Session, current: Option<SessionId>) -> SessionView {
    SessionView {
        id: session.id.to_string(),
        current: Some(session.id) == current,
        is_support: session.operator_id.is_some(),
        device: Device::of(session.device.as_deref()),
        ip: session.ip.clone(),
        created: session.created_at.into(),
        used: session.last_used_at.into(),
        ends: session.expires_at.into(),
    }
}

fn page(me: &SignedIn<'_>, sessions: &Part<Session>, next: Option<String>, form: FormView) -> Page {
    let current = me.principal.session().map(|session| session.id);
    let sessions = sessions.items.iter().map(|session| view(session, current)).collect();
    Page::new("settings/sessions.html", SessionsView { form, sessions, next })
}

async fn find(app: &App, me: &SignedIn<'_>, part: PageRequest) -> Result<Part<Session>, Error> {
    list::list(app, me.principal, part).await
}

#[get("/settings/sessions")]
async fn show_sessions(app: &State<App>, me: SignedIn<'_>, asked: Asked<'_>) -> Answer {
    let found = find(app, &me, asked.request).await;
    open_to_owner(found, |found| page(&me, &found, asked.next(&found), FormView::blank()))
}

#[post("/settings/sessions/<id>/end", data = "<_form>")]
async fn end_session(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<SessionId>,
    _form: Form<Nothing>,
) -> Answer {
    let Err(error) = end::end(app, me.principal, id.0).await else {
        return Ok(See::to("/settings/sessions").saying("notice-session-ended").into());
    };
    let found = find(app, &me, FIRST_PART).await;
    let form = FormView::blank().refused(&error);
    open_to_owner(found, |found| page(&me, &found, None, form).refusing(error))
}

#[post("/settings/sessions/end-others", data = "<_form>")]
async fn end_other_sessions(app: &State<App>, me: SignedIn<'_>, _form: Form<Nothing>) -> Answer {
    let ended = end::end_all(app, me.principal, Keep::Current).await;
    ended.map(|()| See::to("/settings/sessions").saying("notice-other-sessions-ended").into()).or_else(closed)
}

#[post("/settings/sessions/end-all", data = "<_form>")]
async fn end_all_sessions(
    app: &State<App>,
    settings: &State<WebSettings>,
    me: SignedIn<'_>,
    _form: Form<Nothing>,
) -> Answer {
    let ended = end::end_all(app, me.principal, Keep::None).await;
    let see = See::to("/sign-in").saying("notice-all-sessions-ended");
    ended.map(|()| see.with(cookies::gone(Kind::Session, settings)).into()).or_else(closed)
}

/// Told in the page's place.
fn closed(error: Error) -> Answer {
    open_to_owner(Err::<std::convert::Infallible, _>(error), |never| match never {})
}
