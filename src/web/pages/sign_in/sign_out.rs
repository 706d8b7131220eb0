//! `/sign-out`: ends the session that asks.

use rocket::{Route, State, post, routes};

use crate::domain::App;
use crate::domain::sessions::end;
use crate::web::pages::frame::cookies::{self, Kind};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, See, SignedIn};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![submit_sign_out]
}

#[post("/sign-out", data = "<_form>")]
async fn submit_sign_out(
    app: &State<App>,
    settings: &State<WebSettings>,
    me: SignedIn<'_>,
    _form: Form<Nothing>,
) -> Answer {
    end::end_current(app, me.principal).await?;
    Ok(See::to("/sign-in").saying("notice-signed-out").with(cookies::gone(Kind::Session, settings)).into())
}
