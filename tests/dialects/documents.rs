//! `/openapi/<dialect>.json`: each dialect's document says what it answers, all of it and no more.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gatepost::web::dialects::answered;
use rocket::http::Method;
use serde_json::Value;

use super::manners::filled;
use crate::support::{TestApp, web_settings};

async fn document(app: &TestApp, dialect: &str) -> Value {
    app.anonymous().send(Method::Get, &format!("/openapi/{dialect}.json"), None).await.expect(200).body
}

/// The operations of a document, each with its method and path.
fn operations(document: &Value) -> Vec<(String, &Value)> {
    let paths = document["paths"].as_object().expect("paths");
    let operations = paths.iter().flat_map(|(path, item)| {
        let item = item.as_object().expect("a path's operations");
        item.iter().map(move |(method, told)| (format!("{} {path}", method.to_uppercase()), told))
    });
    operations.collect()
}

/// Everything in the document that refers to a part of it must find it.
fn expect_no_loose_ends(document: &Value, value: &Value) {
    match value {
        Value::Object(members) => {
            if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                assert!(document.pointer(&reference[1..]).is_some(), "{reference} leads nowhere");
            }
            members.values().for_each(|member| expect_no_loose_ends(document, member));
        }
        Value::Array(items) => items.iter().for_each(|item| expect_no_loose_ends(document, item)),
        _ => {}
    }
}

#[rocket::async_test]
async fn every_call_is_in_its_dialects_document_and_every_operation_is_mounted() {
    let app = TestApp::start().await;
    for surface in answered(&web_settings()) {
        let document = document(&app, surface.dialect.as_str()).await;
        let documented: BTreeSet<String> = operations(&document).into_iter().map(|(name, _)| name).collect();
        let mounted: BTreeSet<String> = (surface.routes)().iter().map(call).collect();
        assert_eq!(documented, mounted, "{:?}", surface.dialect);
        let is_below = |route: &str| surface.bases.iter().any(|base| route.contains(&format!(" {base}")));
        assert!(mounted.iter().all(|route| is_below(route)), "{mounted:?}");
        expect_no_loose_ends(&document, &document);
    }
}

#[test]
fn every_call_is_in_the_table_of_its_dialects_page() {
    for surface in answered(&web_settings()) {
        let page = format!("docs/dialects/{}.md", surface.dialect.as_str());
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&page)).expect("a page");
        let calls = text.split("\n## ").find(|section| section.starts_with("The calls")).expect("a section");
        let rows = calls.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        // Of a parameter, a page may tell where it goes.
        let route = |call: &str| call.split_once('?').map_or(call, |(route, _)| route).to_owned();
        let told: BTreeSet<String> = rows.map(|(call, _)| route(call)).collect();
        let mounted: BTreeSet<String> = (surface.routes)().iter().map(call).collect();
        assert_eq!(told, mounted, "{page}");
    }
}

/// A route as documents call it.
fn call(route: &rocket::Route) -> String {
    format!("{} {}", route.method, route.uri.path().replace('<', "{").replace('>', "}"))
}

#[rocket::async_test]
async fn every_operation_and_every_member_is_described() {
    let app = TestApp::start().await;
    for surface in answered(&web_settings()) {
        let document = document(&app, surface.dialect.as_str()).await;
        for (name, told) in operations(&document) {
            for member in ["operationId", "summary", "description"] {
                assert!(told[member].as_str().is_some_and(|text| text.len() > 2), "{name}: no {member}");
            }
            let statuses = told["responses"].as_object().expect("answers");
            assert!(statuses.keys().any(|status| status.starts_with('2')), "{name}: no success");
            for parameter in told["parameters"].as_array().into_iter().flatten() {
                assert!(parameter["description"].is_string(), "{name}: {parameter}");
            }
        }
        for (name, schema) in document["components"]["schemas"].as_object().expect("schemas") {
            for (member, told) in schema["properties"].as_object().into_iter().flatten() {
                let alternatives = told["oneOf"].as_array().into_iter().flatten();
                let is_told = alternatives.chain([told]).any(|told| told["description"].is_string());
                assert!(is_told, "{name}.{member} is not described: {told}");
            }
        }
    }
}

#[rocket::async_test]
async fn the_operations_that_need_somebody_signed_in_are_those_that_say_so() {
    let app = TestApp::start().await;
    for surface in answered(&web_settings()) {
        let document = document(&app, surface.dialect.as_str()).await;
        for (name, told) in operations(&document) {
            let (method, path) = name.split_once(' ').expect("a method and a path");
            let method = method.parse().expect("a method");
            let body = (!told["requestBody"].is_null()).then(|| "{}".to_owned());
            let answer = app.anonymous().send(method, &filled(path), body).await;
            assert_eq!(answer.status == 401, told["security"].is_array(), "{name}: {}", answer.text);
        }
    }
}
