//! `/admin/mail`: letters on their way, and sending one to see whether they arrive.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::filters::Filters;
use super::micros;
use super::operating::Operating;
use crate::domain::operators::mail::list::{self, LetterFilter};
use crate::domain::operators::mail::send_test;
use crate::domain::{App, Error};
use crate::model::{EmailAddress, LetterDelivery, MailStage, Page as Rows, PageRequest, Principal};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See};

pub(super) fn routes() -> Vec<Route> {
    routes![show_mail, submit_test_letter]
}

#[derive(Serialize)]
struct MailView {
    form: FormView,
    test: FormView,
    mail_configured: bool,
    letters: Vec<LetterView>,
    next: Option<String>,
}

/// A letter, and how its delivery goes. What it says is not told.
#[derive(Serialize)]
pub(super) struct LetterView {
    pub(super) id: String,
    kind: String,
    recipient: String,
    state: &'static str,
    detail: Option<String>,
    attempts: i64,
    created_at: i64,
    next_attempt_at: Option<i64>,
    expires_at: i64,
    finished_at: Option<i64>,
}

impl From<&LetterDelivery> for LetterView {
    fn from(delivery: &LetterDelivery) -> Self {
        let letter = &delivery.letter;
        Self {
            id: letter.id.to_string(),
            kind: letter.kind.clone(),
            recipient: letter.recipient.clone(),
            state: letter.mail.stage.as_str(),
            detail: letter.mail.detail.clone(),
            attempts: delivery.attempts,
            created_at: micros(letter.created_at),
            next_attempt_at: delivery.next_attempt_at.map(micros),
            expires_at: micros(delivery.expires_at),
            finished_at: delivery.finished_at.map(micros),
        }
    }
}

#[get("/admin/mail?<state>&<search>")]
async fn show_mail(
    app: &State<App>,
    operator: Operating<'_>,
    state: Option<&str>,
    search: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let mut filters = Filters::default();
    let filter = LetterFilter {
        stage: filters.chosen("state", state, MailStage::parse),
        recipient: filters.search(search),
    };
    let (form, letters) = filters.list(list::list(app, operator.0, filter, part.request)).await?;
    let next = part.next(&letters);
    Ok(page(app, operator.0, (form, FormView::blank()), letters, next).into())
}

fn page(
    app: &App,
    operator: &Principal,
    (form, test): (FormView, FormView),
    letters: Rows<LetterDelivery>,
    next: Option<String>,
) -> Page {
    let own_address = operator.identity.user.email.address.as_str();
    let test = if test.value("to").is_none() { test.with("to", own_address) } else { test };
    let view = MailView {
        form,
        test,
        mail_configured: app.rules.mail_configured,
        letters: letters.items.iter().map(Into::into).collect(),
        next,
    };
    Page::new("console/mail.html", view)
}

/// Where to send a test letter.
struct TestForm(EmailAddress);

impl FromBody for TestForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("to", readers::parsed(EmailAddress::parse)).map(Self)
    }
}

#[post("/admin/mail/test", data = "<form>")]
async fn submit_test_letter(app: &State<App>, operator: Operating<'_>, form: Form<TestForm>) -> Answer {
    let (said, input) = form.into_parts();
    let sent = match input {
        Ok(TestForm(to)) => send_test::send_test(app, operator.0, to).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok(shown) => {
            let path = format!("/admin/mail/{}", shown.delivery.letter.id);
            Ok(See::to(path).saying("notice-console-test-sent").into())
        }
        Err(error) => refuse(app, operator.0, said, error).await,
    }
}

/// The beginning of the list again, with what is wrong with the form beside it.
async fn refuse(app: &App, operator: &Principal, said: FormView, error: Error) -> Answer {
    let first = PageRequest { limit: 20, after: None };
    let letters = list::list(app, operator, LetterFilter::default(), first).await?;
    let forms = (FormView::blank(), said.refused(&error));
    Ok(page(app, operator, forms, letters, None).refusing(error).into())
}
