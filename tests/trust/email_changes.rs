//! T15, T16, T24 and T25: an address changes by both mailboxes' will alone, and nothing outlives what it spoke for.

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{EmailChangeLinks, PASSWORD, Person, TestApp, at_once, count};

const OLD: &str = "june@acme.example";
const NEW: &str = "june@globex.example";
const OTHER_PASSWORD: &str = "borrowed violet lantern";

/// Races differ: each is run some times.
const ROUNDS: usize = 3;

async fn email_of(app: &TestApp, person: &Person) -> Value {
    person.api(app).get("/account").await.expect(200).body["email"].clone()
}

/// Broken: taking effect left the other sessions alone; then, putting the address back left them alone.
#[rocket::async_test]
async fn t15_after_a_change_of_address_every_other_token_fails_on_its_next_use() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let (plain, refreshed) = (app.sign_in(OLD).await, app.sign_in(OLD).await);
    let successor = refreshed.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    let others = [plain.token.as_str(), &refreshed.token, successor.str("/token")];
    plain.who_am_i(&app).await.expect(200);
    app.ask_for_address(&june, NEW).await.complete(&app).await;
    let undo = app.last_token_to(OLD, "not-me").await;
    for token in others {
        app.bearer(token).get("/account").await.expect_refusal(401, "not_signed_in");
        let refresh = app.bearer(token).post_empty("/sessions/current/refresh").await;
        refresh.expect_refusal(401, "not_signed_in");
    }
    june.who_am_i(&app).await.expect(200);
    let later = app.sign_in(NEW).await;
    app.anonymous().post_empty(&format!("/not-me/{undo}")).await.expect(204);
    for person in [june, later] {
        person.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
        let refresh = person.api(&app).post_empty("/sessions/current/refresh").await;
        refresh.expect_refusal(401, "not_signed_in");
    }
}

/// Uses every link of a change; each must be void.
async fn assert_void(app: &TestApp, links: &EmailChangeLinks) {
    for answer in [links.accept(app).await, links.confirm(app).await, links.deny(app).await] {
        answer.expect_refusal(410, "token_spent");
    }
    for token in [&links.accept, &links.confirm, &links.deny] {
        let look = app.anonymous().get(&format!("/email-changes/{token}")).await;
        look.expect_refusal(410, "token_spent");
    }
}

/// What makes a pending change of address void.
#[derive(Clone, Copy, Debug)]
enum Blow {
    PasswordChange,
    Reset,
    Disowning,
}

async fn strike(app: &TestApp, june: &Person, blow: Blow, not_me: &str) {
    match blow {
        Blow::PasswordChange => {
            let body = json!({"current": PASSWORD, "new": OTHER_PASSWORD});
            june.api(app).put("/account/password", body).await.expect(204);
        }
        Blow::Reset => {
            app.anonymous().post("/password-resets", json!({"email": OLD})).await.expect(202);
            let token = app.last_letter_to(OLD).await.token("reset");
            let body = json!({"password": OTHER_PASSWORD});
            app.anonymous().post(&format!("/password-resets/{token}"), body).await.expect(200);
        }
        Blow::Disowning => {
            app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect(204);
        }
    }
}

/// Broken: another password left the links of a change of address good; then, a reset did; then, "this
/// wasn't me" did.
#[rocket::async_test]
async fn t16_a_pending_change_dies_with_the_password_that_asked_for_it() {
    for blow in [Blow::PasswordChange, Blow::Reset, Blow::Disowning] {
        for agreed in 0..3 {
            let app = TestApp::start().await;
            let june = app.loner(OLD).await;
            let elsewhere = app.anonymous().from("203.0.113.9").header("User-Agent", "Other/1.0");
            elsewhere.post("/sessions", json!({"email": OLD, "password": PASSWORD})).await.expect(201);
            let not_me = app.last_letter_to(OLD).await.token("not-me");
            let links = app.ask_for_address(&june, NEW).await;
            match agreed {
                1 => drop(links.accept(&app).await.expect(200)),
                2 => drop(links.confirm(&app).await.expect(200)),
                _ => {}
            }
            strike(&app, &june, blow, &not_me).await;
            assert_void(&app, &links).await;
            let sign_in = json!({"email": NEW, "password": OTHER_PASSWORD});
            app.anonymous().post("/sessions", sign_in).await.expect_refusal(401, "wrong_credentials");
        }
    }
}

