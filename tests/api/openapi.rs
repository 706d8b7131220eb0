//! `/openapi.json`: the document says what the service does, all of it and no more.

use std::collections::BTreeSet;
use std::process::Command;

use gatepost::web::pages;
use rocket::Route;
use rocket::http::Method;
use serde_json::{Map, Value, json};

use crate::support::{Document, Operation, Person, Served, TestApp, python};

/// Mounted, and no operation of the API: this document, the reference it links to, the inbox of `gatepost dev`.
const APART: [&str; 7] = [
    "/openapi.json",
    "/openapi/<file>",
    "/docs/errors",
    "/dev/inbox",
    "/dev/inbox/<id>",
    "/dev/inbox/<id>/html",
    "/dev/inbox.json",
];

/// The path of an operation, with a person's own ids where it has parameters.
fn path_for(operation: &Operation<'_>, person: &Person) -> String {
    let filled = |part: &str| match part {
        "{id}" => person.org_id.clone(),
        part if part.starts_with('{') => person.id.clone(),
        part => part.to_owned(),
    };
    operation.path.split('/').map(filled).collect::<Vec<String>>().join("/")
}

fn names(object: &Value) -> BTreeSet<String> {
    object["properties"].as_object().map(|members| members.keys().cloned().collect()).unwrap_or_default()
}

fn required(object: &Value) -> BTreeSet<String> {
    let list = object["required"].as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[rocket::async_test]
async fn every_mounted_route_is_in_the_document_and_every_operation_is_mounted() {
    // Each dialect has a document of its own.
    let app = TestApp::start_with(|setup| setup.web.dialects.clear()).await;
    let document = Document::of(&app).await;
    let documented: BTreeSet<String> = document.operations().iter().map(Operation::name).collect();
    let name =
        |route: &Route| format!("{} {}", route.method, route.uri.path().replace('<', "{").replace('>', "}"));
    let of_pages: BTreeSet<String> = pages::routes().iter().map(name).collect();
    let mounted: BTreeSet<String> = app
        .rocket()
        .routes()
        .filter(|route| route.method != Method::Options && !APART.contains(&route.uri.path()))
        .map(name)
        .filter(|name| !of_pages.contains(name))
        .collect();
    assert_eq!(documented, mounted);
}

#[rocket::async_test]
async fn every_operation_is_named_after_its_handler_and_described() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    let handlers: BTreeSet<String> =
        app.rocket().routes().filter_map(|route| route.name.as_deref().map(str::to_owned)).collect();
    let mut seen = BTreeSet::new();
    for operation in document.operations() {
        let told = |member: &str| operation.described[member].as_str().unwrap_or_default().to_owned();
        let id = told("operationId");
        assert!(handlers.contains(&id), "{}: {id}", operation.name());
        assert!(seen.insert(id), "{}: another operation has this name", operation.name());
        for member in ["summary", "description"] {
            assert!(told(member).len() > 5, "{}: no {member}", operation.name());
        }
        assert!(operation.described["tags"][0].is_string(), "{}: no tag", operation.name());
    }
}

#[rocket::async_test]
async fn every_tag_is_described_and_used() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    let tags = document.as_json()["tags"].as_array().expect("tags");
    assert!(
        tags.iter().all(|tag| tag["description"].as_str().is_some_and(|told| told.len() > 5)),
        "{tags:?}"
    );
    let described: BTreeSet<&str> = tags.iter().filter_map(|tag| tag["name"].as_str()).collect();
    let operations = document.operations();
    let used: BTreeSet<&str> =
        operations.iter().filter_map(|operation| operation.described["tags"][0].as_str()).collect();
    assert_eq!(described, used);
}

