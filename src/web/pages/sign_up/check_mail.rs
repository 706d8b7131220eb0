//! `/sign-up/check-mail`: says that a letter is on its way, and sends it again. The address stands in the visitor's own
//! form and in no URL; whatever it is, the answer is the same.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use crate::domain::App;
use crate::domain::accounts::resend_activation::resend_activation;
use crate::model::EmailAddress;
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, Visitor};

pub(super) fn routes() -> Vec<Route> {
    routes![show_check_mail, resend_letter]
}

#[derive(Serialize)]
struct CheckMailView {
    form: FormView,
    /// Whether a letter was just asked for.
    sent_again: bool,
}

fn page(form: FormView, sent_again: bool) -> Page {
    Page::new("check_mail.html", CheckMailView { form, sent_again })
}

/// Says that a letter is on its way to an address.
pub(in crate::web::pages) fn check_mail(email: &str) -> Page {
    page(FormView::blank().with("email", email), false)
}

/// Where to send the letter again.
struct ResendForm(EmailAddress);

impl FromBody for ResendForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("email", readers::parsed(EmailAddress::parse)).map(Self)
    }
}

#[get("/sign-up/check-mail")]
fn show_check_mail(_visitor: &Visitor) -> Page {
    page(FormView::blank(), false)
}

#[post("/sign-up/check-mail", data = "<form>")]
async fn resend_letter(app: &State<App>, visitor: &Visitor, form: Form<ResendForm>) -> Answer {
    let (said, input) = form.into_parts();
    let sent = match input {
        Ok(ResendForm(email)) => resend_activation(app, &visitor.client, email).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(()) => Ok(page(said, true).into()),
        Err(error) => Ok(page(said.refused(&error), false).refusing(error).into()),
    }
}
