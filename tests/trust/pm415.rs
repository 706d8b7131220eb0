//! What the dialect `pm415` must not open: T1, T19 and T27 at its doors.

use rocket::http::Method;
use serde_json::{Value, json};

use super::links::{assert_links_are_ours, hostile};
use crate::support::{Answer, PASSWORD, Person, TestApp};

const VICTIM: &str = "victim@mail.example";
const EVES_PASSWORD: &str = "1111";

async fn post(app: &TestApp, path: &str, body: Value) -> Answer {
    app.anonymous().send(Method::Post, path, Some(body.to_string())).await
}

fn registration() -> Value {
    json!({"email": VICTIM, "password": EVES_PASSWORD, "confirmation": EVES_PASSWORD, "firstName": "Eve",
        "lastName": "Low", "tosAccepted": "Y", "organization": "Trap"})
}

/// Broken: a proof of the mailbox left the password of the unproven time.
#[rocket::async_test]
async fn t27_whoever_registers_first_with_somebody_elses_address_loses_it_to_its_owner() {
    for proof in ["native sign-up", "reset"] {
        let app = TestApp::start().await;
        post(&app, "/api/account/register", registration()).await.expect(200);
        // A scanner of the victim's mail opens the link, which lets her in and proves nothing.
        let token = app.last_letter_to(VICTIM).await.token("activate");
        let verify = format!("/api/account/verify?token={token}");
        app.anonymous().send(Method::Get, &verify, None).await.expect(200);
        let login = json!({"email": VICTIM, "password": EVES_PASSWORD});
        let eve = post(&app, "/api/account/login", login.clone()).await.expect(200);
        let eve = Person { token: eve.str("/token").to_owned(), ..nobody() };
        if proof == "reset" {
            post(&app, "/api/account/forgotpassword", json!({"email": VICTIM})).await.expect(200);
            let token = app.last_token_to(VICTIM, "reset").await;
            let body = json!({"token": token, "password": PASSWORD, "confirmation": PASSWORD});
            post(&app, "/api/account/changepassword", body).await.expect(200);
        } else {
            let body = json!({"email": VICTIM, "password": PASSWORD, "name": "Vera Low"});
            app.anonymous().post("/sign-up", body).await.expect(201);
            app.activate(VICTIM).await;
        }
        eve.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
        post(&app, "/api/account/login", login).await.expect(401);
        let own = app.sign_in(VICTIM).await;
        let account = own.api(&app).get("/account").await.expect(200);
        assert_eq!(account.body["email"]["verified"], true, "{proof}");
    }
}

fn nobody() -> Person {
    let none = String::new;
    Person { email: none(), id: none(), token: none(), session_id: none(), org_id: none() }
}

/// Broken: links of letters that a dialect asks for began with another host.
#[rocket::async_test]
async fn t01_links_ignore_hostile_headers() {
    let app = TestApp::start_with(|setup| {
        setup.web.trusted_proxies = vec!["127.0.0.0/8".parse().unwrap()];
    })
    .await;
    let june = app.founder("june@acme.example", "Acme").await;
    let number = |id: &str| id.parse::<gatepost::model::UserId>().unwrap().number().get();
    let org = june.org_id.parse::<gatepost::model::OrgId>().unwrap().number().get();
    let before = app.letters().await.len();
    for (method, path, body) in [
        (Method::Post, "/api/account/register".to_owned(), registration()),
        (Method::Post, "/api/account/forgotpassword".to_owned(), json!({"email": VICTIM})),
        (Method::Post, format!("/api/org/{org}/invitelink"), json!({"email": "adam@acme.example"})),
        (Method::Put, format!("/api/org/{org}/admin/resetpassword"), json!({"usersId": [number(&june.id)]})),
    ] {
        let api = hostile(june.api(&app));
        let answer = api.send(method, &path, Some(body.to_string())).await.expect(200);
        assert!(!answer.text.contains("evil"), "{}", answer.text);
    }
    let letters = app.letters().await;
    letters.iter().for_each(assert_links_are_ours);
    assert_eq!(letters.len(), before + 4);
}

/// To break it: start a session before the second factor is asked for.
#[rocket::async_test]
async fn t19_a_password_alone_is_worth_nothing_here_where_a_second_factor_is_on() {
    const NEW: &str = "seventeen patient magpies";
    for strict in [false, true] {
        let app = TestApp::start_with(|setup| setup.rules.dialects.strict = strict).await;
        let olga = app.founder("olga@globex.example", "Globex").await;
        let june = app.loner("june@acme.example").await;
        let device = june.turn_two_factor_on(&app).await;
        let shared = app.invitation(&olga, &june.email).await.shared;
        let expect_nothing = |answer: Answer| {
            let answer = answer.expect(403);
            assert_eq!(answer.members(), ["error", "message", "statusCode", "success"]);
            assert!(answer.str("/message").starts_with("Two-factor sign-in is on"), "{}", answer.text);
            assert!(answer.header("set-cookie").is_none() && answer.header("authorization").is_none());
        };
        let login = json!({"email": june.email, "password": PASSWORD});
        expect_nothing(post(&app, "/api/account/login", login.clone()).await);
        let mut joining = login;
        joining["token"] = json!(shared);
        expect_nothing(post(&app, "/api/account/login", joining).await);
        assert_eq!(june.api(&app).get("/sessions").await.expect(200).items().len(), 1, "her own");
        assert_eq!(june.api(&app).get("/orgs").await.expect(200).body["items"], json!([]));

        // Nor is a password that the letter of this dialect set.
        post(&app, "/api/account/forgotpassword", json!({"email": june.email})).await.expect(200);
        let token = app.last_token_to(&june.email, "reset").await;
        let body = json!({"token": token, "password": NEW, "confirmation": NEW});
        let set = post(&app, "/api/account/changepassword", body).await.expect(200);
        assert_eq!(set.members(), ["message", "success", "userId"]);
        let login = json!({"email": june.email, "password": NEW});
        expect_nothing(post(&app, "/api/account/login", login.clone()).await);
        let half = app.anonymous().post("/sessions", login).await;
        let half = half.expect_refusal(401, "two_factor_required");
        app.complete(half.str("/challenge"), ("code", &device.code(&app))).await.expect(201);
    }
}
