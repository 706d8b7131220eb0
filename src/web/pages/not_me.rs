//! `/not-me`: "this wasn't me", which every letter offers that somebody else may have caused.

use rocket::{Route, State, get, post, routes};

use super::frame::{Answer, Form, Page, Visitor};
use super::mailed_link::{TokenForm, carrying, done, form_page, unusable};
use crate::domain::App;
use crate::domain::accounts::disown::disown;

pub(super) fn routes() -> Vec<Route> {
    routes![show_not_me, submit_not_me]
}

#[get("/not-me?<token>")]
fn show_not_me(_visitor: &Visitor, token: Option<&str>) -> Page {
    form_page("not_me.html", carrying(token))
}

#[post("/not-me", data = "<form>")]
async fn submit_not_me(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    let disowned = match form.into_parts().1 {
        Ok(TokenForm(token)) => disown(app, &visitor.client, &token).await,
        Err(error) => Err(error),
    };
    match disowned {
        Ok(()) => Ok(done("notice-disowned")),
        Err(error) => unusable("not-me", error),
    }
}
