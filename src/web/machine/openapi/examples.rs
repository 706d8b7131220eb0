//! Examples of every body that is taken or answered, made of the examples of its members.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use utoipa::Modify;
use utoipa::openapi::schema::{ArrayItems, Object, Schema, Type};
use utoipa::openapi::{Content, OpenApi, RefOr};

use super::each_operation;
use super::schemas::{may_be, name_of};

/// The media type of what is taken, and of what is answered where nothing is refused.
const JSON: &str = "application/json";

/// Adds the examples.
pub struct Examples;

impl Modify for Examples {
    fn modify(&self, document: &mut OpenApi) {
        let schemas = document.components.get_or_insert_default().schemas.clone();
        let schemas = Schemas(&schemas);
        each_operation(document, &mut |_, operation| {
            if let Some(RefOr::T(body)) = &mut operation.request_body {
                schemas.add_example(body.content.get_mut(JSON));
            }
            for response in operation.responses.responses.values_mut() {
                let RefOr::T(response) = response else { continue };
                schemas.add_example(response.content.get_mut(JSON));
            }
        });
    }
}

/// The schemas of a document by their names.
struct Schemas<'a>(&'a BTreeMap<String, RefOr<Schema>>);

impl Schemas<'_> {
    fn add_example(&self, content: Option<&mut RefOr<Content>>) {
        if let Some(RefOr::T(content)) = content
            && content.examples.is_empty()
            && content.example.is_none()
        {
            content.example = content.schema.as_ref().map(|schema| self.example(schema));
        }
    }

    /// A value that a schema allows.
    fn example(&self, schema: &RefOr<Schema>) -> Value {
        let schema = match schema {
            RefOr::T(schema) => schema,
            RefOr::Ref(reference) => {
                let named = name_of(reference).and_then(|name| self.0.get(name));
                return named.map_or(Value::Null, |schema| self.example(schema));
            }
        };
        match schema {
            Schema::Object(object) => self.example_of_object(object),
            Schema::Array(array) => match (array.examples.first().or(array.example.as_ref()), &array.items) {
                (Some(example), _) => example.clone(),
                (None, ArrayItems::RefOrSchema(items)) => json!([self.example(items)]),
                (None, ArrayItems::False) => json!([]),
            },
            Schema::OneOf(one_of) => self.first_thing(&one_of.items),
            Schema::AnyOf(any_of) => self.first_thing(&any_of.items),
            Schema::AllOf(all_of) => {
                let parts = all_of.items.iter().map(|part| self.example(part));
                let members = parts.filter_map(|part| part.as_object().cloned()).flatten();
                Value::Object(members.collect())
            }
            _ => Value::Null,
        }
    }

    /// An example of the first alternative that is something.
    fn first_thing(&self, alternatives: &[RefOr<Schema>]) -> Value {
        let mut examples = alternatives.iter().map(|alternative| self.example(alternative));
        examples.find(|example| !example.is_null()).unwrap_or(Value::Null)
    }

    fn example_of_object(&self, object: &Object) -> Value {
        let given = object.examples.first().or(object.example.as_ref()).or(object.default.as_ref());
        let listed = object.enum_values.as_ref().and_then(|values| values.first());
        if let Some(example) = given.or(listed) {
            return example.clone();
        }
        let is = |wanted| may_be(object, &wanted);
        if is(Type::String) {
            json!("text".repeat(object.min_length.unwrap_or_default().div_ceil(4).max(1)))
        } else if is(Type::Integer) {
            json!(1)
        } else if is(Type::Number) {
            json!(1.5)
        } else if is(Type::Boolean) {
            json!(true)
        } else if is(Type::Object) {
            let members = object.properties.iter().map(|(name, member)| (name.clone(), self.example(member)));
            Value::Object(members.filter(|(name, value)| is_told(object, name, value)).collect::<Map<_, _>>())
        } else {
            Value::Null
        }
    }
}

/// Whether an example has this member: what may only be null says nothing, unless it has to be there.
fn is_told(object: &Object, name: &String, value: &Value) -> bool {
    !value.is_null() || object.required.contains(name)
}