/// Broken: taking effect left earlier links good.
#[rocket::async_test]
async fn t16_what_was_mailed_to_an_address_dies_when_the_address_is_replaced() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    app.anonymous().post("/password-resets", json!({"email": OLD})).await.expect(202);
    let reset = app.last_letter_to(OLD).await.token("reset");
    app.ask_for_address(&june, NEW).await.complete(&app).await;
    let path = format!("/password-resets/{reset}");
    app.anonymous().get(&path).await.expect_refusal(410, "token_spent");
    let body = json!({"password": OTHER_PASSWORD});
    app.anonymous().post(&path, body).await.expect_refusal(410, "token_spent");
    // Nor does the old address get another one.
    let letters = app.letters_to(OLD).await.len();
    app.anonymous().post("/password-resets", json!({"email": OLD})).await.expect(202);
    assert_eq!(app.letters_to(OLD).await.len(), letters);
}

/// Broken: as above.
#[rocket::async_test]
async fn t16_half_a_sign_in_dies_when_the_address_is_replaced() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let device = june.turn_two_factor_on(&app).await;
    let sign_in = json!({"email": OLD, "password": PASSWORD});
    let half = app.anonymous().post("/sessions", sign_in).await.expect_refusal(401, "two_factor_required");
    app.ask_for_address(&june, NEW).await.complete(&app).await;
    let body = json!({"challenge": half.str("/challenge"), "code": device.code(&app)});
    app.anonymous().post("/sessions/two-factor", body).await.expect_refusal(410, "token_spent");
}

/// What a PATCH or PUT must not say of a person, an org or a membership, wherever it stands.
const NOT_TO_SAY: [&str; 16] = [
    "email",
    "emails",
    "verified",
    "email_verified",
    "verified_at",
    "email_verified_at",
    "added_at",
    "operator",
    "state",
    "password_hash",
    "password_generated",
    "two_factor",
    "version",
    "user_id",
    "created_at",
    "last_login_at",
];

/// A sound body for each PATCH and PUT that there is.
fn sound_body(path: &str, june: &Person) -> Value {
    match path {
        "/account" => json!({"name": {"first": "June", "last": "Doe"}}),
        "/account/password" => json!({"current": PASSWORD, "new": OTHER_PASSWORD}),
        "/sessions/current/org" => json!({"org_id": june.org_id}),
        "/orgs/{id}" => json!({"name": "Globex"}),
        "/orgs/{id}/members/{user_id}" => json!({"role": "owner"}),
        "/admin/sign-up-domains/{id}" => json!({"title": "Partners", "version": {"title": "Standard"}}),
        "/admin/users/{id}/email" => json!({"email": NEW}),
        _ => panic!("say here what a sound body of {path} is"),
    }
}

/// Broken: members that nobody asked for were passed over.
#[rocket::async_test]
async fn t24_no_patch_or_put_sets_an_address_or_what_only_the_service_decides() {
    let app = TestApp::start().await;
    let june = app.founder(OLD, "Acme").await;
    app.make_operator(&june).await;
    let before = june.api(&app).get("/account").await.expect(200).body;
    let document = app.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200);
    let mut calls = 0;
    for (path, item) in document.body["paths"].as_object().unwrap() {
        for method in [Method::Patch, Method::Put] {
            if item.get(method.as_str().to_lowercase()).is_none() {
                continue;
            }
            calls += 1;
            let body = sound_body(path.strip_prefix("/api/v1").unwrap(), &june);
            let path = path.replace("{id}", &june.org_id).replace("{user_id}", &june.id);
            let nested = body.as_object().unwrap().iter().filter(|(_, value)| value.is_object());
            let places = nested.map(|(name, _)| format!("/{name}")).chain([String::new()]);
            for place in places.collect::<Vec<_>>() {
                for member in NOT_TO_SAY.into_iter().filter(|member| body.get(member).is_none()) {
                    let mut said = body.clone();
                    said.pointer_mut(&place).unwrap()[member] = json!(true);
                    let answer = june.api(&app).send(method, &path, Some(said.to_string())).await;
                    let refusal = answer.expect_refusal(422, "invalid_values");
                    let pointer = format!("{place}/{member}");
                    assert_eq!(refusal.faults(), [(pointer.as_str(), "unknown_field")], "{method} {path}");
                }
            }
        }
    }
    assert!(calls >= 5, "{calls}");
    assert_eq!(june.api(&app).get("/account").await.expect(200).body, before);
    app.sign_in(OLD).await;
}

