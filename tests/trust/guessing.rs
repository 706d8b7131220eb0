//! T20: secrets that can be guessed are looked at a few times in a row, however the guesses are spread.

use std::time::Duration;

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Device, Document, MANY, Operation, PASSWORD, Person, TestApp, at_once, count};

/// So many wrong codes, and codes are not looked at for a while.
const WRONG_CODES: usize = 5;

/// So many wrong passwords, and passwords are not looked at for a while.
const WRONG_PASSWORDS: usize = 10;

const WRONG: &str = "borrowed violet lantern";
const JUNE: &str = "june@acme.example";

/// Somebody with a second factor.
async fn protected(app: &TestApp, email: &str) -> (Person, Device) {
    let person = app.loner(email).await;
    let device = person.turn_two_factor_on(app).await;
    (person, device)
}

/// Every place that takes a code, each with the right password where it asks for one.
#[derive(Clone, Copy, Debug)]
enum Place {
    SignIn,
    SignInByRecoveryCode,
    NewRecoveryCodes,
    NewRecoveryCodesByRecoveryCode,
    TurnOff,
    TurnOffByRecoveryCode,
}

impl Place {
    /// The one that lets somebody in without harm stands first.
    const ALL: [Self; 6] = [
        Self::SignIn,
        Self::SignInByRecoveryCode,
        Self::NewRecoveryCodes,
        Self::NewRecoveryCodesByRecoveryCode,
        Self::TurnOff,
        Self::TurnOffByRecoveryCode,
    ];

    async fn show(self, app: &TestApp, person: &Person, code: &str) -> Answer {
        let confirm = |factor: &str| json!({"password": PASSWORD, factor: code});
        let api = person.api(app);
        match self {
            Self::SignIn => app.complete(&app.challenge(&person.email).await, ("code", code)).await,
            Self::SignInByRecoveryCode => {
                app.complete(&app.challenge(&person.email).await, ("recovery_code", code)).await
            }
            Self::NewRecoveryCodes => api.post("/account/two-factor/recovery-codes", confirm("code")).await,
            Self::NewRecoveryCodesByRecoveryCode => {
                api.post("/account/two-factor/recovery-codes", confirm("recovery_code")).await
            }
            Self::TurnOff => api.post("/account/two-factor/disable", confirm("code")).await,
            Self::TurnOffByRecoveryCode => {
                api.post("/account/two-factor/disable", confirm("recovery_code")).await
            }
        }
    }

    /// Shows a code that is right.
    async fn show_right(self, app: &TestApp, person: &Person, device: &Device) -> Answer {
        let code = match self {
            Self::SignIn | Self::NewRecoveryCodes | Self::TurnOff => device.code(app),
            _ => device.recovery_codes[0].clone(),
        };
        self.show(app, person, &code).await
    }
}

#[track_caller]
fn assert_wrong(answer: &Answer) {
    assert!(matches!(answer.status, 401 | 403), "{}", answer.text);
    assert_eq!(answer.str("/code"), "wrong_code");
}

/// Broken: recovery codes had a counter of their own.
#[rocket::async_test]
async fn t20_wrong_codes_count_together_wherever_they_are_shown() {
    for first in 0..Place::ALL.len() {
        let app = TestApp::start().await;
        let (june, device) = protected(&app, JUNE).await;
        for n in 0..WRONG_CODES {
            let place = Place::ALL[(first + n) % Place::ALL.len()];
            assert_wrong(&place.show(&app, &june, "000000").await);
        }
        for place in Place::ALL {
            let refusal = place.show_right(&app, &june, &device).await;
            assert_eq!(refusal.status, 429, "{place:?}: {}", refusal.text);
        }
        let status = june.api(&app).get("/account/two-factor").await.expect(200);
        assert_eq!(
            (&status.body["enabled"], &status.body["recovery_codes_left"]),
            (&json!(true), &json!(10))
        );
        app.clock.advance(Duration::from_secs(31));
        Place::SignIn.show_right(&app, &june, &device).await.expect(201);
    }
}

/// Broken: all accounts had one counter.
#[rocket::async_test]
async fn t20_nobody_is_locked_by_what_is_guessed_at_another_account() {
    let app = TestApp::start().await;
    let (june, _) = protected(&app, JUNE).await;
    let (adam, device) = protected(&app, "adam@acme.example").await;
    for _ in 0..=WRONG_CODES {
        Place::SignIn.show(&app, &june, "000000").await;
    }
    for _ in 0..=WRONG_PASSWORDS {
        try_password(&app, "email", JUNE, WRONG).await;
    }
    Place::SignIn.show_right(&app, &adam, &device).await.expect(201);
}

/// Broken: a wrong code was refused within the transaction that counts it.
#[rocket::async_test]
async fn t20_the_count_of_wrong_codes_survives_a_restart() {
    let mut app = TestApp::start().await;
    let (june, device) = protected(&app, JUNE).await;
    for _ in 0..WRONG_CODES {
        assert_wrong(&Place::SignIn.show(&app, &june, "000000").await);
        app = app.restart().await;
    }
    Place::SignIn.show_right(&app, &june, &device).await.expect_refusal(429, "rate_limited");
    let app = app.restart().await;
    Place::SignIn.show_right(&app, &june, &device).await.expect_refusal(429, "rate_limited");
    app.clock.advance(Duration::from_secs(31));
    Place::SignIn.show_right(&app, &june, &device).await.expect(201);
}

