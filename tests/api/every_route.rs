//! What every route of the API keeps to, tried on each operation of `/openapi.json`: one that is added is tried too.

use std::collections::BTreeSet;

use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, Document, Operation, Person, TestApp};

const UNKNOWN: &str = "0190c5a8-0000-7000-8000-000000000000";

/// An owner who is an operator too, so that every call lets her in.
struct World {
    app: TestApp,
    june: Person,
    document: Document,
}

impl World {
    async fn made() -> Self {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        app.make_operator(&june).await;
        let document = Document::of(&app).await;
        Self { app, june, document }
    }

    /// The path of an operation, of her org where it is one's.
    fn path(&self, operation: &Operation<'_>) -> String {
        let org = if operation.path.contains("/orgs/") { &self.june.org_id } else { UNKNOWN };
        operation.path_with(org, UNKNOWN)
    }

    /// Those that read a body.
    fn with_body(&self) -> Vec<Operation<'_>> {
        let mut operations = self.document.operations();
        operations.retain(|operation| !operation.described["requestBody"].is_null());
        assert!(operations.len() > 25);
        operations
    }

    async fn send(&self, operation: &Operation<'_>, body: &str, kind: &str) -> Answer {
        let api = self.june.api(&self.app).header("Content-Type", kind);
        api.send(operation.method, &self.path(operation), Some(body.to_owned())).await
    }
}

/// Whether a path fits a template.
fn leads_to(template: &str, path: &str) -> bool {
    let (template, path): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    template.len() == path.len()
        && template.iter().zip(path).all(|(part, given)| part.starts_with('{') || *part == given)
}

/// Whether an operation takes a parameter of this name.
fn has_parameter(operation: &Operation<'_>, name: &str) -> bool {
    let parameters = operation.described["parameters"].as_array().into_iter().flatten();
    parameters.into_iter().any(|parameter| parameter["name"] == name)
}

#[rocket::async_test]
async fn every_path_refuses_other_methods_with_the_ones_there_are() {
    let world = World::made().await;
    let operations = world.document.operations();
    let paths: BTreeSet<String> = operations.iter().map(|operation| world.path(operation)).collect();
    for path in paths {
        // A name may stand where another path has an id.
        let of_path = operations.iter().filter(|operation| leads_to(operation.path, &path));
        let mut known: Vec<Method> = of_path.map(|operation| operation.method).collect();
        if known.contains(&Method::Get) {
            known.push(Method::Head);
        }
        let mut allowed: Vec<_> = known.iter().map(|method| method.as_str()).collect();
        allowed.sort_unstable();
        allowed.dedup();
        for method in [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete] {
            if !known.contains(&method) {
                let answer = world.app.anonymous().send(method, &path, None).await;
                assert_eq!(answer.status, 405, "{method} {path}: {}", answer.text);
                assert_eq!(answer.header("allow"), Some(&*allowed.join(", ")), "{method} {path}");
                answer.expect_refusal(405, "method_not_allowed");
            }
        }
    }
}

