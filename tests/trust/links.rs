//! T1: links in letters are built from the settings, never from a request.

use std::time::Duration;

use rocket::http::Method;
use serde_json::json;

use crate::support::{Api, Mail, PASSWORD, PUBLIC_URL, Person, Served, TestApp, authenticator};

/// Every way to tell a service that it is called something else.
const HOSTILE_HEADERS: [(&str, &str); 13] = [
    ("Host", "evil.example"),
    ("X-Forwarded-Host", "evil.example"),
    ("X-Forwarded-Server", "evil.example"),
    ("X-Forwarded-Proto", "http"),
    ("X-Forwarded-Scheme", "http"),
    ("X-Forwarded-Port", "8443"),
    ("X-Forwarded-Prefix", "/evil.example"),
    ("X-Host", "evil.example"),
    ("X-Original-Host", "evil.example"),
    ("X-Original-URL", "https://evil.example/"),
    ("Forwarded", "for=192.0.2.1;host=evil.example;proto=http"),
    ("Origin", "https://evil.example"),
    ("Referer", "https://evil.example/"),
];

pub(super) fn hostile(api: Api<'_>) -> Api<'_> {
    HOSTILE_HEADERS.into_iter().fold(api, |api, (name, value)| api.header(name, value))
}

/// Every link of a text or an HTML page.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices("http").map(|(at, _)| {
        let rest = &text[at..];
        &rest[..rest.find([' ', '"', '<', '\n']).unwrap_or(rest.len())]
    })
}

#[track_caller]
pub(super) fn assert_links_are_ours(mail: &Mail) {
    assert_leads_nowhere_else(mail);
    assert!(links(&mail.text).next().is_some(), "no link: {}", mail.text);
}

/// Not every letter has a link.
#[track_caller]
fn assert_leads_nowhere_else(mail: &Mail) {
    for text in [&mail.subject, &mail.text, &mail.html] {
        assert!(!text.contains("evil"), "{text}");
        for link in links(text) {
            assert!(link.starts_with(&format!("{PUBLIC_URL}/")), "{link} in {}", mail.subject);
        }
    }
}

/// Broken: the `Host` of a request was noted, and links began with the one noted last.
#[rocket::async_test]
async fn t01_links_ignore_hostile_headers_on_every_route_that_writes_letters() {
    // The proxy is trusted: even then it says who calls, never what the service is called.
    let app = TestApp::start_with(|setup| {
        setup.web.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    })
    .await;
    let anonymous = || hostile(app.anonymous());
    // The very first request that the process serves is a hostile one.
    let sign_up = |email: &'static str, invitation: Option<String>| {
        let body = json!({
            "email": email, "password": PASSWORD, "name": "June Doe",
            "org": invitation.is_none().then(|| json!({"name": "Acme"})), "invitation": invitation,
        });
        async move { anonymous().post("/sign-up", body).await.expect(201) }
    };
    sign_up("june@acme.example", None).await;
    anonymous().post("/activation/resend", json!({"email": "june@acme.example"})).await.expect(202);
    app.activate("june@acme.example").await;
    sign_up("june@acme.example", None).await;
    anonymous().post("/activation/resend", json!({"email": "june@acme.example"})).await.expect(202);
    anonymous().post("/password-resets", json!({"email": "june@acme.example"})).await.expect(202);
    let reset = app.last_letter_to("june@acme.example").await.token("reset");
    anonymous().post(&format!("/password-resets/{reset}"), json!({"password": PASSWORD})).await.expect(200);
    let june = app.sign_in("june@acme.example").await;

    let path = format!("/orgs/{}/invitations", june.org_id);
    let invite = json!({"email": "adam@acme.example", "role": "member"});
    let invited = hostile(june.api(&app)).post(&path, invite).await.expect(201);
    let shared = invited.str("/link").strip_prefix(&format!("{PUBLIC_URL}/invitation?token=")).unwrap();
    let resend = format!("{path}/{}/resend", invited.str("/id"));
    hostile(june.api(&app)).post_empty(&resend).await.expect(200);

    sign_up("adam@acme.example", Some(shared.to_owned())).await;
    anonymous().post("/activation/resend", json!({"email": "adam@acme.example"})).await.expect(202);
    sign_up("adam@acme.example", None).await;
    let token = app.last_letter_to("adam@acme.example").await.token("activate");
    anonymous().post("/activation", json!({"token": token})).await.expect(200);

    hostile(june.api(&app)).post_empty("/sessions/current/refresh").await.expect(200);
    app.clock.advance(Duration::from_secs(31));
    hostile(june.api(&app)).post_empty("/sessions/current/refresh").await.expect(401);

    // Another address: asked for, refused since it is taken, agreed to, and put back.
    let june = app.sign_in("june@acme.example").await;
    for email in ["adam@acme.example", "june@new.example"] {
        let body = json!({"password": PASSWORD, "email": email});
        hostile(june.api(&app)).post("/account/email-changes", body).await.expect(202);
    }
    let accept = app.last_letter_to("june@acme.example").await.token("email-change/accept");
    let confirm = app.last_letter_to("june@new.example").await.token("email-change/confirm");
    anonymous().post_empty(&format!("/email-changes/{accept}/accept")).await.expect(200);
    anonymous().post_empty(&format!("/email-changes/{confirm}/confirm")).await.expect(200);
    let undo = app.last_letter_to("june@acme.example").await.token("not-me");
    anonymous().post_empty(&format!("/not-me/{undo}")).await.expect(204);

    let letters = app.letters().await;
    for mail in &letters {
        assert_links_are_ours(mail);
    }
    let subjects: std::collections::BTreeSet<&str> =
        letters.iter().map(|mail| mail.subject.as_str()).collect();
    // Activation, account exists, reset, password changed, invitation, orgs to review, reused session; of
    // changes of address: asked, confirm, taken, changed, undone.
    assert_eq!(subjects.len(), 12, "a letter is missing: {subjects:?}");
}

