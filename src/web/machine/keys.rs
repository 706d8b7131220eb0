//! `/.well-known/gatepost-keys.json`: the public keys, for those who check session tokens themselves.

use rocket::serde::json::Json;
use rocket::{Route, State, get, routes};
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::machine::signing_keys::{self, PublishedKey};
use crate::web::answer::{ApiResult, time};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_keys]
}

/// The public keys.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeysBody {
    /// The newest first.
    pub keys: Vec<KeyBody>,
}

/// A public key.
#[derive(Debug, Serialize, ToSchema)]
pub struct KeyBody {
    /// PASERK `k4.pid`, as in a token's footer.
    #[schema(example = "k4.pid.…")]
    pub kid: String,
    /// PASERK `k4.public`.
    #[schema(example = "k4.public.…")]
    pub key: String,
    /// Signs from.
    pub not_before: String,
    /// Whether it signs no more; tokens that it signed are good until they expire.
    pub retired: bool,
}

impl From<PublishedKey> for KeyBody {
    fn from(key: PublishedKey) -> Self {
        Self {
            kid: key.kid,
            key: key.key,
            not_before: time(key.not_before),
            retired: key.retired_at.is_some(),
        }
    }
}

/// List the public keys.
///
/// Session tokens are PASETO `v4.public` with an empty implicit assertion; the footer's `kid` names the
/// key.
#[utoipa::path(tag = "Machine", responses((status = 200, description = "The keys.", body = KeysBody)))]
#[get("/.well-known/gatepost-keys.json")]
pub(crate) async fn list_keys(app: &State<App>) -> ApiResult<KeysBody> {
    let keys = signing_keys::list_published(app).await?;
    Ok(Json(KeysBody { keys: keys.into_iter().map(Into::into).collect() }))
}
