//! `/account/password`, `/password-resets`, and what wrong passwords lead to.

use std::time::Duration;

use gatepost::model::{EmailAddress, PersonName, User, UserId};
use gatepost::store::queries::users;
use serde_json::json;
use uuid::Uuid;

use crate::support::{PASSWORD, Person, TestApp};

const OTHER: &str = "borrowed violet lantern";

async fn change(app: &TestApp, person: &Person, current: &str, new: &str) -> crate::support::Answer {
    person.api(app).put("/account/password", json!({"current": current, "new": new})).await
}

async fn try_password(app: &TestApp, email: &str, password: &str) -> crate::support::Answer {
    app.anonymous().post("/sessions", json!({"email": email, "password": password})).await
}

#[rocket::async_test]
async fn changing_the_password_keeps_this_session_and_ends_the_others() {
    let app = TestApp::start().await;
    let here = app.loner("june@acme.example").await;
    let there = app.sign_in("june@acme.example").await;
    change(&app, &here, PASSWORD, OTHER).await.expect(204);
    here.api(&app).get("/account").await.expect(200);
    there.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
    try_password(&app, "june@acme.example", PASSWORD).await.expect_refusal(401, "wrong_credentials");
    try_password(&app, "june@acme.example", OTHER).await.expect(201);
}

#[rocket::async_test]
async fn changing_the_password_is_told_by_mail() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    change(&app, &june, PASSWORD, OTHER).await.expect(204);
    let letter = app.last_letter_to("june@acme.example").await;
    assert!(letter.subject.contains("password was changed"), "{}", letter.subject);
    assert!(letter.html.contains(letter.link("not-me")));
}

#[rocket::async_test]
async fn a_wrong_current_password_changes_nothing() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    change(&app, &june, OTHER, OTHER).await.expect_refusal(403, "wrong_password");
    try_password(&app, "june@acme.example", PASSWORD).await.expect(201);
}

#[rocket::async_test]
async fn a_weak_new_password_is_refused_with_advice() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let refusal = change(&app, &june, PASSWORD, "password1").await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/new", "password_too_weak")]);
    assert!(!refusal.str("/errors/0/detail").is_empty());
}

#[rocket::async_test]
async fn a_forgotten_password_is_replaced_by_a_mailed_link() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    app.anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
    let token = app.last_letter_to("june@acme.example").await.token("reset");
    let path = format!("/password-resets/{token}");
    let seen = app.anonymous().get(&path).await.expect(200);
    assert_eq!(seen.str("/email"), "june@acme.example");
    app.anonymous().post(&path, json!({"password": OTHER})).await.expect(200);
    june.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
    try_password(&app, "june@acme.example", PASSWORD).await.expect_refusal(401, "wrong_credentials");
    try_password(&app, "june@acme.example", OTHER).await.expect(201);
    app.anonymous().get(&path).await.expect_refusal(410, "token_spent");
    app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect_refusal(410, "token_spent");
}

#[rocket::async_test]
async fn using_one_reset_link_voids_the_others() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    let mut tokens = Vec::new();
    for _ in 0..2 {
        app.anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
        tokens.push(app.last_letter_to("june@acme.example").await.token("reset"));
    }
    let path = |token: &str| format!("/password-resets/{token}");
    app.anonymous().get(&path(&tokens[0])).await.expect(200);
    app.anonymous().post(&path(&tokens[1]), json!({"password": OTHER})).await.expect(200);
    app.anonymous()
        .post(&path(&tokens[0]), json!({"password": PASSWORD}))
        .await
        .expect_refusal(410, "token_spent");
}

#[rocket::async_test]
async fn a_reset_link_has_expired_at_the_very_instant() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    app.anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
    let token = app.last_letter_to("june@acme.example").await.token("reset");
    app.clock.advance(Duration::from_hours(1));
    let refusal = app.anonymous().get(&format!("/password-resets/{token}")).await;
    refusal.expect_refusal(410, "token_expired");
}

#[rocket::async_test]
async fn a_weak_password_leaves_the_reset_link_good() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    app.anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
    let token = app.last_letter_to("june@acme.example").await.token("reset");
    let path = format!("/password-resets/{token}");
    app.anonymous().post(&path, json!({"password": "password1"})).await.expect_refusal(422, "invalid_values");
    app.anonymous().post(&path, json!({"password": OTHER})).await.expect(200);
}

#[rocket::async_test]
async fn asking_for_a_reset_does_not_tell_who_has_an_account() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    let ask = async |email: &str| app.anonymous().post("/password-resets", json!({"email": email})).await;
    let (known, unknown) = (ask("june@acme.example").await, ask("nobody@acme.example").await);
    assert_eq!((known.status, &known.text), (202, &unknown.text));
    assert_eq!(known.status, unknown.status);
    assert!(app.letters_to("nobody@acme.example").await.is_empty());
}

#[rocket::async_test]
async fn ten_wrong_passwords_lock_the_account_even_for_the_right_one() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    for _ in 0..10 {
        try_password(&app, "june@acme.example", OTHER).await.expect_refusal(401, "wrong_credentials");
    }
    let refusal = try_password(&app, "JUNE@acme.example", PASSWORD).await.expect_refusal(429, "rate_limited");
    assert_eq!(refusal.header("retry-after"), Some("30"));
    app.clock.advance(Duration::from_secs(31));
    try_password(&app, "june@acme.example", PASSWORD).await.expect(201);
}

#[rocket::async_test]
async fn a_name_that_nobody_has_is_locked_like_any_other() {
    let app = TestApp::start().await;
    for _ in 0..10 {
        try_password(&app, "nobody@acme.example", OTHER).await.expect_refusal(401, "wrong_credentials");
    }
    try_password(&app, "nobody@acme.example", OTHER).await.expect_refusal(429, "rate_limited");
}

