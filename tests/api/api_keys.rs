//! `/account/api-keys`: making, listing and revoking keys.

use std::time::Duration;

use gatepost::domain::machine::housekeeping::sweep;
use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp, at_once, count};

const KEYS: &str = "/account/api-keys";

async fn make(app: &TestApp, person: &Person, body: Value) -> Answer {
    person.api(app).post(KEYS, body).await
}

/// The faults of a body that is refused.
async fn faults(app: &TestApp, person: &Person, body: Value) -> Vec<(String, String)> {
    let refusal = make(app, person, body).await.expect_refusal(422, "invalid_values");
    refusal.faults().into_iter().map(|(pointer, code)| (pointer.to_owned(), code.to_owned())).collect()
}

#[rocket::async_test]
async fn a_key_is_shown_once_and_acts_as_its_person() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let body = json!({"name": " Nightly export ", "scopes": ["org:read", "account:read", "org:read"]});
    let made = make(&app, &june, body).await.expect(201);
    let members = [
        "created_at",
        "expires_at",
        "id",
        "ip_allowlist",
        "last_used_at",
        "name",
        "org_id",
        "prefix",
        "scopes",
        "secret",
    ];
    assert_eq!(made.members(), members);
    let secret = made.str("/secret");
    assert_eq!(made.str("/name"), "Nightly export");
    assert_eq!(made.body["scopes"], json!(["account:read", "org:read"]), "each once");
    assert_eq!(made.body["ip_allowlist"], json!([]));
    for member in ["expires_at", "last_used_at", "org_id"] {
        assert!(made.body[member].is_null(), "{member}");
    }
    assert!(secret.starts_with(made.str("/prefix")) && made.str("/prefix").len() == 9);

    let me = app.bearer(secret).get("/sessions/current").await.expect(200);
    assert_eq!(me.str("/user/id"), june.id);
    assert!(me.body["session"].is_null() && me.body["org"].is_null() && me.body["role"].is_null());
    assert_eq!(me.body["permissions"], json!([]));
    assert_eq!(app.bearer(secret).get(&june.org("")).await.expect(200).str("/name"), "Acme");
}

#[rocket::async_test]
async fn a_key_has_the_form_that_is_told_to_scanners() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for _ in 0..20 {
        let secret = june.api_key(&app, &["account:read"]).await.secret;
        let (checked, checksum) = secret.split_at(secret.len() - 8);
        assert_eq!(format!("{:08x}", crc32fast::hash(checked.as_bytes())), checksum);
        let random = checked.strip_prefix("gp_").unwrap();
        assert_eq!(random.len(), 32);
        assert!(random.chars().all(|c| "abcdefghijkmnpqrstuvwxyz23456789".contains(c)), "{random}");
    }
}

#[rocket::async_test]
async fn keys_are_listed_newest_first_in_parts_and_without_their_secret() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@mail.example").await;
    let mut made = Vec::new();
    for name in ["first", "second", "third"] {
        made.push(june.api_key_of(&app, json!({"name": name, "scopes": ["account:read"]})).await);
    }
    let list = june.api(&app).get(&format!("{KEYS}?limit=2")).await.expect(200);
    assert_eq!(list.each("/name"), ["third", "second"]);
    let rest = format!("{KEYS}?limit=2&cursor={}", list.str("/next_cursor"));
    let rest = june.api(&app).get(&rest).await.expect(200);
    assert_eq!((rest.each("/name"), &rest.body["next_cursor"]), (vec!["first"], &Value::Null));
    for answer in [&list, &rest] {
        assert!(!answer.text.contains("secret"));
        assert!(made.iter().all(|key| !answer.text.contains(&key.secret[9..])), "{}", answer.text);
    }
    assert!(adam.api(&app).get(KEYS).await.expect(200).items().is_empty());
}

#[rocket::async_test]
async fn a_revoked_key_is_refused_on_the_very_next_request() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for _ in 0..20 {
        let key = june.api_key(&app, &["account:read"]).await;
        // Seen before, so that it is answered from memory.
        key.api(&app).get("/account").await.expect(200);
        key.api(&app).get("/account").await.expect(200);
        june.api(&app).delete(&format!("{KEYS}/{}", key.id)).await.expect(204);
        key.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
        june.api(&app).delete(&format!("{KEYS}/{}", key.id)).await.expect_refusal(404, "api_key_not_found");
    }
    assert!(june.api(&app).get(KEYS).await.expect(200).items().is_empty());
}

#[rocket::async_test]
async fn a_key_that_is_revoked_while_it_is_used_is_refused_from_then_on() {
    let app = &TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for _ in 0..10 {
        let key = june.api_key(app, &["account:read"]).await;
        let (key, path) = (&key, &format!("{KEYS}/{}", key.id));
        let session = &june;
        let answers = at_once(|n| async move {
            if n % 8 == 7 { session.api(app).delete(path).await } else { key.api(app).get("/account").await }
        })
        .await;
        assert_eq!(count(&answers, 204), 1, "one of eight revokes it");
        assert!(answers.iter().all(|answer| matches!(answer.status, 200 | 204 | 401 | 404)));
        key.api(app).get("/account").await.expect_refusal(401, "not_signed_in");
    }
}

#[rocket::async_test]
async fn nobody_revokes_another_persons_key() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let adam = app.loner("adam@mail.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    let refusal = adam.api(&app).delete(&format!("{KEYS}/{}", key.id)).await;
    refusal.expect_refusal(404, "api_key_not_found");
    key.api(&app).get("/account").await.expect(200);
}

