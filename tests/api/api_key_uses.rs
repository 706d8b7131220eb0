//! Using an API key: until when, from where, and what is written down of it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, ApiKey, Person, TestApp, at_once, count};

const FIVE_MINUTES: Duration = Duration::from_mins(5);
const MOMENT: Duration = Duration::from_micros(1);

async fn key_of_networks(app: &TestApp, person: &Person, networks: &[&str]) -> ApiKey {
    let body = json!({"name": "Program", "scopes": ["account:read"], "ip_allowlist": networks});
    person.api_key_of(app, body).await
}

/// The uses of keys in a person's history, the oldest first: from where, and why not.
async fn uses(app: &TestApp, person: &Person) -> Vec<(String, Option<String>)> {
    let logins = person.api(app).get("/account/logins?limit=200").await.expect(200);
    let told = |login: &Value, member: &str| login[member].as_str().map(str::to_owned);
    let of_keys = logins.items().iter().rev().filter(|login| login["kind"] == "api_key");
    of_keys
        .map(|login| {
            assert_eq!(login["success"], login["reason"].is_null());
            (told(login, "ip").unwrap(), told(login, "reason"))
        })
        .collect()
}

async fn last_used_at(app: &TestApp, person: &Person) -> Option<String> {
    let list = person.api(app).get("/account/api-keys").await.expect(200);
    list.items()[0]["last_used_at"].as_str().map(str::to_owned)
}

#[rocket::async_test]
async fn a_key_has_expired_at_the_very_instant() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner("june@acme.example").await;
    let expires_at = (app.clock.now() + Duration::from_mins(1)).to_string();
    let body = json!({"name": "Program", "scopes": ["account:read"], "expires_at": expires_at});
    let key = june.api_key_of(&app, body).await;
    app.clock.advance(Duration::from_mins(1).saturating_sub(MOMENT));
    key.api(&app).get("/account").await.expect(200);
    app.clock.advance(MOMENT);
    for _ in 0..3 {
        let refusal = key.api(&app).get("/account").await.expect_refusal(401, "api_key_expired");
        assert_eq!(refusal.header("www-authenticate"), Some("Bearer"));
    }
    let mut expired = uses(&app, &june).await;
    assert_eq!(expired.pop().unwrap().1.as_deref(), Some("api_key_expired"));
    assert_eq!(expired, [("127.0.0.1".to_owned(), None)], "a refusal is told once");
}

#[rocket::async_test]
async fn an_expiry_counts_in_any_time_zone_and_to_the_second() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let body =
        json!({"name": "Program", "scopes": ["account:read"], "expires_at": "2999-01-01T02:00:00+02:00"});
    let made = june.api(&app).post("/account/api-keys", body).await.expect(201);
    assert_eq!(made.str("/expires_at"), "2999-01-01T00:00:00.000Z");
}

#[rocket::async_test]
async fn a_key_is_refused_outside_of_its_networks() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    for (networks, allowed, refused) in [
        (&["192.0.2.7"][..], &["192.0.2.7", "::ffff:192.0.2.7"][..], &["192.0.2.8", "2001:db8::1"][..]),
        (&["192.0.2.7/24"], &["192.0.2.0", "192.0.2.255"], &["192.0.1.255", "192.0.3.0", "::192.0.2.7"]),
        (&["::ffff:192.0.2.0/120"], &["192.0.2.9"], &["192.0.3.9"]),
        (
            &["2001:db8::/32", "198.51.100.4/32"],
            &["2001:db8:ffff::1", "198.51.100.4", "::ffff:198.51.100.4"],
            &["2001:db9::1", "198.51.100.5", "127.0.0.1"],
        ),
        (&["::/0"], &["2001:db8::1", "::1"], &["192.0.2.7", "::ffff:192.0.2.7"]),
        (&["0.0.0.0/0"], &["192.0.2.7", "::ffff:192.0.2.7"], &["2001:db8::1"]),
    ] {
        let key = key_of_networks(&app, &june, networks).await;
        for ip in allowed {
            key.api(&app).from(ip).get("/account").await.expect(200);
        }
        for ip in refused {
            let refusal = key.api(&app).from(ip).get("/account").await;
            refusal.expect_refusal(403, "ip_not_allowed");
        }
        for ip in allowed {
            key.api(&app).from(ip).get("/account").await.expect(200);
        }
    }
}