/// Broken: whether codes are looked at was asked before the transaction that counts.
#[rocket::async_test]
async fn t20_of_codes_guessed_at_once_no_more_are_looked_at() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app, JUNE).await;
    let mut challenges = Vec::new();
    for _ in 0..MANY {
        challenges.push(app.challenge(&june.email).await);
    }
    let (app, challenges) = (&app, &challenges);
    let answers = at_once(|n| async move {
        let factor = if n % 2 == 0 { "code" } else { "recovery_code" };
        app.complete(&challenges[n], (factor, "000000")).await
    })
    .await;
    assert_eq!(count(&answers, 401), WRONG_CODES);
    assert_eq!(count(&answers, 429), MANY - WRONG_CODES);
    Place::SignIn.show_right(app, &june, &device).await.expect_refusal(429, "rate_limited");
}

/// Broken: a right password forgot the wrong codes.
#[rocket::async_test]
async fn t20_a_right_password_does_not_forget_wrong_codes() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app, JUNE).await;
    for _ in 0..WRONG_CODES {
        // Each shows the right password first.
        assert_wrong(&Place::SignIn.show(&app, &june, "000000").await);
        june.set_up_two_factor(&app).await.expect_refusal(409, "two_factor_on");
    }
    Place::SignIn.show_right(&app, &june, &device).await.expect_refusal(429, "rate_limited");
}

/// Broken: codes that turn a second factor on were not counted.
#[rocket::async_test]
async fn t20_codes_of_a_set_up_are_counted_too() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    june.set_up_two_factor(&app).await.expect(200);
    let enable = async || june.api(&app).post("/account/two-factor/enable", json!({"code": "000000"})).await;
    for _ in 0..WRONG_CODES {
        enable().await.expect_refusal(403, "wrong_code");
    }
    enable().await.expect_refusal(429, "rate_limited");
    // Setting up anew starts no new count.
    june.set_up_two_factor(&app).await.expect(200);
    enable().await.expect_refusal(429, "rate_limited");
}

async fn try_password(app: &TestApp, by: &str, login: &str, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({by: login, "password": password})).await
}

/// Broken: the deeds about second factors did not forget the wrong ones before, so ten in a year locked an account.
#[rocket::async_test]
async fn t20_a_right_password_forgets_the_wrong_ones_before_whatever_it_confirms() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let (adam, device) = protected(&app, "adam@acme.example").await;
    for (person, deed) in [(&june, "setup"), (&adam, "recovery-codes")] {
        let show = async |password: &str| {
            app.clock.advance(Duration::from_mins(1));
            let body = json!({"password": password, "code": device.code(&app)});
            let body = if deed == "setup" { json!({"password": password}) } else { body };
            person.api(&app).post(&format!("/account/two-factor/{deed}"), body).await
        };
        for _ in 0..2 {
            for _ in 1..WRONG_PASSWORDS {
                show(WRONG).await.expect_refusal(403, "wrong_password");
            }
            show(PASSWORD).await.expect(200);
        }
    }
}

/// Broken: the counter's key was what was typed.
#[rocket::async_test]
async fn t20_wrong_passwords_count_together_however_the_person_is_named() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    june.api(&app).patch("/account", json!({"username": "Strasse"})).await.expect(200);
    let names = [
        ("email", JUNE),
        ("email", "JUNE@Acme.Example"),
        ("email", " june@acme.example "),
        ("username", "Strasse"),
        ("username", "STRASSE"),
        ("username", "straße"),
        ("username", "ｓtrasse"),
        ("username", " strasse "),
        ("username", JUNE),
    ];
    for n in 0..WRONG_PASSWORDS {
        let (by, login) = names[n % names.len()];
        try_password(&app, by, login, WRONG).await.expect_refusal(401, "wrong_credentials");
    }
    for (by, login) in names {
        try_password(&app, by, login, PASSWORD).await.expect_refusal(429, "rate_limited");
    }
    app.clock.advance(Duration::from_secs(31));
    app.sign_in(JUNE).await;
}

/// A call of a session that asks for the password.
struct Call {
    method: Method,
    path: String,
    body: Value,
    /// The member that is the password.
    asked: &'static str,
}

impl Call {
    /// Every one of them.
    fn all(document: &Document, june: &Person) -> Vec<Self> {
        let operations = document.operations().into_iter().filter(Operation::needs_session);
        let calls = operations.filter_map(|operation| {
            let body = document.example_body(&operation)?;
            let asked = ["password", "current"].into_iter().find(|name| body[name].is_string())?;
            let path = operation.path_with(&june.org_id, &june.id);
            Some(Self { method: operation.method, path, body, asked })
        });
        let calls: Vec<Self> = calls.collect();
        assert!(calls.len() > 3, "the document names the calls that ask for the password");
        calls
    }

