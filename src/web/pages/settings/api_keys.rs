//! `/settings/api-keys`: what programs show in somebody's place. A key itself is shown once, in the answer to the form
//! that made it.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::shown::When;
use super::{FIRST_PART, open_to_owner};
use crate::domain::App;
use crate::domain::api_keys::create::{CreateApiKey, CreatedApiKey, create};
use crate::domain::api_keys::{list, revoke};
use crate::domain::once::Outcome;
use crate::model::{
    ApiKey, ApiKeyId, IpNetwork, KeyName, Membership, OrgId, Page as Found, Role, Scope, Timestamp,
};
use crate::web::body::{Fields, FromBody, Node, Reason, readers};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

/// As many scopes as a form may tick, and as many networks as it may list.
const MOST: usize = 50;

pub(super) fn routes() -> Vec<Route> {
    routes![show_api_keys, show_new_api_key, create_api_key, revoke_api_key]
}

#[derive(Serialize)]
struct ApiKeysView {
    form: FormView,
    keys: Vec<KeyView>,
    next: Option<String>,
}

#[derive(Serialize)]
struct KeyView {
    id: String,
    name: String,
    prefix: String,
    /// Whether it is for one organization alone.
    bound: bool,
    /// That organization's name.
    org: Option<String>,
    scopes: Vec<&'static str>,
    networks: Vec<String>,
    created: When,
    used: Option<When>,
    expires: Option<When>,
    expired: bool,
}

fn view(key: &ApiKey, orgs: &[Membership], now: Timestamp) -> KeyView {
    let org = orgs.iter().find(|membership| Some(membership.org.id) == key.org_id);
    KeyView {
        id: key.id.to_string(),
        name: key.name.as_str().to_owned(),
        prefix: key.prefix.clone(),
        bound: key.org_id.is_some(),
        org: org.map(|membership| membership.org.name.as_str().to_owned()),
        scopes: key.scopes.iter().copied().map(Scope::as_str).collect(),
        networks: key.ip_allowlist.iter().map(ToString::to_string).collect(),
        created: key.created_at.into(),
        used: key.last_used_at.map(Into::into),
        expires: key.expires_at.map(Into::into),
        expired: !key.is_live(now),
    }
}

fn page(app: &App, me: &SignedIn<'_>, found: &Found<ApiKey>, next: Option<String>, form: FormView) -> Page {
    let now = app.clock.now();
    let keys = found.items.iter().map(|key| view(key, &me.visitor.orgs, now)).collect();
    Page::new("settings/api_keys.html", ApiKeysView { form, keys, next })
}

#[get("/settings/api-keys")]
async fn show_api_keys(app: &State<App>, me: SignedIn<'_>, part: Part<'_>) -> Answer {
    let found = list::list(app, me.principal, part.request).await;
    open_to_owner(found, |found| page(app, &me, &found, part.next(&found), FormView::blank()))
}

#[derive(Serialize)]
struct NewKeyView {
    form: FormView,
    /// The id and the name of each organization that it can be for.
    orgs: Vec<[String; 2]>,
    /// What it can do with the account.
    account_scopes: Vec<&'static str>,
    /// What it can do in organizations.
    org_scopes: Vec<&'static str>,
}

fn new_page(me: &SignedIn<'_>, form: FormView) -> Page {
    let joined = me.visitor.orgs.iter().filter(|membership| membership.role != Role::Pending);
    let words = |of_org: bool| {
        let scopes = Scope::all().filter(move |scope| scope.is_of_org() == of_org);
        scopes.map(Scope::as_str).collect()
    };
    let view = NewKeyView {
        form,
        orgs: joined.map(|it| [it.org.id.to_string(), it.org.name.as_str().to_owned()]).collect(),
        account_scopes: words(false),
        org_scopes: words(true),
    };
    Page::new("settings/api_key_new.html", view)
}

#[get("/settings/api-keys/new")]
fn show_new_api_key(me: SignedIn<'_>) -> Page {
    new_page(&me, FormView::blank())
}

/// The key to make.
struct NewKeyForm(CreateApiKey);

impl FromBody for NewKeyForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.required("name", readers::parsed(KeyName::parse));
        let org_id: Option<OrgId> = fields.optional("org_id", readers::id);
        let scopes = fields.required_values("scopes", MOST, |node| readers::parsed(Scope::parse)(node));
        let expires_at = fields.optional("expires_at", end_of_day);
        let ip_allowlist = fields.optional("ip_allowlist", networks).unwrap_or_default();
        Some(Self(CreateApiKey { name: name?, org_id, scopes: scopes?, expires_at, ip_allowlist }))
    }
}

/// A day as HTML's date fields send it; a key is good until its last second.
fn end_of_day(node: Node) -> Result<Timestamp, Reason> {
    let day = readers::text(node)?;
    format!("{day}T23:59:59Z")
        .parse()
        .map_err(|_| Reason::new("time_malformed", "Give a day, such as 2026-11-22."))
}

/// One on each line.
fn networks(node: Node) -> Result<Vec<IpNetwork>, Reason> {
    let text = readers::text(node)?;
    let found: Result<Vec<IpNetwork>, _> = text.split_whitespace().map(IpNetwork::parse).collect();
    let found = found?;
    if found.len() > MOST {
        return Err(Reason::new("too_many", format!("List at most {MOST} addresses and networks.")));
    }
    Ok(found)
}

#[derive(Serialize)]
struct MadeKeyView {
    name: String,
    secret: String,
}

fn made_page(made: CreatedApiKey) -> Page {
    let name = made.api_key.name.as_str().to_owned();
    Page::new("settings/api_key_made.html", MadeKeyView { name, secret: made.secret })
}

#[post("/settings/api-keys", data = "<form>")]
async fn create_api_key(app: &State<App>, me: SignedIn<'_>, form: Form<NewKeyForm>) -> Answer {
    let (said, input) = form.into_parts();
    let made = match input {
        Ok(NewKeyForm(input)) => create(app, me.principal, input, None).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(Outcome::Done(made)) => Ok(made_page(made).into()),
        // A form has no idempotency key: nothing was done before.
        Ok(Outcome::DoneBefore(_)) => Ok(See::to("/settings/api-keys").into()),
        Err(error) => Ok(new_page(&me, said.refused(&error)).refusing(error).into()),
    }
}

#[post("/settings/api-keys/<id>/revoke", data = "<_form>")]
async fn revoke_api_key(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<ApiKeyId>,
    _form: Form<Nothing>,
) -> Answer {
    let Err(error) = revoke::revoke(app, me.principal, id.0).await else {
        return Ok(See::to("/settings/api-keys").saying("notice-api-key-revoked").into());
    };
    let found = list::list(app, me.principal, FIRST_PART).await;
    let form = FormView::blank().refused(&error);
    open_to_owner(found, |found| page(app, &me, &found, None, form).refusing(error))
}