/// To break it: begin the links of these letters with the `Host` of a request.
#[rocket::async_test]
async fn t01_links_ignore_hostile_headers_where_people_are_told_what_was_done() {
    let app = TestApp::start_with(|setup| {
        setup.web.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    })
    .await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let mia = app.loner("mia@mail.example").await;
    let rita = app.operator("rita@root.example").await;
    let before = app.letters().await.len();
    let by = |person: &Person| hostile(person.api(&app));
    let password = || json!({"password": PASSWORD});

    let key = json!({"name": "Program", "scopes": ["account:read"]});
    by(&june).post("/account/api-keys", key).await.expect(201);
    let set_up = by(&june).post("/account/two-factor/setup", password()).await.expect(200);
    let code = authenticator(set_up.str("/secret")).code_at(app.clock.now());
    by(&june).post("/account/two-factor/enable", json!({"code": code})).await.expect(200);
    let change = json!({"current": PASSWORD, "new": "seventeen patient magpies"});
    by(&mia).put("/account/password", change).await.expect(204);

    let transfer = json!({"user_id": adam.id, "password": PASSWORD});
    by(&june).post(&june.org("/ownership-transfers"), transfer).await.expect(201);
    let token = app.last_letter_to(&adam.email).await.token("ownership-transfer");
    by(&adam).post_empty(&format!("/ownership-transfers/{token}/accept")).await.expect(200);

    by(&mia).patch("/account", json!({"allow_support_login": true})).await.expect(200);
    for (call, status) in [("support-login", 201), ("sign-out", 204), ("suspend", 200), ("restore", 200)] {
        by(&rita).post_empty(&format!("/admin/users/{}/{call}", mia.id)).await.expect(status);
    }
    // What waits with a link may be taken back by what is done next.
    app.letters().await;
    let address = json!({"email": "mia@new.example"});
    by(&rita).put(&format!("/admin/users/{}/email", mia.id), address).await.expect(200);
    by(&rita).post("/admin/mail/test", json!({"to": "test@mail.example"})).await.expect(201);

    app.letters().await;
    by(&adam).delete_with(&june.org(""), password()).await.expect(202);
    app.letters().await;
    by(&june).delete_with("/account", password()).await.expect(202);
    let letters = app.letters().await.split_off(before);
    for mail in &letters {
        assert_leads_nowhere_else(mail);
    }
    assert!(letters.len() >= 12, "a letter is missing: {}", letters.len());
}

