//! `/account/api-keys`: what programs show in my place.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::scope::ScopeBody;
use crate::domain::App;
use crate::domain::api_keys::create::{self, CreateApiKey, CreatedApiKey};
use crate::domain::api_keys::{list, revoke};
use crate::model::id::ApiKeyId;
use crate::model::{ApiKey, IpNetwork, KeyName, OrgId, Scope, Timestamp};
use crate::web::answer::{ApiResult, Done, DoneResult, MadeOnce, MadeOnceResult, PageBody, time};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;
use crate::web::guards::idempotency_key::{IdempotencyKey, told};
use crate::web::param::{PageQuery, Param};

/// As many scopes as a body may list, and as many networks.
const MOST: usize = 50;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_api_key, list_api_keys, delete_api_key]
}

/// The key to make.
#[derive(Debug, ToSchema)]
pub struct CreateApiKeyBody {
    /// What I call it.
    #[schema(value_type = String, example = "Nightly export")]
    pub name: KeyName,
    /// The one org of mine it is for; without it, all of them.
    #[schema(value_type = Option<Uuid>)]
    pub org_id: Option<OrgId>,
    /// What it is for. A key that is bound to an org can't have those of the account.
    #[schema(value_type = Vec<ScopeBody>, min_items = 1, max_items = 50, example = json!(["org:read"]))]
    pub scopes: Vec<Scope>,
    /// Until when it can be used; without it, until it is revoked.
    #[schema(value_type = Option<String>, format = "date-time", example = "2099-12-31T00:00:00Z")]
    pub expires_at: Option<Timestamp>,
    /// Addresses and networks it may be used from; without any, from anywhere.
    #[schema(value_type = Option<Vec<String>>, max_items = 50, example = json!(["192.0.2.7", "2001:db8::/32"]))]
    pub ip_allowlist: Vec<IpNetwork>,
}

impl FromBody for CreateApiKeyBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.required("name", readers::parsed(KeyName::parse));
        let org_id = fields.optional("org_id", readers::id);
        let scopes = fields.required_values("scopes", MOST, |node| readers::parsed(Scope::parse)(node));
        let expires_at = fields.optional("expires_at", readers::time);
        let ip_allowlist =
            fields.clearable_list("ip_allowlist", MOST, |node| readers::parsed(IpNetwork::parse)(node));
        let ip_allowlist = ip_allowlist.flatten().unwrap_or_default();
        Some(Self { name: name?, org_id, scopes: scopes?, expires_at, ip_allowlist })
    }
}

impl From<CreateApiKeyBody> for CreateApiKey {
    fn from(body: CreateApiKeyBody) -> Self {
        Self {
            name: body.name,
            org_id: body.org_id,
            scopes: body.scopes,
            expires_at: body.expires_at,
            ip_allowlist: body.ip_allowlist,
        }
    }
}

/// An API key, without the key itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct ApiKeyBody {
    /// The key's id.
    pub id: Uuid,
    /// What I call it.
    #[schema(example = "Nightly export")]
    pub name: String,
    /// The one org it is for; null for all of mine.
    pub org_id: Option<Uuid>,
    /// What it is for, within what my role allows at each call.
    pub scopes: Vec<ScopeBody>,
    /// Its first characters, to tell it by.
    #[schema(example = "gp_k7m2xq")]
    pub prefix: String,
    /// Where it may be used from; empty for anywhere.
    #[schema(example = json!(["192.0.2.7", "2001:db8::/32"]))]
    pub ip_allowlist: Vec<String>,
    /// When it was made.
    pub created_at: String,
    /// When it was last used, exact to five minutes; null while it was not.
    pub last_used_at: Option<String>,
    /// Until when it can be used; null for as long as it is not revoked.
    pub expires_at: Option<String>,
}

impl From<&ApiKey> for ApiKeyBody {
    fn from(key: &ApiKey) -> Self {
        Self {
            id: key.id.uuid(),
            name: key.name.as_str().to_owned(),
            org_id: key.org_id.map(OrgId::uuid),
            scopes: key.scopes.iter().copied().map(ScopeBody).collect(),
            prefix: key.prefix.clone(),
            ip_allowlist: key.ip_allowlist.iter().map(ToString::to_string).collect(),
            created_at: time(key.created_at),
            last_used_at: key.last_used_at.map(time),
            expires_at: key.expires_at.map(time),
        }
    }
}

/// An API key and, this once, the key itself.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreatedApiKeyBody {
    /// The key.
    #[serde(flatten)]
    pub api_key: ApiKeyBody,
    /// Shown once. Send it as `Authorization: Bearer …`. A secret.
    #[schema(example = "gp_…")]
    pub secret: String,
}

impl From<CreatedApiKey> for CreatedApiKeyBody {
    fn from(created: CreatedApiKey) -> Self {
        Self { api_key: (&created.api_key).into(), secret: created.secret }
    }
}

/// Make an API key.
///
/// It acts as me, within its scopes and what my role allows at each call. The key is shown in this answer alone, and
/// I am told by mail. Only a session makes keys.
#[utoipa::path(
    context_path = "/api/v1", tag = "API keys", security(("bearer" = [])), request_body = CreateApiKeyBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 255 visible ASCII characters. The same call with the same key and body, within 24 hours, is answered alike and done once.", example = "0b1e7c62-5d0f-4c1e-9a57-2f7d3c6f8a11")),
    responses(
        (status = 201, description = "The key.", body = CreatedApiKeyBody),
        (status = 404, description = "I do not belong to that org.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "I have as many keys as there can be, or the idempotency key came with another request.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/account/api-keys", data = "<body>")]
pub(crate) async fn create_api_key(
    app: &State<App>,
    caller: Caller,
    key: IdempotencyKey<'_>,
    body: Body<CreateApiKeyBody>,
) -> MadeOnceResult<CreatedApiKeyBody> {
    let once = key.of_caller(app, &caller.0, &body, |created: &CreatedApiKey| {
        told(&CreatedApiKeyBody::from(created.clone()))
    });
    Ok(MadeOnce(create::create(app, &caller.0, body.0.into(), once).await?.map(Into::into)))
}

/// List my API keys.
///
/// The newest first, expired ones too; never the keys themselves.
#[utoipa::path(
    context_path = "/api/v1", tag = "API keys", security(("bearer" = [])),
    params(
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "My keys.", body = PageBody<ApiKeyBody>))
)]
#[get("/account/api-keys")]
pub(crate) async fn list_api_keys(
    app: &State<App>,
    caller: Caller,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<ApiKeyBody>> {
    let keys = list::list(app, &caller.0, page.request).await?;
    Ok(Json(page.answer(keys, |key| (&key).into())))
}

/// Revoke one of my API keys.
///
/// It is refused from the next request on.
#[utoipa::path(
    context_path = "/api/v1", tag = "API keys", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The key.")),
    responses((status = 204, description = "Revoked."))
)]
#[delete("/account/api-keys/<id>")]
pub(crate) async fn delete_api_key(app: &State<App>, caller: Caller, id: Param<ApiKeyId>) -> DoneResult {
    revoke::revoke(app, &caller.0, id.0).await?;
    Ok(Done)
}
