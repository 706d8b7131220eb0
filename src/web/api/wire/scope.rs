//! A scope of an API key.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::model::Scope;

/// A scope, by its word. The document lists the words from the model, so that none is missing there.
#[derive(Clone, Copy, Debug)]
pub struct ScopeBody(pub Scope);

impl Serialize for ScopeBody {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.as_str())
    }
}

impl PartialSchema for ScopeBody {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("One thing that an API key is for."))
            .enum_values(Some(Scope::all().map(Scope::as_str)))
            .into()
    }
}

impl ToSchema for ScopeBody {
    fn name() -> Cow<'static, str> {
        Cow::Borrowed("Scope")
    }
}
