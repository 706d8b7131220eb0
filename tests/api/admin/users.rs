//! `/admin/users`

use std::time::Duration;

use gatepost::domain::accounts::remove_operator::remove_operator;
use gatepost::model::EmailAddress;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, Person, TestApp};

async fn act(app: &TestApp, by: &Person, whom: &Person, call: &str) -> Answer {
    by.api(app).post_empty(&format!("/admin/users/{}/{call}", whom.id)).await
}

/// What the person's own copy of their data tells of what was done to them, the newest first.
async fn told_in_export(app: &TestApp, person: &Person) -> Vec<Value> {
    let archive = person.api(app).get("/account/export").await.expect(200);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(archive.bytes)).expect("a zip");
    let events = zip.by_name("audit_events.json").expect("the audit");
    let events: Value = serde_json::from_reader(events).expect("JSON");
    events.as_array().expect("a list").clone()
}

#[rocket::async_test]
async fn people_are_listed_in_pages_and_found_by_the_beginning_of_what_they_are_called() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("June.Doe@acme.example", "Acme").await;
    june.api(&app).patch("/account", json!({"username": "Jüne", "name": "Ödön Moe"})).await.expect(200);
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let api = rita.api(&app);
    let all = api.get("/admin/users").await.expect(200);
    assert_eq!(all.each("/id"), [&*adam.id, &*june.id, &*rita.id]);
    assert_eq!(all.items()[2]["operator"], true);
    assert_eq!(all.items()[0]["operator"], false);
    for (search, found) in [
        ("june.d", &june),
        ("JUNE.DOE%40acme.example", &june),
        ("j%C3%9CN", &june),
        ("%C3%B6d%C3%B6n%20m", &june),
        ("adam%20p", &adam),
        (&*adam.id, &adam),
    ] {
        let list = api.get(&format!("/admin/users?search={search}")).await.expect(200);
        assert_eq!(list.each("/id"), [&*found.id], "{search}");
    }
    assert!(api.get("/admin/users?search=%25").await.expect(200).items().is_empty(), "no pattern");
    let first = api.get("/admin/users?limit=2").await.expect(200);
    let next = format!("/admin/users?limit=2&cursor={}", first.str("/next_cursor"));
    assert_eq!(api.get(&next).await.expect(200).each("/id"), [&*rita.id]);
}

#[rocket::async_test]
async fn a_person_is_shown_with_their_orgs_and_sessions() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("june@acme.example", "Acme").await;
    let shown = rita.api(&app).get(&format!("/admin/users/{}", june.id)).await.expect(200);
    assert_eq!((shown.str("/email/address"), shown.str("/state")), (&*june.email, "active"));
    assert_eq!((shown.str("/orgs/0/name"), shown.str("/orgs/0/role")), ("Acme", "owner"));
    assert_eq!(shown.str("/sessions/0/id"), june.session_id);
    assert!(!shown.text.contains("token") && !shown.text.contains("hash"), "{}", shown.text);
    let unknown = "/admin/users/0190c5a8-0000-7000-8000-000000000000";
    rita.api(&app).get(unknown).await.expect_refusal(404, "user_not_found");
}

#[rocket::async_test]
async fn whoever_is_suspended_is_told_and_comes_back_when_they_are_restored() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("june@acme.example", "Acme").await;
    let key = june.api_key(&app, &["account:read"]).await;
    assert_eq!(act(&app, &rita, &june, "suspend").await.expect(200).str("/state"), "suspended");
    let letters = app.letters_to(&june.email).await;
    let letter = letters.last().expect("a letter");
    assert_eq!(letter.subject, "Your Gatepost account is suspended");
    assert!(letter.text.contains("Operator: June Doe"), "{}", letter.text);
    act(&app, &rita, &june, "suspend").await.expect(200);
    assert_eq!(app.letters_to(&june.email).await.len(), letters.len(), "nothing was done twice");

    assert_eq!(act(&app, &rita, &june, "restore").await.expect(200).str("/state"), "active");
    assert_eq!(app.last_letter_to(&june.email).await.subject, "Your Gatepost account is open again");
    key.api(&app).get("/account").await.expect(200);
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    let june = app.sign_in(&june.email).await;
    assert_eq!(june.who_am_i(&app).await.expect(200).str("/role"), "owner");
    let events = told_in_export(&app, &june).await;
    for action in ["user.suspended", "user.restored"] {
        let event = events.iter().find(|event| event["action"] == action).expect(action);
        assert_eq!(event["actor"]["id"], rita.id);
        assert_eq!(event["ip"], Value::Null, "from where an operator acts is theirs");
    }
}

#[rocket::async_test]
async fn an_account_that_waits_to_be_deleted_is_neither_suspended_nor_restored() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    june.delete_account(&app).await.expect(202);
    for call in ["suspend", "restore"] {
        act(&app, &rita, &june, call).await.expect_refusal(409, "user_not_active");
    }
    app.sign_in(&june.email).await;
}

#[rocket::async_test]
async fn whoever_is_signed_out_is_told_and_signs_in_again() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    act(&app, &rita, &june, "sign-out").await.expect(204);
    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    assert_eq!(app.last_letter_to(&june.email).await.subject, "You were signed out of Gatepost");
    let june = app.sign_in(&june.email).await;
    let events = told_in_export(&app, &june).await;
    assert!(events.iter().any(|event| event["action"] == "user.signed_out"));
}

