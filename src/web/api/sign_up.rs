//! `/sign-up` and `/sign-up-domains`.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::org::{CreateOrgInput, OrgBody, OrgRoleBody};
use super::wire::user::{NameInput, UserBody, read_locale, read_username, required_name};
use crate::domain::accounts::choices::Choice;
use crate::domain::accounts::sign_up::{self, SignUpInput, SignedUp};
use crate::domain::{App, sign_up_domains};
use crate::model::{EmailAddress, Locale, Password, PersonName, SignUpDomain, SignUpDomainId, Username};
use crate::web::answer::{ApiResult, MadeOnce, MadeOnceResult};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::client::Client;
use crate::web::guards::idempotency_key::{IdempotencyKey, told};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_sign_up, list_sign_up_domains]
}

/// What a person signs up with.
#[derive(Debug, ToSchema)]
pub struct SignUpBody {
    /// Their address.
    #[schema(value_type = String, example = "june@example.com")]
    pub email: EmailAddress,
    /// 8 characters to 1,024 bytes, and not easily guessed.
    #[schema(value_type = String, format = "password", min_length = 8, max_length = 1024)]
    pub password: Password,
    /// How they are called.
    #[schema(value_type = NameInput)]
    pub name: PersonName,
    /// A second name to sign in with: 3 to 64 characters, no `@`.
    #[schema(value_type = Option<String>)]
    pub username: Option<Username>,
    /// The org to found.
    pub org: Option<CreateOrgInput>,
    /// The sign-up domain they came through.
    #[schema(value_type = Option<Uuid>)]
    pub domain_id: Option<SignUpDomainId>,
    /// The token of the invitation they came by.
    pub invitation: Option<String>,
    /// Whether they accepted the terms.
    pub terms_accepted: Option<bool>,
    /// The language they want to be written to in; without it, the one that `Accept-Language` asks for.
    #[schema(value_type = Option<String>, example = "en")]
    pub locale: Option<Locale>,
}

impl FromBody for SignUpBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let password = fields.required("password", readers::parsed(Password::choose));
        let name = required_name(fields);
        let username = fields.optional("username", read_username);
        let org = fields.optional_object("org");
        let domain_id = fields.optional("domain_id", readers::id);
        let invitation = fields.optional("invitation", readers::text);
        let terms_accepted = fields.optional("terms_accepted", readers::truth);
        let locale = fields.optional("locale", read_locale);
        Some(Self {
            email: email?,
            password: password?,
            name: name?,
            username,
            org,
            domain_id,
            invitation,
            terms_accepted,
            locale,
        })
    }
}

impl From<SignUpBody> for SignUpInput {
    fn from(body: SignUpBody) -> Self {
        Self {
            email: body.email,
            password: Choice::Chosen(body.password),
            name: body.name,
            username: body.username.map(Choice::Chosen),
            org: body.org.map(Into::into),
            domain_id: body.domain_id,
            invitation: body.invitation,
            terms_accepted: body.terms_accepted.unwrap_or_default(),
            locale: body.locale,
        }
    }
}

/// A person and the org they found or join.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignedUpBody {
    /// The person.
    pub user: UserBody,
    /// The org.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub org: Option<OrgBody>,
    /// Orgs founded or joined under the address before a mailed invitation proved it: to keep or to leave.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub orgs_to_review: Vec<OrgRoleBody>,
}

impl From<SignedUp> for SignedUpBody {
    fn from(signed_up: SignedUp) -> Self {
        Self {
            user: (&signed_up.user).into(),
            org: signed_up.org.as_ref().map(Into::into),
            orgs_to_review: signed_up.orgs_to_review.iter().map(Into::into).collect(),
        }
    }
}

/// Sign up.
///
/// With `org`, founds an org; with `invitation`, joins one at once. Answers the same whether or not the
/// address has an account: its owner is told by mail.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sign-up", request_body = SignUpBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 255 visible ASCII characters. The same call with the same key and body, within 24 hours, is answered alike and done once.", example = "0b1e7c62-5d0f-4c1e-9a57-2f7d3c6f8a11")),
    responses(
        (status = 201, description = "Signed up: the letter opens the account; an invited person has joined.", body = SignedUpBody),
        (status = 404, description = "The invitation is not known.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "The username is taken, the invited address has an account, or the idempotency key came with another request.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The invitation can't be used any more.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/sign-up", data = "<body>")]
pub(crate) async fn create_sign_up(
    app: &State<App>,
    client: Client,
    key: IdempotencyKey<'_>,
    body: Body<SignUpBody>,
) -> MadeOnceResult<SignedUpBody> {
    let once = key.of_visitor(app, &client.0, &body, |signed_up: &SignedUp| {
        told(&SignedUpBody::from(signed_up.clone()))
    });
    let signed_up = sign_up::sign_up_once(app, &client.0, body.0.into(), once).await?;
    Ok(MadeOnce(signed_up.map(Into::into)))
}

/// A door for sign-ups.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignUpDomainBody {
    /// The domain's id.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// What a person reads before signing up.
    pub help: String,
}

impl From<SignUpDomain> for SignUpDomainBody {
    fn from(domain: SignUpDomain) -> Self {
        Self { id: domain.id.uuid(), title: domain.title, description: domain.description, help: domain.help }
    }
}

/// All open doors.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignUpDomainsBody {
    /// The domains, the newest first.
    pub items: Vec<SignUpDomainBody>,
    /// Always null: there is one page.
    pub next_cursor: Option<String>,
}

/// List the sign-up domains that are open.
///
/// A domain is a door with its own words; `domain_id` of a sign-up names the one a person came through.
#[utoipa::path(
    context_path = "/api/v1", tag = "Sign-up",
    responses((status = 200, description = "The open domains.", body = SignUpDomainsBody))
)]
#[get("/sign-up-domains")]
pub(crate) async fn list_sign_up_domains(app: &State<App>) -> ApiResult<SignUpDomainsBody> {
    let domains = sign_up_domains::list::list_open(app).await?;
    Ok(Json(SignUpDomainsBody { items: domains.into_iter().map(Into::into).collect(), next_cursor: None }))
}
