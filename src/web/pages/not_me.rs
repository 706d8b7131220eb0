//! `/not-me`: "this wasn't me", which every letter offers that somebody else may have caused.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::{Answer, Form, FormView, Page, Visitor};
use super::mailed_link::{TokenForm, carrying, done, unusable};
use crate::domain::App;
use crate::domain::accounts::disown::{Disowned, disown, look};

pub(super) fn routes() -> Vec<Route> {
    routes![show_not_me, submit_not_me]
}

#[derive(Serialize)]
struct NotMeView {
    form: FormView,
    /// Whether the link undoes a sign-up, and not what was done with an account.
    is_sign_up: bool,
}

#[get("/not-me?<token>")]
async fn show_not_me(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    match look(app, &visitor.client, token.unwrap_or_default()).await {
        Ok(disowned) => {
            let view = NotMeView { form: carrying(token), is_sign_up: disowned == Disowned::SignUp };
            Ok(Page::new("not_me.html", view).into())
        }
        Err(error) => unusable("not-me", error),
    }
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
