//! `/admin/sign-up-domains`: the doors through which strangers sign up.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, patch, post, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::App;
use crate::domain::operators::sign_up_domains::create::{self, CreateSignUpDomain};
use crate::domain::operators::sign_up_domains::update::{self, UpdateSignUpDomain};
use crate::domain::operators::sign_up_domains::{delete, list, show};
use crate::model::sign_up_domain::{MOST_OF_TEXT, MOST_OF_TITLE};
use crate::model::{PageUrl, SignUpDomain, SignUpDomainId};
use crate::web::answer::{ApiResult, Created, CreatedResult, Done, DoneResult};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::operator::Operator;
use crate::web::param::Param;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        list_all_sign_up_domains,
        create_sign_up_domain,
        show_sign_up_domain,
        update_sign_up_domain,
        delete_sign_up_domain
    ]
}

/// A door for sign-ups, as operators see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdminSignUpDomainBody {
    /// The domain's id.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// What a person reads before signing up.
    pub help: String,
    /// The page that the letters of its sign-ups lead to; null for our own.
    pub sign_up_url: Option<String>,
    /// Whether it is open.
    pub allow_signup: bool,
    /// What whoever comes through it subscribes to.
    pub version: SignUpDomainVersionBody,
}

/// What is offered behind a door.
#[derive(Debug, Serialize, ToSchema)]
pub struct SignUpDomainVersionBody {
    /// The version's id.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub description: String,
}

impl From<SignUpDomain> for AdminSignUpDomainBody {
    fn from(domain: SignUpDomain) -> Self {
        Self {
            id: domain.id.uuid(),
            title: domain.title,
            description: domain.description,
            help: domain.help,
            sign_up_url: domain.sign_up_url,
            allow_signup: domain.allow_signup,
            version: SignUpDomainVersionBody {
                id: domain.version.id.uuid(),
                title: domain.version.title,
                description: domain.version.description,
            },
        }
    }
}

/// All doors.
#[derive(Debug, Serialize, ToSchema)]
pub struct AdminSignUpDomainsBody {
    /// The domains, the newest first.
    pub items: Vec<AdminSignUpDomainBody>,
    /// Always null: there is one page.
    pub next_cursor: Option<String>,
}

/// List all sign-up domains.
///
/// Open or not, the newest first.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    responses((status = 200, description = "The domains.", body = AdminSignUpDomainsBody))
)]
#[get("/admin/sign-up-domains")]
pub(crate) async fn list_all_sign_up_domains(
    app: &State<App>,
    operator: Operator,
) -> ApiResult<AdminSignUpDomainsBody> {
    let domains = list::list(app, &operator.0).await?;
    Ok(Json(AdminSignUpDomainsBody {
        items: domains.into_iter().map(Into::into).collect(),
        next_cursor: None,
    }))
}

/// Show a sign-up domain.
///
/// Open or not.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The domain.")),
    responses((status = 200, description = "The domain.", body = AdminSignUpDomainBody))
)]
#[get("/admin/sign-up-domains/<id>")]
pub(crate) async fn show_sign_up_domain(
    app: &State<App>,
    operator: Operator,
    id: Param<SignUpDomainId>,
) -> ApiResult<AdminSignUpDomainBody> {
    Ok(Json(show::show(app, &operator.0, id.0).await?.into()))
}

/// What a sign-up domain is made with.
#[derive(Debug, ToSchema)]
pub struct CreateSignUpDomainInput {
    /// What it is called, at most 100 characters.
    #[schema(example = "Partners", max_length = 100)]
    pub title: String,
    /// What it is for, at most 2,000 characters.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub description: Option<String>,
    /// What a person reads before signing up, at most 2,000 characters.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub help: Option<String>,
    /// The page that the letters of its sign-ups lead to; ours if not given.
    #[schema(value_type = Option<String>, example = "https://app.example.com/welcome")]
    pub sign_up_url: Option<PageUrl>,
    /// Whether it is open; closed if not given.
    pub allow_signup: Option<bool>,
    /// What whoever comes through it subscribes to.
    pub version: Option<SignUpDomainVersionInput>,
}

/// What is offered behind a door.
#[derive(Debug, Default, ToSchema)]
pub struct SignUpDomainVersionInput {
    /// What it is called, at most 100 characters.
    #[schema(value_type = Option<String>, example = "Standard", max_length = 100)]
    pub title: Option<String>,
    /// What it is, at most 2,000 characters.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub description: Option<String>,
}

impl FromBody for SignUpDomainVersionInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        let title = fields.optional("title", readers::filled_up_to(MOST_OF_TITLE));
        let description = fields.optional("description", readers::text_up_to(MOST_OF_TEXT));
        Some(Self { title, description })
    }
}

