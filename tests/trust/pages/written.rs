//! T36 for pages: what people write of themselves stays what they wrote, and turns nothing around it.

use rocket::http::Method;
use serde_json::json;

use super::places::{posted, shown};
use crate::support::{Browser, PASSWORD, TestApp};

/// Names that are markup, templates or addresses to some program.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "</title></style><h1>Hi</h1>",
    "{{ 7*7 }}{% include 'x' %}",
    "' onmouseover='alert(1)",
    "\" autofocus onfocus=\"alert(1)",
];

/// Texts that no page may contain as markup, whoever wrote them.
const MARKUP: [&str; 7] =
    ["<img src=x", "<script>", "<h1>Hi", "onmouseover='", "\" onfocus=", "49{%", "</style>"];

#[track_caller]
fn assert_sound(html: &str, path: &str) {
    for markup in MARKUP {
        assert!(!html.contains(markup), "{markup} at {path}: {html}");
    }
}

/// Broken: the name of an org was written without escaping.
#[rocket::async_test]
async fn t36_names_write_nothing_but_themselves_into_pages() {
    let app = TestApp::start().await;
    for (n, name) in HOSTILE.into_iter().enumerate() {
        let email = format!("june{n}@acme.example");
        let who = json!({"first": name, "last": name});
        let body = json!({"email": email, "password": PASSWORD, "name": who, "org": {"name": name}});
        app.anonymous().post("/sign-up", body).await.expect(201);
        app.activate(&email).await;
        let june = app.sign_in(&email).await;
        app.make_operator(&june).await;
        let api = june.api(&app);
        let domain = json!({"title": name, "description": name, "help": name, "allow_signup": true});
        let domain = api.post("/admin/sign-up-domains", domain).await.expect(201);
        let invited = format!("adam{n}@acme.example");
        let invite = json!({"email": invited, "role": "member", "message": name});
        api.post(&june.org("/invitations"), invite).await.expect(201);
        let letter = app.last_letter_to(&invited).await;
        let mut paths = shown(&app, &june);
        paths.push(format!("/sign-up?domain={}", domain.str("/id")));
        paths.push(format!("/invitation?token={}", letter.token("invitation")));
        for mut browser in [Browser::new(&app), Browser::of(&app, &june)] {
            for path in &paths {
                assert_sound(&browser.look(Method::Get, path).await.text, path);
            }
        }
        let page = Browser::new(&app).open(&paths[paths.len() - 1]).await.expect(200);
        page.expect_text(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// Broken: what was typed was put back into its field without escaping.
#[rocket::async_test]
async fn t36_what_is_typed_comes_back_as_text_and_in_no_header() {
    let app = TestApp::start().await;
    let june = super::all_seeing(&app).await;
    let breaking = "x\r\nSet-Cookie: evil=1\r\n\r\n<script>alert(1)</script>\u{202e}";
    for typed in HOSTILE.into_iter().chain([breaking]) {
        let typed: String = form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let names = [
            "login",
            "email",
            "first",
            "last",
            "name",
            "org_name",
            "country",
            "domain_id",
            "token",
            "next",
            "message",
        ];
        let fields = names.map(|name| format!("{name}={typed}")).join("&");
        let again = app.sign_in(&june.email).await;
        for mut browser in [Browser::new(&app), Browser::of(&app, &again)] {
            for path in posted(&app, &june) {
                let token = browser.form_token().await;
                let body = format!("form_token={token}&{fields}");
                let answer = browser.post(&path, &body, &[("Sec-Fetch-Site", "same-origin")]).await;
                assert_sound(&answer.text, &path);
                for (name, value) in &answer.headers {
                    assert!(!value.contains("evil"), "{path}: {name}: {value}");
                }
            }
            for path in shown(&app, &june) {
                let answer = browser.look(Method::Get, &format!("{path}?{fields}")).await;
                assert_sound(&answer.text, &path);
            }
        }
    }
}

/// Broken: names stood among the words around them, which an Arabic name turned.
#[rocket::async_test]
async fn t36_names_that_are_read_from_the_right_turn_nothing_around_them() {
    let app = TestApp::start().await;
    let (person, org) = ("\u{5d9}\u{5d5}\u{5e0}\u{5d4} 123", "\u{634}\u{631}\u{643}\u{629} 77");
    let who = json!({"first": person, "last": ""});
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": who, "org": {"name": org}});
    app.anonymous().post("/sign-up", body).await.expect(201);
    app.activate("june@acme.example").await;
    let june = app.sign_in("june@acme.example").await;
    app.make_operator(&june).await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let (_, transfer) = app.ask_to_take_over(&june, &adam).await;
    let invitation = app.invite(&june, "mia@acme.example", "member").await;
    let mut paths = shown(&app, &june);
    paths.push(format!("/invitation?token={invitation}"));
    paths.push(format!("/ownership-transfer?token={transfer}"));
    for person_in in [&june, &adam] {
        for path in &paths {
            let page = Browser::of(&app, person_in).open(path).await;
            for name in [person, org] {
                let loose = page.not_kept_apart(name);
                assert!(loose.is_empty(), "{name} stands loose at {path} in {loose:?}");
            }
        }
    }
}
