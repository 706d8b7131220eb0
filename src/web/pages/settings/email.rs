//! `/settings/email`: the address, whether it is proven, and asking for another one, which both mailboxes agree to.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::open_to_owner;
use super::shown::When;
use crate::domain::accounts::email_change::{find_waiting, request};
use crate::domain::accounts::resend_activation::resend_activation;
use crate::domain::{App, Error};
use crate::model::{EmailAddress, EmailChange, Password, UserEmail};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};

pub(super) fn routes() -> Vec<Route> {
    routes![show_email, submit_email_change, resend_letter]
}

#[derive(Serialize)]
struct EmailView {
    form: FormView,
    address: String,
    verified: bool,
    added: When,
    waiting: Option<WaitingView>,
}

/// A change that waits for the mailboxes.
#[derive(Serialize)]
struct WaitingView {
    address: String,
    accepted: bool,
    confirmed: bool,
    until: When,
}

impl From<EmailChange> for WaitingView {
    fn from(change: EmailChange) -> Self {
        Self {
            address: change.new.as_str().to_owned(),
            accepted: change.accepted_at.is_some(),
            confirmed: change.confirmed_at.is_some(),
            until: change.expires_at.into(),
        }
    }
}

fn page(email: &UserEmail, waiting: Option<EmailChange>, form: FormView) -> Page {
    let view = EmailView {
        form,
        address: email.address.as_str().to_owned(),
        verified: email.is_verified(),
        added: email.added_at.into(),
        waiting: waiting.map(Into::into),
    };
    Page::new("settings/email.html", view)
}

/// The same page, with why a form of it was refused.
async fn refuse(app: &App, me: &SignedIn<'_>, said: FormView, error: Error) -> Answer {
    let waiting = find_waiting::find_waiting(app, me.principal).await;
    let email = &me.principal.identity.user.email;
    open_to_owner(waiting, |waiting| page(email, waiting, said.refused(&error)).refusing(error))
}

/// The address to come, and the password.
struct EmailForm {
    email: EmailAddress,
    password: Password,
}

impl FromBody for EmailForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let password = fields.required("password", readers::presented_password);
        Some(Self { email: email?, password: password? })
    }
}

#[get("/settings/email")]
async fn show_email(app: &State<App>, me: SignedIn<'_>) -> Answer {
    let waiting = find_waiting::find_waiting(app, me.principal).await;
    let email = &me.principal.identity.user.email;
    open_to_owner(waiting, |waiting| page(email, waiting, FormView::blank()))
}

#[post("/settings/email", data = "<form>")]
async fn submit_email_change(app: &State<App>, me: SignedIn<'_>, form: Form<EmailForm>) -> Answer {
    let (said, input) = form.into_parts();
    let asked: Result<(), Error> = match input {
        Ok(EmailForm { email, password }) => request::request(app, me.principal, Some(password), email).await,
        Err(error) => Err(error),
    };
    let Err(error) = asked else {
        return Ok(See::to("/settings/email").saying("notice-email-change-asked").into());
    };
    refuse(app, &me, said, error).await
}

/// Sends the letter again that proves the mailbox.
#[post("/settings/email/letter", data = "<_form>")]
async fn resend_letter(app: &State<App>, me: SignedIn<'_>, _form: Form<Nothing>) -> Answer {
    let address = me.principal.identity.user.email.address.clone();
    match resend_activation(app, &me.visitor.client, address).await {
        Ok(()) => Ok(See::to("/settings/email").saying("notice-email-letter-sent").into()),
        Err(error) => refuse(app, &me, FormView::blank(), error).await,
    }
}
