//! `/settings/password`: another password, by the one in force. Password managers find it by its well-known address.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use crate::domain::App;
use crate::domain::accounts::change_password::change_password;
use crate::model::Password;
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};

pub(super) fn routes() -> Vec<Route> {
    routes![show_password, submit_password]
}

#[derive(Serialize)]
struct PasswordView {
    form: FormView,
    /// Whether the service made the password in force.
    generated: bool,
}

fn page(me: &SignedIn<'_>, form: FormView) -> Page {
    let generated = me.principal.identity.user.password_generated;
    Page::new("settings/password.html", PasswordView { form, generated })
}

/// The password in force, and the one to take its place.
struct ChangePasswordForm {
    current: Password,
    new: Password,
}

impl FromBody for ChangePasswordForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let current = fields.required("current", readers::presented_password);
        let new = fields.required("new", readers::parsed(Password::choose));
        Some(Self { current: current?, new: new? })
    }
}

#[get("/settings/password")]
fn show_password(me: SignedIn<'_>) -> Page {
    page(&me, FormView::blank())
}

#[post("/settings/password", data = "<form>")]
async fn submit_password(app: &State<App>, me: SignedIn<'_>, form: Form<ChangePasswordForm>) -> Answer {
    let (said, input) = form.into_parts();
    let changed = match input {
        Ok(ChangePasswordForm { current, new }) => {
            change_password(app, me.principal, Some(current), new).await
        }
        Err(error) => Err(error),
    };
    match changed {
        Ok(_) => Ok(See::to("/settings/password").saying("notice-password-changed").into()),
        Err(error) => Ok(page(&me, said.refused(&error)).refusing(error).into()),
    }
}
