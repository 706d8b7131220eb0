//! `/sign-in/two-factor`: the second step, by a code of the authenticator app or a recovery code. What the first step
//! gave waits in a cookie.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::arrive;
use super::passkey::{AskedView, read_answer};
use crate::domain::passkeys::ask;
use crate::domain::sessions::complete_sign_in::complete_sign_in;
use crate::domain::two_factor::SecondFactor;
use crate::domain::{App, Error};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::cookies::{self, Kind};
use crate::web::pages::frame::next::Next;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, Visitor};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![show_second_factor, show_recovery, submit_second_factor]
}

#[derive(Serialize)]
struct SecondFactorView {
    form: FormView,
    by_recovery_code: bool,
    /// The question to the person's passkeys; none where they have none.
    passkey: Option<AskedView>,
}

async fn page(
    app: &App,
    visitor: &Visitor,
    challenge: &Challenge<'_>,
    form: FormView,
    by_recovery_code: bool,
) -> Page {
    let passkey = ask::for_second_factor(app, &visitor.client, challenge.0).await.ok().flatten();
    let view = SecondFactorView { form, by_recovery_code, passkey: passkey.map(Into::into) };
    Page::new("two_factor.html", view)
}

/// What a person shows beside their password.
struct SecondFactorForm(SecondFactor);

impl FromBody for SecondFactorForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        if fields.has("credential") {
            return read_answer(fields).map(SecondFactor::Passkey).map(Self);
        }
        if fields.has("recovery_code") {
            fields
                .required("recovery_code", readers::text_up_to(64))
                .map(SecondFactor::RecoveryCode)
                .map(Self)
        } else {
            let code = fields.required("code", readers::text_up_to(64))?;
            // People copy codes as they are shown, in two groups.
            Some(Self(SecondFactor::Code(code.split_whitespace().collect())))
        }
    }
}

fn blank(next: Option<&str>) -> FormView {
    let next = next.and_then(Next::parse);
    next.iter().fold(FormView::blank(), |form, next| form.with("next", next.as_str()))
}

#[get("/sign-in/two-factor?<next>")]
async fn show_second_factor(
    app: &State<App>,
    visitor: &Visitor,
    challenge: Challenge<'_>,
    next: Option<&str>,
) -> Page {
    page(app, visitor, &challenge, blank(next), false).await
}

#[get("/sign-in/recovery-code?<next>")]
async fn show_recovery(
    app: &State<App>,
    visitor: &Visitor,
    challenge: Challenge<'_>,
    next: Option<&str>,
) -> Page {
    page(app, visitor, &challenge, blank(next), true).await
}

#[post("/sign-in/two-factor", data = "<form>")]
async fn submit_second_factor(
    app: &State<App>,
    settings: &State<WebSettings>,
    visitor: &Visitor,
    challenge: Challenge<'_>,
    form: Form<SecondFactorForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let next = said.value("next").and_then(Next::parse);
    let by_recovery_code = matches!(input, Ok(SecondFactorForm(SecondFactor::RecoveryCode(_))))
        || said.value("by").is_some_and(|by| by == "recovery_code");
    let signed_in = match input {
        Ok(SecondFactorForm(factor)) => {
            complete_sign_in(app, &visitor.client, challenge.0, factor, None).await
        }
        Err(error) => Err(error),
    };
    match signed_in {
        Ok(started) => {
            let see = arrive(&started, next.as_ref(), app, settings);
            Ok(see.with(cookies::gone(Kind::Challenge, settings)).into())
        }
        // The first step is too long ago, or was never taken.
        Err(Error::NotFound(_) | Error::Expired(_)) => {
            Ok(See::to("/sign-in").saying("notice-sign-in-again").into())
        }
        Err(error) => {
            let page = page(app, visitor, &challenge, said.refused(&error), by_recovery_code).await;
            Ok(page.refusing(error).into())
        }
    }
}

/// What the first step gave; empty where there was none.
struct Challenge<'r>(&'r str);

#[rocket::async_trait]
impl<'r> rocket::request::FromRequest<'r> for Challenge<'r> {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r rocket::Request<'_>) -> rocket::request::Outcome<Self, Self::Error> {
        rocket::outcome::Outcome::Success(Self(cookies::value(request, Kind::Challenge).unwrap_or_default()))
    }
}