/// To break it: let a dialect's change of an account set what is said beside it.
#[rocket::async_test]
async fn t24_no_dialect_sets_an_address_or_what_only_the_service_decides() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@initech.example", "Initech").await;
    let shared = app.invite_by_link(&olga, OLD, "member").await;
    app.sign_up_invited(OLD, &shared).await.expect(201);
    let june = app.sign_in(OLD).await;
    let before = june.api(&app).get("/account").await.expect(200).body;
    assert_eq!(before["email"]["verified"], false);
    let calls = [
        (Method::Patch, "/v1/account", json!({"name": {"first": "June", "last": "Doe"}})),
        (Method::Put, "/api/user", json!({"email": OLD, "firstName": "June", "lastName": "Doe"})),
        (Method::Post, "/v1/auth/user", json!({"name": "June Doe"})),
    ];
    for (method, path, body) in &calls {
        june.api(&app).send(*method, path, Some(body.to_string())).await.expect(200);
        for member in NOT_TO_SAY.into_iter().filter(|member| body.get(member).is_none()) {
            for value in [json!(true), json!("active"), json!("2020-01-01T00:00:00Z")] {
                let mut said = body.clone();
                said[member] = value;
                let answer = june.api(&app).send(*method, path, Some(said.to_string())).await;
                assert!(answer.status < 500, "{path} {said}: {}", answer.text);
            }
        }
    }
    let after = june.api(&app).get("/account").await.expect(200).body;
    for member in ["id", "email", "operator", "state", "two_factor", "password_generated", "created_at"] {
        assert_eq!(after[member], before[member], "{member}");
    }
    assert_eq!(june.who_am_i(&app).await.expect(200).str("/role"), "member");
}

/// Broken: the new address was stored when it was asked for.
#[rocket::async_test]
async fn t24_an_address_is_told_as_proven_only_by_its_own_mailbox() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@initech.example", "Initech").await;
    let shared = app.invite_by_link(&olga, OLD, "member").await;
    app.sign_up_invited(OLD, &shared).await.expect(201);
    let june = app.sign_in(OLD).await;
    let verification = app.last_letter_to(OLD).await.token("activate");
    let links = app.ask_for_address(&june, NEW).await;
    links.accept(&app).await.expect(200);
    let email = email_of(&app, &june).await;
    assert_eq!((&email["address"], &email["verified"]), (&json!(OLD), &json!(false)));
    // The old mailbox proves itself and nothing else, and voids what was asked before.
    app.anonymous().post("/activation", json!({"token": verification})).await.expect(200);
    let email = email_of(&app, &june).await;
    assert_eq!((&email["address"], &email["verified"]), (&json!(OLD), &json!(true)));
    assert_void(&app, &links).await;
}

/// Every order of one or two uses of the two links that agree.
///
/// Broken: one of the two was enough; then, the same link used twice counted for both.
#[rocket::async_test]
async fn t25_only_both_links_together_change_the_address() {
    let app = TestApp::start().await;
    let orders: [&[&str]; 6] = [
        &["accept"],
        &["confirm"],
        &["accept", "accept"],
        &["confirm", "confirm"],
        &["accept", "confirm"],
        &["confirm", "accept"],
    ];
    for (n, order) in orders.into_iter().enumerate() {
        let (old, new) = (format!("june{n}@acme.example"), format!("june{n}@globex.example"));
        let june = app.loner(&old).await;
        let links = app.ask_for_address(&june, &new).await;
        for step in order {
            match *step {
                "accept" => links.accept(&app).await,
                _ => links.confirm(&app).await,
            };
        }
        let agreed = order.contains(&"accept") && order.contains(&"confirm");
        assert_eq!(email_of(&app, &june).await["address"], if agreed { new } else { old }, "{order:?}");
    }
}

