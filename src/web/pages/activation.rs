//! `/activate`: what the letter of a sign-up leads to.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::{Answer, Form, FormView, Page, Visitor};
use super::mailed_link::{TokenForm, carrying, proven, unusable};
use crate::domain::App;
use crate::domain::accounts::activate::{activate, look};

pub(super) fn routes() -> Vec<Route> {
    routes![show_activation, submit_activation]
}

#[derive(Serialize)]
struct ActivationView {
    form: FormView,
    /// The address that is confirmed.
    email: String,
}

#[get("/activate?<token>")]
async fn show_activation(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    match look(app, &visitor.client, token.unwrap_or_default()).await {
        Ok(email) => {
            let view = ActivationView { form: carrying(token), email: email.as_str().to_owned() };
            Ok(Page::new("activate.html", view).into())
        }
        Err(error) => unusable("activate", error),
    }
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
