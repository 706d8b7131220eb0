//! `/forgot` and `/reset`: choosing another password by a mailed link.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::{Answer, Form, FormView, Page, Visitor};
use super::mailed_link::{carrying, proven, read_token, unusable};
use crate::domain::accounts::request_password_reset::request_password_reset;
use crate::domain::accounts::reset_password::{look, reset_password};
use crate::domain::{App, Error};
use crate::model::{EmailAddress, Password};
use crate::web::body::{Fields, FromBody, readers};

pub(super) fn routes() -> Vec<Route> {
    routes![show_forgot, submit_forgot, show_reset, submit_reset]
}

#[derive(Serialize)]
struct ForgotView {
    form: FormView,
    /// Whether a letter was asked for.
    sent: bool,
}

/// Whom to write to.
struct ForgotForm(EmailAddress);

impl FromBody for ForgotForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("email", readers::parsed(EmailAddress::parse)).map(Self)
    }
}

#[get("/forgot")]
fn show_forgot(_visitor: &Visitor) -> Page {
    Page::new("forgot.html", ForgotView { form: FormView::blank(), sent: false })
}

/// Answers the same whether or not anybody has the address.
#[post("/forgot", data = "<form>")]
async fn submit_forgot(app: &State<App>, visitor: &Visitor, form: Form<ForgotForm>) -> Answer {
    let (said, input) = form.into_parts();
    let asked = match input {
        Ok(ForgotForm(email)) => request_password_reset(app, &visitor.client, email).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(_) => Ok(Page::new("forgot.html", ForgotView { form: said, sent: true }).into()),
        Err(error) => {
            let view = ForgotView { form: said.refused(&error), sent: false };
            Ok(Page::new("forgot.html", view).refusing(error).into())
        }
    }
}

#[derive(Serialize)]
struct ResetView {
    form: FormView,
    /// Whose password it is: for password managers, and for people with several accounts.
    email: String,
}

async fn page(app: &App, visitor: &Visitor, form: FormView) -> Result<Page, Error> {
    let link = look(app, &visitor.client, form.value("token").unwrap_or_default()).await?;
    let email = link.user.email.address.as_str().to_owned();
    Ok(Page::new("reset.html", ResetView { form, email }))
}

/// The password that is to be.
struct ResetForm {
    token: String,
    password: Password,
}

impl FromBody for ResetForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let token = read_token(fields);
        Some(Self { token, password: fields.required("password", readers::parsed(Password::choose))? })
    }
}

#[get("/reset?<token>")]
async fn show_reset(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    match page(app, visitor, carrying(token)).await {
        Ok(page) => Ok(page.into()),
        Err(error) => unusable("reset", error),
    }
}

#[post("/reset", data = "<form>")]
async fn submit_reset(app: &State<App>, visitor: &Visitor, form: Form<ResetForm>) -> Answer {
    let (said, input) = form.into_parts();
    let reset = match input {
        Ok(ResetForm { token, password }) => reset_password(app, &visitor.client, &token, password).await,
        Err(error) => Err(error),
    };
    match reset {
        Ok(reset) => Ok(proven("notice-password-reset", &reset.orgs_to_review)),
        Err(error) => match page(app, visitor, said.refused(&error)).await {
            Ok(page) => Ok(page.refusing(error).into()),
            Err(gone) => unusable("reset", gone),
        },
    }
}
