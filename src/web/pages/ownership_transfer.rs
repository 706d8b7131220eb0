//! `/ownership-transfer`: what the letter leads to that asks a member to be owner in another's place.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::next::Next;
use super::frame::{Answer, Form, FormView, Page, See, Visitor};
use super::mailed_link::{TokenForm, carrying, done, unusable};
use crate::domain::ownership_transfers::{accept, decline, look};
use crate::domain::{App, Error};

pub(super) fn routes() -> Vec<Route> {
    routes![show_ownership_transfer, submit_ownership_transfer_accept, submit_ownership_transfer_decline]
}

#[derive(Serialize)]
struct OwnershipTransferView {
    form: FormView,
    /// Who looks at it: nobody who is signed in, the member who is asked, or somebody else.
    arrival: &'static str,
    org: String,
    owner: String,
    /// Who is asked.
    successor: String,
    email: String,
    expires_at: i64,
    /// Where to come back to after signing in.
    back: String,
}

async fn page(app: &App, visitor: &Visitor, form: FormView) -> Result<Page, Error> {
    let seen = look::look(app, &visitor.client, form.value("token").unwrap_or_default()).await?;
    let transfer = &seen.transfer;
    let arrival = match &visitor.principal {
        None => "signed_out",
        Some(principal) if principal.user_id() == transfer.successor.id => "asked",
        Some(_) => "somebody_else",
    };
    let view = OwnershipTransferView {
        arrival,
        org: seen.org.name.as_str().to_owned(),
        owner: transfer.owner.name.full(),
        successor: transfer.successor.called(),
        email: transfer.successor.email.address.as_str().to_owned(),
        expires_at: transfer.expires_at.as_microsecond(),
        back: back(&form),
        form,
    };
    Ok(Page::new("ownership_transfer.html", view))
}

/// The path of this page, to come back to.
fn back(form: &FormView) -> String {
    let path = format!("/ownership-transfer?token={}", form.value("token").unwrap_or_default());
    Next::parse(&path).map_or_else(String::new, |next| next.as_str().to_owned())
}

#[get("/ownership-transfer?<token>")]
async fn show_ownership_transfer(app: &State<App>, visitor: &Visitor, token: Option<&str>) -> Answer {
    match page(app, visitor, carrying(token)).await {
        Ok(page) => Ok(page.into()),
        Err(error) => unusable("ownership-transfer", error),
    }
}

#[post("/ownership-transfer/accept", data = "<form>")]
async fn submit_ownership_transfer_accept(
    app: &State<App>,
    visitor: &Visitor,
    form: Form<TokenForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let accepted = match input {
        Ok(TokenForm(token)) => {
            accept::accept(app, &visitor.client, visitor.principal.as_ref(), &token).await
        }
        Err(error) => Err(error),
    };
    match accepted {
        Ok(_) => Ok(See::to("/orgs").saying("notice-transfer-accepted").into()),
        Err(Error::Unauthenticated(_)) => {
            let next = Next::parse(&back(&said)).map(|next| format!("?next={}", next.encoded()));
            Ok(See::to(format!("/sign-in{}", next.unwrap_or_default())).into())
        }
        Err(error) => match page(app, visitor, said.refused(&error)).await {
            Ok(page) => Ok(page.refusing(error).into()),
            Err(gone) => unusable("ownership-transfer", gone),
        },
    }
}

#[post("/ownership-transfer/decline", data = "<form>")]
async fn submit_ownership_transfer_decline(
    app: &State<App>,
    visitor: &Visitor,
    form: Form<TokenForm>,
) -> Answer {
    let declined = match form.into_parts().1 {
        Ok(TokenForm(token)) => {
            decline::decline(app, &visitor.client, visitor.principal.as_ref(), &token).await
        }
        Err(error) => Err(error),
    };
    match declined {
        Ok(()) => Ok(done("notice-transfer-declined")),
        Err(error) => unusable("ownership-transfer", error),
    }
}