#[rocket::async_test]
async fn a_lost_second_factor_is_turned_off_and_its_owner_can_say_that_it_was_not_their_wish() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    act(&app, &rita, &june, "two-factor/reset").await.expect_refusal(409, "two_factor_off");
    june.turn_two_factor_on(&app).await;
    let reset = act(&app, &rita, &june, "two-factor/reset").await.expect(200);
    assert_eq!(reset.body["two_factor"], false);
    let letter = app.last_letter_to(&june.email).await;
    assert_eq!(letter.subject, "Two-factor sign-in was turned off for Gatepost");
    let eve = app.sign_in(&june.email).await;
    let not_me = format!("/not-me/{}", letter.token("not-me"));
    app.anonymous().post_empty(&not_me).await.expect(204);
    eve.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    let body = json!({"email": june.email, "password": PASSWORD});
    app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
}

#[rocket::async_test]
async fn every_deed_to_a_person_is_in_their_letters_and_in_their_own_copy_of_their_data() {
    const BASE: &str = "/api/v1/admin/users/<id>/";
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let routes =
        app.rocket().routes().filter(|route| ![Method::Get, Method::Options].contains(&route.method));
    let deeds: Vec<_> = routes
        .filter_map(|route| Some((route.method, route.uri.path().strip_prefix(BASE)?.to_owned())))
        .collect();
    assert_eq!(deeds.len(), 6, "{deeds:?}");
    for (n, (method, call)) in deeds.into_iter().enumerate() {
        let june = app.loner(&format!("june{n}@acme.example")).await;
        june.api(&app).patch("/account", json!({"allow_support_login": true})).await.expect(200);
        let device = june.turn_two_factor_on(&app).await;
        // Only what was done before can be undone.
        if call == "restore" {
            act(&app, &rita, &june, "suspend").await.expect(200);
        }
        let before = app.letters_to(&june.email).await.len();
        let body = (call == "email").then(|| json!({"email": format!("new{n}@acme.example")}).to_string());
        let path = format!("/api/v1/admin/users/{}/{call}", june.id);
        let done = rita.api(&app).send(method, &path, body).await;
        assert!(matches!(done.status, 200..=204), "{call}: {}", done.text);
        let letters = app.letters_to(&june.email).await;
        assert_eq!(letters.len(), before + 1, "{call}");
        assert!(letters[before].text.contains("Operator: June Doe"), "{call}: {}", letters[before].text);

        if call == "suspend" {
            act(&app, &rita, &june, "restore").await.expect(200);
        }
        let email = if call == "email" { format!("new{n}@acme.example") } else { june.email.clone() };
        let token = if call == "two-factor/reset" {
            app.sign_in(&email).await.token
        } else {
            app.clock.advance(Duration::from_secs(30));
            let challenge = app.challenge(&email).await;
            let session = app.complete(&challenge, ("code", &device.code(&app))).await.expect(201);
            session.str("/token").to_owned()
        };
        let june = Person { token, ..june };
        let events = told_in_export(&app, &june).await;
        assert!(events.iter().any(|event| event["actor"]["id"] == rita.id), "{call}: {events:?}");
    }
}

#[rocket::async_test]
async fn whoever_is_made_an_operator_or_one_no_longer_finds_it_in_letters_and_their_own_copy() {
    let app = TestApp::start().await;
    app.operator("rita@root.example").await;
    let june = app.operator("june@acme.example").await;
    assert_eq!(app.last_letter_to(&june.email).await.subject, "You are an operator of Gatepost now");
    let address = EmailAddress::parse(&june.email).expect("an address");
    let removed = remove_operator(&app.app, address.clone()).await.expect("another one is left");
    assert!(!removed.operator);
    june.api(&app).get("/admin/users").await.expect_refusal(403, "operator_required");
    assert_eq!(app.last_letter_to(&june.email).await.subject, "You are an operator of Gatepost no longer");
    let events = told_in_export(&app, &june).await;
    let actions: Vec<_> = events.iter().filter_map(|event| event["action"].as_str()).collect();
    for action in ["user.operator_granted", "user.operator_removed"] {
        assert!(actions.contains(&action), "{actions:?}");
    }
    let again = remove_operator(&app.app, address).await.expect_err("they are none");
    assert_eq!(again.code(), "user_not_found");
}

#[rocket::async_test]
async fn an_address_is_set_unless_it_is_anothers_or_their_own() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@old.example").await;
    let adam = app.loner("adam@acme.example").await;
    let set = async |email: &str| {
        let path = format!("/admin/users/{}/email", june.id);
        rita.api(&app).put(&path, json!({"email": email})).await
    };
    set(&adam.email).await.expect_refusal(409, "email_address_taken");
    let same = set("June@OLD.example").await.expect_refusal(422, "invalid_values");
    assert_eq!(same.faults(), [("/email", "email_unchanged")]);
    june.who_am_i(&app).await.expect(200);
    set("june@new.example").await.expect(200);
    assert_eq!(
        app.last_letter_to(&june.email).await.subject,
        "Your Gatepost account has another email address"
    );
    app.activate("june@new.example").await;
    let june = app.sign_in("june@new.example").await;
    let events = told_in_export(&app, &june).await;
    assert!(events.iter().any(|event| event["action"] == "user.email_set"));
}