#[rocket::async_test]
async fn values_that_can_not_be_are_told_all_at_once() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let told = |faults: &[(&str, &str)]| -> Vec<(String, String)> {
        faults.iter().map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned())).collect()
    };
    let body = json!({
        "name": "", "org_id": "acme", "scopes": ["account:read", "everything", 1], "expires_at": "tomorrow",
        "ip_allowlist": ["192.0.2.7", "localhost", "10.0.0.0/33"],
    });
    let expected = [
        ("/name", "empty"),
        ("/org_id", "id_malformed"),
        ("/scopes/1", "scope_unknown"),
        ("/scopes/2", "wrong_type"),
        ("/expires_at", "time_malformed"),
        ("/ip_allowlist/1", "ip_network_malformed"),
        ("/ip_allowlist/2", "ip_network_malformed"),
    ];
    assert_eq!(faults(&app, &june, body).await, told(&expected));
    let name = "Program";
    for (body, expected) in [
        (json!({"name": name, "scopes": []}), &[("/scopes", "empty")][..]),
        (json!({"name": name, "scopes": "account:read"}), &[("/scopes", "wrong_type")]),
        (json!({"name": name, "scopes": vec!["org:read"; 51]}), &[("/scopes", "too_many")]),
        (
            json!({"name": name, "scopes": ["org:read"], "ip_allowlist": vec!["192.0.2.7"; 51]}),
            &[("/ip_allowlist", "too_many")],
        ),
        (
            json!({"name": name, "scopes": ["org:read"], "expires_at": "2001-01-01T00:00:00Z"}),
            &[("/expires_at", "in_the_past")],
        ),
        (
            json!({"name": name, "org_id": june.org_id, "scopes": ["org:read", "account:read", "orgs:create"]}),
            &[("/scopes/1", "scope_not_of_org"), ("/scopes/2", "scope_not_of_org")],
        ),
    ] {
        assert_eq!(faults(&app, &june, body).await, told(expected));
    }
    assert!(june.api(&app).get(KEYS).await.expect(200).items().is_empty());
}

#[rocket::async_test]
async fn a_key_is_bound_to_an_org_of_ones_own_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let body = |org_id: &str| json!({"name": "Program", "scopes": ["org:read"], "org_id": org_id});
    make(&app, &june, body(&olga.org_id)).await.expect_refusal(404, "org_not_found");
    let bound = make(&app, &june, body(&june.org_id)).await.expect(201);
    assert_eq!(bound.str("/org_id"), june.org_id);
    let me = app.bearer(bound.str("/secret")).get("/sessions/current").await.expect(200);
    assert_eq!((me.str("/org/id"), me.str("/role")), (june.org_id.as_str(), "owner"));
    assert_eq!(me.body["permissions"], json!(["org:read"]), "no more than its scopes");
}

#[rocket::async_test]
async fn a_person_can_have_fifty_keys_that_can_be_used() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner("june@acme.example").await;
    let expires_at = app.clock.now() + Duration::from_mins(1);
    let body = json!({"name": "Program", "scopes": ["account:read"], "expires_at": expires_at.to_string()});
    let (app, june, body) = (&app, &june, &body);
    let answers = at_once(|_| make(app, june, body.clone())).await;
    assert_eq!((count(&answers, 201), count(&answers, 409)), (50, answers.len() - 50));
    make(app, june, body.clone()).await.expect_refusal(409, "too_many_api_keys");
    app.clock.advance(Duration::from_mins(1));
    make(app, june, json!({"name": "Program", "scopes": ["account:read"]})).await.expect(201);
}

#[rocket::async_test]
async fn a_key_that_is_made_is_told_by_mail() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    let letter = app.last_letter_to("june@acme.example").await;
    assert!(letter.subject.contains("API key was made"), "{}", letter.subject);
    assert!(letter.html.contains(letter.link("not-me")));
    assert!(!letter.text.contains("gp_") && !letter.html.contains("gp_"));
    let token = letter.token("not-me");
    app.anonymous().post_empty(&format!("/not-me/{token}")).await.expect(204);
    key.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn making_and_revoking_is_written_down_where_it_belongs() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for key in [june.api_key(&app, &["org:read"]).await, june.bound_api_key(&app, &["org:read"]).await] {
        june.api(&app).delete(&format!("{KEYS}/{}", key.id)).await.expect(204);
    }
    let list = async |org_id: Option<&str>| {
        let actions = app.actions(org_id).await;
        actions.into_iter().filter(|action| action.starts_with("api_key.")).collect::<Vec<_>>()
    };
    assert_eq!(list(Some(&june.org_id)).await, ["api_key.created", "api_key.revoked"]);
    assert_eq!(list(None).await.len(), 4);
}

#[rocket::async_test]
async fn expired_keys_are_listed_for_ninety_days_and_forgotten_then() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner("june@acme.example").await;
    june.api_key(&app, &["account:read"]).await;
    app.clock.advance(Duration::from_micros(1));
    let expires_at = (app.clock.now() + Duration::from_secs(1)).to_string();
    let body = json!({"name": "Short", "scopes": ["account:read"], "expires_at": expires_at});
    june.api_key_of(&app, body).await;
    app.clock.advance(Duration::from_secs(1) + Duration::from_hours(90 * 24));
    assert_eq!(sweep(&app.app).await.unwrap().api_keys, 0);
    let june = app.sign_in("june@acme.example").await;
    assert_eq!(june.api(&app).get(KEYS).await.expect(200).each("/name"), ["Short", "Program"]);
    app.clock.advance(Duration::from_micros(1));
    assert_eq!(sweep(&app.app).await.unwrap().api_keys, 1);
    assert_eq!(june.api(&app).get(KEYS).await.expect(200).each("/name"), ["Program"]);
}
