//! `/openapi.json`, and a dialect's document beside it, as tests read them: what can be called, and with what.

use rocket::http::Method;
use serde_json::{Map, Value, json};

use super::TestApp;

const METHODS: [Method; 5] = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];

/// The document.
pub struct Document(Value);

/// One operation of it.
pub struct Operation<'a> {
    /// By which method.
    pub method: Method,
    /// At which path, parameters in braces.
    pub path: &'a str,
    /// All that is said of it.
    pub described: &'a Value,
}

impl Document {
    /// The document of the native API.
    pub async fn of(app: &TestApp) -> Self {
        Self::at(app, "/openapi.json").await
    }

    /// The document at a path.
    pub async fn at(app: &TestApp, path: &str) -> Self {
        Self(app.anonymous().send(Method::Get, path, None).await.expect(200).body)
    }

    /// All of it.
    pub fn as_json(&self) -> &Value {
        &self.0
    }

    /// Every operation.
    pub fn operations(&self) -> Vec<Operation<'_>> {
        let paths = self.0["paths"].as_object().expect("paths");
        paths
            .iter()
            .flat_map(|(path, item)| {
                METHODS.into_iter().filter_map(move |method| {
                    let described = item.get(method.as_str().to_ascii_lowercase())?;
                    Some(Operation { method, path, described })
                })
            })
            .collect()
    }

    /// What a reference points to; anything else is itself.
    pub fn resolve<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(pointer) => {
                self.0.pointer(&pointer[1..]).unwrap_or_else(|| panic!("{pointer} leads nowhere"))
            }
            None => schema,
        }
    }

    /// The objects that a schema allows: itself, or each of its alternatives.
    pub fn objects<'a>(&'a self, schema: &'a Value) -> Vec<&'a Value> {
        let schema = self.resolve(schema);
        match schema["oneOf"].as_array() {
            Some(alternatives) => alternatives.iter().flat_map(|each| self.objects(each)).collect(),
            None if schema["properties"].is_object() => vec![schema],
            None => Vec::new(),
        }
    }

    /// The bodies that an operation takes.
    pub fn bodies<'a>(&'a self, operation: &'a Operation<'_>) -> Vec<&'a Value> {
        let content = &operation.described["requestBody"]["content"];
        if content.is_null() { Vec::new() } else { self.objects(&content["application/json"]["schema"]) }
    }

    /// The body that the examples of the document make; `None` where an operation takes none.
    pub fn example_body(&self, operation: &Operation<'_>) -> Option<Value> {
        let schema = &operation.described["requestBody"]["content"]["application/json"]["schema"];
        (!schema.is_null()).then(|| self.example(schema))
    }

    fn example(&self, schema: &Value) -> Value {
        let schema = self.resolve(schema);
        if let Some(example) = schema.pointer("/examples/0").or_else(|| schema.pointer("/enum/0")) {
            return example.clone();
        }
        if let Some(first) = schema.pointer("/oneOf/0") {
            return self.example(first);
        }
        if let Some(members) = schema["properties"].as_object() {
            let given = members.iter().filter(|(_, member)| member["type"] != "null");
            return given
                .map(|(name, member)| (name.clone(), self.example(member)))
                .collect::<Map<_, _>>()
                .into();
        }
        let is = |kind: &str| schema["type"] == kind || schema["type"][0] == kind;
        match schema {
            _ if is("array") => json!([self.example(&schema["items"])]),
            _ if is("boolean") => json!(true),
            _ if is("integer") => json!(1),
            _ => json!("text"),
        }
    }
}

impl Operation<'_> {
    /// Method and path.
    pub fn name(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Whether it is for the signed in alone.
    pub fn needs_session(&self) -> bool {
        self.described["security"].is_array()
    }

    /// The path with these in the place of its first parameter and of all further ones.
    pub fn path_with(&self, first: &str, further: &str) -> String {
        let mut values = [first].into_iter().chain(std::iter::repeat(further));
        let filled = |part| match part {
            part if str::starts_with(part, "{") => values.next().unwrap_or(further),
            part => part,
        };
        self.path.split('/').map(filled).collect::<Vec<_>>().join("/")
    }

    /// The names of the path's parameters.
    pub fn parameters(&self) -> Vec<&str> {
        self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')).collect()
    }
}
