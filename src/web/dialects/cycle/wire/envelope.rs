//! The root of every answer.

use rocket::serde::json::Json;
use serde::Serialize;
use utoipa::ToSchema;

use crate::web::dialects::cycle::failure::Failure;

/// 200 with data, or a refusal.
pub type DataResult<T> = Result<Json<Data<T>>, Failure>;

/// The root of a success.
#[derive(Debug, Serialize, ToSchema)]
pub struct Data<T> {
    /// What was asked for.
    pub data: T,
}

impl<T> Data<T> {
    /// Presents something.
    pub fn of(what: impl Into<T>) -> Json<Self> {
        Json(Self { data: what.into() })
    }
}
