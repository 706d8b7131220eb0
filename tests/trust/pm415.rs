//! What the dialect `pm415` must not open: T1, T6, T11 and T27 at its doors. The original has one key and no purpose
//! for all its tokens, so that there an invitation sets its inviter's password.

use rocket::http::Method;
use serde_json::{Value, json};

use super::links::{assert_links_are_ours, hostile};
use crate::support::{Answer, Kind, OneTime, PASSWORD, Person, TestApp, at_once, count};

const VICTIM: &str = "victim@mail.example";
const EVES_PASSWORD: &str = "1111";

/// A call that takes a token, and the kinds of letters whose token it takes.
struct Door {
    name: &'static str,
    takes: &'static [Kind],
}

const INVITATIONS: &[Kind] = &[Kind::InvitationMailed, Kind::InvitationShared];

const DOORS: [Door; 6] = [
    Door { name: "bearer", takes: &[] },
    Door { name: "login", takes: INVITATIONS },
    Door { name: "register", takes: INVITATIONS },
    Door { name: "invite", takes: INVITATIONS },
    Door { name: "verify", takes: &[Kind::EmailVerification] },
    Door { name: "changepassword", takes: &[Kind::PasswordReset] },
];

async fn post(app: &TestApp, path: &str, body: Value) -> Answer {
    app.anonymous().send(Method::Post, path, Some(body.to_string())).await
}

fn registration(email: &str, token: Option<&str>) -> Value {
    let mut body = json!({"email": email, "password": EVES_PASSWORD, "confirmation": EVES_PASSWORD,
        "firstName": "Eve", "lastName": "Low", "tosAccepted": "Y"});
    match token {
        Some(token) => body["token"] = json!(token),
        None => body["organization"] = json!(format!("Org of {email}")),
    }
    body
}

/// Shows a token at a door, as whoever has the address.
async fn show(app: &TestApp, door: &Door, email: &str, token: &str) -> Answer {
    match door.name {
        "bearer" => app.bearer(token).send(Method::Get, "/api/user", None).await,
        "login" => {
            let body = json!({"email": email, "password": PASSWORD, "token": token});
            post(app, "/api/account/login", body).await
        }
        "register" => post(app, "/api/account/register", registration(email, Some(token))).await,
        "changepassword" => {
            let body = json!({"token": token, "password": EVES_PASSWORD, "confirmation": EVES_PASSWORD});
            post(app, "/api/account/changepassword", body).await
        }
        "verify" | "invite" => {
            let base = if door.name == "verify" { "account" } else { "org" };
            let path = format!("/api/{base}/{}?token={token}", door.name);
            app.anonymous().send(Method::Get, &path, None).await
        }
        other => panic!("there is no door {other}"),
    }
}

/// Broken: looking a token up ignored its purpose.
#[rocket::async_test]
async fn t06_a_letters_token_serves_at_the_doors_it_is_meant_for_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for kind in Kind::ALL {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        let OneTime { token, device, .. } = app.one_time(&june, kind, &email).await;
        for door in DOORS.iter().filter(|door| !door.takes.contains(&kind)) {
            let answer = show(&app, door, &email, &token).await;
            let expected = match door.name {
                "bearer" => 401,
                "verify" => 200,
                _ => 422,
            };
            assert_eq!(answer.status, expected, "{kind:?} at {}: {}", door.name, answer.text);
            assert_eq!(answer.body["success"], false, "{kind:?} at {}: {}", door.name, answer.text);
        }
        // Nowhere was it used up.
        let used = OneTime { kind, token, email, device }.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?}: {}", used.text);
    }
}

/// Broken: bearers were looked for among the tokens of letters.
#[rocket::async_test]
async fn t06_a_session_and_an_api_key_serve_as_bearers_alone() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let key = june.api_key(&app, &["account:read"]).await.secret;
    for token in [&june.token, &key] {
        for door in DOORS.iter().filter(|door| door.name != "bearer") {
            let answer = show(&app, door, &june.email, token).await;
            assert_eq!(answer.body["success"], false, "{}: {}", door.name, answer.text);
        }
        show(&app, &DOORS[0], &june.email, token).await.expect(200);
    }
}

/// Broken: spending did not look at whether the token was spent.
#[rocket::async_test]
async fn t11_of_many_that_show_one_letter_one_succeeds() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (name, kind) in [
        ("register", Kind::InvitationShared),
        ("register", Kind::InvitationMailed),
        ("changepassword", Kind::PasswordReset),
    ] {
        let door = DOORS.iter().find(|door| door.name == name).unwrap();
        let email = format!("{name}-{kind:?}@mail.example").to_lowercase();
        let OneTime { token, .. } = app.one_time(&june, kind, &email).await;
        let answers = at_once(|_| show(&app, door, &email, &token)).await;
        assert_eq!(count(&answers, 200), 1, "{name} by {kind:?}");
    }
    let adam = app.loner("adam@acme.example").await;
    let invitation = app.invitation(&june, &adam.email).await;
    let answers = at_once(|_| show(&app, &DOORS[1], &adam.email, &invitation.mailed)).await;
    assert_eq!((count(&answers, 200), count(&answers, 409)), (1, answers.len() - 1));
}

/// Broken: a proof of the mailbox left the password of the unproven time.
#[rocket::async_test]
async fn t27_whoever_registers_first_with_somebody_elses_address_loses_it_to_its_owner() {
    for proof in ["native sign-up", "reset"] {
        let app = TestApp::start().await;
        post(&app, "/api/account/register", registration(VICTIM, None)).await.expect(200);
        // A scanner of the victim's mail opens the link, which lets her in and proves nothing.
        let token = app.last_letter_to(VICTIM).await.token("activate");
        show(&app, &DOORS[4], VICTIM, &token).await.expect(200);
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
        (Method::Post, "/api/account/register".to_owned(), registration(VICTIM, None)),
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
