//! `/setup`: makes an operator's account, by the link of the first start or of `gatepost operator create`.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::{Answer, Form, FormView, Page, See, Visitor};
use super::mailed_link::{carrying, read_token, unusable};
use super::sign_up::NewPerson;
use crate::domain::accounts::set_up_operator::{SetUpOperator, look, set_up_operator};
use crate::domain::{App, Error};
use crate::web::body::{Fields, FromBody};

pub(super) fn routes() -> Vec<Route> {
    routes![show_set_up, submit_set_up]
}

/// What an operator's account is made with.
struct SetUpForm {
    token: String,
    person: NewPerson,
}

impl FromBody for SetUpForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { token: read_token(fields), person: NewPerson::read(fields)? })
    }
}

impl From<SetUpForm> for SetUpOperator {
    fn from(SetUpForm { token, person }: SetUpForm) -> Self {
        Self { token, email: person.email, password: person.password, name: person.name }
    }
}

fn page(form: FormView) -> Page {
    #[derive(Serialize)]
    struct SetUpView {
        form: FormView,
    }
    Page::new("set_up.html", SetUpView { form })
}

#[get("/setup?<token>")]
async fn show_set_up(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    match look(app, &visitor.client, token.unwrap_or_default()).await {
        Ok(()) => Ok(page(carrying(token)).into()),
        Err(error) => unusable("setup", error),
    }
}

#[post("/setup", data = "<form>")]
async fn submit_set_up(app: &State<App>, visitor: &Visitor, form: Form<SetUpForm>) -> Answer {
    let (said, input) = form.into_parts();
    let made = match input {
        Ok(input) => set_up_operator(app, &visitor.client, input.into()).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(_) => Ok(See::to("/sign-in?next=/admin").saying("notice-operator-made").into()),
        Err(error @ (Error::NotFound(_) | Error::Expired(_))) => unusable("setup", error),
        Err(error) => Ok(page(said.refused(&error)).refusing(error).into()),
    }
}
