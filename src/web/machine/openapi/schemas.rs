//! Walking schemas: the objects in one, and what it refers to.

use utoipa::openapi::schema::{ArrayItems, Object, Schema, SchemaType, Type};
use utoipa::openapi::{Ref, RefOr};

/// Where a reference to a schema begins.
const PREFIX: &str = "#/components/schemas/";

/// The name of the schema that is referred to.
pub(super) fn name_of(reference: &Ref) -> Option<&str> {
    reference.ref_location.strip_prefix(PREFIX)
}

/// The schemas directly within one: members, items, alternatives.
pub(super) fn within(schema: &Schema) -> Vec<&RefOr<Schema>> {
    match schema {
        Schema::Object(object) => object.properties.values().collect(),
        Schema::Array(array) => match &array.items {
            ArrayItems::RefOrSchema(items) => vec![items],
            ArrayItems::False => Vec::new(),
        },
        Schema::OneOf(one_of) => one_of.items.iter().collect(),
        Schema::AllOf(all_of) => all_of.items.iter().collect(),
        Schema::AnyOf(any_of) => any_of.items.iter().collect(),
        _ => Vec::new(),
    }
}

/// Shows every object in a schema that is written out, and not merely referred to.
pub(super) fn each_object(schema: &mut RefOr<Schema>, see: &mut dyn FnMut(&mut Object)) {
    let RefOr::T(schema) = schema else { return };
    match schema {
        Schema::Object(object) => {
            see(object);
            object.properties.values_mut().for_each(|member| each_object(member, see));
        }
        Schema::Array(array) => {
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                each_object(items, see);
            }
        }
        Schema::OneOf(one_of) => one_of.items.iter_mut().for_each(|item| each_object(item, see)),
        Schema::AllOf(all_of) => all_of.items.iter_mut().for_each(|item| each_object(item, see)),
        Schema::AnyOf(any_of) => any_of.items.iter_mut().for_each(|item| each_object(item, see)),
        _ => {}
    }
}

/// Whether values are of a type, or may be.
pub(super) fn may_be(object: &Object, wanted: &Type) -> bool {
    match &object.schema_type {
        SchemaType::Type(found) => found == wanted,
        SchemaType::Array(found) => found.contains(wanted),
        SchemaType::AnyValue => false,
    }
}
