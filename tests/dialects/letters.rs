//! Where the letters lead that are asked for through a dialect: with a base URL to the pages of its app, as
//! `docs/dialects.md` prints them; without one to the service's own. Either way the token is in the query.

use std::fs;
use std::path::Path;

use gatepost::model::Dialect;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Api, PUBLIC_URL, TestApp};

const BASE: &str = "https://app.acme.example/desk";
const JUNE: &str = "june@acme.example";
const PASSWORD: &str = "Wandering copper 4 teapots!";

/// A letter that a dialect causes: the page of the dialect's app, and ours.
type Page = (&'static str, &'static str);

/// A service with the app of a dialect at [`BASE`], and one without.
async fn with_and_without_base(dialect: Dialect) -> [(TestApp, bool); 2] {
    let with = TestApp::start_with(|setup| {
        setup.rules.dialects.app_urls.insert(dialect, BASE.to_owned());
    });
    [(with.await, true), (TestApp::start().await, false)]
}

async fn post(api: &Api<'_>, path: &str, body: Value) -> Value {
    let answer = api.send(Method::Post, path, Some(body.to_string())).await;
    assert!(matches!(answer.status, 200 | 201), "{}", answer.text);
    answer.body
}

/// Asserts that the newest letter to an address leads to a page, and answers its token.
async fn expect_link(app: &TestApp, has_base: bool, to: &str, (in_app, own): Page) -> String {
    let page = if has_base { format!("{BASE}/{in_app}") } else { format!("{PUBLIC_URL}/{own}") };
    let letter = app.last_letter_to(to).await;
    let (_, rest) = letter.text.split_once(&format!("{page}?token=")).unwrap_or_else(|| {
        panic!("no link to {page}: {}", letter.text);
    });
    rest.split_whitespace().next().expect("a token").to_owned()
}

/// Asserts that these are the pages that are printed for a dialect.
#[track_caller]
fn expect_printed(dialect: Dialect, pages: &[Page]) {
    let index = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dialects.md");
    let index = fs::read_to_string(index).unwrap();
    let (_, section) = index.split_once("\n## Where letters lead\n").expect("the section is there");
    let row = format!("| `{}` |", dialect.as_str());
    let row = section.lines().find(|line| line.starts_with(&row)).expect("a row of the dialect");
    let printed: Vec<&str> = row.split('`').filter(|word| word.starts_with("<base>")).collect();
    let expected: Vec<String> = pages.iter().map(|(page, _)| format!("<base>/{page}?token=")).collect();
    assert_eq!(printed, expected);
}

#[rocket::async_test]
async fn letters_of_polygonid() {
    const ACCOUNTS: &str = "/v1/orgs/account-management";
    const ACTIVATE: Page = ("activate", "activate");
    const ACCEPT: Page = ("email-change/accept", "email-change/accept");
    const RESET: Page = ("reset", "reset");
    for (app, has_base) in with_and_without_base(Dialect::Polygonid).await {
        let api = app.anonymous();
        post(&api, ACCOUNTS, json!({"email": JUNE, "password": PASSWORD})).await;
        expect_link(&app, has_base, JUNE, ACTIVATE).await;
        post(&api, &format!("{ACCOUNTS}/resend-email"), json!({"email": JUNE})).await;
        let token = expect_link(&app, has_base, JUNE, ACTIVATE).await;
        let session = post(&app.bearer(&token), &format!("{ACCOUNTS}/activate"), json!({})).await;
        let session = app.bearer(session["token"].as_str().expect("a token"));
        post(&api, &format!("{ACCOUNTS}/request-reset-password"), json!({"email": JUNE})).await;
        expect_link(&app, has_base, JUNE, RESET).await;
        let body = json!({"password": PASSWORD, "email": "june@new.example"});
        post(&session, &format!("{ACCOUNTS}/update-email"), body).await;
        let letter = app.last_letter_to(JUNE).await;
        assert!(letter.text.contains(&format!("{PUBLIC_URL}/email-change/deny?token=")), "{}", letter.text);
        let token = expect_link(&app, has_base, JUNE, ACCEPT).await;
        post(&app.bearer(&token), &format!("{ACCOUNTS}/update-email/confirm"), json!({})).await;
        expect_link(&app, has_base, "june@new.example", ACTIVATE).await;
    }
    expect_printed(Dialect::Polygonid, &[ACTIVATE, ACCEPT, RESET]);
}

