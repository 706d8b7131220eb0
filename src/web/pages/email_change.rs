//! `/email-change/…`: what the letters lead to that a change of address causes. None of it needs a session.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::{Answer, Form, FormView, Page, Visitor};
use super::mailed_link::{TokenForm, carrying, done, unusable};
use crate::domain::accounts::email_change::{agree, deny, look};
use crate::domain::error::Missing;
use crate::domain::{App, Error};
use crate::model::{EmailChange, EmailChangeStep};

pub(super) fn routes() -> Vec<Route> {
    routes![
        show_email_change_accept,
        submit_email_change_accept,
        show_email_change_deny,
        submit_email_change_deny,
        show_email_change_confirm,
        submit_email_change_confirm
    ]
}

#[derive(Serialize)]
struct EmailChangeView {
    form: FormView,
    /// What the link does.
    step: &'static str,
    /// The address that is to be.
    email: String,
}

#[get("/email-change/accept?<token>")]
async fn show_email_change_accept(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    show(app, visitor, token, EmailChangeStep::Accept).await
}

#[get("/email-change/deny?<token>")]
async fn show_email_change_deny(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    show(app, visitor, token, EmailChangeStep::Deny).await
}

#[get("/email-change/confirm?<token>")]
async fn show_email_change_confirm(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    show(app, visitor, token, EmailChangeStep::Confirm).await
}

async fn show(app: &App, visitor: &Visitor, token: Option<&str>, step: EmailChangeStep) -> Answer {
    match look::look(app, &visitor.client, token.unwrap_or_default()).await {
        Ok(link) if link.step == step => {
            let email = link.change.new.as_str().to_owned();
            let view = EmailChangeView { form: carrying(token), step: step.as_str(), email };
            Ok(Page::new("email_change.html", view).into())
        }
        // A link of the same change that does something else.
        Ok(_) => unusable("email-change", Missing::Token.into()),
        Err(error) => unusable("email-change", error),
    }
}

#[post("/email-change/accept", data = "<form>")]
async fn submit_email_change_accept(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    match form.into_parts().1 {
        Ok(TokenForm(token)) => {
            agreed(agree::accept(app, &visitor.client, &token).await, "notice-email-change-accepted")
        }
        Err(error) => Err(error.into()),
    }
}

#[post("/email-change/confirm", data = "<form>")]
async fn submit_email_change_confirm(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    match form.into_parts().1 {
        Ok(TokenForm(token)) => {
            agreed(agree::confirm(app, &visitor.client, &token).await, "notice-email-change-confirmed")
        }
        Err(error) => Err(error.into()),
    }
}

/// Says how far a change of address has come.
fn agreed(change: Result<EmailChange, Error>, halfway: &'static str) -> Answer {
    match change {
        Ok(change) if change.is_agreed() => Ok(done("notice-email-changed")),
        Ok(_) => Ok(done(halfway)),
        Err(error) => unusable("email-change", error),
    }
}

#[post("/email-change/deny", data = "<form>")]
async fn submit_email_change_deny(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    let denied = match form.into_parts().1 {
        Ok(TokenForm(token)) => deny::deny(app, &visitor.client, &token).await,
        Err(error) => Err(error),
    };
    match denied {
        Ok(()) => Ok(done("notice-email-change-denied")),
        Err(error) => unusable("email-change", error),
    }
}
