//! `/sign-up` and `/sign-up-domains`

use gatepost::domain::dev::demo;
use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp};

fn june(password: &str) -> Value {
    json!({"email": "june@acme.example", "password": password, "name": "June Doe"})
}

#[rocket::async_test]
async fn an_org_signs_up_proves_its_mailbox_and_signs_in() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let me = june.who_am_i(&app).await.expect(200);
    assert_eq!(me.str("/user/email/address"), "june@acme.example");
    assert_eq!(me.body["user"]["email"]["verified"], true);
    assert_eq!((me.str("/org/name"), me.str("/role")), ("Acme", "owner"));
}

#[rocket::async_test]
async fn the_answer_shows_the_person_and_the_org_as_they_will_be() {
    let app = TestApp::start().await;
    let body = json!({
        "email": "june@acme.example", "password": PASSWORD, "name": "June Anne Doe", "username": "june",
        "org": {"name": "Acme", "country": "de"}, "terms_accepted": true, "locale": "pt-br",
    });
    let answer = app.anonymous().post("/sign-up", body).await.expect(201);
    assert_eq!(answer.body["user"]["name"], json!({"first": "June Anne", "last": "Doe"}));
    assert_eq!((answer.str("/user/username"), answer.str("/user/locale")), ("june", "pt-BR"));
    assert_eq!(
        (answer.str("/user/state"), &answer.body["user"]["email"]["verified"]),
        ("pending", &json!(false))
    );
    assert!(answer.body["user"]["terms_accepted_at"].is_string());
    assert_eq!((answer.str("/org/name"), answer.str("/org/country")), ("Acme", "DE"));

    app.activate("june@acme.example").await;
    let me = app.sign_in("june@acme.example").await.who_am_i(&app).await.expect(200);
    assert_eq!(me.str("/user/id"), answer.str("/user/id"));
    assert_eq!(me.str("/org/id"), answer.str("/org/id"));
    for member in ["username", "locale", "terms_accepted_at", "name"] {
        assert_eq!(me.body["user"][member], answer.body["user"][member], "{member}");
    }
}

#[rocket::async_test]
async fn a_person_can_sign_up_without_an_org() {
    let app = TestApp::start().await;
    let answer = app.anonymous().post("/sign-up", june(PASSWORD)).await.expect(201);
    assert_eq!(answer.members(), ["user"]);
    assert_eq!(answer.body["user"]["terms_accepted_at"], Value::Null);
    app.activate("june@acme.example").await;
    let me = app.sign_in("june@acme.example").await.who_am_i(&app).await.expect(200);
    assert_eq!((&me.body["org"], &me.body["role"]), (&Value::Null, &Value::Null));
}

#[rocket::async_test]
async fn a_name_can_be_given_in_two_parts() {
    let app = TestApp::start().await;
    for (name, parts) in [
        (json!({"first": "June", "last": "van Doe"}), json!({"first": "June", "last": "van Doe"})),
        (json!({"first": "June", "last": ""}), json!({"first": "June", "last": ""})),
        (json!("June"), json!({"first": "June", "last": ""})),
    ] {
        let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": name});
        let answer = app.anonymous().post("/sign-up", body).await.expect(201);
        assert_eq!(answer.body["user"]["name"], parts);
    }
}

#[rocket::async_test]
async fn every_fault_of_a_body_is_told_at_once() {
    let app = TestApp::start().await;
    let body = json!({"email": "june", "password": "short", "nam": "June"});
    let refusal = app.anonymous().post("/sign-up", body).await.expect_refusal(422, "invalid_values");
    let expected = [
        ("/email", "email_address_malformed"),
        ("/password", "password_too_short"),
        ("/name", "required"),
        ("/nam", "unknown_field"),
    ];
    assert_eq!(refusal.faults(), expected);
}

#[rocket::async_test]
async fn values_that_can_not_be_are_named_with_their_reason() {
    let app = TestApp::start().await;
    let body = json!({
        "email": "june@acme.example", "password": "long enough ".repeat(100), "name": {"last": "Doe"},
        "username": "june@acme", "org": {"name": "visit https://evil.example", "country": "Atlantis", "size": 3},
        "domain_id": "one", "terms_accepted": "yes", "locale": "the language of trees",
    });
    let refusal = app.anonymous().post("/sign-up", body).await.expect_refusal(422, "invalid_values");
    let expected = [
        ("/password", "password_too_long"),
        ("/name/first", "required"),
        ("/username", "username_contains_at"),
        ("/org/name", "contains_link"),
        ("/org/country", "country_unknown"),
        ("/org/size", "unknown_field"),
        ("/domain_id", "id_malformed"),
        ("/terms_accepted", "wrong_type"),
        ("/locale", "locale_malformed"),
    ];
    assert_eq!(refusal.faults(), expected);
}

#[rocket::async_test]
async fn an_easily_guessed_password_is_refused_with_advice() {
    let app = TestApp::start().await;
    for guessable in ["password1", "qwertyuiop", "june@acme.example"] {
        let refusal =
            app.anonymous().post("/sign-up", june(guessable)).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("/password", "password_too_weak")], "{guessable}");
        assert!(refusal.str("/errors/0/detail").len() > 20, "{}", refusal.text);
    }
    assert!(app.letters_to("june@acme.example").await.is_empty());
}

