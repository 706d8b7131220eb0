//! `/settings/logins`: who tried to sign in to somebody's account.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::open_to_owner;
use super::shown::{Device, When};
use crate::domain::App;
use crate::domain::sessions::list_logins::list_logins_with_operators;
use crate::model::login::LoginRefusal;
use crate::model::{Login, NamedUser};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Page, SignedIn};

pub(super) fn routes() -> Vec<Route> {
    routes![show_logins]
}

#[derive(Serialize)]
struct LoginsView {
    logins: Vec<LoginView>,
    next: Option<String>,
}

#[derive(Serialize)]
struct LoginView {
    at: When,
    kind: &'static str,
    /// The operator of a support login, as long as they have an account.
    operator: Option<String>,
    device: Device,
    /// Empty once it was erased with the operator.
    ip: String,
    /// Why it was refused.
    refusal: Option<&'static str>,
}

fn view((login, operator): &(Login, Option<NamedUser>)) -> LoginView {
    LoginView {
        at: login.at.into(),
        kind: login.kind.as_str(),
        operator: operator.as_ref().map(|operator| operator.name.full()),
        device: Device::of(login.device.as_deref()),
        ip: login.ip.clone(),
        refusal: login.refusal.map(LoginRefusal::as_str),
    }
}

#[get("/settings/logins")]
async fn show_logins(app: &State<App>, me: SignedIn<'_>, part: Part<'_>) -> Answer {
    let found = list_logins_with_operators(app, me.principal, part.request).await;
    open_to_owner(found, |found| {
        let logins = found.items.iter().map(view).collect();
        Page::new("settings/logins.html", LoginsView { logins, next: part.next(&found) })
    })
}
