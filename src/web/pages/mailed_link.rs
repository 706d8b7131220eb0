//! What the pages of mailed links share. Opening a link changes nothing, since mail scanners open it too; the button on
//! its page does. The token rides in a hidden field from the one to the other.

use rocket::{Route, get, routes};
use serde::Serialize;

use super::frame::{Answer, FormView, Page, See, Shown, Visitor};
use crate::domain::Error;
use crate::model::Membership;
use crate::web::body::{Fields, FromBody, readers};

pub(super) fn routes() -> Vec<Route> {
    routes![show_done]
}

/// A form that carries the token of a link; an empty one where the link had none, which nobody knows.
pub(super) fn carrying(token: Option<&str>) -> FormView {
    FormView::blank().with("token", token.unwrap_or_default())
}

/// A form whose button is all there is to it, but for the token of the link.
pub(super) struct TokenForm(pub(super) String);

impl FromBody for TokenForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self(read_token(fields)))
    }
}

/// The token of a link.
pub(super) fn read_token(fields: &mut Fields) -> String {
    fields.optional("token", readers::text_up_to(512)).unwrap_or_default()
}

/// What the page of a link shows that can't be used.
#[derive(Serialize)]
struct UnusableView {
    /// Where the link led.
    journey: &'static str,
    form: FormView,
}

/// The page of a link that can't be used: why, and what to do instead. What is wrong otherwise is a refusal as any.
pub(super) fn unusable(journey: &'static str, error: Error) -> Answer {
    match error {
        Error::NotFound(_) | Error::Expired(_) | Error::Conflict(_) => {
            let form = FormView::blank().refused(&error);
            Ok(Page::new("mailed_link.html", UnusableView { journey, form }).refusing(error).into())
        }
        other => Err(other.into()),
    }
}

/// Leads on to where it is said that something is done. Whoever used the link need not have an account.
pub(super) fn done(notice: &'static str) -> Shown {
    See::to("/done").saying(notice).into()
}

#[get("/done")]
fn show_done(_visitor: &Visitor) -> Page {
    Page::new("done.html", ())
}

/// An org to keep or to leave.
#[derive(Serialize)]
struct OrgToReview {
    name: String,
    role: &'static str,
}

/// What the page shows of orgs to keep or to leave.
#[derive(Serialize)]
struct ReviewView {
    orgs: Vec<OrgToReview>,
}

/// Leads somebody who has proven their mailbox to the sign-in, past the orgs that were founded or joined under their
/// address before, if there are any.
pub(super) fn proven(notice: &'static str, orgs_to_review: &[Membership]) -> Shown {
    if orgs_to_review.is_empty() {
        return See::to("/sign-in").saying(notice).into();
    }
    let orgs = orgs_to_review.iter().map(|membership| OrgToReview {
        name: membership.org.name.as_str().to_owned(),
        role: membership.role.as_str(),
    });
    Page::new("orgs_to_review.html", ReviewView { orgs: orgs.collect() }).into()
}
