//! `/orgs/<id>/settings`: what an organization is called, and what it asks of its people.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::listed::{Listed, ListedFault};
use super::view::OrgView;
use crate::domain::error::Conflict;
use crate::domain::expected::Expected;
use crate::domain::orgs::show::show_to;
use crate::domain::orgs::update::{self, UpdateOrg};
use crate::domain::{App, Error};
use crate::model::{Country, EmailDomain, Membership, Org, OrgId, OrgName, Permission};
use crate::web::body::{Fields, FromBody, Node, Reason, readers};
use crate::web::pages::frame::form::ticked;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

/// As many domains as an org may list.
const MOST_DOMAINS: usize = 50;

pub(super) fn routes() -> Vec<Route> {
    routes![show_settings, submit_settings]
}

#[derive(Serialize)]
struct SettingsView {
    org: OrgView,
    form: FormView,
    /// What is wrong with single domains.
    wrong: Vec<ListedFault>,
    /// Whether the visitor has a second factor, as whoever asks others for one must.
    two_factor: bool,
    /// What is in force, where somebody else changed it while the form was open.
    changed: Option<InForce>,
}

/// Settings as they are.
#[derive(Serialize)]
struct InForce {
    name: String,
    country: Option<&'static str>,
    require_two_factor: bool,
    allowed_email_domains: Vec<String>,
    invitations_need_approval: bool,
}

impl From<&Org> for InForce {
    fn from(org: &Org) -> Self {
        let domains = &org.policies.allowed_email_domains;
        Self {
            name: org.name.as_str().to_owned(),
            country: org.country.map(Country::code),
            require_two_factor: org.policies.require_two_factor,
            allowed_email_domains: domains.iter().map(|domain| domain.as_str().to_owned()).collect(),
            invitations_need_approval: org.policies.invitations_need_approval,
        }
    }
}

/// The form as it is when nobody has typed into it.
fn filled_in(org: &Org) -> FormView {
    let in_force = InForce::from(org);
    let form = FormView::blank()
        .with("version", org.version.to_string())
        .with("name", in_force.name)
        .with("country", in_force.country.unwrap_or_default())
        .with("allowed_email_domains", in_force.allowed_email_domains.join("\n"));
    let ticks = [
        ("require_two_factor", in_force.require_two_factor),
        ("invitations_need_approval", in_force.invitations_need_approval),
    ];
    ticks.into_iter().filter(|(_, is_on)| *is_on).fold(form, |form, (name, _)| form.with(name, "on"))
}

fn page(org: &Membership, form: FormView, wrong: Vec<ListedFault>, changed: Option<InForce>) -> Page {
    let view = SettingsView { org: org.into(), form, wrong, two_factor: org.two_factor, changed };
    Page::new("orgs/settings.html", view)
}

/// The settings to have, and the version that they were made of.
struct SettingsForm {
    name: OrgName,
    country: Option<Country>,
    require_two_factor: bool,
    allowed_email_domains: Listed,
    invitations_need_approval: bool,
    version: i64,
}

impl FromBody for SettingsForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.required("name", readers::parsed(OrgName::parse));
        let country = fields.optional("country", readers::parsed(Country::parse));
        let require_two_factor = fields.optional("require_two_factor", ticked);
        let domains = fields.optional("allowed_email_domains", read_domains);
        let invitations_need_approval = fields.optional("invitations_need_approval", ticked);
        let version = fields.required("version", read_version);
        Some(Self {
            name: name?,
            country,
            require_two_factor: require_two_factor.unwrap_or_default(),
            allowed_email_domains: domains.unwrap_or_else(|| Listed::read("")),
            invitations_need_approval: invitations_need_approval.unwrap_or_default(),
            version: version?,
        })
    }
}

fn read_domains(node: Node) -> Result<Listed, Reason> {
    let domains = Listed::read(&readers::text(node)?);
    if domains.len() > MOST_DOMAINS {
        return Err(Reason::new("too_many", format!("At most {MOST_DOMAINS} domains can be listed.")));
    }
    Ok(domains)
}

fn read_version(node: Node) -> Result<i64, Reason> {
    readers::text(node)?.parse().map_err(|_| Reason::new("wrong_type", "This is a whole number."))
}

impl SettingsForm {
    fn update(&self) -> Result<UpdateOrg, Error> {
        Ok(UpdateOrg {
            name: Some(self.name.clone()),
            country: Some(self.country),
            require_two_factor: Some(self.require_two_factor),
            allowed_email_domains: Some(self.allowed_email_domains.parse(EmailDomain::parse)?),
            invitations_need_approval: Some(self.invitations_need_approval),
            expected: Expected::OneOf(vec![self.version]),
        })
    }
}

#[get("/orgs/<id>/settings")]
async fn show_settings(app: &State<App>, me: SignedIn<'_>, id: Param<OrgId>) -> Answer {
    let org = show_to(app, me.principal, id.0, Permission::UpdateOrg).await?;
    Ok(page(&org, filled_in(&org.org), Vec::new(), None).into())
}

#[post("/orgs/<id>/settings", data = "<form>")]
async fn submit_settings(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    form: Form<SettingsForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let mut wrong = Vec::new();
    let updated = match &input {
        Ok(form) => match form.update() {
            Ok(input) => update::update(app, me.principal, id.0, input).await.map(|_| ()),
            Err(error) => {
                wrong = form.allowed_email_domains.faults(&error);
                Err(error)
            }
        },
        Err(error) => Err(error.clone()),
    };
    match updated {
        Ok(()) => Ok(See::to(format!("/orgs/{}/settings", id.0)).saying("notice-org-saved").into()),
        Err(error) => refuse(app, &me, id.0, said, wrong, error).await,
    }
}

/// The page again, with what was typed. Whoever has been told what somebody else changed may save over it.
async fn refuse(
    app: &App,
    me: &SignedIn<'_>,
    org_id: OrgId,
    said: FormView,
    wrong: Vec<ListedFault>,
    error: Error,
) -> Answer {
    let org = show_to(app, me.principal, org_id, Permission::UpdateOrg).await?;
    let page = match &error {
        Error::Conflict(Conflict::ChangedMeanwhile) => {
            let said = said.with("version", org.org.version.to_string());
            page(&org, said, wrong, Some((&org.org).into()))
        }
        error => page(&org, said.refused(error), wrong, None),
    };
    Ok(page.refusing(error).into())
}