/// Broken: links of letters that a dialect asks for began with another host.
#[rocket::async_test]
async fn t01_links_ignore_hostile_headers_in_polygonids_calls() {
    let app = TestApp::start_with(|setup| {
        setup.web.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    })
    .await;
    let send = |bearer: Option<String>, path: &'static str, body: Option<serde_json::Value>| {
        let api = hostile(bearer.map_or_else(|| app.anonymous(), |token| app.bearer(&token)));
        let path = format!("/v1/orgs/{path}");
        async move { api.send(Method::Post, &path, body.map(|body| body.to_string())).await }
    };
    let password = "Wandering1copper!";
    let june = json!({"email": "june@acme.example", "password": password});
    send(None, "account-management", Some(june.clone())).await.expect(201);
    let email = Some(json!({"email": "june@acme.example"}));
    for path in ["account-management/resend-email", "account-management/request-reset-password"] {
        send(None, path, email.clone()).await.expect(200);
    }
    let token = send(None, "sign-in", Some(june)).await.expect(200).str("/token").to_owned();
    let new = json!({"email": "june@new.example", "password": password});
    send(Some(token.clone()), "account-management/update-email", Some(new)).await.expect(200);
    let accepting = app.last_token_to("june@acme.example", "email-change/accept").await;
    send(Some(accepting), "account-management/update-email/confirm", None).await.expect(200);
    let reset = Some(json!({"password": "Another2copper!"}));
    send(Some(token), "account-management/reset-password", reset).await.expect(200);
    let letters = app.letters().await;
    for mail in &letters {
        assert_links_are_ours(mail);
    }
    // To the old address: activation twice, reset, asked, changed. To the new one: activation, password changed.
    assert_eq!(letters.len(), 7);
}

/// Broken: as above; the pages of refusals were found there, too.
#[rocket::async_test]
async fn t01_refusals_lead_to_our_own_pages() {
    let app = TestApp::start().await;
    let refusal =
        hostile(app.anonymous()).post("/sign-up", json!({})).await.expect_refusal(422, "invalid_values");
    assert!(refusal.str("/type").starts_with(&format!("{PUBLIC_URL}/docs/errors#")), "{}", refusal.text);
    let unknown = hostile(app.anonymous()).send(Method::Get, "/no-such-page", None).await;
    assert!(!format!("{:?}{}", unknown.headers, unknown.text).contains("evil"), "{unknown:?}");
}

/// Broken: as above, with the host that the request line names.
#[rocket::async_test]
async fn t01_links_ignore_what_the_request_line_and_two_hosts_say() {
    let served = Served::start().await;
    let address = served.address();
    let heads = [
        format!("POST http://evil.example/api/v1/sign-up HTTP/1.1\r\nHost: {address}\r\n"),
        "POST http://evil.example/api/v1/sign-up HTTP/1.1\r\nHost: evil.example\r\n".to_owned(),
        "POST https://june@evil.example:443/api/v1/sign-up HTTP/1.1\r\nHost: evil.example\r\n".to_owned(),
        format!("POST /api/v1/sign-up HTTP/1.1\r\nHost: {address}\r\nHost: evil.example\r\n"),
        format!("POST /api/v1/sign-up HTTP/1.1\r\nHost: evil.example\r\nHost: {address}\r\n"),
        "POST /api/v1/sign-up HTTP/1.1\r\nHost: localhost@evil.example\r\n".to_owned(),
        "POST /api/v1/sign-up HTTP/1.1\r\nHost: localhost, evil.example\r\n".to_owned(),
        "POST /api/v1/sign-up HTTP/1.1\r\nHost: evil.example/?\r\n".to_owned(),
        "POST //evil.example/api/v1/sign-up HTTP/1.1\r\nHost: localhost\r\n".to_owned(),
        "POST /api/v1/sign-up HTTP/1.0\r\n".to_owned(),
    ];
    let mut written = 0;
    for (n, head) in heads.iter().enumerate() {
        let email = format!("june{n}@acme.example");
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe"}).to_string();
        let length = body.len();
        let answer = served
            .send(&format!(
                "{head}Content-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            ))
            .await;
        let letters = served.letters_to(&email).await;
        match answer.status {
            201 => assert_links_are_ours(letters.last().unwrap()),
            400..500 => assert!(letters.is_empty(), "refused, and yet written to: {head}"),
            status => panic!("{status} for {head}: {}", answer.text),
        }
        written += letters.len();
    }
    assert!(written > 0, "every request was refused: nothing was shown");
}
