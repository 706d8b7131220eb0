//! `/invitation`: where an invited person arrives, by the letter or by the link that was handed to them. Whoever they are,
//! the page tells what they can do: sign up and join at once, sign in first, join as they are, or change accounts first.

mod answer;
mod join;

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::frame::next::Next;
use super::frame::{Answer, FormView, Page, Visitor};
use super::mailed_link::{carrying, unusable};
use crate::domain::invitations::look::{Seen, look};
use crate::domain::{App, Error};

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    let show = routes![show_invitation];
    [show, answer::routes(), join::routes()].concat()
}

/// What the page shows of an invitation.
#[derive(Serialize)]
struct InvitationView {
    form: FormView,
    arrival: &'static str,
    org: String,
    inviter: String,
    email: String,
    role: &'static str,
    message: Option<String>,
    expires_at: i64,
    /// Where to come back to after signing in.
    back: String,
}

/// Who arrives, as far as that makes another page.
fn arrival(seen: &Seen, visitor: &Visitor) -> &'static str {
    let Some(principal) = &visitor.principal else {
        return match seen.has_account {
            Some(true) => "known",
            Some(false) => "new",
            // Whether the address has an account is told to nobody who was handed the link.
            None => "stranger",
        };
    };
    let invited = seen.invitation.email.normalized();
    if visitor.orgs.iter().any(|membership| membership.org.id == seen.org.id) {
        "member"
    } else if principal.identity.user.email.address.normalized() == invited {
        "invited"
    } else {
        "somebody_else"
    }
}

/// The page of an open invitation, whose token the form carries.
async fn page(app: &App, visitor: &Visitor, form: FormView) -> Result<Page, Error> {
    let seen = look(app, &visitor.client, form.value("token").unwrap_or_default()).await?;
    let view = InvitationView {
        arrival: arrival(&seen, visitor),
        org: seen.org.name.as_str().to_owned(),
        inviter: seen.invitation.inviter.name.full(),
        email: seen.invitation.email.as_str().to_owned(),
        role: seen.invitation.role.as_str(),
        message: seen.invitation.message.clone(),
        expires_at: seen.invitation.expires_at.as_microsecond(),
        back: back(&form),
        form,
    };
    Ok(Page::new("invitation.html", view))
}

/// The page again, with why it was refused.
async fn again(app: &App, visitor: &Visitor, said: FormView, error: Error) -> Answer {
    match page(app, visitor, said.refused(&error)).await {
        Ok(page) => Ok(page.refusing(error).into()),
        Err(gone) => unusable("invitation", gone),
    }
}

/// The path of this page, to come back to.
fn back(form: &FormView) -> String {
    let path = format!("/invitation?token={}", form.value("token").unwrap_or_default());
    Next::parse(&path).map_or_else(String::new, |next| next.as_str().to_owned())
}

#[get("/invitation?<token>")]
async fn show_invitation(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    match page(app, visitor, carrying(token)).await {
        Ok(page) => Ok(page.into()),
        Err(error) => unusable("invitation", error),
    }
}
