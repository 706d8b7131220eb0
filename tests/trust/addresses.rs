//! T2 and T3: an address is one string, and letters go only to the stored address.

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Api, Browser, PASSWORD, TestApp};

/// The bodies that take an address, by path; `email` is what a test puts there.
fn bodies(org_id: &str, email: &Value) -> [(String, Value); 7] {
    [
        ("/sign-up".to_owned(), json!({"email": email, "password": PASSWORD, "name": "June Doe"})),
        ("/activation/resend".to_owned(), json!({"email": email})),
        ("/password-resets".to_owned(), json!({"email": email})),
        ("/account/email-changes".to_owned(), json!({"password": PASSWORD, "email": email})),
        (format!("/orgs/{org_id}/invitations"), json!({"email": email, "role": "member"})),
        (format!("/orgs/{org_id}/invitations"), json!({"invitations": [{"email": email, "role": "member"}]})),
        (
            "/setup".to_owned(),
            json!({"token": "x", "email": email, "password": PASSWORD, "name": "June Doe"}),
        ),
    ]
}

async fn raw(api: &Api<'_>, path: &str, body: &str) -> u16 {
    api.send(Method::Post, &format!("/api/v1{path}"), Some(body.to_owned())).await.status
}

/// Broken: the reader of texts took the first item of a list; then, of addresses joined by a comma the
/// first counted.
#[rocket::async_test]
async fn t02_only_one_plain_address_is_taken() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let before = app.letters().await.len();
    let hostile = [
        json!(["june@acme.example", "eve@evil.example"]),
        json!(["june@acme.example"]),
        json!({"address": "june@acme.example"}),
        json!({"0": "june@acme.example", "1": "eve@evil.example"}),
        json!(1),
        json!(true),
        json!("june@acme.example,eve@evil.example"),
        json!("june@acme.example;eve@evil.example"),
        json!("june@acme.example eve@evil.example"),
        json!("june@acme.example\r\nBcc: eve@evil.example"),
        json!("june@acme.example\neve@evil.example"),
        json!("june@acme.example%0aeve@evil.example"),
        json!("june@acme.example\u{0}@evil.example"),
        json!("june@acme.example@evil.example"),
        json!("June <june@acme.example>"),
        json!("<june@acme.example>"),
        json!("\"june@acme.example\"@evil.example"),
        json!("june@acme.example (eve@evil.example)"),
        json!("mailto:june@acme.example?bcc=eve@evil.example"),
        json!("june@[192.0.2.1]"),
    ];
    for email in &hostile {
        for (path, body) in bodies(&june.org_id, email) {
            let refusal = june.api(&app).post(&path, body).await.expect_refusal(422, "invalid_values");
            assert!(
                refusal.faults().iter().any(|(pointer, _)| pointer.ends_with("/email")),
                "{path} {email}: {}",
                refusal.text
            );
        }
        let sign_in = json!({"email": email, "password": PASSWORD});
        let status = app.anonymous().post("/sessions", sign_in).await.status;
        assert!(status == 401 || status == 422, "{status} for signing in as {email}");
    }
    assert_eq!(app.letters().await.len(), before, "somebody was written to");
}

