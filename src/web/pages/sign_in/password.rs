//! `/sign-in`: with address or username, and password.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::arrive;
use super::passkey::AskedView;
use crate::domain::passkeys::ask;
use crate::domain::sessions::sign_in::{self, SignIn};
use crate::domain::sessions::start::ActFor;
use crate::domain::{App, Error};
use crate::model::Password;
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::next::Next;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, Shown, Visitor, cookies};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![show_sign_in, submit_sign_in]
}

#[derive(Serialize)]
struct SignInView {
    form: FormView,
    sign_up_open: bool,
    /// The question to whoever's passkey it may be; none where the service has no passkeys.
    passkey: Option<AskedView>,
}

/// The page to sign in on.
pub(super) fn page(form: FormView, app: &App) -> Page {
    let passkey = ask::for_any(app).ok().map(Into::into);
    Page::new("sign_in.html", SignInView { form, sign_up_open: app.rules.sign_up_open, passkey })
}

/// What a person signs in with.
struct SignInForm {
    login: String,
    password: Password,
}

impl FromBody for SignInForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let login = fields.required("login", readers::text_up_to(320));
        let password = fields.required("password", readers::presented_password);
        Some(Self { login: login?, password: password? })
    }
}

#[get("/sign-in?<next>")]
fn show_sign_in(app: &State<App>, visitor: &Visitor, next: Option<&str>) -> Shown {
    let next = next.and_then(Next::parse);
    if visitor.principal.is_some() {
        return See::to(next.as_ref().map_or("/", Next::as_str)).into();
    }
    let form = next.iter().fold(FormView::blank(), |form, next| form.with("next", next.as_str()));
    page(form, app).into()
}

#[post("/sign-in", data = "<form>")]
async fn submit_sign_in(
    app: &State<App>,
    settings: &State<WebSettings>,
    visitor: &Visitor,
    form: Form<SignInForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let next = said.value("next").and_then(Next::parse);
    let signed_in = match input {
        Ok(SignInForm { login, password }) => {
            let input = SignIn { login, password, act_for: ActFor::First, invitation: None };
            sign_in::sign_in(app, &visitor.client, input).await
        }
        Err(error) => Err(error),
    };
    match signed_in {
        Ok(started) => Ok(arrive(&started, next.as_ref(), app, settings).into()),
        Err(Error::TwoFactorRequired { challenge }) => {
            let path = next.as_ref().map_or_else(
                || "/sign-in/two-factor".to_owned(),
                |next| format!("/sign-in/two-factor?next={}", next.encoded()),
            );
            Ok(See::to(path).with(cookies::challenge(challenge, settings)).into())
        }
        Err(error) => Ok(page(said.refused(&error), app).refusing(error).into()),
    }
}
