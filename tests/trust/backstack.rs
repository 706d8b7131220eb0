//! What the dialect `backstack` must not open: T1, T20, T27, T28, T29 and T35 at its doors.

use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Api, Kind, PASSWORD, PUBLIC_URL, TestApp};

const VICTIM: &str = "victim@mail.example";
const EVES_PASSWORD: &str = "seventeen patient magpies";

const ACTIVATE: &str = "/v1/auth/signup-activation";
const RESET: &str = "/v1/auth/reset-password";

async fn activate(app: &TestApp, token: &str) -> Answer {
    post(&app.anonymous(), ACTIVATE, json!({"token": token})).await
}

async fn reset(app: &TestApp, token: &str) -> Answer {
    let body = json!({"token": token, "password": PASSWORD, "confirm": PASSWORD});
    post(&app.anonymous(), RESET, body).await
}

async fn post(api: &Api<'_>, path: &str, body: Value) -> Answer {
    api.send(Method::Post, path, Some(body.to_string())).await
}

/// What signs the victim up with a password.
async fn sign_up(app: &TestApp, password: &str) -> Value {
    let domain = app.sign_up_domain(None).await;
    json!({"domain_id": ids::domain(domain.id), "account_title": "Trap", "name": "Vera Low",
        "password": password, "email": VICTIM, "country_id": "DE"})
}

/// Eve signs up with the victim's address, and opens that by the token she is told.
async fn squat(app: &TestApp) -> String {
    let body = sign_up(app, EVES_PASSWORD).await;
    let token = post(&app.anonymous(), "/v1/auth/signup", body).await.expect(200).str("/token").to_owned();
    activate(app, &token).await.expect(200);
    log_in(app, EVES_PASSWORD).await.expect(201).str("/token").to_owned()
}

async fn log_in(app: &TestApp, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": VICTIM, "password": password})).await
}

/// Broken: a link began with the `Host` of the request.
#[rocket::async_test]
async fn t01_letters_lead_where_the_settings_say_whatever_a_request_is_called() {
    let app = TestApp::start().await;
    let hostile = || {
        ["Host", "X-Forwarded-Host", "Forwarded", "X-Original-URL", "Origin"]
            .into_iter()
            .fold(app.anonymous(), |api, name| api.header(name, "evil.example"))
    };
    let token = post(&hostile(), "/v1/auth/signup", sign_up(&app, PASSWORD).await).await.expect(200);
    post(&hostile(), ACTIVATE, json!({"token": token.str("/token")})).await.expect(200);
    post(&hostile(), "/v1/auth/forgot-password", json!({"email": VICTIM})).await.expect(200);
    let letters = app.letters_to(VICTIM).await;
    assert_eq!(letters.len(), 3);
    for letter in letters {
        assert!(!letter.text.contains("evil") && !letter.html.contains("evil"), "{}", letter.text);
        assert!(letter.text.contains(&format!("{PUBLIC_URL}/")), "{}", letter.text);
    }
}

/// Broken: each face counted wrong passwords by itself.
#[rocket::async_test]
async fn t20_wrong_passwords_count_together_with_those_of_the_native_api() {
    let app = TestApp::start().await;
    app.loner(VICTIM).await;
    for n in 0..12 {
        if n % 2 == 0 {
            log_in(&app, "wrong").await;
        } else {
            post(&app.anonymous(), "/v1/auth/login", json!({"username": VICTIM, "password": "wrong"})).await;
        }
    }
    let body = json!({"username": VICTIM, "password": PASSWORD});
    let locked = post(&app.anonymous(), "/v1/auth/login", body).await.expect(429);
    assert!(locked.header("retry-after").is_some());
    log_in(&app, PASSWORD).await.expect_refusal(429, "rate_limited");
}

/// Broken: the told token proved the mailbox; then, opening by it took an account over; then, proving a mailbox left
/// the password of the time before.
#[rocket::async_test]
async fn t27_whoever_signs_up_first_with_the_told_token_does_not_keep_the_account() {
    for way in ["native sign-up", "native reset", "reset here", "this wasn't me"] {
        let app = TestApp::start().await;
        let body = json!({"email": VICTIM, "password": PASSWORD, "name": "Vera Low"});
        app.anonymous().post("/sign-up", body).await.expect(201);
        let own = app.last_letter_to(VICTIM).await.token("activate");
        let eve = squat(&app).await;
        let account = app.bearer(&eve).get("/account").await.expect(200);
        assert_eq!(account.body["email"]["verified"], false, "{way}");
        match way {
            "native sign-up" => {
                app.anonymous().post("/activation", json!({"token": own})).await.expect(200);
            }
            "native reset" => {
                app.anonymous().post("/password-resets", json!({"email": VICTIM})).await.expect(202);
                let reset = app.last_letter_to(VICTIM).await.token("reset");
                let path = format!("/password-resets/{reset}");
                app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect(200);
            }
            "reset here" => {
                post(&app.anonymous(), "/v1/auth/forgot-password", json!({"email": VICTIM}))
                    .await
                    .expect(200);
                reset(&app, &app.last_token_to(VICTIM, "reset").await).await.expect(200);
            }
            _ => {
                let disowning = app.last_letter_to(VICTIM).await.token("not-me");
                app.anonymous().post_empty(&format!("/not-me/{disowning}")).await.expect(204);
                reset(&app, &app.last_token_to(VICTIM, "reset").await).await.expect(200);
            }
        }
        app.bearer(&eve).get("/account").await.expect_refusal(401, "not_signed_in");
        log_in(&app, EVES_PASSWORD).await.expect_refusal(401, "wrong_credentials");
        let signed_in = log_in(&app, PASSWORD).await.expect(201);
        assert_eq!(signed_in.body["user"]["email"]["verified"], true, "{way}");
        // Nor can it be had again.
        let refused = post(&app.anonymous(), "/v1/auth/signup", sign_up(&app, EVES_PASSWORD).await).await;
        refused.expect(400);
    }
}

