//! `/admin/mail/<id>`: one letter's delivery, with what was said with the mail server.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::mail::LetterView;
use super::operating::Operating;
use crate::domain::operators::mail::show::{self, ShownLetter};
use crate::domain::operators::mail::{cancel, resend};
use crate::domain::{App, Error};
use crate::model::{LetterId, Principal};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_letter, resend_letter, cancel_letter]
}

#[derive(Serialize)]
struct ShownLetterView {
    form: FormView,
    letter: LetterView,
    /// `>` is what we said, `<` what the mail server answered, `=` what happened.
    dialogue: Vec<String>,
}

fn page(shown: ShownLetter, form: FormView) -> Page {
    let letter = (&shown.delivery).into();
    Page::new("console/letter.html", ShownLetterView { form, letter, dialogue: shown.dialogue })
}

#[get("/admin/mail/<id>")]
async fn show_letter(app: &State<App>, operator: Operating<'_>, id: Param<LetterId>) -> Answer {
    let shown = show::show(app, operator.0, id.0).await?;
    Ok(page(shown, FormView::blank()).into())
}

#[post("/admin/mail/<id>/resend", data = "<_form>")]
async fn resend_letter(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<LetterId>,
    _form: Form<Nothing>,
) -> Answer {
    let done = resend::resend(app, operator.0, id.0).await;
    answer(app, operator.0, id.0, done, "notice-console-letter-resent").await
}

#[post("/admin/mail/<id>/cancel", data = "<_form>")]
async fn cancel_letter(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<LetterId>,
    _form: Form<Nothing>,
) -> Answer {
    let done = cancel::cancel(app, operator.0, id.0).await;
    answer(app, operator.0, id.0, done, "notice-console-letter-cancelled").await
}

async fn answer(
    app: &App,
    operator: &Principal,
    id: LetterId,
    done: Result<ShownLetter, Error>,
    notice: &'static str,
) -> Answer {
    match done {
        Ok(_) => Ok(See::to(format!("/admin/mail/{id}")).saying(notice).into()),
        Err(error) => {
            let shown = show::show(app, operator, id).await?;
            Ok(page(shown, FormView::blank().refused(&error)).refusing(error).into())
        }
    }
}
