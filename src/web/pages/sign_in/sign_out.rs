//! `/sign-out`: ends the session that asks, and leads back to where another account is asked for.

use rocket::{Route, State, post, routes};

use crate::domain::App;
use crate::domain::sessions::end;
use crate::web::pages::frame::cookies::{self, Kind};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::next::Next;
use crate::web::pages::frame::{Answer, Form, See, SignedIn};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![submit_sign_out]
}

#[post("/sign-out", data = "<form>")]
async fn submit_sign_out(
    app: &State<App>,
    settings: &State<WebSettings>,
    me: SignedIn<'_>,
    form: Form<Nothing>,
) -> Answer {
    let (said, _) = form.into_parts();
    let next = said.value("next").and_then(Next::parse);
    end::end_current(app, me.principal).await?;
    let path = next.as_ref().map_or("/sign-in", Next::as_str);
    Ok(See::to(path).saying("notice-signed-out").with(cookies::gone(Kind::Session, settings)).into())
}
