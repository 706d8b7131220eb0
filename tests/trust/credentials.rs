//! T15 and T16: what a person could be with before a change, they are refused with on its next use after it.

use std::time::Duration;

use gatepost::model::letter::SecurityEvent;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Device, Document, PASSWORD, Person, TestApp};

const NEW: &str = "seventeen patient magpies";

/// A change after which what was good before is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    PasswordChanged,
    PasswordReset,
    TwoFactorOn,
    TwoFactorOff,
    /// Another authenticator app, by recovery codes.
    TwoFactorRecovered,
    EmailChanged,
    EmailChangeDenied,
    /// "This wasn't me."
    Disowned,
    SignedOutElsewhere,
    SignedOutEverywhere,
    DeletionRequested,
    Erased,
}

/// How long a deletion can be taken back.
const GRACE: Duration = Duration::from_mins(10);

impl Change {
    const ALL: [Self; 12] = [
        Self::PasswordChanged,
        Self::PasswordReset,
        Self::TwoFactorOn,
        Self::TwoFactorOff,
        Self::TwoFactorRecovered,
        Self::EmailChanged,
        Self::EmailChangeDenied,
        Self::Disowned,
        Self::SignedOutElsewhere,
        Self::SignedOutEverywhere,
        Self::DeletionRequested,
        Self::Erased,
    ];

    /// The changes that a letter tells of. One that is added there has to be tried here, or to be none.
    fn told_by(event: SecurityEvent) -> &'static [Self] {
        match event {
            SecurityEvent::PasswordChanged => &[Self::PasswordChanged],
            SecurityEvent::PasswordReset => &[Self::PasswordReset],
            SecurityEvent::TwoFactorEnabled => &[Self::TwoFactorOn],
            SecurityEvent::TwoFactorDisabled => &[Self::TwoFactorOff],
            SecurityEvent::TwoFactorRecovered => &[Self::TwoFactorRecovered],
            // Nothing that was good before is void after these.
            SecurityEvent::NewSignIn
            | SecurityEvent::RecoveryCodeUsed
            | SecurityEvent::ApiKeyCreated
            | SecurityEvent::PasskeyAdded
            | SecurityEvent::PasskeyRemoved
            | SecurityEvent::DeletionCancelled => &[],
        }
    }

    /// Whether there has to be a second factor for it.
    fn needs_two_factor(self) -> bool {
        matches!(self, Self::TwoFactorOff | Self::TwoFactorRecovered)
    }

    /// Whether the session that makes it goes on.
    fn keeps_the_acting_session(self) -> bool {
        matches!(
            self,
            Self::PasswordChanged
                | Self::TwoFactorOn
                | Self::TwoFactorOff
                | Self::EmailChanged
                | Self::SignedOutElsewhere
        )
    }

    /// Whether links that were mailed before are void. A second factor is nothing that they speak for, and
    /// whoever signs out may come back by one.
    fn voids_links(self) -> bool {
        matches!(self, Self::PasswordChanged | Self::PasswordReset | Self::DeletionRequested)
            || self.voids_every_link()
    }

    /// Whether links that say "this wasn't me" are void as well: those that speak for an address that is
    /// replaced, and for what is undone already.
    fn voids_every_link(self) -> bool {
        matches!(self, Self::EmailChanged | Self::EmailChangeDenied | Self::Disowned | Self::Erased)
    }

    async fn make(self, app: &TestApp, held: &Held) {
        let api = app.bearer(&held.acting);
        match self {
            Self::PasswordChanged => {
                let body = json!({"current": PASSWORD, "new": NEW});
                api.put("/account/password", body).await.expect(204);
            }
            Self::PasswordReset => {
                app.anonymous().post("/password-resets", json!({"email": held.email})).await.expect(202);
                let token = app.last_letter_to(&held.email).await.token("reset");
                let path = format!("/password-resets/{token}");
                app.anonymous().post(&path, json!({"password": NEW})).await.expect(200);
            }
            Self::TwoFactorOn => {
                held.person().turn_two_factor_on(app).await;
            }
            Self::TwoFactorOff => {
                let device = held.device.as_ref().expect("there is a factor to turn off");
                // The code of this half minute signed in.
                app.clock.advance(Duration::from_secs(30));
                held.person().turn_two_factor_off(app, device).await.expect(204);
            }
            Self::TwoFactorRecovered => {
                app.recover_two_factor(&held.email, held.device.as_ref().expect("a factor")).await;
            }
            Self::EmailChanged => {
                app.ask_for_address(&held.person(), &format!("new.{}", held.email)).await.complete(app).await;
            }
            Self::EmailChangeDenied => {
                let links = app.ask_for_address(&held.person(), &format!("new.{}", held.email)).await;
                links.deny(app).await.expect(204);
            }
            Self::Disowned => {
                app.anonymous().post_empty(&format!("/not-me/{}", held.not_me)).await.expect(204);
            }
            Self::SignedOutElsewhere => {
                api.delete("/sessions?keep_current=true").await.expect(204);
            }
            Self::SignedOutEverywhere => {
                api.delete("/sessions").await.expect(204);
            }
            Self::DeletionRequested | Self::Erased => {
                // The org keeps an owner.
                app.joiner(&held.person(), &format!("heir.{}", held.email), "owner").await;
                held.person().delete_account(app).await.expect(202);
                if self == Self::Erased {
                    app.clock.advance(GRACE);
                    app.run_jobs().await;
                }
            }
        }
    }
}

