//! `/activate`: what the letter of a sign-up leads to.

use rocket::{Route, State, get, post, routes};

use super::frame::{Answer, Form, Page, Visitor};
use super::mailed_link::{TokenForm, carrying, form_page, proven, unusable};
use crate::domain::App;
use crate::domain::accounts::activate::activate;

pub(super) fn routes() -> Vec<Route> {
    routes![show_activation, submit_activation]
}

#[get("/activate?<token>")]
fn show_activation(_visitor: &Visitor, token: Option<&str>) -> Page {
    form_page("activate.html", carrying(token))
}

#[post("/activate", data = "<form>")]
async fn submit_activation(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    let activated = match form.into_parts().1 {
        Ok(TokenForm(token)) => activate(app, &visitor.client, &token).await,
        Err(error) => Err(error),
    };
    match activated {
        Ok(activated) => Ok(proven("notice-activated", &activated.orgs_to_review)),
        Err(error) => unusable("activate", error),
    }
}