#[rocket::async_test]
async fn an_address_that_has_an_account_gets_the_same_answer_and_its_owner_a_letter() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    let sign_up = |email: &str| {
        let body = json!({"email": email, "password": "another good password", "name": "Eve Poe",
            "org": {"name": "Evil"}, "username": email.split('@').next()});
        let api = app.anonymous();
        async move { api.post("/sign-up", body).await }
    };
    let (fresh, taken) = (sign_up("adam@acme.example").await, sign_up("June@ACME.example").await);
    assert_eq!(fresh.shape(), taken.shape());

    let letters = app.letters_to("june@acme.example").await;
    assert_eq!(letters.len(), 2, "the activation, then the notice");
    assert!(!letters[1].text.contains("?token="), "the notice opens nothing: {}", letters[1].text);
    let body = json!({"email": "june@acme.example", "password": "another good password"});
    app.anonymous().post("/sessions", body).await.expect(403);
    let me = app.sign_in("june@acme.example").await.who_am_i(&app).await.expect(200);
    assert_eq!((me.str("/user/name/first"), me.str("/org/name")), ("June", "Acme"));
}

#[rocket::async_test]
async fn a_taken_username_is_refused_however_it_is_spelled() {
    let app = TestApp::start().await;
    let sign_up = |email: &str, username: &str| {
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "username": username});
        let api = app.anonymous();
        async move { api.post("/sign-up", body).await }
    };
    sign_up("june@acme.example", "Straße").await.expect(201);
    app.activate("june@acme.example").await;
    for spelling in ["Straße", "STRASSE", "ｓｔｒａｓｓｅ"] {
        sign_up("adam@acme.example", spelling).await.expect_refusal(409, "username_taken");
    }
    for (username, code) in [
        ("ab", "too_short"),
        (&*"a".repeat(65), "too_long"),
        ("a@b", "username_contains_at"),
        ("a＠b", "username_contains_at"),
        ("a\u{7}bc", "forbidden_character"),
    ] {
        let refusal = sign_up("adam@acme.example", username).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("/username", code)], "{username:?}");
    }
}

#[rocket::async_test]
async fn a_closed_service_turns_strangers_away() {
    let app = TestApp::start_with(|setup| setup.rules.sign_up_open = false).await;
    app.anonymous().post("/sign-up", june(PASSWORD)).await.expect_refusal(403, "sign_up_closed");
    assert!(app.letters_to("june@acme.example").await.is_empty());
}

#[rocket::async_test]
async fn only_the_email_domains_that_are_let_in_can_sign_up() {
    let app =
        TestApp::start_with(|setup| setup.rules.sign_up_email_domains = vec!["acme.example".to_owned()])
            .await;
    app.anonymous().post("/sign-up", june(PASSWORD)).await.expect(201);
    for stranger in ["june@evil.example", "june@sub.acme.example", "june@acme.example.evil.example"] {
        let body = json!({"email": stranger, "password": PASSWORD, "name": "June Doe"});
        let refusal = app.anonymous().post("/sign-up", body).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("/email", "email_domain_not_allowed")]);
    }
}

#[rocket::async_test]
async fn the_open_sign_up_domains_are_listed_and_only_they_can_be_named() {
    let app = TestApp::start().await;
    demo::ensure(&app.app).await.expect("the demo data is made");
    let listed = app.anonymous().get("/sign-up-domains").await.expect(200);
    assert_eq!(listed.each("/title"), ["Public"]);
    assert_eq!(listed.body["next_cursor"], Value::Null);
    let domain = &listed.items()[0];
    assert!(["description", "help"].iter().all(|member| domain[member].is_string()), "{domain}");

    let through = |id: &str| {
        let body =
            json!({"email": "june@acme.example", "password": PASSWORD, "name": "June", "domain_id": id});
        let api = app.anonymous();
        async move { api.post("/sign-up", body).await }
    };
    through(listed.str("/items/0/id")).await.expect(201);
    let refusal = through("0190c5a8-0000-7000-8000-000000000000").await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/domain_id", "sign_up_domain_closed")]);
}

#[rocket::async_test]
async fn an_invited_colleague_joins_in_one_step() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let me = adam.who_am_i(&app).await.expect(200);
    assert_eq!(me.body["user"]["email"]["verified"], true);
    assert_eq!((me.str("/org/id"), me.str("/role")), (june.org_id.as_str(), "member"));
}

#[rocket::async_test]
async fn who_comes_by_an_invitation_founds_no_org_with_it() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, "adam@acme.example").await;
    let body = json!({"email": "adam@acme.example", "password": PASSWORD, "name": "Adam Poe",
        "invitation": invitation.mailed, "org": {"name": "Adam's"}});
    let refusal = app.anonymous().post("/sign-up", body).await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/org", "org_with_invitation")]);
    assert_eq!(app.count_members(&june).await, 1);
}
