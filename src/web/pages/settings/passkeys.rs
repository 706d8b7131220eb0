//! `/settings/passkeys`: the passkeys that a person has; adding one takes the password, a code where there is a second
//! factor, and then the device; removing one the password.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::two_factor::either_code;
use super::{PasswordForm, open_to_owner};
use crate::domain::passkeys::{PasskeyAnswer, add, ask, list, remove};
use crate::domain::two_factor::SecondFactor;
use crate::domain::{App, Error};
use crate::model::{KeyName, Passkey, PasskeyId, Password};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::pages::sign_in::passkey::{AskedView, read_answer};
use crate::web::param::Param;

/// The routes of this file.
pub(super) fn routes() -> Vec<Route> {
    routes![show_passkeys, ask_for_passkey, add_passkey, show_passkey_removal, remove_passkey]
}

#[derive(Serialize)]
struct PasskeyView {
    id: String,
    name: String,
    created_at: i64,
    last_used_at: Option<i64>,
}

impl From<Passkey> for PasskeyView {
    fn from(passkey: Passkey) -> Self {
        Self {
            id: passkey.id.to_string(),
            name: passkey.name.as_str().to_owned(),
            created_at: passkey.created_at.as_microsecond(),
            last_used_at: passkey.last_used_at.map(jiff::Timestamp::as_microsecond),
        }
    }
}

#[derive(Serialize)]
struct PasskeysView {
    form: FormView,
    passkeys: Vec<PasskeyView>,
    offered: bool,
    /// Whether adding one takes a code.
    two_factor: bool,
}

async fn page(app: &App, me: &SignedIn<'_>, form: FormView) -> Result<Page, Error> {
    let passkeys = list::list(app, me.principal).await?.into_iter().map(Into::into).collect();
    let two_factor = me.principal.identity.user.two_factor;
    let view = PasskeysView { form, passkeys, offered: app.passkeys.is_some(), two_factor };
    Ok(Page::new("settings/passkeys.html", view))
}

#[get("/settings/passkeys")]
async fn show_passkeys(app: &State<App>, me: SignedIn<'_>) -> Answer {
    open_to_owner(page(app, &me, FormView::blank()).await, |page| page)
}

#[derive(Serialize)]
struct AddView {
    form: FormView,
    passkey: AskedView,
}

/// The password and, where there is a second factor, a code.
struct AskForm {
    password: Password,
    factor: Option<SecondFactor>,
}

impl FromBody for AskForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.required("password", readers::presented_password);
        let factor = fields.optional("code", either_code);
        Some(Self { password: password?, factor })
    }
}

#[post("/settings/passkeys/ask", data = "<form>")]
async fn ask_for_passkey(app: &State<App>, me: SignedIn<'_>, form: Form<AskForm>) -> Answer {
    let (said, input) = form.into_parts();
    let asked = match input {
        Ok(AskForm { password, factor }) => ask::for_a_new_one(app, me.principal, password, factor).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(asked) => {
            let view = AddView { form: FormView::blank(), passkey: asked.into() };
            Ok(Page::new("settings/passkey_add.html", view).into())
        }
        Err(error) => Ok(page(app, &me, said.refused(&error)).await?.refusing(error).into()),
    }
}

/// What the device made, and what its person calls it.
struct AddForm {
    name: KeyName,
    answer: PasskeyAnswer,
}

impl FromBody for AddForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.required("name", readers::parsed(KeyName::parse));
        let answer = read_answer(fields);
        Some(Self { name: name?, answer: answer? })
    }
}

#[post("/settings/passkeys", data = "<form>")]
async fn add_passkey(app: &State<App>, me: SignedIn<'_>, form: Form<AddForm>) -> Answer {
    let (said, input) = form.into_parts();
    let added = match input {
        Ok(AddForm { name, answer }) => add::add(app, me.principal, name, answer).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(_) => Ok(See::to("/settings/passkeys").saying("notice-passkey-added").into()),
        Err(error) => Ok(page(app, &me, said.refused(&error)).await?.refusing(error).into()),
    }
}

#[derive(Serialize)]
struct RemovalView {
    form: FormView,
    passkey: PasskeyView,
}

async fn removal(app: &App, me: &SignedIn<'_>, id: PasskeyId, form: FormView) -> Result<Page, Error> {
    let passkeys = list::list(app, me.principal).await?;
    let passkey = passkeys.into_iter().find(|passkey| passkey.id == id);
    let passkey = passkey.ok_or(crate::domain::error::Missing::Passkey)?.into();
    Ok(Page::new("settings/passkey_remove.html", RemovalView { form, passkey }))
}

#[get("/settings/passkeys/<id>/remove")]
async fn show_passkey_removal(app: &State<App>, me: SignedIn<'_>, id: Param<PasskeyId>) -> Answer {
    open_to_owner(removal(app, &me, id.0, FormView::blank()).await, |page| page)
}

#[post("/settings/passkeys/<id>/remove", data = "<form>")]
async fn remove_passkey(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<PasskeyId>,
    form: Form<PasswordForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let removed = match input {
        Ok(PasswordForm(password)) => remove::remove(app, me.principal, id.0, password).await,
        Err(error) => Err(error),
    };
    match removed {
        Ok(()) => Ok(See::to("/settings/passkeys").saying("notice-passkey-removed").into()),
        Err(error @ Error::NotFound(_)) => Err(error.into()),
        Err(error) => Ok(removal(app, &me, id.0, said.refused(&error)).await?.refusing(error).into()),
    }
}