/// All that somebody can be signed in with before a change.
struct Held {
    email: String,
    id: String,
    org_id: String,
    device: Option<Device>,
    /// The token of the session that makes the change.
    acting: String,
    /// Tokens of other sessions: never refreshed, of a spent generation, of the one after it, and for an org.
    others: [String; 4],
    /// A link to set another password.
    reset: String,
    /// The link of a letter that says "this wasn't me".
    not_me: String,
    /// What asks for the second factor, where there is one.
    challenge: Option<String>,
}

impl Held {
    async fn gather(app: &TestApp, change: Change, two_factor: bool) -> Self {
        let june = app.founder(&format!("{change:?}@acme.example").to_lowercase(), "Acme").await;
        let device = if two_factor { Some(june.turn_two_factor_on(app).await) } else { None };
        let acting = sign_in(app, &june, device.as_ref()).await;
        let idle = sign_in(app, &june, device.as_ref()).await;
        let spent = sign_in(app, &june, device.as_ref()).await;
        let refreshed = app.bearer(&spent).post_empty("/sessions/current/refresh").await.expect(200);
        let for_org = sign_in(app, &june, device.as_ref()).await;
        let body = json!({"org_id": june.org_id});
        let for_org = app.bearer(&for_org).put("/sessions/current/org", body).await.expect(200);
        // From elsewhere: the letter that tells of it has a link to say that it was somebody else.
        let body = json!({"email": june.email, "password": PASSWORD});
        let elsewhere = app.anonymous().from("203.0.113.9").post("/sessions", body).await;
        let challenge = elsewhere.body["challenge"].as_str().map(str::to_owned);
        assert_eq!(challenge.is_some(), two_factor, "{}", elsewhere.text);
        let not_me = app.last_letter_to(&june.email).await.token("not-me");
        app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
        let reset = app.last_letter_to(&june.email).await.token("reset");
        let told = |answer: &Answer| answer.str("/token").to_owned();
        Self {
            email: june.email,
            id: june.id,
            org_id: june.org_id,
            device,
            acting,
            others: [idle, spent, told(&refreshed), told(&for_org)],
            reset,
            not_me,
            challenge,
        }
    }

    /// The person, by the session that makes the change.
    fn person(&self) -> Person {
        Person {
            email: self.email.clone(),
            id: self.id.clone(),
            token: self.acting.clone(),
            session_id: String::new(),
            org_id: self.org_id.clone(),
        }
    }
}

/// With a deletion that is due before anything else is over.
async fn start() -> TestApp {
    TestApp::start_with(|setup| setup.rules.lifetimes.deletion_grace = GRACE).await
}

async fn sign_in(app: &TestApp, person: &Person, device: Option<&Device>) -> String {
    let Some(device) = device else { return app.sign_in(&person.email).await.token };
    app.clock.advance(Duration::from_secs(30));
    let challenge = app.challenge(&person.email).await;
    app.complete(&challenge, ("code", &device.code(app))).await.expect(201).str("/token").to_owned()
}

/// Neither what it was for nor its successor can be had with a token any more.
async fn assert_dead(app: &TestApp, change: Change, token: &str, org_id: &str) {
    let api = app.bearer(token);
    let org = format!("/orgs/{org_id}");
    for answer in [
        api.post_empty("/sessions/current/refresh").await,
        api.get("/sessions/current").await,
        api.get(&org).await,
        api.patch(&org, json!({"country": "DE"})).await,
        api.patch("/account", json!({"locale": "de"})).await,
        api.put("/sessions/current/org", json!({"org_id": org_id})).await,
    ] {
        assert_eq!(answer.status, 401, "after {change:?}: {}", answer.text);
    }
}