impl FromBody for CreateSignUpDomainInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        let title = fields.required("title", readers::filled_up_to(MOST_OF_TITLE));
        let description = fields.optional("description", readers::text_up_to(MOST_OF_TEXT));
        let help = fields.optional("help", readers::text_up_to(MOST_OF_TEXT));
        let sign_up_url = fields.optional("sign_up_url", readers::parsed(PageUrl::parse));
        let allow_signup = fields.optional("allow_signup", readers::truth);
        let version = fields.optional_object("version");
        Some(Self { title: title?, description, help, sign_up_url, allow_signup, version })
    }
}

impl From<CreateSignUpDomainInput> for CreateSignUpDomain {
    fn from(body: CreateSignUpDomainInput) -> Self {
        let version = body.version.unwrap_or_default();
        Self {
            version: (
                version.title.unwrap_or_else(|| body.title.clone()),
                version.description.unwrap_or_default(),
            ),
            title: body.title,
            description: body.description.unwrap_or_default(),
            help: body.help.unwrap_or_default(),
            allow_signup: body.allow_signup.unwrap_or_default(),
            sign_up_url: body.sign_up_url,
        }
    }
}

/// Make a sign-up domain.
///
/// A door with its own words: `domain_id` of a sign-up names the one that a person came through.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])), request_body = CreateSignUpDomainInput,
    responses((status = 201, description = "The domain.", body = AdminSignUpDomainBody))
)]
#[post("/admin/sign-up-domains", data = "<body>")]
pub(crate) async fn create_sign_up_domain(
    app: &State<App>,
    operator: Operator,
    body: Body<CreateSignUpDomainInput>,
) -> CreatedResult<AdminSignUpDomainBody> {
    Ok(Created(create::create(app, &operator.0, body.0.into()).await?.into()))
}

/// What is to change; what is left out stays.
#[derive(Debug, ToSchema)]
pub struct UpdateSignUpDomainInput {
    /// What it is called, at most 100 characters.
    #[schema(value_type = Option<String>, example = "Partners", max_length = 100)]
    pub title: Option<String>,
    /// What it is for, at most 2,000 characters.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub description: Option<String>,
    /// What a person reads before signing up, at most 2,000 characters.
    #[schema(value_type = Option<String>, max_length = 2000)]
    pub help: Option<String>,
    /// The page that the letters of its sign-ups lead to; null for our own.
    #[schema(value_type = Option<String>, example = "https://app.example.com/welcome")]
    pub sign_up_url: Option<Option<PageUrl>>,
    /// Whether it is open.
    pub allow_signup: Option<bool>,
    /// What whoever comes through it subscribes to.
    pub version: Option<SignUpDomainVersionInput>,
}

impl FromBody for UpdateSignUpDomainInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self {
            title: fields.optional("title", readers::filled_up_to(MOST_OF_TITLE)),
            description: fields.optional("description", readers::text_up_to(MOST_OF_TEXT)),
            help: fields.optional("help", readers::text_up_to(MOST_OF_TEXT)),
            sign_up_url: fields.clearable("sign_up_url", readers::parsed(PageUrl::parse)),
            allow_signup: fields.optional("allow_signup", readers::truth),
            version: fields.optional_object("version"),
        })
    }
}

impl From<UpdateSignUpDomainInput> for UpdateSignUpDomain {
    fn from(body: UpdateSignUpDomainInput) -> Self {
        let version = body.version.unwrap_or_default();
        Self {
            title: body.title,
            description: body.description,
            help: body.help,
            allow_signup: body.allow_signup,
            sign_up_url: body.sign_up_url,
            version_title: version.title,
            version_description: version.description,
        }
    }
}

/// Change a sign-up domain.
///
/// Changes what is given. Letters that were sent stay good, also once it is closed.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])), request_body = UpdateSignUpDomainInput,
    params(("id" = Uuid, Path, description = "The domain.")),
    responses((status = 200, description = "The domain.", body = AdminSignUpDomainBody))
)]
#[patch("/admin/sign-up-domains/<id>", data = "<body>")]
pub(crate) async fn update_sign_up_domain(
    app: &State<App>,
    operator: Operator,
    id: Param<SignUpDomainId>,
    body: Body<UpdateSignUpDomainInput>,
) -> ApiResult<AdminSignUpDomainBody> {
    Ok(Json(update::update(app, &operator.0, id.0, body.0.into()).await?.into()))
}

/// Remove a sign-up domain.
///
/// Whoever signed up through it, and what they founded, stays.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The domain.")),
    responses((status = 204, description = "Removed."))
)]
#[delete("/admin/sign-up-domains/<id>")]
pub(crate) async fn delete_sign_up_domain(
    app: &State<App>,
    operator: Operator,
    id: Param<SignUpDomainId>,
) -> DoneResult {
    delete::delete(app, &operator.0, id.0).await?;
    Ok(Done)
}
