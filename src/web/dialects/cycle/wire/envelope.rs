//! The root of every answer.

use rocket::Request;
use rocket::http::Status;
use rocket::response::{self, Responder, status};
use rocket::serde::json::Json;
use serde::Serialize;
use utoipa::ToSchema;

use crate::web::dialects::cycle::failure::Failure;

/// 200 with data, or a refusal.
pub type DataResult<T> = Result<Json<Data<T>>, Failure>;

/// 200 with a part of a list, or a refusal.
pub type ListResult<T> = Result<Json<List<T>>, Failure>;

/// 202 with the job that follows, or a refusal.
pub type AcceptedResult<T> = Result<Accepted<T>, Failure>;

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

/// The root of a part of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct List<T> {
    /// The items, in the order that was asked for.
    pub data: Vec<T>,
}

impl<T> List<T> {
    /// Presents each of some things by `present`.
    pub fn of<M>(what: &[M], present: impl Fn(&M) -> T) -> Json<Self> {
        Json(Self { data: what.iter().map(present).collect() })
    }
}

/// 202 with the job that follows.
pub struct Accepted<T>(pub Json<Data<T>>);

impl<'r, T: Serialize> Responder<'r, 'static> for Accepted<T> {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        status::Custom(Status::Accepted, self.0).respond_to(request)
    }
}

/// What is said where there is nothing to tell.
#[derive(Debug, Serialize, ToSchema)]
pub struct Success {
    /// Always true: what fails is refused.
    pub success: bool,
}

impl Success {
    /// Done.
    pub fn done() -> Json<Data<Self>> {
        Data::of(Self { success: true })
    }
}
