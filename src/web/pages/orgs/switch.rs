//! `/orgs/<id>/switch`: acts for another organization from now on.

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, Route, State, async_trait, post, routes};

use crate::domain::App;
use crate::domain::sessions::act_for_org::act_for_org;
use crate::model::OrgId;
use crate::web::pages::frame::cookies::{self, Kind};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, See, SignedIn};
use crate::web::param::Param;
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![switch_org]
}

/// The token in the session's cookie; empty where there is none.
pub(super) struct Token<'r>(pub(super) &'r str);

#[async_trait]
impl<'r> FromRequest<'r> for Token<'r> {
    type Error = std::convert::Infallible;

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, Self::Error> {
        Outcome::Success(Self(cookies::value(request, Kind::Session).unwrap_or_default()))
    }
}

#[post("/orgs/<id>/switch", data = "<_form>")]
async fn switch_org(
    app: &State<App>,
    settings: &State<WebSettings>,
    me: SignedIn<'_>,
    token: Token<'_>,
    id: Param<OrgId>,
    _form: Form<Nothing>,
) -> Answer {
    let bearer = act_for_org(app, &me.visitor.client, token.0, id.0).await?;
    let members = format!("/orgs/{}/members", id.0);
    Ok(See::to(members).with(cookies::signed_in(&bearer, app, settings)).into())
}