/// Broken: a token told before was good after the owner had proven the mailbox, and took the account over.
#[rocket::async_test]
async fn t27_a_token_told_before_opens_nothing_once_the_owner_is_known() {
    let app = TestApp::start().await;
    let body = sign_up(&app, EVES_PASSWORD).await;
    let told = post(&app.anonymous(), "/v1/auth/signup", body).await.expect(200).str("/token").to_owned();
    app.loner(VICTIM).await;
    activate(&app, &told).await.expect(400);
    log_in(&app, EVES_PASSWORD).await.expect_refusal(401, "wrong_credentials");
    log_in(&app, PASSWORD).await.expect(201);
}

/// Broken: looking at a reset link spent it.
#[rocket::async_test]
async fn t28_opening_a_link_changes_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for kind in [Kind::Activation, Kind::ActivationShared, Kind::PasswordReset] {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        let token = app.one_time(&june, kind, &email).await;
        let letters = app.letters().await.len();
        for place in [format!("{ACTIVATE}?token={}", token.token), format!("{RESET}/{}", token.token)] {
            for method in [Method::Get, Method::Head, Method::Options] {
                let answer = app.anonymous().send(method, &place, None).await;
                assert!(
                    matches!(answer.status, 200 | 204 | 400 | 405),
                    "{method} {place}: {}",
                    answer.status
                );
            }
        }
        assert_eq!(app.letters().await.len(), letters, "{kind:?}: somebody was written to");
        let used = token.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?} was used up: {}", used.text);
    }
}

/// Broken: strictly, too, a taken address was told.
#[rocket::async_test]
async fn t29_strictly_a_sign_up_does_not_tell_who_has_an_account() {
    let app = TestApp::start_with(|setup| setup.rules.dialects.strict = true).await;
    let free = post(&app.anonymous(), "/v1/auth/signup", sign_up(&app, PASSWORD).await).await.expect(200);
    app.activate(VICTIM).await;
    let taken = post(&app.anonymous(), "/v1/auth/signup", sign_up(&app, PASSWORD).await).await.expect(200);
    assert_eq!(taken.shape(), free.shape());
    assert_eq!(taken.str("/token").len(), free.str("/token").len());
    for (username, password) in [(VICTIM, "wrong"), ("nobody@mail.example", "wrong")] {
        let body = json!({"username": username, "password": password});
        let refused = post(&app.anonymous(), "/v1/auth/login", body).await.expect(400);
        assert_eq!(refused.body["error"]["message"], "The email address, username or password is wrong.");
    }
}

/// Broken: the `Origin` was not asked for; then, a missing one passed; then, its beginning sufficed; then, a form did.
#[rocket::async_test]
async fn t35_another_sites_page_can_do_nothing_with_the_cookie() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let with_cookie = || app.anonymous().header("Cookie", &format!("BackstackJWT={}", june.token));
    let account = ids::account(june.org_id.parse().unwrap());
    let calls = [
        ("/v1/auth/user", json!({"name": "Eve"})),
        ("/v1/auth/user", json!({"password": EVES_PASSWORD})),
        ("/v1/auth/login-account", json!({"account_id": account})),
        ("/v1/auth/logout", json!({})),
    ];
    let lookalikes = [
        "https://evil.example".to_owned(),
        format!("{PUBLIC_URL}.evil.example"),
        format!("{PUBLIC_URL}:444"),
        format!("{PUBLIC_URL}/"),
        PUBLIC_URL.replace("https", "http"),
        PUBLIC_URL.to_uppercase(),
        "null".to_owned(),
        String::new(),
    ];
    for (path, body) in &calls {
        let foreign = lookalikes.iter().map(|origin| with_cookie().header("Origin", origin));
        let both = with_cookie().header("Origin", PUBLIC_URL).header("Origin", "https://evil.example");
        for api in foreign.chain([with_cookie(), both]) {
            let refused = post(&api, path, body.clone()).await.expect(403);
            assert!(refused.header("set-cookie").is_none());
        }
        for form in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"] {
            let api = with_cookie().header("Origin", PUBLIC_URL).header("Content-Type", form);
            api.send(Method::Post, path, Some(body.to_string())).await.expect(415);
            let simple = with_cookie().header("Content-Type", form);
            simple.send(Method::Post, path, Some(body.to_string())).await.expect(415);
        }
    }
    // Nothing of it happened.
    let me = june.api(&app).get("/account").await.expect(200);
    assert_eq!(me.str("/name/first"), "June");
    app.sign_in(&june.email).await;
    // The native API does not look at the cookie at all.
    with_cookie().header("Origin", PUBLIC_URL).get("/account").await.expect_refusal(401, "not_signed_in");
}

/// To break it: read what a form of another site's page can send as the body of a login.
#[rocket::async_test]
async fn t35_nobody_is_logged_in_by_another_sites_form() {
    let app = TestApp::start().await;
    app.loner(VICTIM).await;
    let body = json!({"username": VICTIM, "password": PASSWORD}).to_string();
    for form in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"] {
        let api = app.anonymous().header("Origin", "https://evil.example").header("Content-Type", form);
        let refused = api.send(Method::Post, "/v1/auth/login", Some(body.clone())).await.expect(415);
        assert!(refused.header("set-cookie").is_none());
    }
    app.anonymous().send(Method::Post, "/v1/auth/login", Some(body)).await.expect(200);
}
