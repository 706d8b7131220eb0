//! `/admin/keys`: the keys that sign session tokens.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::machine::signing_keys::PublishedKey;
use crate::domain::operators::keys::{list, rotate};
use crate::web::answer::{ApiResult, Created, CreatedResult, time};
use crate::web::guards::operator::Operator;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_signing_keys, rotate_signing_key]
}

/// A signing key's public part.
#[derive(Debug, Serialize, ToSchema)]
pub struct SigningKeyBody {
    /// PASERK `k4.pid`, as in a token's footer.
    #[schema(example = "k4.pid.…")]
    pub kid: String,
    /// PASERK `k4.public`.
    #[schema(example = "k4.public.…")]
    pub key: String,
    /// Signs from.
    pub not_before: String,
    /// Since when it signs no more; null for the one that signs.
    pub retired_at: Option<String>,
}

impl From<PublishedKey> for SigningKeyBody {
    fn from(key: PublishedKey) -> Self {
        Self {
            kid: key.kid,
            key: key.key,
            not_before: time(key.not_before),
            retired_at: key.retired_at.map(time),
        }
    }
}

/// The signing keys.
#[derive(Debug, Serialize, ToSchema)]
pub struct SigningKeysBody {
    /// The keys, the newest first.
    pub items: Vec<SigningKeyBody>,
    /// Always null: there is one page.
    pub next_cursor: Option<String>,
}

/// List the signing keys.
///
/// The one that signs, and those that did as long as any session of their time can live.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    responses((status = 200, description = "The keys.", body = SigningKeysBody))
)]
#[get("/admin/keys")]
pub(crate) async fn list_signing_keys(app: &State<App>, operator: Operator) -> ApiResult<SigningKeysBody> {
    let keys = list::list(app, &operator.0).await?;
    Ok(Json(SigningKeysBody { items: keys.into_iter().map(Into::into).collect(), next_cursor: None }))
}

/// Put a fresh signing key in force.
///
/// Every token from then on is signed with it. Those that were signed before stay good until they expire, and the
/// published keys tell both.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    responses((status = 201, description = "The key that signs now.", body = SigningKeyBody))
)]
#[post("/admin/keys/rotate")]
pub(crate) async fn rotate_signing_key(
    app: &State<App>,
    operator: Operator,
) -> CreatedResult<SigningKeyBody> {
    Ok(Created(rotate::rotate(app, &operator.0).await?.into()))
}
