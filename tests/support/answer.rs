//! What a client sees of an answer.

use rocket::local::asynchronous::LocalResponse;
use serde_json::Value;

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body as JSON; null when there is none.
    pub body: Value,
    /// The body as text; empty when it is none.
    pub text: String,
    /// The body as it came.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// Reads all of a response.
    pub(super) async fn read(response: LocalResponse<'_>) -> Self {
        let status = response.status().code;
        let headers = response
            .headers()
            .iter()
            .map(|header| (header.name.as_str().to_ascii_lowercase(), header.value.to_string()))
            .collect();
        let bytes = response.into_bytes().await.unwrap_or_default();
        let text = String::from_utf8(bytes.clone()).unwrap_or_default();
        Self { status, headers, body: serde_json::from_str(&text).unwrap_or(Value::Null), text, bytes }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(found, _)| found == name).map(|(_, value)| value.as_str())
    }

    /// Asserts the status; the body is told when it is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", self.text);
        self
    }

    /// Asserts a refusal: status, media type, shape and code.
    #[track_caller]
    pub fn expect_refusal(self, status: u16, code: &str) -> Self {
        assert_eq!((self.status, self.body["code"].as_str()), (status, Some(code)), "{}", self.text);
        assert_eq!(self.header("content-type"), Some("application/problem+json"));
        assert_eq!(self.body["status"], status);
        assert_eq!(self.body["request_id"].as_str(), self.header("x-request-id"));
        for member in ["type", "title", "detail"] {
            assert!(self.body[member].is_string(), "{member}: {}", self.text);
        }
        self
    }

    /// The faults of a refused input, as `(pointer, code)`.
    pub fn faults(&self) -> Vec<(&str, &str)> {
        let errors = self.body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
        errors
            .iter()
            .map(|error| {
                (error["pointer"].as_str().unwrap_or_default(), error["code"].as_str().unwrap_or_default())
            })
            .collect()
    }

    /// A text member, by JSON pointer.
    #[track_caller]
    pub fn str(&self, pointer: &str) -> &str {
        self.body
            .pointer(pointer)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("no {pointer}: {}", self.text))
    }

    /// The items of a list.
    #[track_caller]
    pub fn items(&self) -> &[Value] {
        self.body["items"].as_array().unwrap_or_else(|| panic!("no list: {}", self.text))
    }

    /// One text member of each item of a list, by JSON pointer.
    #[track_caller]
    pub fn each(&self, pointer: &str) -> Vec<&str> {
        let text = |item| Value::pointer(item, pointer).and_then(Value::as_str);
        let told = |item| text(item).unwrap_or_else(|| panic!("no {pointer} in: {item}"));
        self.items().iter().map(told).collect()
    }

    /// The names of the body's members, in alphabetical order.
    pub fn members(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .body
            .as_object()
            .map(|object| object.keys().map(String::as_str).collect())
            .unwrap_or_default();
        names.sort_unstable();
        names
    }

    /// What is left of an answer when ids, times and names are taken away: two of the same shape tell
    /// a client the same.
    pub fn shape(&self) -> (u16, Value, Vec<&str>) {
        let headers = self.headers.iter().map(|(name, _)| name.as_str()).collect();
        (self.status, shape_of(&self.body), headers)
    }
}

fn shape_of(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), shape_of(value))).collect()
        }
        Value::Array(items) => items.iter().map(shape_of).collect(),
        Value::String(_) => Value::from("a text"),
        plain => plain.clone(),
    }
}
