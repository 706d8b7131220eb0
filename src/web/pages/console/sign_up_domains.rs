//! `/admin/sign-up-domains`: the doors through which strangers sign up, and making another.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::operating::Operating;
use super::sign_up_domain::DomainForm;
use crate::domain::App;
use crate::domain::operators::sign_up_domains::create::{self, CreateSignUpDomain};
use crate::domain::operators::sign_up_domains::list;
use crate::model::SignUpDomain;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See};

pub(super) fn routes() -> Vec<Route> {
    routes![show_domains, show_new_domain, submit_new_domain]
}

#[derive(Serialize)]
struct DomainsView {
    domains: Vec<ListedDomain>,
}

#[derive(Serialize)]
struct ListedDomain {
    id: String,
    title: String,
    description: String,
    is_open: bool,
}

impl From<SignUpDomain> for ListedDomain {
    fn from(domain: SignUpDomain) -> Self {
        Self {
            id: domain.id.to_string(),
            title: domain.title,
            description: domain.description,
            is_open: domain.allow_signup,
        }
    }
}

impl From<DomainForm> for CreateSignUpDomain {
    fn from(form: DomainForm) -> Self {
        Self {
            version: (form.version_title.unwrap_or_else(|| form.title.clone()), form.version_description),
            title: form.title,
            description: form.description,
            help: form.help,
            allow_signup: form.allow_signup,
            sign_up_url: form.sign_up_url,
        }
    }
}

fn new_page(form: FormView) -> Page {
    #[derive(Serialize)]
    struct NewDomainView {
        form: FormView,
    }
    Page::new("console/sign_up_domain_new.html", NewDomainView { form })
}

#[get("/admin/sign-up-domains")]
async fn show_domains(app: &State<App>, operator: Operating<'_>) -> Answer {
    let domains = list::list(app, operator.0).await?.into_iter().map(Into::into).collect();
    Ok(Page::new("console/sign_up_domains.html", DomainsView { domains }).into())
}

#[get("/admin/sign-up-domains/new")]
fn show_new_domain(_operator: Operating<'_>) -> Page {
    new_page(FormView::blank())
}

#[post("/admin/sign-up-domains/new", data = "<form>")]
async fn submit_new_domain(app: &State<App>, operator: Operating<'_>, form: Form<DomainForm>) -> Answer {
    let (said, input) = form.into_parts();
    let made = match input {
        Ok(input) => create::create(app, operator.0, input.into()).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(domain) => {
            let path = format!("/admin/sign-up-domains/{}", domain.id);
            Ok(See::to(path).saying("notice-console-domain-created").into())
        }
        Err(error) => Ok(new_page(said.refused(&error)).refusing(error).into()),
    }
}
