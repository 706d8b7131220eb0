//! Accepting as somebody who has an account, and declining as anybody who holds the link.

use rocket::{Route, State, post, routes};

use super::{again, back};
use crate::domain::invitations::{accept, decline};
use crate::domain::{App, Error};
use crate::model::Role;
use crate::web::pages::frame::next::Next;
use crate::web::pages::frame::{Answer, Form, See, Visitor};
use crate::web::pages::mailed_link::{TokenForm, done, unusable};

pub(super) fn routes() -> Vec<Route> {
    routes![submit_invitation_accept, submit_invitation_decline]
}

#[post("/invitation/accept", data = "<form>")]
async fn submit_invitation_accept(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    let (said, input) = form.into_parts();
    let joined = match input {
        Ok(TokenForm(token)) => {
            accept::accept(app, &visitor.client, visitor.principal.as_ref(), &token).await
        }
        Err(error) => Err(error),
    };
    match joined {
        Ok(joined) => Ok(See::to("/orgs").saying(welcome(joined.membership.role)).into()),
        Err(Error::Unauthenticated(_)) => {
            let next = Next::parse(&back(&said)).map(|next| format!("?next={}", next.encoded()));
            Ok(See::to(format!("/sign-in{}", next.unwrap_or_default())).into())
        }
        Err(error) => again(app, visitor, said, error).await,
    }
}

/// What is said to a new member, who may have to wait for approval.
pub(super) fn welcome(role: Role) -> &'static str {
    if role == Role::Pending { "notice-joining-waits" } else { "notice-joined" }
}

#[post("/invitation/decline", data = "<form>")]
async fn submit_invitation_decline(app: &State<App>, visitor: &Visitor, form: Form<TokenForm>) -> Answer {
    let declined = match form.into_parts().1 {
        Ok(TokenForm(token)) => {
            decline::decline(app, &visitor.client, visitor.principal.as_ref(), &token).await
        }
        Err(error) => Err(error),
    };
    match declined {
        Ok(_) => Ok(done("notice-invitation-declined")),
        Err(error) => unusable("invitation", error),
    }
}