/// Broken: of a repeated member the last one counted.
#[rocket::async_test]
async fn t02_a_repeated_address_is_refused() {
    let app = TestApp::start().await;
    for second in ["email", r"\u0065mail"] {
        let body = format!(
            r#"{{"email":"june@acme.example","{second}":"eve@evil.example","password":"{PASSWORD}","name":"June"}}"#
        );
        let answer = app.anonymous().send(Method::Post, "/api/v1/sign-up", Some(body)).await;
        let refusal = answer.expect_refusal(422, "invalid_values");
        assert!(refusal.faults().contains(&("/email", "duplicate_field")), "{}", refusal.text);
        let body = format!(r#"{{"email":"june@acme.example","{second}":"eve@evil.example"}}"#);
        assert_eq!(raw(&app.anonymous(), "/activation/resend", &body).await, 422);
    }
    assert!(app.letters().await.is_empty());
}

/// Broken: every content type whose name ends in `json` was read.
#[rocket::async_test]
async fn t02_what_is_not_said_to_be_json_is_not_read_as_json() {
    let app = TestApp::start().await;
    let json = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe"}).to_string();
    let form = "email=june@acme.example&email=eve@evil.example&password=wandering+copper+teapot&name=June";
    for (media_type, body) in [
        ("application/x-www-form-urlencoded", form),
        ("application/x-www-form-urlencoded", &json),
        ("multipart/form-data; boundary=x", "--x--"),
        ("text/plain", &json),
        ("application/json; charset=utf-16", &json),
        ("application/merge-patch+json", &json),
        ("text/json", &json),
        ("", &json),
    ] {
        let api = app.anonymous().header("Content-Type", media_type);
        assert_eq!(raw(&api, "/sign-up", body).await, 415, "{media_type}");
    }
    for body in [format!("{json}{json}"), form.to_owned(), format!("[{json}]"), format!("\u{feff}{json}")] {
        let status = raw(&app.anonymous(), "/sign-up", &body).await;
        assert!(matches!(status, 400 | 422), "{status} for {body}");
    }
    let query = "/sign-up?email=eve@evil.example&email[]=eve@evil.example";
    assert_eq!(raw(&app.anonymous(), query, &json).await, 201);
    let recipients: Vec<String> = app.letters().await.into_iter().map(|mail| mail.to).collect();
    assert_eq!(recipients, ["june@acme.example"]);
}

/// Broken: a letter to the owner of an address went to the address as the request spelled it.
#[rocket::async_test]
async fn t03_letters_go_to_the_stored_spelling() {
    let app = TestApp::start().await;
    app.founder("June.Doe@Acme.example", "Acme").await;
    let before = app.letters().await.len();
    for spelled in [
        "june.doe@acme.example",
        "JUNE.DOE@ACME.EXAMPLE",
        " June.Doe@acme.example ",
        "june.doe@ａcme.example",
    ] {
        let body = json!({"email": spelled, "password": "another long password 17", "name": "Eve"});
        app.anonymous().post("/sign-up", body).await.expect(201);
        app.anonymous().post("/activation/resend", json!({"email": spelled})).await.expect(202);
    }
    let letters = app.letters().await.split_off(before);
    assert_eq!(letters.len(), 8);
    for mail in letters {
        assert_eq!(mail.to, "June.Doe@acme.example");
        assert!(mail.subject.contains("already have"), "{}", mail.subject);
    }
}

/// Broken: an address was brought to NFKC and its case folded before it was read: with that the Kelvin sign
/// is a `k` and the long s an `s`.
#[rocket::async_test]
async fn t03_look_alikes_reach_nobody_elses_account() {
    let app = TestApp::start().await;
    let mike = app.founder("mike.sift@acme.example", "Acme").await;
    let before = app.letters().await.len();
    let same_but_for = [
        ("Kelvin sign", "mi\u{212a}e.sift@acme.example"),
        ("long s", "mike.\u{17f}ift@acme.example"),
        ("ligature fi", "mike.s\u{fb01}t@acme.example"),
        ("dotless i", "m\u{131}ke.sift@acme.example"),
        ("Cyrillic i", "m\u{456}ke.sift@acme.example"),
        ("full-width letter", "\u{ff4d}ike.sift@acme.example"),
        ("full-width at", "mike.sift\u{ff20}acme.example"),
        ("small at", "mike.sift\u{fe6b}acme.example"),
        ("two ats, one full-width", "mike.sift\u{ff20}acme.example@evil.example"),
        ("zero-width space", "mike.\u{200b}sift@acme.example"),
        ("soft hyphen", "mike.s\u{ad}ift@acme.example"),
        ("combining dot", "mi\u{307}ke.sift@acme.example"),
    ];
    for (what, email) in same_but_for {
        for (path, body) in bodies(&mike.org_id, &json!(email)) {
            mike.api(&app).post(&path, body).await.expect_refusal(422, "invalid_values");
        }
        let sign_in = app.anonymous().post("/sessions", json!({"email": email, "password": PASSWORD})).await;
        assert_eq!(sign_in.status, 401, "{what}");
    }
    // Another domain is another mailbox, however much it looks like the first.
    for email in ["mike.sift@\u{430}cme.example", "mike.sift@acme.ex\u{e4}mple"] {
        app.anonymous().post("/activation/resend", json!({"email": email})).await.expect(202);
        let sign_in = app.anonymous().post("/sessions", json!({"email": email, "password": PASSWORD})).await;
        assert_eq!(sign_in.status, 401);
    }
    assert_eq!(app.letters().await.len(), before, "somebody was written to");
}

/// Broken: an international domain was stored as it was typed.
#[rocket::async_test]
async fn t03_every_spelling_of_an_international_domain_is_one_mailbox() {
    let app = TestApp::start().await;
    let body = json!({"email": "june@b\u{fc}cher.example", "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    app.activate("june@xn--bcher-kva.example").await;
    for spelled in ["june@B\u{dc}CHER.example", "june@bu\u{308}cher.example", "june@xn--bcher-kva.example"] {
        let sign_in = json!({"email": spelled, "password": PASSWORD});
        app.anonymous().post("/sessions", sign_in).await.expect(201);
        let body = json!({"email": spelled, "password": "another long password 17", "name": "Eve"});
        app.anonymous().post("/sign-up", body).await.expect(201);
        let mail = app.last_letter_to("june@xn--bcher-kva.example").await;
        assert!(mail.subject.contains("already have"), "{}", mail.subject);
    }
    assert!(app.letters().await.iter().all(|mail| mail.to == "june@xn--bcher-kva.example"));
}

/// The calls of dialects that write to an address.
fn calls_of_dialects(email: &Value) -> [(&'static str, Value); 5] {
    [
        ("/v1/orgs/account-management/resend-email", json!({"email": email})),
        ("/v1/orgs/account-management/request-reset-password", json!({"email": email})),
        ("/api/account/forgotpassword", json!({"email": email})),
        ("/v1/account/reset-password", json!({"email": {"address": email}})),
        ("/v1/auth/forgot-password", json!({"email": email})),
    ]
}

/// To break it: let a dialect take the first address of a list; or write to the address as its call spells it.
#[rocket::async_test]
async fn t02_t03_every_dialect_writes_to_the_stored_address_alone() {
    let app = TestApp::start().await;
    let stored = "Mike.Sift@acme.example";
    app.founder(stored, "Acme").await;
    let before = app.letters().await.len();
    let hostile = [
        json!(["mike.sift@acme.example", "eve@evil.example"]),
        json!(["mike.sift@acme.example"]),
        json!({"0": "mike.sift@acme.example"}),
        json!("mike.sift@acme.example,eve@evil.example"),
        json!("mike.sift@acme.example\r\nBcc: eve@evil.example"),
        json!("Mike <mike.sift@acme.example>"),
        json!("mi\u{212a}e.sift@acme.example"),
        json!("mike.\u{17f}ift@acme.example"),
        json!("mike.sift\u{ff20}acme.example"),
        json!("mike.\u{200b}sift@acme.example"),
    ];
    for email in &hostile {
        for (path, body) in calls_of_dialects(email) {
            let answer = app.anonymous().send(Method::Post, path, Some(body.to_string())).await;
            assert!(answer.status < 500, "{path} {email}: {}", answer.text);
        }
    }
    assert_eq!(app.letters().await.len(), before, "somebody was written to");
    for spelled in ["mike.sift@acme.example", "MIKE.SIFT@ACME.EXAMPLE"] {
        for (path, body) in calls_of_dialects(&json!(spelled)) {
            app.anonymous().send(Method::Post, path, Some(body.to_string())).await.expect(200);
        }
    }
    let letters = app.letters().await.split_off(before);
    assert_eq!(letters.len(), 10);
    for mail in letters {
        assert_eq!(mail.to, stored);
    }
}

/// To break it: of a field that is there twice let the last one count.
#[rocket::async_test]
async fn t02_a_form_with_two_addresses_writes_to_neither() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let before = app.letters().await.len();
    for path in ["/forgot", "/sign-up", "/sign-up/check-mail", "/settings/email"] {
        for addresses in [
            "email=june%40acme.example&email=eve%40evil.example",
            "email=&email=eve%40evil.example",
            "email%5B%5D=june%40acme.example&email%5B%5D=eve%40evil.example",
            "email=june%40acme.example%2Ceve%40evil.example",
            "email=june%40acme.example%0D%0ABcc%3A+eve%40evil.example",
        ] {
            let mut browser = Browser::of(&app, &june);
            let token = browser.form_token().await;
            let more = "password=wandering+copper+teapot&first=June&last=Doe";
            let body = format!("form_token={token}&{addresses}&{more}");
            let answer = browser.post(path, &body, &[("Sec-Fetch-Site", "same-origin")]).await;
            // Whoever is signed in is led away from where one signs up.
            assert!(matches!(answer.status, 303 | 422), "{path} {addresses}: {}", answer.text);
        }
    }
    assert_eq!(app.letters().await.len(), before, "somebody was written to");
}