#[rocket::async_test]
async fn every_body_is_json_of_a_size_and_said_to_be() {
    let world = World::made().await;
    let long = json!({"long": "x".repeat(1024 * 1024)}).to_string();
    for operation in world.with_body() {
        for (body, kind, status, code) in [
            ("{}", "text/plain", 415, "unsupported_media_type"),
            ("{}", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
            ("{", "application/json", 400, "malformed_json"),
            ("", "application/json", 400, "malformed_json"),
            (r#"{"a":1,"a":2}"#, "application/json", 422, "invalid_values"),
            ("[]", "application/json", 422, "invalid_values"),
            (&*long, "application/json", 413, "body_too_large"),
            (r#"{"unheard_of":1}"#, "application/json", 422, "invalid_values"),
        ] {
            let answer = world.send(&operation, body, kind).await;
            let told = body.get(..20).unwrap_or(body);
            assert_eq!(answer.status, status, "{} {told}: {}", operation.name(), answer.text);
            answer.expect_refusal(status, code);
        }
    }
}

#[rocket::async_test]
async fn every_list_refuses_a_limit_out_of_range_and_a_cursor_that_is_not_its_own() {
    let world = World::made().await;
    let mut lists = world.document.operations();
    lists.retain(|operation| has_parameter(operation, "limit"));
    assert!(lists.len() > 12);
    for operation in lists {
        for (query, pointer) in [
            ("limit=0", "?limit"),
            ("limit=201", "?limit"),
            ("limit=-1", "?limit"),
            ("limit=many", "?limit"),
            ("limit=99999999999999999999", "?limit"),
            ("cursor=x", "?cursor"),
            ("cursor=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "?cursor"),
        ] {
            let path = format!("{}?{query}", world.path(&operation));
            let answer = world.june.api(&world.app).send(operation.method, &path, None).await;
            let answer = answer.expect_refusal(422, "invalid_values");
            assert_eq!(answer.faults()[0].0, pointer, "{path}");
        }
        let path = format!("{}?limit=200", world.path(&operation));
        let list = world.june.api(&world.app).send(operation.method, &path, None).await;
        // What is listed within something that is not there.
        assert!(matches!(list.status, 200 | 404), "{path}: {}", list.text);
    }
}

#[rocket::async_test]
async fn every_answer_bears_the_name_of_its_request_and_is_kept_by_nobody() {
    let world = World::made().await;
    for operation in world.document.operations() {
        let body = (!operation.described["requestBody"].is_null()).then(|| "{}".to_owned());
        let api = || world.app.anonymous().header("X-Request-Id", "named-by-us");
        let answer = api().send(operation.method, &world.path(&operation), body).await;
        assert_eq!(answer.header("x-request-id"), Some("named-by-us"), "{}", operation.name());
        if operation.path.starts_with("/api/") && !operation.path.ends_with("/sign-up-domains") {
            assert_eq!(answer.header("cache-control"), Some("no-store"), "{}", operation.name());
        }
        if answer.status >= 400 {
            let kind = answer.header("content-type");
            assert_eq!(kind, Some("application/problem+json"), "{}", operation.name());
        }
    }
}

#[rocket::async_test]
async fn every_path_with_an_id_that_is_none_leads_nowhere() {
    let world = World::made().await;
    for operation in world.document.operations() {
        let takes_id = |parameter: &&str| *parameter == "id" || parameter.ends_with("_id");
        if operation.parameters().iter().any(|parameter| !takes_id(parameter)) {
            continue;
        }
        let Some(last) = operation.parameters().last().copied() else { continue };
        let path = operation.path.replace(&format!("{{{last}}}"), "1").replace("{id}", &world.june.org_id);
        let body = (!operation.described["requestBody"].is_null()).then(|| "{}".to_owned());
        let answer = world.june.api(&world.app).send(operation.method, &path, body).await;
        answer.expect_refusal(404, "path_not_found");
    }
}

#[rocket::async_test]
async fn every_change_that_takes_a_version_has_a_get_that_tells_it() {
    let world = World::made().await;
    let mut changes = world.document.operations();
    changes.retain(|operation| has_parameter(operation, "If-Match"));
    assert_eq!(changes.len(), 2);
    for change in changes {
        let path = world.path(&change);
        let api = || world.june.api(&world.app);
        let shown = api().send(Method::Get, &path, None).await.expect(200);
        let tag = shown.header("etag").unwrap_or_else(|| panic!("{path} has no ETag")).to_owned();
        for stale in ["\"0\"", "W/\"1\"", "nonsense"] {
            let refused =
                api().header("If-Match", stale).send(change.method, &path, Some("{}".to_owned())).await;
            refused.expect_refusal(412, "changed_meanwhile");
        }
        let current = api().header("If-Match", &tag);
        current.send(change.method, &path, Some("{}".to_owned())).await.expect(200);
    }
}
