//! `/admin/sign-up-domains/<id>`: one door: its words, opening and closing it, taking it away.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::operating::Operating;
use crate::domain::operators::sign_up_domains::update::{self, UpdateSignUpDomain};
use crate::domain::operators::sign_up_domains::{delete, show};
use crate::domain::{App, Error};
use crate::model::sign_up_domain::{MOST_OF_TEXT, MOST_OF_TITLE};
use crate::model::{PageUrl, Principal, SignUpDomain, SignUpDomainId};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::form::{Nothing, ticked};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_domain, update_domain, open_domain, close_domain, delete_domain]
}

/// What is said of a door. A field left empty says nothing.
pub(super) struct DomainForm {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) help: String,
    pub(super) sign_up_url: Option<PageUrl>,
    pub(super) allow_signup: bool,
    pub(super) version_title: Option<String>,
    pub(super) version_description: String,
}

impl FromBody for DomainForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let title = fields.required("title", readers::filled_up_to(MOST_OF_TITLE));
        let description = fields.optional("description", readers::text_up_to(MOST_OF_TEXT));
        let help = fields.optional("help", readers::text_up_to(MOST_OF_TEXT));
        let sign_up_url = fields.optional("sign_up_url", readers::parsed(PageUrl::parse));
        let allow_signup = fields.optional("allow_signup", ticked);
        let version_title = fields.optional("version_title", readers::filled_up_to(MOST_OF_TITLE));
        let version_description = fields.optional("version_description", readers::text_up_to(MOST_OF_TEXT));
        Some(Self {
            title: title?,
            description: description.unwrap_or_default(),
            help: help.unwrap_or_default(),
            sign_up_url,
            allow_signup: allow_signup.unwrap_or_default(),
            version_title,
            version_description: version_description.unwrap_or_default(),
        })
    }
}

impl From<DomainForm> for UpdateSignUpDomain {
    fn from(form: DomainForm) -> Self {
        Self {
            version_title: Some(form.version_title.unwrap_or_else(|| form.title.clone())),
            version_description: Some(form.version_description),
            title: Some(form.title),
            description: Some(form.description),
            help: Some(form.help),
            sign_up_url: Some(form.sign_up_url),
            // A door is opened and closed by a button of its own.
            allow_signup: None,
        }
    }
}

#[derive(Serialize)]
struct DomainView {
    form: FormView,
    id: String,
    title: String,
    is_open: bool,
}

fn filled_in(domain: &SignUpDomain) -> FormView {
    FormView::blank()
        .with("title", &domain.title)
        .with("description", &domain.description)
        .with("help", &domain.help)
        .with("sign_up_url", domain.sign_up_url.as_deref().unwrap_or_default())
        .with("version_title", &domain.version.title)
        .with("version_description", &domain.version.description)
}

fn page(domain: SignUpDomain, form: FormView) -> Page {
    let id = domain.id.to_string();
    let view = DomainView { form, id, title: domain.title, is_open: domain.allow_signup };
    Page::new("console/sign_up_domain.html", view)
}

#[get("/admin/sign-up-domains/<id>")]
async fn show_domain(app: &State<App>, operator: Operating<'_>, id: Param<SignUpDomainId>) -> Answer {
    let domain = show::show(app, operator.0, id.0).await?;
    let form = filled_in(&domain);
    Ok(page(domain, form).into())
}

#[post("/admin/sign-up-domains/<id>", data = "<form>")]
async fn update_domain(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<SignUpDomainId>,
    form: Form<DomainForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let updated = match input {
        Ok(input) => update::update(app, operator.0, id.0, input.into()).await,
        Err(error) => Err(error),
    };
    match updated {
        Ok(_) => Ok(see(id.0).saying("notice-console-saved").into()),
        Err(error) => {
            let domain = show::show(app, operator.0, id.0).await?;
            Ok(page(domain, said.refused(&error)).refusing(error).into())
        }
    }
}

#[post("/admin/sign-up-domains/<id>/open", data = "<_form>")]
async fn open_domain(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<SignUpDomainId>,
    _form: Form<Nothing>,
) -> Answer {
    set_open(app, operator.0, id.0, true).await?;
    Ok(see(id.0).saying("notice-console-domain-opened").into())
}

#[post("/admin/sign-up-domains/<id>/close", data = "<_form>")]
async fn close_domain(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<SignUpDomainId>,
    _form: Form<Nothing>,
) -> Answer {
    set_open(app, operator.0, id.0, false).await?;
    Ok(see(id.0).saying("notice-console-domain-closed").into())
}

#[post("/admin/sign-up-domains/<id>/delete", data = "<_form>")]
async fn delete_domain(
    app: &State<App>,
    operator: Operating<'_>,
    id: Param<SignUpDomainId>,
    _form: Form<Nothing>,
) -> Answer {
    delete::delete(app, operator.0, id.0).await?;
    Ok(See::to("/admin/sign-up-domains").saying("notice-console-domain-deleted").into())
}

async fn set_open(app: &App, operator: &Principal, id: SignUpDomainId, open: bool) -> Result<(), Error> {
    let change = UpdateSignUpDomain { allow_signup: Some(open), ..UpdateSignUpDomain::default() };
    update::update(app, operator, id, change).await.map(|_| ())
}

fn see(id: SignUpDomainId) -> See {
    See::to(format!("/admin/sign-up-domains/{id}"))
}
