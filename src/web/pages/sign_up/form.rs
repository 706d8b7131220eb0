//! `/sign-up`: with name, address and password; with an organization, for whoever founds one; and through a sign-up domain.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::{NewPerson, accepted_terms, check_mail};
use crate::domain::accounts::sign_up::{SignUpInput, sign_up};
use crate::domain::orgs::create::CreateOrg;
use crate::domain::sign_up_domains::list::list_open;
use crate::domain::{App, Error};
use crate::model::{Country, OrgName, SignUpDomain, SignUpDomainId};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, Visitor};

pub(super) fn routes() -> Vec<Route> {
    routes![show_sign_up, submit_sign_up]
}

/// A door for sign-ups.
#[derive(Serialize)]
struct DomainView {
    id: String,
    title: String,
    description: String,
    help: String,
}

impl From<SignUpDomain> for DomainView {
    fn from(domain: SignUpDomain) -> Self {
        Self {
            id: domain.id.to_string(),
            title: domain.title,
            description: domain.description,
            help: domain.help,
        }
    }
}

#[derive(Serialize)]
struct SignUpView {
    form: FormView,
    open: bool,
    /// The door that they came through.
    domain: Option<DomainView>,
    /// Whether that is closed, or there is none.
    domain_closed: bool,
    /// The doors that there are.
    domains: Vec<DomainView>,
}

async fn page(app: &App, form: FormView) -> Result<Page, Error> {
    let asked: Option<SignUpDomainId> = form.value("domain_id").and_then(|id| id.parse().ok());
    let (chosen, others): (Vec<_>, Vec<_>) =
        list_open(app).await?.into_iter().partition(|domain| Some(domain.id) == asked);
    let domain = chosen.into_iter().next().map(DomainView::from);
    let view = SignUpView {
        open: app.rules.sign_up_open,
        domain_closed: form.value("domain_id").is_some() && domain.is_none(),
        domain,
        domains: others.into_iter().map(DomainView::from).collect(),
        form,
    };
    Ok(Page::new("sign_up.html", view))
}

/// What a person signs up with.
struct SignUpForm {
    person: NewPerson,
    org: Option<CreateOrg>,
    domain_id: Option<SignUpDomainId>,
    terms_accepted: bool,
}

impl FromBody for SignUpForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let person = NewPerson::read(fields);
        let org_name = fields.optional("org_name", readers::parsed(OrgName::parse));
        let country = fields.optional("country", readers::parsed(Country::parse));
        let domain_id = fields.optional("domain_id", readers::id);
        let terms_accepted = accepted_terms(fields);
        let org = org_name.map(|name| CreateOrg { name, country });
        Some(Self { person: person?, org, domain_id, terms_accepted: terms_accepted? })
    }
}

#[get("/sign-up?<domain>")]
async fn show_sign_up(app: &State<App>, visitor: &Visitor, domain: Option<&str>) -> Answer {
    if visitor.principal.is_some() {
        return Ok(See::to("/").into());
    }
    let form = domain.iter().fold(FormView::blank(), |form, domain| form.with("domain_id", *domain));
    Ok(page(app, form).await?.into())
}

#[post("/sign-up", data = "<form>")]
async fn submit_sign_up(app: &State<App>, visitor: &Visitor, form: Form<SignUpForm>) -> Answer {
    let (said, input) = form.into_parts();
    let signed_up = match input {
        Ok(SignUpForm { person, org, domain_id, terms_accepted }) => {
            let input = SignUpInput { org, domain_id, ..person.sign_up(visitor, terms_accepted) };
            sign_up(app, &visitor.client, input).await
        }
        Err(error) => Err(error),
    };
    match signed_up {
        Ok(signed_up) => Ok(check_mail(signed_up.user.email.address.as_str()).into()),
        Err(error) => Ok(page(app, said.refused(&error)).await?.refusing(error).into()),
    }
}