#[rocket::async_test]
async fn locks_grow_with_each_further_wrong_password() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    for _ in 0..10 {
        try_password(&app, "june@acme.example", OTHER).await.expect(401);
    }
    app.clock.advance(Duration::from_secs(31));
    try_password(&app, "june@acme.example", OTHER).await.expect(401);
    let refusal = try_password(&app, "june@acme.example", PASSWORD).await.expect(429);
    assert_eq!(refusal.header("retry-after"), Some("60"));
}

#[rocket::async_test]
async fn a_reset_leads_out_of_a_lock() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    for _ in 0..11 {
        try_password(&app, "june@acme.example", OTHER).await;
    }
    app.anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
    let token = app.last_letter_to("june@acme.example").await.token("reset");
    app.anonymous().post(&format!("/password-resets/{token}"), json!({"password": OTHER})).await.expect(200);
    try_password(&app, "june@acme.example", OTHER).await.expect(201);
}

#[rocket::async_test]
async fn guesses_made_at_the_same_time_count_no_more_than_those_made_in_turn() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    let guesses = (0..64).map(|_| try_password(&app, "june@acme.example", OTHER));
    let answers = rocket::futures::future::join_all(guesses).await;
    let looked_at = answers.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(looked_at, 10);
    assert!(answers.iter().all(|answer| matches!(answer.status, 401 | 429)));
}

#[rocket::async_test]
async fn a_right_password_forgets_the_wrong_ones() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    for _ in 0..3 {
        for _ in 0..9 {
            try_password(&app, "june@acme.example", OTHER).await.expect(401);
        }
        try_password(&app, "june@acme.example", PASSWORD).await.expect(201);
    }
}

#[rocket::async_test]
async fn the_history_of_sign_ins_tells_refused_ones_and_why() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    try_password(&app, "june@acme.example", OTHER).await.expect(401);
    let logins = june.api(&app).get("/account/logins").await.expect(200);
    let told: Vec<_> = logins.body["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|login| (&login["success"], &login["reason"]))
        .collect();
    assert_eq!(told, [(&json!(false), &json!("wrong_password")), (&json!(true), &json!(null))]);
    assert_eq!((logins.str("/items/0/kind"), logins.str("/items/0/ip")), ("password", "127.0.0.1"));
}

#[rocket::async_test]
async fn a_sign_in_from_a_new_place_is_told_by_mail_and_one_from_a_known_place_is_not() {
    let app = TestApp::start().await;
    app.loner("june@acme.example").await;
    let before = app.letters_to("june@acme.example").await.len();
    app.sign_in("june@acme.example").await;
    assert_eq!(app.letters_to("june@acme.example").await.len(), before);
    let elsewhere = app.anonymous().from("203.0.113.9").header("User-Agent", "Other/1.0");
    let body = json!({"email": "june@acme.example", "password": PASSWORD});
    elsewhere.post("/sessions", body.clone()).await.expect(201);
    let letter = app.last_letter_to("june@acme.example").await;
    assert!(letter.subject.contains("New sign-in"), "{}", letter.subject);
    assert!(letter.text.contains("203.0.113.9"));
    // A newer version in the same network is no other place, another device is.
    for (device, told) in [("Other/2.0.1", 0), ("Another/1.0", 1)] {
        let before = app.letters_to("june@acme.example").await.len();
        let nearby = app.anonymous().from("203.0.200.7").header("User-Agent", device);
        nearby.post("/sessions", body.clone()).await.expect(201);
        assert_eq!(app.letters_to("june@acme.example").await.len(), before + told, "{device}");
    }
}

#[rocket::async_test]
async fn this_was_not_me_signs_everybody_out_and_mails_a_reset() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    change(&app, &june, PASSWORD, OTHER).await.expect(204);
    let token = app.last_letter_to("june@acme.example").await.token("not-me");
    app.anonymous().post_empty(&format!("/not-me/{token}")).await.expect(204);
    june.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
    try_password(&app, "june@acme.example", OTHER).await.expect_refusal(401, "wrong_credentials");
    let reset = app.last_letter_to("june@acme.example").await.token("reset");
    app.anonymous()
        .post(&format!("/password-resets/{reset}"), json!({"password": PASSWORD}))
        .await
        .expect(200);
    try_password(&app, "june@acme.example", PASSWORD).await.expect(201);
}

#[rocket::async_test]
async fn a_password_that_the_service_made_is_told_as_such_until_it_is_replaced() {
    let app = TestApp::start().await;
    let hash = app.app.hasher.hash(PASSWORD.as_bytes().to_vec().into(), app.app.random.bytes()).await;
    let hash = hash.expect("the hasher answers").into_string();
    let name = PersonName::parse("June Doe").expect("a name");
    let address = EmailAddress::parse("june@acme.example").expect("an address");
    let user = User {
        password_generated: true,
        ..User::new(UserId::new(Uuid::from_u128(1)), name, address, app.clock.now())
    };
    let insert = app.app.store.write(move |tx| users::insert_user(tx, &user, Some(&hash)));
    insert.await.expect("the database answers");
    let june = app.sign_in("june@acme.example").await;
    let told = june.who_am_i(&app).await.expect(200);
    assert_eq!(told.body["user"]["password_generated"], true);
    change(&app, &june, PASSWORD, OTHER).await.expect(204);
    let told = june.who_am_i(&app).await.expect(200);
    assert_eq!(told.body["user"]["password_generated"], false);
}