/// Broken: a second request left the links of the first good.
#[rocket::async_test]
async fn t25_no_link_of_one_request_serves_another() {
    let app = TestApp::start().await;
    let mut n = 0;
    for before in ["", "accept", "confirm"] {
        for after in ["accept", "confirm"] {
            n += 1;
            let address = |who: &str| format!("{who}{n}@mail.example");
            let june = app.loner(&address("june")).await;
            let first = app.ask_for_address(&june, &address("first")).await;
            match before {
                "accept" => drop(first.accept(&app).await.expect(200)),
                "confirm" => drop(first.confirm(&app).await.expect(200)),
                _ => {}
            }
            let second = app.ask_for_address(&june, &address("second")).await;
            if after == "accept" { second.accept(&app).await } else { second.confirm(&app).await }
                .expect(200);
            assert_void(&app, &first).await;
            assert_eq!(email_of(&app, &june).await["address"], address("june"), "{before} {after}");
            if after == "accept" { second.confirm(&app).await } else { second.accept(&app).await }
                .expect(200);
            assert_eq!(email_of(&app, &june).await["address"], address("second"), "{before} {after}");
            assert_void(&app, &first).await;
        }
    }
}

/// Broken: one of the two was enough.
#[rocket::async_test]
async fn t25_no_other_change_of_the_account_stands_in_for_a_link() {
    for agree_by in ["accept", "confirm"] {
        let app = TestApp::start().await;
        let june = app.loner(OLD).await;
        let links = app.ask_for_address(&june, NEW).await;
        if agree_by == "accept" { links.accept(&app).await } else { links.confirm(&app).await }.expect(200);
        let profile = json!({"allow_support_login": true, "username": "june", "locale": "de"});
        june.api(&app).patch("/account", profile).await.expect(200);
        let set_up = json!({"password": PASSWORD});
        june.api(&app).post("/account/two-factor/setup", set_up).await.expect(200);
        app.anonymous().post("/activation/resend", json!({"email": NEW})).await.expect(202);
        app.anonymous().post("/password-resets", json!({"email": OLD})).await.expect(202);
        june.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
        let june = app.sign_in(OLD).await;
        assert_eq!(email_of(&app, &june).await["address"], OLD, "{agree_by}");
    }
}

/// Broken: spending did not look at whether the token was spent.
#[rocket::async_test]
async fn t25_agreeing_from_both_sides_at_once_takes_effect_once() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let (old, new) = (format!("june{round}@acme.example"), format!("june{round}@globex.example"));
        let june = app.loner(&old).await;
        let links = app.ask_for_address(&june, &new).await;
        let (app, links) = (&app, &links);
        let answers = at_once(|n| async move {
            if n % 2 == 0 { links.accept(app).await } else { links.confirm(app).await }
        })
        .await;
        assert_eq!(count(&answers, 200), 2, "each link once");
        assert_eq!(email_of(app, &june).await["address"], new);
        let told = app.letters_to(&old).await;
        assert_eq!(told.iter().filter(|mail| mail.subject.contains("was changed")).count(), 1);
    }
}

/// Broken: denying left the links to agree good.
#[rocket::async_test]
async fn t25_agreeing_and_denying_at_once_does_one_of_them() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let (old, new) = (format!("june{round}@acme.example"), format!("june{round}@globex.example"));
        let june = app.loner(&old).await;
        let links = app.ask_for_address(&june, &new).await;
        links.confirm(&app).await.expect(200);
        let (app, links) = (&app, &links);
        let answers = at_once(|n| async move {
            if (n + round) % 2 == 0 { links.accept(app).await } else { links.deny(app).await }
        })
        .await;
        let (accepted, denied) = (count(&answers, 200), count(&answers, 204));
        assert_eq!(accepted + denied, 1);
        let status = june.api(app).get("/account").await.status;
        assert_eq!(status, if denied == 1 { 401 } else { 200 });
        let forgot = app.anonymous().post("/password-resets", json!({"email": new})).await;
        forgot.expect(202);
        assert_eq!(app.last_letter_to(&new).await.text.contains("/reset?"), accepted == 1);
    }
}