#[rocket::async_test]
async fn behind_a_trusted_proxy_the_clients_address_counts_and_no_made_up_one_does() {
    let app = TestApp::start_with(|setup| {
        setup.web.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()];
    })
    .await;
    let june = app.loner("june@acme.example").await;
    let key = key_of_networks(&app, &june, &["192.0.2.0/24"]).await;
    let call = async |peer: &str, forwarded: &str| -> Answer {
        key.api(&app).from(peer).header("X-Forwarded-For", forwarded).get("/account").await
    };
    call("10.0.0.1", "192.0.2.7").await.expect(200);
    call("10.0.0.1", "203.0.113.5, 192.0.2.7, 10.0.0.2").await.expect(200);
    call("10.0.0.1", "::ffff:192.0.2.7").await.expect(200);
    call("10.0.0.1", "203.0.113.5").await.expect_refusal(403, "ip_not_allowed");
    call("10.0.0.1", "192.0.2.7, 203.0.113.5").await.expect_refusal(403, "ip_not_allowed");
    call("203.0.113.5", "192.0.2.7").await.expect_refusal(403, "ip_not_allowed");
    call("10.0.0.1", "").await.expect_refusal(403, "ip_not_allowed");
}

#[rocket::async_test]
async fn the_last_use_is_told_exact_to_five_minutes() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    assert_eq!(last_used_at(&app, &june).await, None);
    key.api(&app).get("/account").await.expect(200);
    let first = last_used_at(&app, &june).await.expect("it was used");
    app.clock.advance(FIVE_MINUTES.saturating_sub(MOMENT));
    key.api(&app).get("/account").await.expect(200);
    assert_eq!(last_used_at(&app, &june).await.as_ref(), Some(&first));
    app.clock.advance(MOMENT);
    key.api(&app).get("/account").await.expect(200);
    assert!(last_used_at(&app, &june).await.unwrap() > first);
}

#[rocket::async_test]
async fn the_first_use_from_each_place_is_in_the_history_and_no_other() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    let call = async |ip: &str, agent: &str| {
        key.api(&app).from(ip).header("User-Agent", agent).get("/account").await.expect(200);
        app.clock.advance(MOMENT);
    };
    for _ in 0..3 {
        call("192.0.2.7", "Importer/1.0").await;
        call("192.0.99.7", "Importer/1.1").await;
        call("203.0.113.5", "Importer/1.0").await;
        call("192.0.2.7", "curl/8").await;
        app.clock.advance(FIVE_MINUTES);
    }
    let from: Vec<String> = uses(&app, &june).await.into_iter().map(|(ip, _)| ip).collect();
    assert_eq!(from, ["192.0.2.7", "203.0.113.5", "192.0.2.7"]);

    let another = june.api_key(&app, &["account:read"]).await;
    let (app, another) = (&app, &another);
    let answers = at_once(|_| async move { another.api(app).from("192.0.2.7").get("/account").await }).await;
    assert_eq!(count(&answers, 200), answers.len());
    assert_eq!(uses(app, &june).await.len(), 4, "once for each key, however many come at once");
}

#[rocket::async_test]
async fn a_use_of_a_key_is_no_sign_in_from_a_known_place() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    key.api(&app).from("203.0.113.5").get("/account").await.expect(200);
    let before = app.letters_to("june@acme.example").await.len();
    let body = json!({"email": "june@acme.example", "password": crate::support::PASSWORD});
    app.anonymous().from("203.0.113.5").post("/sessions", body).await.expect(201);
    let letters = app.letters_to("june@acme.example").await;
    assert_eq!(letters.len(), before + 1);
    assert!(letters.last().unwrap().subject.contains("New sign-in"));
}

#[rocket::async_test]
async fn refused_uses_are_in_the_history_at_most_once_in_five_minutes() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner("june@acme.example").await;
    let key = key_of_networks(&app, &june, &["192.0.2.7"]).await;
    for _ in 0..2 {
        let (app, key) = (&app, &key);
        let answers =
            at_once(|n| async move { key.api(app).from(&format!("203.0.113.{n}")).get("/account").await })
                .await;
        assert_eq!(count(&answers, 403), answers.len());
        app.clock.advance(FIVE_MINUTES);
    }
    let reasons: Vec<Option<String>> =
        uses(&app, &june).await.into_iter().map(|(_, reason)| reason).collect();
    assert_eq!(reasons, [Some("ip_not_allowed".to_owned()), Some("ip_not_allowed".to_owned())]);
    assert_eq!(last_used_at(&app, &june).await, None, "a refused use is none");
}

#[rocket::async_test]
async fn what_is_no_key_is_refused_like_any_other_garbage() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let secret = june.api_key(&app, &["account:read"]).await.secret;
    let foreign = {
        let body = "gp_22222222222222222222222222222222";
        format!("{body}{:08x}", crc32fast::hash(body.as_bytes()))
    };
    for garbage in [
        "gp_",
        "gp_x",
        &secret[..secret.len() - 1],
        &format!("{secret}0"),
        &secret.to_uppercase(),
        &secret.replacen("gp_", "GP_", 1),
        &format!("gp_{secret}"),
        &foreign,
        &format!("gp_{}", "\u{fc}".repeat(20)),
    ] {
        app.bearer(garbage).get("/account").await.expect_refusal(401, "not_signed_in");
    }
    app.bearer(&secret).get("/account").await.expect(200);
    assert_eq!(uses(&app, &june).await.len(), 1);
}
