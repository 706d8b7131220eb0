//! What is wrong with a body, in the words of Joi: the first fault alone, and what is unknown last.

use rocket::http::Method;
use serde_json::{Map, Value, json};

use super::{expect_failure, post, try_fixture};
use crate::support::TestApp;

const REGISTER: &str = "/api/account/register";

fn sound() -> Value {
    json!({"email": "june@acme.example", "password": "1111", "confirmation": "1111", "firstName": "June",
        "lastName": "Doe", "tosAccepted": "Y", "organization": "Acme"})
}

/// A sound body, with other values for some members; null is told as such, `undefined` as a member that is missing.
fn with(changes: Value) -> Value {
    let mut body = sound();
    let members: &mut Map<String, Value> = body.as_object_mut().unwrap();
    for (name, value) in changes.as_object().unwrap() {
        if value == "undefined" {
            members.remove(name);
        } else {
            members.insert(name.clone(), value.clone());
        }
    }
    body
}

async fn expect_message(app: &TestApp, changes: Value, message: &str) {
    let answer = post(app, REGISTER, with(changes)).await;
    expect_failure(&answer, 400, message);
}

#[rocket::async_test]
async fn every_member_is_refused_in_the_words_of_joi() {
    let app = TestApp::start().await;
    try_fixture(&app, "b3_first_name_required").await;
    try_fixture(&app, "b3_token_required").await;
    let cases = [
        ("email", "Email"),
        ("password", "Password"),
        ("firstName", "First Name"),
        ("lastName", "Last Name"),
        ("confirmation", "Confirmation"),
    ];
    for (name, label) in cases {
        expect_message(&app, json!({name: "undefined"}), &format!("\"{label}\" is required")).await;
        expect_message(&app, json!({name: ""}), &format!("\"{label}\" is not allowed to be empty")).await;
        for value in [Value::Null, json!(1), json!(true), json!([]), json!({})] {
            expect_message(&app, json!({name: value}), &format!("\"{label}\" must be a string")).await;
        }
    }
    for (name, label) in [("organization", "Organization"), ("token", "token")] {
        expect_message(&app, json!({name: ""}), &format!("\"{label}\" is not allowed to be empty")).await;
        expect_message(&app, json!({name: Value::Null}), &format!("\"{label}\" must be a string")).await;
    }
    let words = [
        (json!({"email": "june"}), "\"Email\" must be a valid email"),
        (json!({"password": "111"}), "\"Password\" length must be at least 4 characters long"),
        (json!({"confirmation": "1112"}), "\"Confirmation\" must match password"),
        (json!({"organization": "undefined"}), "\"Token\" is required"),
        (
            json!({"firstName": "x".repeat(101)}),
            "\"First Name\" length must be less than or equal to 100 characters long",
        ),
        (json!({"lastName": "see https://evil.example"}), "\"Last Name\" contains an invalid value"),
    ];
    for (changes, message) in words {
        expect_message(&app, changes, message).await;
    }
}

#[rocket::async_test]
async fn the_terms_are_accepted_by_one_word() {
    let app = TestApp::start().await;
    expect_message(&app, json!({"tosAccepted": "undefined"}), "\"Terms of Service\" is required").await;
    for word in [json!(true), json!(false)] {
        expect_message(&app, json!({"tosAccepted": word}), "\"Terms of Service\" must be accepted").await;
    }
    for word in [json!("N"), json!(""), json!(1), Value::Null] {
        expect_message(&app, json!({"tosAccepted": word}), "\"Terms of Service\" must be a boolean").await;
    }
    post(&app, REGISTER, with(json!({"tosAccepted": "y"}))).await.expect(200);
}

#[rocket::async_test]
async fn of_several_faults_the_first_in_the_order_of_checks_is_told_and_unknown_members_last() {
    let app = TestApp::start().await;
    let faults = json!({"zzz": 1, "lastName": "", "firstName": "undefined", "confirmation": "x"});
    expect_message(&app, faults, "\"First Name\" is required").await;
    expect_message(&app, json!({"zzz": 1, "tosAccepted": "N"}), "\"Terms of Service\" must be a boolean")
        .await;
    let answer = app
        .anonymous()
        .send(
            Method::Post,
            "/api/account/login",
            Some(r#"{"zzz":1,"email":"a","b/~":2,"password":"x"}"#.to_owned()),
        )
        .await;
    expect_failure(&answer, 400, "\"zzz\" is not allowed,\"b/~\" is not allowed");
}

#[rocket::async_test]
async fn a_form_is_read_too_and_anything_else_is_as_if_it_were_empty() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    let form = "email=june%40acme.example&password=wandering+copper+teapot";
    let send = |content_type: &'static str, body: &'static str| {
        let api = app.anonymous().header("Content-Type", content_type);
        async move { api.send(Method::Post, "/api/account/login", Some(body.to_owned())).await }
    };
    send("application/x-www-form-urlencoded", form).await.expect(200);
    for (content_type, body) in [("text/plain", "{"), ("application/json", ""), ("multipart/form-data", form)]
    {
        expect_failure(&send(content_type, body).await, 400, "\"Email\" is required");
    }
    let twice = r#"{"email":"a@b.example","email":"june@acme.example","password":"x"}"#;
    let refused = send("application/json", twice).await;
    expect_failure(&refused, 400, "Invalid request payload JSON format");
}

#[rocket::async_test]
async fn a_strict_service_asks_for_a_password_of_its_own_strength() {
    let app = super::strict().await;
    let words = "\"Password\" length must be at least 8 characters long";
    expect_message(&app, json!({}), words).await;
    let answer = post(&app, REGISTER, with(json!({"password": "password", "confirmation": "password"})))
        .await
        .expect(400);
    assert!(answer.str("/message").starts_with("\"Password\" is too weak: "), "{}", answer.text);
}