#[rocket::async_test]
async fn every_body_has_an_example_and_every_refusal_one_of_each_word() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    for operation in document.operations() {
        let answers = operation.described["responses"].as_object().expect("answers").iter();
        let bodies = answers.map(|(status, answer)| (status.as_str(), answer));
        for (name, body) in bodies.chain([("request", &operation.described["requestBody"])]) {
            for (media_type, content) in body["content"].as_object().into_iter().flatten() {
                let at = format!("{} {name} {media_type}", operation.name());
                match media_type.as_str() {
                    "application/json" => assert!(!content["example"].is_null(), "{at}: no example"),
                    "application/problem+json" => {
                        let examples = content["examples"].as_object();
                        let examples = examples.unwrap_or_else(|| panic!("{at}: no word"));
                        for (code, example) in examples {
                            assert_eq!(example["value"]["code"], **code, "{at}");
                            assert_eq!(example["value"]["status"].to_string(), name, "{at}");
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

#[rocket::async_test]
async fn a_linter_finds_no_fault_in_any_document_nor_in_its_examples() {
    let Some(python) = python("linter of OpenAPI documents") else { return };
    let app = TestApp::start().await;
    let directory = tempfile::tempdir().expect("a directory");
    let mut lint = Command::new(python);
    lint.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/lint_openapi.py"));
    for name in ["", "/polygonid", "/pm415", "/cycle", "/backstack"] {
        let document = Document::at(&app, &format!("/openapi{name}.json")).await;
        let file = directory.path().join(format!("gatepost{}.json", name.replace('/', "-")));
        std::fs::write(&file, document.as_json().to_string()).expect("the file can be written");
        lint.arg(file);
    }
    let output = lint.output().expect("Python runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
}

/// Everything in the document that people read must say something (OpenAPI 3.1 forbids empty descriptions).
fn expect_described(at: &str, value: &Value) {
    match value {
        Value::Object(members) => {
            if let Some(description) = members.get("description").and_then(Value::as_str) {
                assert!(!description.trim().is_empty(), "{at}: an empty description");
            }
            for (name, member) in members {
                expect_described(&format!("{at}/{name}"), member);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| expect_described(at, item)),
        _ => {}
    }
}

#[rocket::async_test]
async fn every_parameter_answer_and_member_is_described() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    expect_described("", document.as_json());
    for operation in document.operations() {
        for parameter in operation.described["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].is_string(), "{}: {parameter}", operation.name());
        }
        let answers = operation.described["responses"].as_object().expect("answers");
        assert!(answers.keys().any(|status| status.starts_with('2')), "{}: no success", operation.name());
    }
    let schemas = document.as_json()["components"]["schemas"].as_object().expect("schemas");
    for (name, schema) in schemas {
        for (member, told) in schema["properties"].as_object().into_iter().flatten() {
            // What may be null is one of null and the thing itself, which then bears the words.
            let alternatives = told["oneOf"].as_array().into_iter().flatten();
            let is_told = alternatives.chain([told]).any(|told| told["description"].is_string());
            assert!(is_told, "{name}.{member} is not described: {told}");
        }
    }
}

#[rocket::async_test]
async fn every_body_takes_the_members_of_its_schema_and_no_others() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.make_operator(&june).await;
    let document = Document::of(&app).await;
    let operations = document.operations();
    let everything: BTreeSet<String> =
        operations.iter().flat_map(|operation| document.bodies(operation)).flat_map(names).collect();
    assert!(everything.len() > 15, "{everything:?}");
    for operation in &operations {
        let bodies = document.bodies(operation);
        let of_any: BTreeSet<String> = bodies.iter().copied().flat_map(names).collect();
        for body in bodies {
            let sent = names(body).into_iter().chain(everything.difference(&of_any).cloned());
            let sent: Map<String, Value> = sent.map(|name| (name, Value::Null)).collect();
            let answer = june
                .api(&app)
                .send(operation.method, &path_for(operation, &june), Some(Value::Object(sent).to_string()))
                .await
                .expect_refusal(422, "invalid_values");
            let refused = |code: &str| -> BTreeSet<String> {
                let faults = answer.faults().into_iter().filter(|(_, found)| *found == code);
                faults.map(|(pointer, _)| pointer[1..].to_owned()).collect()
            };
            let unknown: BTreeSet<String> = everything.difference(&of_any).cloned().collect();
            assert_eq!(refused("unknown_field"), unknown, "{}", operation.name());
        }
    }
}

#[rocket::async_test]
async fn every_body_requires_what_its_schema_requires() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.make_operator(&june).await;
    let document = Document::of(&app).await;
    for operation in &document.operations() {
        let Some(body) = document.bodies(operation).into_iter().next() else { continue };
        let expected = required(body);
        let path = path_for(operation, &june);
        let answer = june.api(&app).send(operation.method, &path, Some("{}".to_owned())).await;
        let faults = answer.faults();
        assert!(faults.iter().all(|(_, code)| *code == "required"), "{}: {}", operation.name(), answer.text);
        let refused: BTreeSet<String> = faults.iter().map(|(pointer, _)| pointer[1..].to_owned()).collect();
        assert_eq!(refused, expected, "{}", operation.name());
    }
}

#[rocket::async_test]
async fn objects_within_a_body_keep_to_their_schema_too() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    let schemas = &document.as_json()["components"]["schemas"];
    for (schema, path, wrap, prefix) in [
        ("CreateOrgInput", "/sign-up", (|inner| json!({"org": inner})) as fn(Value) -> Value, "/org/"),
        ("InviteInput", "/orgs", |inner| json!({"invitations": [inner]}), "/invitations/0/"),
    ] {
        let june = app.founder(&format!("{}@acme.example", schema.to_ascii_lowercase()), "Acme").await;
        let path = if path == "/orgs" { june.org("/invitations") } else { path.to_owned() };
        let mut inner: Map<String, Value> =
            names(&schemas[schema]).into_iter().map(|name| (name, Value::Null)).collect();
        inner.insert("unheard_of".to_owned(), Value::Null);
        let answer = june.api(&app).post(&path, wrap(Value::Object(inner))).await;
        let answer = answer.expect_refusal(422, "invalid_values");
        let inside: BTreeSet<(String, String)> = answer
            .faults()
            .into_iter()
            .filter_map(|(pointer, code)| Some((pointer.strip_prefix(prefix)?.to_owned(), code.to_owned())))
            .collect();
        let expected: BTreeSet<(String, String)> = required(&schemas[schema])
            .into_iter()
            .map(|name| (name, "required".to_owned()))
            .chain([("unheard_of".to_owned(), "unknown_field".to_owned())])
            .collect();
        assert_eq!(inside, expected, "{schema}");
    }
}

#[rocket::async_test]
async fn the_operations_that_need_a_session_are_those_that_say_so() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let document = Document::of(&app).await;
    for operation in document.operations() {
        // Whoever holds no invitation is told that first: there is nothing to sign in for.
        // By a token one can decline without; by an id, as here, one can not.
        if operation.path.ends_with("/accept") || operation.path.ends_with("/decline") {
            continue;
        }
        let body = (!operation.described["requestBody"].is_null()).then(|| "{}".to_owned());
        let answer = app.anonymous().send(operation.method, &path_for(&operation, &june), body).await;
        let needs_session = operation.needs_session();
        assert_eq!(answer.status == 401, needs_session, "{}: {}", operation.name(), answer.text);
    }
}

#[rocket::async_test]
async fn what_is_refused_before_it_is_read_is_in_the_document_too() {
    let served = Served::start().await;
    let long = "a".repeat(64 * 1024);
    let request = format!("GET /healthz HTTP/1.1\r\nHost: localhost\r\nX-Long: {long}\r\n\r\n");
    let answer = served.send(&request).await.expect(431);
    assert_eq!(answer.header("content-type"), Some("application/problem+json"));
    let document = Document::of(&served.app).await;
    for operation in document.operations() {
        let described = &operation.described["responses"]["431"]["content"]["application/problem+json"];
        let told = required(document.resolve(&described["schema"]));
        assert!(told.len() > 3 && told.iter().all(|name| !answer.body[name].is_null()), "{told:?}");
    }
}