#[rocket::async_test]
async fn letters_of_pm415() {
    const VERIFY: Page = ("account/verify/", "activate");
    const INVITE: Page = ("account/invite/", "invitation");
    const RESET: Page = ("account/reset-password/", "reset");
    for (app, has_base) in with_and_without_base(Dialect::Pm415).await {
        let api = app.anonymous();
        let body = json!({"email": JUNE, "password": PASSWORD, "confirmation": PASSWORD, "firstName": "June",
            "lastName": "Doe", "tosAccepted": "Y", "organization": "Acme"});
        post(&api, "/api/account/register", body).await;
        let token = expect_link(&app, has_base, JUNE, VERIFY).await;
        let verify = format!("/api/account/verify?token={token}");
        assert_eq!(api.send(Method::Get, &verify, None).await.body["success"], true);
        let june = post(&api, "/api/account/login", json!({"email": JUNE, "password": PASSWORD})).await;
        let org = &june["user"]["organizations"][0]["id"];
        let june = app.bearer(june["token"].as_str().expect("a token"));
        let invited =
            post(&june, &format!("/api/org/{org}/invitelink"), json!({"email": "adam@acme.example"})).await;
        expect_link(&app, has_base, "adam@acme.example", INVITE).await;
        let page =
            if has_base { format!("{BASE}/{}", INVITE.0) } else { format!("{PUBLIC_URL}/{}", INVITE.1) };
        assert!(invited["confirmUrl"].as_str().unwrap().starts_with(&format!("{page}?token=")), "{invited}");
        post(&api, "/api/account/forgotpassword", json!({"email": JUNE})).await;
        let token = expect_link(&app, has_base, JUNE, RESET).await;
        let body = json!({"token": token, "password": PASSWORD, "confirmation": PASSWORD});
        post(&api, "/api/account/changepassword", body).await;
    }
    expect_printed(Dialect::Pm415, &[VERIFY, INVITE, RESET]);
}

#[rocket::async_test]
async fn letters_of_cycle() {
    const RESET: Page = ("reset", "reset");
    for (app, has_base) in with_and_without_base(Dialect::Cycle).await {
        app.loner(JUNE).await;
        let body = json!({"email": {"address": JUNE}});
        post(&app.anonymous(), "/v1/account/reset-password", body).await;
        let token = expect_link(&app, has_base, JUNE, RESET).await;
        let body = json!({"token": token, "password": PASSWORD});
        post(&app.anonymous(), "/v1/account/reset-password", body).await;
    }
    expect_printed(Dialect::Cycle, &[RESET]);
}

#[rocket::async_test]
async fn letters_of_backstack() {
    const RESET: Page = ("reset", "reset");
    for (app, has_base) in with_and_without_base(Dialect::Backstack).await {
        for sign_up_url in [None, Some("https://acme.example/join"), Some("https://acme.example/?page=join")]
        {
            let api = app.anonymous();
            let domain = app.sign_up_domain(sign_up_url).await;
            let email = format!("{}@acme.example", sign_up_url.map_or(0, str::len));
            let body = json!({"domain_id": gatepost::web::dialects::backstack::wire::ids::domain(domain.id),
                "account_title": "Acme", "name": "June Doe", "password": PASSWORD, "email": email,
                "country_id": "US"});
            let told = post(&api, "/v1/auth/signup", body).await;
            // Where the domain says, and to our own page where it says nothing: never to the base.
            let link = match sign_up_url {
                Some(url) => format!("{url}{}token=", if url.contains('?') { '&' } else { '?' }),
                None => format!("{PUBLIC_URL}/activate?token="),
            };
            let token = told["token"].as_str().expect("a token");
            let letter = app.last_letter_to(&email).await;
            assert!(letter.text.contains(&format!("{link}{token}")), "{}", letter.text);
            post(&api, "/v1/auth/signup-activation", json!({"token": token})).await;
            expect_link(&app, false, &email, ("", "activate")).await;
            post(&api, "/v1/auth/forgot-password", json!({"email": email})).await;
            let token = expect_link(&app, has_base, &email, RESET).await;
            let body = json!({"token": token, "password": PASSWORD, "confirm": PASSWORD});
            post(&api, "/v1/auth/reset-password", body).await;
        }
    }
    expect_printed(Dialect::Backstack, &[RESET]);
}
