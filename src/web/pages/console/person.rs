//! `/admin/people/<id>`: one person, and what an operator does to their account.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::micros;
use super::operating::Operating;
use crate::domain::operators::users::show::{self, ShownUser};
use crate::domain::operators::users::{
    reset_two_factor, restore, set_address, sign_out, support_login, suspend,
};
use crate::domain::{App, Error};
use crate::model::{EmailAddress, Membership, Principal, Session, UserId};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Failure, Form, FormView, Page, See};
use crate::web::pages::sign_in;
use crate::web::param::Param;
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![
        show_person,
        suspend_person,
        restore_person,
        sign_out_person,
        reset_two_factor_of_person,
        set_address_of_person,
        sign_in_as_person
    ]
}

#[derive(Serialize)]
struct PersonView {
    form: FormView,
    person: ShownPerson,
    orgs: Vec<OrgOfPerson>,
    sessions: Vec<SessionOfPerson>,
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "facts that go together in every combination")]
struct ShownPerson {
    id: String,
    name: String,
    email: String,
    email_verified: bool,
    username: Option<String>,
    state: &'static str,
    operator: bool,
    /// Whether it is whoever looks: nobody does any of it to their own account.
    is_me: bool,
    two_factor: bool,
    allow_support_login: bool,
    created_at: i64,
    activated_at: Option<i64>,
    last_login_at: Option<i64>,
}

#[derive(Serialize)]
struct OrgOfPerson {
    id: String,
    name: String,
    role: &'static str,
    joined_at: i64,
}

#[derive(Serialize)]
struct SessionOfPerson {
    device: Option<String>,
    ip: String,
    is_support: bool,
    created_at: i64,
    last_used_at: i64,
}

impl PersonView {
    fn new(shown: &ShownUser, operator: &Principal, form: FormView) -> Self {
        let user = &shown.user;
        Self {
            form,
            person: ShownPerson {
                id: user.id.to_string(),
                name: user.called(),
                email: user.email.address.as_str().to_owned(),
                email_verified: user.email.is_verified(),
                username: user.username.as_ref().map(|username| username.as_str().to_owned()),
                state: user.state.as_str(),
                operator: user.operator,
                is_me: user.id == operator.user_id(),
                two_factor: user.two_factor,
                allow_support_login: user.allow_support_login,
                created_at: micros(user.created_at),
                activated_at: user.activated_at.map(micros),
                last_login_at: user.last_login_at.map(micros),
            },
            orgs: shown.memberships.iter().map(Into::into).collect(),
            sessions: shown.sessions.iter().map(Into::into).collect(),
        }
    }
}

impl From<&Membership> for OrgOfPerson {
    fn from(membership: &Membership) -> Self {
        Self {
            id: membership.org.id.to_string(),
            name: membership.org.name.as_str().to_owned(),
            role: membership.role.as_str(),
            joined_at: micros(membership.joined_at),
        }
    }
}

impl From<&Session> for SessionOfPerson {
    fn from(session: &Session) -> Self {
        Self {
            device: session.device.clone(),
            ip: session.ip.clone(),
            is_support: session.operator_id.is_some(),
            created_at: micros(session.created_at),
            last_used_at: micros(session.last_used_at),
        }
    }
}

async fn page(app: &App, operator: &Principal, id: UserId, form: FormView) -> Result<Page, Failure> {
    let shown = show::show(app, operator, id).await?;
    Ok(Page::new("console/person.html", PersonView::new(&shown, operator, form)))
}

/// What came of something that was done to a person: their page, saying so or why not.
async fn answer<T>(
    app: &App,
    operator: &Principal,
    id: UserId,
    form: FormView,
    (done, notice): (Result<T, Error>, &'static str),
) -> Answer {
    match done {
        Ok(_) => Ok(See::to(format!("/admin/people/{id}")).saying(notice).into()),
        Err(error) => Ok(page(app, operator, id, form.refused(&error)).await?.refusing(error).into()),
    }
}

#[get("/admin/people/<id>")]
async fn show_person(app: &State<App>, operator: Operating<'_>, id: Param<UserId>) -> Answer {
    Ok(page(app, operator.0, id.0, FormView::blank()).await?.into())
}

#[post("/admin/people/<id>/suspend", data = "<_form>")]
async fn suspend_person(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<UserId>,
    _form: Form<Nothing>,
) -> Answer {
    let done = suspend::suspend(app, operator.0, id.0).await;
    answer(app, operator.0, id.0, FormView::blank(), (done, "notice-console-suspended")).await
}

#[post("/admin/people/<id>/restore", data = "<_form>")]
async fn restore_person(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<UserId>,
    _form: Form<Nothing>,
) -> Answer {
    let done = restore::restore(app, operator.0, id.0).await;
    answer(app, operator.0, id.0, FormView::blank(), (done, "notice-console-restored")).await
}

#[post("/admin/people/<id>/sign-out", data = "<_form>")]
async fn sign_out_person(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<UserId>,
    _form: Form<Nothing>,
) -> Answer {
    let done = sign_out::sign_out(app, operator.0, id.0).await;
    answer(app, operator.0, id.0, FormView::blank(), (done, "notice-console-signed-out")).await
}

#[post("/admin/people/<id>/two-factor", data = "<_form>")]
async fn reset_two_factor_of_person(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<UserId>,
    _form: Form<Nothing>,
) -> Answer {
    let done = reset_two_factor::reset_two_factor(app, operator.0, id.0).await;
    answer(app, operator.0, id.0, FormView::blank(), (done, "notice-console-two-factor-reset")).await
}

/// The address to give.
struct AddressForm(EmailAddress);

impl FromBody for AddressForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("email", readers::parsed(EmailAddress::parse)).map(Self)
    }
}

#[post("/admin/people/<id>/address", data = "<form>")]
async fn set_address_of_person(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<UserId>,
    form: Form<AddressForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let done = match input {
        Ok(AddressForm(address)) => set_address::set_address(app, operator.0, id.0, address).await,
        Err(error) => Err(error),
    };
    answer(app, operator.0, id.0, said, (done, "notice-console-address-set")).await
}

/// The browser is the person's from here on, until it signs out.
#[post("/admin/people/<id>/support-login", data = "<_form>")]
async fn sign_in_as_person(
    app: &State<App>,
    settings: &State<WebSettings>,
    operator: Operating<'_>,
    id: Param<UserId>,
    _form: Form<Nothing>,
) -> Answer {
    match support_login::support_login(app, operator.0, id.0).await {
        Ok(started) => Ok(sign_in::arrive(&started, None, app, settings).into()),
        Err(error) => {
            let form = FormView::blank().refused(&error);
            Ok(page(app, operator.0, id.0, form).await?.refusing(error).into())
        }
    }
}
