//! `/sign-in/passkey`: with what a device answers. The question stands on the page; a script hands it to the browser, and
//! sends the answer by a form like any other.

use rocket::{Route, State, post, routes};
use serde::Serialize;

use super::{arrive, password};
use crate::domain::App;
use crate::domain::passkeys::{Asked, PasskeyAnswer, sign_in};
use crate::domain::sessions::start::ActFor;
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::next::Next;
use crate::web::pages::frame::{Answer, Form, Visitor};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![submit_passkey]
}

/// More than any device answers.
const MOST_CHARACTERS: usize = 32 * 1024;

/// A question to a passkey, as a page carries it.
#[derive(Serialize)]
pub(in crate::web::pages) struct AskedView {
    ceremony: String,
    options: String,
}

impl From<Asked> for AskedView {
    fn from(asked: Asked) -> Self {
        Self { ceremony: asked.ceremony, options: asked.options }
    }
}

/// What the script put into the form.
pub(in crate::web::pages) fn read_answer(fields: &mut Fields) -> Option<PasskeyAnswer> {
    let ceremony = fields.required("ceremony", readers::text_up_to(MOST_CHARACTERS));
    let credential = fields.required("credential", readers::text_up_to(MOST_CHARACTERS));
    Some(PasskeyAnswer { ceremony: ceremony?, credential: credential? })
}

/// The answer of whoever's passkey it is.
struct PasskeyForm(PasskeyAnswer);

impl FromBody for PasskeyForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        read_answer(fields).map(Self)
    }
}

#[post("/sign-in/passkey", data = "<form>")]
async fn submit_passkey(
    app: &State<App>,
    settings: &State<WebSettings>,
    visitor: &Visitor,
    form: Form<PasskeyForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let next = said.value("next").and_then(Next::parse);
    let signed_in = match input {
        Ok(PasskeyForm(answer)) => sign_in::sign_in(app, &visitor.client, answer, ActFor::First).await,
        Err(error) => Err(error),
    };
    match signed_in {
        Ok(started) => Ok(arrive(&started, next.as_ref(), app, settings).into()),
        Err(error) => Ok(password::page(said.refused(&error), app).refusing(error).into()),
    }
}