    async fn show(&self, app: &TestApp, june: &Person, password: &str) -> Answer {
        let mut body = self.body.clone();
        body[self.asked] = json!(password);
        june.api(app).send(self.method, &self.path, Some(body.to_string())).await
    }
}

/// Broken: what a session asks the password for was not counted.
#[rocket::async_test]
async fn t20_wrong_passwords_count_together_wherever_they_are_asked_for() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let calls = Call::all(&Document::of(&app).await, &june);
    for call in calls.iter().cycle().take(WRONG_PASSWORDS - 1) {
        let answer = call.show(&app, &june, WRONG).await;
        assert_eq!((answer.status, answer.str("/code")), (403, "wrong_password"), "{}", call.path);
    }
    try_password(&app, "email", JUNE, WRONG).await.expect_refusal(401, "wrong_credentials");
    for call in &calls {
        call.show(&app, &june, PASSWORD).await.expect_refusal(429, "rate_limited");
    }
    try_password(&app, "email", JUNE, PASSWORD).await.expect_refusal(429, "rate_limited");
}

/// Broken: whether passwords are looked at was asked before the hashing alone.
#[rocket::async_test]
async fn t20_of_passwords_guessed_at_once_no_more_are_looked_at() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    let mut which = 0;
    loop {
        let june = app.founder(&format!("june{which}@acme.example"), "Acme").await;
        let calls = Call::all(&document, &june);
        let Some(call) = calls.get(which) else { break };
        which += 1;
        let (app, june) = (&app, &june);
        let answers = at_once(|_| call.show(app, june, WRONG)).await;
        assert_eq!(count(&answers, 403), WRONG_PASSWORDS, "{}", call.path);
        assert_eq!(count(&answers, 429), MANY - WRONG_PASSWORDS, "{}", call.path);
        // Whatever comes after them comes too late.
        call.show(app, june, PASSWORD).await.expect_refusal(429, "rate_limited");
    }
}

/// Broken: names that nobody has were not counted.
#[rocket::async_test]
async fn t20_the_count_of_wrong_passwords_survives_a_restart_for_names_that_nobody_has_too() {
    let mut app = TestApp::start().await;
    app.loner(JUNE).await;
    for _ in 0..WRONG_PASSWORDS {
        for login in [JUNE, "nobody@acme.example"] {
            try_password(&app, "email", login, WRONG).await.expect_refusal(401, "wrong_credentials");
        }
        app = app.restart().await;
    }
    for login in [JUNE, "nobody@acme.example"] {
        try_password(&app, "email", login, WRONG).await.expect_refusal(429, "rate_limited");
    }
}

/// Broken: what was refused during the wait was counted.
#[rocket::async_test]
async fn t20_what_is_not_looked_at_makes_the_wait_no_longer() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app, JUNE).await;
    for _ in 0..WRONG_CODES {
        assert_wrong(&Place::SignIn.show(&app, &june, "000000").await);
    }
    for _ in 0..3 * WRONG_CODES {
        Place::SignIn.show(&app, &june, "000000").await.expect_refusal(429, "rate_limited");
    }
    app.clock.advance(Duration::from_secs(31));
    Place::SignIn.show_right(&app, &june, &device).await.expect(201);
}

/// Broken: the count was left where the right password was shown to a call.
#[rocket::async_test]
async fn t20_the_right_password_shown_to_a_call_forgets_the_wrong_ones() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    for _ in 0..WRONG_PASSWORDS - 1 {
        let refused = june.api(&app).delete_with(&june.org(""), json!({"password": WRONG})).await;
        refused.expect_refusal(403, "wrong_password");
    }
    june.delete_org(&app).await.expect(202);
    try_password(&app, "email", JUNE, WRONG).await.expect_refusal(401, "wrong_credentials");
    app.sign_in(JUNE).await;
}

/// Broken: no password was looked at at the moment that was told; then, a guess of a day before counted.
#[rocket::async_test]
async fn t20_passwords_are_looked_at_from_the_moment_that_is_told_and_guesses_forgotten_after_a_day() {
    let app = TestApp::start().await;
    app.clock.stop();
    app.loner(JUNE).await;
    for _ in 0..WRONG_PASSWORDS {
        try_password(&app, "email", JUNE, WRONG).await.expect_refusal(401, "wrong_credentials");
    }
    let refused = try_password(&app, "email", JUNE, PASSWORD).await.expect_refusal(429, "rate_limited");
    let seconds: u64 = refused.header("retry-after").expect("it tells when").parse().expect("seconds");
    app.clock.advance(Duration::from_secs(seconds));
    app.sign_in(JUNE).await;

    for _ in 0..WRONG_PASSWORDS - 1 {
        try_password(&app, "email", JUNE, WRONG).await.expect_refusal(401, "wrong_credentials");
    }
    app.clock.advance(Duration::from_hours(24));
    try_password(&app, "email", JUNE, WRONG).await.expect_refusal(401, "wrong_credentials");
    app.sign_in(JUNE).await;
}
