//! `/orgs/new`: founds an organization.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::switch::Token;
use crate::domain::App;
use crate::domain::orgs::create::{self, CreateOrg};
use crate::domain::sessions::act_for_org::act_for_org;
use crate::model::{Country, OrgName};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn, cookies};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![show_new, submit_new]
}

#[derive(Serialize)]
struct NewOrgView {
    form: FormView,
}

fn page(form: FormView) -> Page {
    Page::new("orgs/new.html", NewOrgView { form })
}

/// What an organization is founded with.
struct NewOrgForm(CreateOrg);

impl FromBody for NewOrgForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.required("name", readers::parsed(OrgName::parse));
        let country = fields.optional("country", readers::parsed(Country::parse));
        Some(Self(CreateOrg { name: name?, country }))
    }
}

#[get("/orgs/new")]
fn show_new(_me: SignedIn<'_>) -> Page {
    page(FormView::blank())
}

#[post("/orgs/new", data = "<form>")]
async fn submit_new(
    app: &State<App>,
    settings: &State<WebSettings>,
    me: SignedIn<'_>,
    token: Token<'_>,
    form: Form<NewOrgForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let founded = match input {
        Ok(NewOrgForm(input)) => create::create(app, me.principal, input).await,
        Err(error) => Err(error),
    };
    match founded {
        Ok(org) => {
            // An org of one is no use: whoever founds one invites people next.
            let see = See::to(format!("/orgs/{}/invitations", org.id)).saying("notice-org-founded");
            // It is there, whether or not the session can act for it.
            let acting = act_for_org(app, &me.visitor.client, token.0, org.id).await.ok();
            let see =
                acting.iter().fold(see, |see, bearer| see.with(cookies::signed_in(bearer, app, settings)));
            Ok(see.into())
        }
        Err(error) => Ok(page(said.refused(&error)).refusing(error).into()),
    }
}
