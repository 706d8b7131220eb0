//! What is so by convention, and therefore stands at no handler: members of one name are of one kind, and
//! bodies take no members but their own.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use utoipa::Modify;
use utoipa::openapi::schema::{
    AdditionalProperties, ArrayItems, KnownFormat, Object, OneOf, Schema, SchemaFormat, SchemaType, Type,
};
use utoipa::openapi::{OpenApi, Ref, RefOr};

use super::each_operation;
use super::schemas::{each_object, may_be, name_of, within};
use crate::model::Role;

/// Bodies that take one of two members, never both.
const EITHER: [(&str, [&str; 2]); 3] = [
    ("SignInBody", ["email", "username"]),
    ("CompleteSessionBody", ["code", "recovery_code"]),
    ("ConfirmTwoFactorBody", ["code", "recovery_code"]),
];

/// As the tokens of letters look.
pub(super) const TOKEN: &str = "b1946ac92492d2347c6235b4d2611184Zm9vYmFyMTI";

/// What stands for a text where nothing closer to it does, by the name of the member or parameter.
const EXAMPLES: [(&str, &str); 20] = [
    ("allowed_email_domains", "example.com"),
    ("challenge", TOKEN),
    ("code", "123456"),
    ("country", "DE"),
    ("current", "wandering copper teapot"),
    ("device", "Mozilla/5.0"),
    ("email", "june@example.com"),
    ("first", "June"),
    ("invitation", TOKEN),
    ("ip", "203.0.113.9"),
    ("ip_allowlist", "192.0.2.0/24"),
    ("last", "Doe"),
    ("link", "https://accounts.example.com/invitation?token=b1946ac92492d2347c6235b4d2611184Zm9vYmFyMTI"),
    ("locale", "en"),
    ("message", "Welcome aboard."),
    ("new", "seventeen patient magpies"),
    ("password", "wandering copper teapot"),
    ("recovery_code", "k7q2-mx9d-4thb-w3fz"),
    ("token", TOKEN),
    ("username", "june"),
];

pub(super) const ID: &str = "01932c07-209c-7f5b-8a3e-0123456789ab";
const TIME: &str = "2026-11-22T10:00:00.000Z";

/// Applies the conventions.
pub(super) struct Conventions;

impl Modify for Conventions {
    fn modify(&self, document: &mut OpenApi) {
        let taken = taken_schemas(document);
        let schemas = &mut document.components.get_or_insert_default().schemas;
        for (name, schema) in schemas.iter_mut() {
            let is_taken = taken.contains(name);
            refer_to_items(name, schema);
            each_object(schema, &mut |object| {
                for (member, told) in &mut object.properties {
                    tell(member, told, is_taken);
                }
                if is_taken && may_be(object, &Type::Object) {
                    object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
                }
                object.examples.extend(object.example.take());
            });
        }
        for (name, members) in EITHER {
            if let Some(RefOr::T(schema)) = schemas.get_mut(name) {
                take_either(schema, members);
            }
        }
        each_operation(document, &mut |_, operation| {
            for parameter in operation.parameters.iter_mut().flatten() {
                let RefOr::T(parameter) = parameter else { continue };
                if let Some(schema) = &mut parameter.schema {
                    tell(&parameter.name, schema, true);
                }
            }
        });
    }
}

/// The schemas that bodies of requests are made of.
fn taken_schemas(document: &OpenApi) -> BTreeSet<String> {
    let operations = document
        .paths
        .paths
        .values()
        .flat_map(|item| [&item.get, &item.post, &item.put, &item.patch, &item.delete])
        .flatten();
    let bodies = operations.filter_map(|operation| operation.request_body.as_ref());
    let mut waiting: Vec<&RefOr<Schema>> = Vec::new();
    for body in bodies {
        let RefOr::T(body) = body else { continue };
        for content in body.content.values() {
            let RefOr::T(content) = content else { continue };
            waiting.extend(&content.schema);
        }
    }
    let mut taken = BTreeSet::new();
    while let Some(schema) = waiting.pop() {
        match schema {
            RefOr::T(schema) => waiting.extend(within(schema)),
            RefOr::Ref(reference) => {
                let Some(name) = name_of(reference) else { continue };
                let named = document.components.as_ref().and_then(|components| components.schemas.get(name));
                if let Some(schema) = named.filter(|_| taken.insert(name.to_owned())) {
                    waiting.push(schema);
                }
            }
        }
    }
    taken
}

/// A part of a list refers to the schema of its items instead of repeating it.
fn refer_to_items(name: &str, schema: &mut RefOr<Schema>) {
    let Some(of) = name.strip_prefix("PageBody_") else { return };
    let RefOr::T(Schema::Object(page)) = schema else { return };
    if let Some(RefOr::T(Schema::Array(items))) = page.properties.get_mut("items") {
        items.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(Ref::from_schema_name(of))));
    }
}

/// Tells what a member is, by its name, as far as its own schema does not.
fn tell(name: &str, schema: &mut RefOr<Schema>, is_taken: bool) {
    if let RefOr::T(Schema::Array(array)) = schema
        && let ArrayItems::RefOrSchema(items) = &mut array.items
    {
        tell(name, items, is_taken);
    }
    let RefOr::T(Schema::Object(object)) = schema else { return };
    if !may_be(object, &Type::String) {
        return;
    }
    if object.format.is_none() {
        object.format = match name {
            "email" | "address" => Some(SchemaFormat::Custom("email".to_owned())),
            "at" | "not_before" => Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)),
            _ if name.ends_with("_at") => Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)),
            _ => None,
        };
    }
    let words: Vec<&str> = match name {
        "role" if is_taken => vec!["owner", "admin", "member"],
        "role" => Role::ALL.map(Role::as_str).to_vec(),
        _ => Vec::new(),
    };
    if !words.is_empty() {
        let null = may_be(object, &Type::Null).then_some(Value::Null);
        object.enum_values = Some(words.into_iter().map(Value::from).chain(null).collect());
    }
    if object.example.is_none() && object.examples.is_empty() {
        object.examples.extend(example(name, object));
    }
}

fn example(name: &str, object: &Object) -> Option<Value> {
    match &object.format {
        Some(SchemaFormat::KnownFormat(KnownFormat::Uuid)) => Some(json!(ID)),
        Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)) => Some(json!(TIME)),
        _ => EXAMPLES.iter().find(|(known, _)| *known == name).map(|(_, example)| json!(example)),
    }
}

/// Splits an object in two: each requires one of the members, and takes nothing but null for the other.
fn take_either(schema: &mut Schema, members: [&str; 2]) {
    let Schema::Object(both) = schema else { return };
    let [first, second] = members;
    let alternative = |given: &str, other: &str| {
        let mut one = both.clone();
        one.required.push(given.to_owned());
        for (member, wanted) in [(given, Type::String), (other, Type::Null)] {
            if let Some(RefOr::T(Schema::Object(member))) = one.properties.get_mut(member) {
                member.schema_type = SchemaType::Type(wanted);
            }
        }
        if let Some(RefOr::T(Schema::Object(other))) = one.properties.get_mut(other) {
            other.format = None;
            other.examples = Vec::new();
        }
        RefOr::T(Schema::Object(one))
    };
    let mut either = OneOf::new();
    either.items = vec![alternative(first, second), alternative(second, first)];
    either.description.clone_from(&both.description);
    *schema = Schema::OneOf(either);
}