/// Broken: changing the password left the other sessions.
#[rocket::async_test]
async fn t15_after_a_change_every_token_that_should_be_dead_is() {
    let app = start().await;
    for change in Change::ALL {
        let held = Held::gather(&app, change, change.needs_two_factor()).await;
        // All of them are in memory when the change is made.
        for token in [&held.acting, &held.others[0], &held.others[2], &held.others[3]] {
            app.bearer(token).get("/sessions/current").await.expect(200);
        }
        change.make(&app, &held).await;
        for token in &held.others {
            assert_dead(&app, change, token, &held.org_id).await;
        }
        if change.keeps_the_acting_session() {
            let sessions = app.bearer(&held.acting).get("/sessions").await.expect(200);
            assert_eq!(sessions.items().len(), 1, "after {change:?}");
            app.bearer(&held.acting).post_empty("/sessions/current/refresh").await.expect(200);
        } else {
            assert_dead(&app, change, &held.acting, &held.org_id).await;
        }
    }
}

/// Broken: a change was left out of the list.
#[test]
fn t15_every_change_that_letters_tell_of_is_tried() {
    for change in SecurityEvent::ALL.into_iter().flat_map(Change::told_by) {
        assert!(Change::ALL.contains(change), "{change:?}");
    }
}

/// Broken: a reset left the links that were mailed before.
#[rocket::async_test]
async fn t16_links_die_with_the_password_they_speak_for() {
    let app = start().await;
    for change in Change::ALL {
        let held = Held::gather(&app, change, change.needs_two_factor()).await;
        change.make(&app, &held).await;
        let look = app.anonymous().get(&format!("/password-resets/{}", held.reset)).await;
        if change.voids_links() {
            let body = json!({"password": PASSWORD});
            look.expect_refusal(410, "token_spent");
            let used = app.anonymous().post(&format!("/password-resets/{}", held.reset), body).await;
            used.expect_refusal(410, "token_spent");
        } else {
            look.expect(200);
        }
        // Whoever took the account over must not silence its owner by a further change.
        let not_me = app.anonymous().post_empty(&format!("/not-me/{}", held.not_me)).await;
        assert_eq!(not_me.status, if change.voids_every_link() { 410 } else { 204 }, "{}", not_me.text);
    }
}

/// Broken: a challenge was not among what a change of the password voids.
#[rocket::async_test]
async fn t16_a_challenge_dies_with_the_password_it_was_given_for() {
    let app = start().await;
    for change in Change::ALL.into_iter().filter(|change| change.voids_links()) {
        let held = Held::gather(&app, change, true).await;
        change.make(&app, &held).await;
        let code = held.device.as_ref().expect("a device").code(&app);
        let challenge = held.challenge.as_deref().expect("a challenge");
        app.complete(challenge, ("code", &code)).await.expect_refusal(410, "token_spent");
    }
}

/// How somebody comes to belong to an org no longer.
#[derive(Clone, Copy, Debug)]
enum End {
    Removed,
    Left,
}

/// Broken: neither the membership in memory was forgotten, nor the org of the sessions.
#[rocket::async_test]
async fn t15_whoever_belongs_to_an_org_no_longer_reaches_nothing_of_it() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    for end in [End::Removed, End::Left] {
        let june = app.founder(&format!("june.{end:?}@acme.example").to_lowercase(), "Acme").await;
        let adam = app.joiner(&june, &format!("adam.{end:?}@acme.example").to_lowercase(), "admin").await;
        let invitation = app.invitation(&june, &format!("guest.{end:?}@acme.example").to_lowercase()).await;
        let other = app.sign_in(&adam.email).await;
        for person in [&adam, &other] {
            person.api(&app).get(&june.org("/members")).await.expect(200);
        }
        let by = if matches!(end, End::Removed) { &june } else { &adam };
        by.api(&app).delete(&june.org(&format!("/members/{}", adam.id))).await.expect(204);

        let refreshed = other.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
        for token in [adam.token.as_str(), refreshed.str("/token")] {
            let me = app.bearer(token).get("/sessions/current").await.expect(200);
            assert!(me.body["org"].is_null() && me.body["role"].is_null(), "{}", me.text);
            assert_eq!(me.body["permissions"], json!([]));
            for operation in document.operations() {
                if !operation.path.starts_with("/api/v1/orgs/{id}") {
                    continue;
                }
                let path = operation.path_with(&june.org_id, &invitation.id);
                let body = document.example_body(&operation).as_ref().map(Value::to_string);
                let answer = app.bearer(token).send(operation.method, &path, body).await;
                answer.expect_refusal(404, "org_not_found");
            }
            let back = json!({"org_id": june.org_id});
            let acting = app.bearer(token).put("/sessions/current/org", back).await;
            acting.expect_refusal(404, "org_not_found");
            let orgs = app.bearer(token).send(Method::Get, "/api/v1/orgs", None).await.expect(200);
            assert_eq!(orgs.items().len(), 0);
        }
    }
}
