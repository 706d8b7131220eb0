//! The answer that is a token.

use rocket::serde::json::Json;
use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::sessions::Bearer;

/// A token.
#[derive(Debug, Serialize, ToSchema)]
pub struct TokenBody {
    /// What to show as the bearer from now on. Opaque.
    #[schema(example = "v4.public.eyJzdWIiOiIwMTkzMmMwNy0yMDljLTdmNWItOGEzZS0wMTIzNDU2Nzg5YWIifQ")]
    pub token: String,
}

impl TokenBody {
    /// Presents a session's token.
    pub fn of(bearer: Bearer) -> Json<Self> {
        Json(Self { token: bearer.token })
    }
}
