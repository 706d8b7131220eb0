//! `/admin/keys`: the keys that sign session tokens, and putting another in force.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::micros;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::machine::signing_keys::PublishedKey;
use crate::domain::operators::keys::{list, rotate};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, Page, See};

pub(super) fn routes() -> Vec<Route> {
    routes![show_keys, rotate_key]
}

#[derive(Serialize)]
struct KeysView {
    keys: Vec<KeyView>,
}

#[derive(Serialize)]
struct KeyView {
    kid: String,
    key: String,
    not_before: i64,
    retired_at: Option<i64>,
}

impl From<PublishedKey> for KeyView {
    fn from(key: PublishedKey) -> Self {
        Self {
            kid: key.kid,
            key: key.key,
            not_before: micros(key.not_before),
            retired_at: key.retired_at.map(micros),
        }
    }
}

#[get("/admin/keys")]
async fn show_keys(app: &State<App>, operator: Operating<'_>) -> Answer {
    let keys = list::list(app, operator.0).await?.into_iter().map(Into::into).collect();
    Ok(Page::new("console/keys.html", KeysView { keys }).into())
}

#[post("/admin/keys/rotate", data = "<_form>")]
async fn rotate_key(app: &State<App>, operator: Operating<'_>, _form: Form<Nothing>) -> Answer {
    rotate::rotate(app, operator.0).await?;
    Ok(See::to("/admin/keys").saying("notice-console-key-rotated").into())
}
