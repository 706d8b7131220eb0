//! T27: whoever uses an address first does not keep the account once its mailbox is proven.

use gatepost::domain::accounts::make_operator::{MadeOperator, make_operator};
use gatepost::model::EmailAddress;
use gatepost::store::queries::users;
use serde_json::{Value, json};

use crate::support::{Browser, Kind, PASSWORD, Person, TestApp};

const VICTIM: &str = "victim@mail.example";
const EVES_PASSWORD: &str = "seventeen patient magpies";

async fn sign_up(app: &TestApp, password: &str, org: Option<&str>, invitation: Option<&str>) {
    let body = json!({
        "email": VICTIM, "password": password, "name": "Vera Low",
        "org": org.map(|name| json!({"name": name})), "invitation": invitation,
    });
    app.anonymous().post("/sign-up", body).await.expect(201);
}

async fn sign_in(app: &TestApp, password: &str) -> crate::support::Answer {
    app.anonymous().post("/sessions", json!({"email": VICTIM, "password": password})).await
}

async fn activation_letters(app: &TestApp) -> Vec<String> {
    let letters = app.letters_to(VICTIM).await;
    letters
        .iter()
        .filter(|mail| mail.text.contains("/activate?"))
        .map(|mail| mail.token("activate"))
        .collect()
}

fn names(orgs: &Value) -> Vec<&str> {
    let mut names: Vec<&str> =
        orgs.as_array().unwrap().iter().map(|org| org["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    names
}

/// Eve joins June's org by the shared link with the victim's address, and founds an org of her own.
async fn squat(app: &TestApp, june: &Person) -> Person {
    let shared = app.invite_by_link(june, VICTIM, "member").await;
    sign_up(app, EVES_PASSWORD, None, Some(&shared)).await;
    let signed_in = sign_in(app, EVES_PASSWORD).await.expect(201);
    let eve = Person {
        email: VICTIM.to_owned(),
        id: signed_in.str("/user/id").to_owned(),
        token: signed_in.str("/token").to_owned(),
        session_id: signed_in.str("/session/id").to_owned(),
        org_id: june.org_id.clone(),
    };
    eve.api(app).post("/orgs", json!({"name": "Trap"})).await.expect(201);
    eve
}

/// Nothing of the unproven time opens anything any more.
async fn assert_locked_out(app: &TestApp, eve: &Person, eves_tokens: &[String]) {
    eve.api(app).get("/sessions/current").await.expect_refusal(401, "not_signed_in");
    eve.api(app).post_empty("/sessions/current/refresh").await.expect_refusal(401, "not_signed_in");
    sign_in(app, EVES_PASSWORD).await.expect_refusal(401, "wrong_credentials");
    for token in eves_tokens {
        let again = app.anonymous().post("/activation", json!({"token": token})).await;
        again.expect_refusal(410, "token_spent");
    }
    sign_in(app, EVES_PASSWORD).await.expect_refusal(401, "wrong_credentials");
}

/// Broken: whichever letter was used, the first sign-up with the address was opened.
#[rocket::async_test]
async fn t27_of_two_sign_ups_the_letter_that_is_used_decides() {
    let app = TestApp::start().await;
    sign_up(&app, EVES_PASSWORD, Some("Trap"), None).await;
    sign_up(&app, PASSWORD, Some("Mine"), None).await;
    let [eves, own] = activation_letters(&app).await.try_into().unwrap();
    let letters = app.letters_to(VICTIM).await;
    assert!(letters[0].text.contains("Trap") && letters[1].text.contains("Mine"), "letters name the org");
    app.anonymous().post("/activation", json!({"token": own})).await.expect(200);
    sign_in(&app, EVES_PASSWORD).await.expect_refusal(401, "wrong_credentials");
    app.anonymous().post("/activation", json!({"token": eves})).await.expect_refusal(410, "token_spent");
    assert_eq!(names(&sign_in(&app, PASSWORD).await.expect(201).body["orgs"]), ["Mine"]);
}

/// Broken: proving a mailbox by another sign-up's letter left the account's password; then, its sessions;
/// then, its letters.
#[rocket::async_test]
async fn t27_another_sign_ups_letter_takes_the_account_from_whoever_joined_before() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let eve = squat(&app, &june).await;
    let told_by_eve = json!({"name": "Eve Poe", "locale": "de"});
    eve.api(&app).patch("/account", told_by_eve).await.expect(200);
    sign_up(&app, EVES_PASSWORD, Some("Second Trap"), None).await;
    let eves_letters = activation_letters(&app).await;
    sign_up(&app, PASSWORD, Some("Mine"), None).await;
    let own = activation_letters(&app).await.pop().unwrap();

    let activated = app.anonymous().post("/activation", json!({"token": own})).await.expect(200);
    assert_eq!(activated.str("/user/id"), eve.id, "the account goes over to its owner");
    assert_eq!(activated.body["user"]["name"], json!({"first": "Vera", "last": "Low"}));
    assert_eq!(activated.body["user"]["locale"], Value::Null, "what Eve said goes too");
    assert_eq!(names(&activated.body["orgs_to_review"]), ["Acme", "Trap"]);
    assert_locked_out(&app, &eve, &eves_letters).await;
    let signed_in = sign_in(&app, PASSWORD).await.expect(201);
    assert_eq!(names(&signed_in.body["orgs"]), ["Acme", "Mine", "Trap"]);
    let review = app.last_letter_to(VICTIM).await;
    assert!(review.text.contains("- Acme") && review.text.contains("- Trap"), "{}", review.text);
}

/// Broken: proving a mailbox by a mailed invitation left the account's password; then, its sessions; then,
/// its letters; then, the sign-ups that waited.
#[rocket::async_test]
async fn t27_a_mailed_invitation_takes_the_account_from_whoever_joined_before() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let eve = squat(&app, &june).await;
    sign_up(&app, EVES_PASSWORD, Some("Second Trap"), None).await;
    let eves_letters = activation_letters(&app).await;
    let mailed = app.invite(&olga, VICTIM, "member").await;
    let look = app.anonymous().get(&format!("/invitations/{mailed}")).await.expect(200);
    assert_eq!(look.body["has_account"], false, "an account that nobody has proven is not the reader's");

    let joined = app.sign_up_invited(VICTIM, &mailed).await.expect(201);
    assert_eq!(joined.str("/user/id"), eve.id);
    assert_eq!(joined.body["user"]["email"]["verified"], true);
    assert_eq!(names(&joined.body["orgs_to_review"]), ["Acme", "Trap"]);
    assert_locked_out(&app, &eve, &eves_letters).await;
    let signed_in = sign_in(&app, PASSWORD).await.expect(201);
    assert_eq!(names(&signed_in.body["orgs"]), ["Acme", "Globex", "Trap"]);
}

/// Broken: a reset of an unproven account left the sign-ups that waited; then, its letters; then, its
/// sessions.
#[rocket::async_test]
async fn t27_a_password_reset_takes_the_account_from_whoever_joined_before() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let eve = squat(&app, &june).await;
    sign_up(&app, EVES_PASSWORD, Some("Second Trap"), None).await;
    let eves_letters = activation_letters(&app).await;
    app.anonymous().post("/password-resets", json!({"email": VICTIM})).await.expect(202);
    let token = app.last_letter_to(VICTIM).await.token("reset");
    let reset = format!("/password-resets/{token}");
    let proven = app.anonymous().post(&reset, json!({"password": PASSWORD})).await.expect(200);
    assert_eq!(proven.body["user"]["email"]["verified"], true);
    assert_eq!(names(&proven.body["orgs_to_review"]), ["Acme", "Trap"]);
    assert_locked_out(&app, &eve, &eves_letters).await;
    assert_eq!(names(&sign_in(&app, PASSWORD).await.expect(201).body["orgs"]), ["Acme", "Trap"]);
    let letters = app.letters_to(VICTIM).await;
    assert!(letters.iter().any(|mail| mail.text.contains("- Acme") && mail.text.contains("- Trap")));
}

/// Broken: asking again wrote the letter of the account alone, so that a sign-up that waits beside it could
/// never be opened.
#[rocket::async_test]
async fn t27_asking_again_writes_to_every_attempt_and_each_letter_opens_its_own() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let eve = squat(&app, &june).await;
    sign_up(&app, PASSWORD, Some("Mine"), None).await;
    let eves_letters = activation_letters(&app).await[..1].to_vec();
    let before = app.letters_to(VICTIM).await.len();
    app.anonymous().post("/activation/resend", json!({"email": VICTIM})).await.expect(202);
    let again = app.letters_to(VICTIM).await.split_off(before);
    assert_eq!(again.len(), 2);
    let own = again.iter().find(|mail| mail.text.contains("Mine")).unwrap().token("activate");
    let eves = again.iter().find(|mail| mail.text.contains("Trap")).unwrap().token("activate");
    app.anonymous().post("/activation", json!({"token": own})).await.expect(200);
    assert_locked_out(&app, &eve, &[eves, eves_letters[0].clone()]).await;
    sign_in(&app, PASSWORD).await.expect(201);
}

/// Broken: disowning a sign-up spent its token and nothing else.
#[rocket::async_test]
async fn t27_a_disowned_sign_up_is_forgotten() {
    let app = TestApp::start().await;
    sign_up(&app, EVES_PASSWORD, Some("Trap"), None).await;
    let letter = app.last_letter_to(VICTIM).await;
    app.anonymous().post_empty(&format!("/not-me/{}", letter.token("not-me"))).await.expect(204);
    let activation = json!({"token": letter.token("activate")});
    app.anonymous().post("/activation", activation).await.expect_refusal(410, "token_spent");
    sign_in(&app, EVES_PASSWORD).await.expect_refusal(401, "wrong_credentials");
    let before = app.letters_to(VICTIM).await.len();
    app.anonymous().post("/activation/resend", json!({"email": VICTIM})).await.expect(202);
    assert_eq!(app.letters_to(VICTIM).await.len(), before, "nobody waits any more");
}

/// Broken: disowning an account left its sessions.
#[rocket::async_test]
async fn t27_a_disowned_account_loses_its_password_and_sessions_and_waits_for_its_owner() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let eve = squat(&app, &june).await;
    let letter = app.last_letter_to(VICTIM).await;
    app.anonymous().post_empty(&format!("/not-me/{}", letter.token("not-me"))).await.expect(204);
    assert_locked_out(&app, &eve, &[letter.token("activate")]).await;
    sign_up(&app, PASSWORD, None, None).await;
    let activated = app
        .anonymous()
        .post("/activation", json!({"token": activation_letters(&app).await.pop().unwrap()}))
        .await
        .expect(200);
    assert_eq!(names(&activated.body["orgs_to_review"]), ["Acme", "Trap"]);
    sign_in(&app, PASSWORD).await.expect(201);
}

/// Broken: accepting with the mailed secret left the account's other sessions; then, its letters.
#[rocket::async_test]
async fn t27_the_mailed_secret_in_a_session_ends_every_other_session() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let eve = squat(&app, &june).await;
    let letters = activation_letters(&app).await;
    let other = sign_in(&app, EVES_PASSWORD).await.expect(201);
    let mailed = app.invite(&olga, VICTIM, "member").await;
    eve.api(&app).post_empty(&format!("/invitations/{mailed}/accept")).await.expect(200);
    app.bearer(other.str("/token")).get("/sessions/current").await.expect(401);
    eve.api(&app).get("/sessions/current").await.expect(200);
    for token in letters {
        let again = app.anonymous().post("/activation", json!({"token": token})).await;
        again.expect_refusal(410, "token_spent");
    }
}

/// To break it: leave the second factor, or the passkeys, of the unproven time in force.
#[rocket::async_test]
async fn t27_factors_and_passkeys_of_the_unproven_time_are_gone() {
    const OWN: &str = "borrowed violet lantern";
    const BY_PASSKEY: &str = "/sign-in/passkey";
    for proof in ["sign-up", "invitation", "reset"] {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        let shared = app.invite_by_link(&june, VICTIM, "member").await;
        app.sign_up_invited(VICTIM, &shared).await.expect(201);
        let eve = app.sign_in(VICTIM).await;
        let passkey = eve.add_passkey(&app, "My phone").await;
        eve.turn_two_factor_on(&app).await;
        match proof {
            "sign-up" => {
                sign_up(&app, OWN, None, None).await;
                let own = activation_letters(&app).await.pop().expect("a letter");
                app.anonymous().post("/activation", json!({"token": own})).await.expect(200);
            }
            "invitation" => {
                let olga = app.founder("olga@globex.example", "Globex").await;
                let mailed = app.invite(&olga, VICTIM, "member").await;
                sign_up(&app, OWN, None, Some(&mailed)).await;
            }
            _ => {
                app.anonymous().post("/password-resets", json!({"email": VICTIM})).await.expect(202);
                let path = format!("/password-resets/{}", app.last_token_to(VICTIM, "reset").await);
                app.anonymous().post(&path, json!({"password": OWN})).await.expect(200);
            }
        }
        // Nothing is asked of the owner that only Eve has.
        let signed_in = sign_in(&app, OWN).await.expect(201);
        let factor = app.bearer(signed_in.str("/token")).get("/account/two-factor").await.expect(200);
        assert_eq!(factor.body["enabled"], false, "{proof}");
        sign_in(&app, PASSWORD).await.expect_refusal(401, "wrong_credentials");
        let mut browser = Browser::new(&app);
        let page = browser.open("/sign-in").await.expect(200);
        let answer = passkey.answer(&page.question(BY_PASSKEY));
        browser.submit_passkey(&page, BY_PASSKEY, &[("credential", &answer)]).await.expect(401);
    }
}

async fn is_operator(app: &TestApp) -> bool {
    app.app.store.read(|tx| users::find_user_by_email(tx, VICTIM)).await.unwrap().unwrap().operator
}

/// Broken: a proof by another way left the account an operator's; then, disowning did.
#[rocket::async_test]
async fn t27_operator_rights_go_with_the_password_they_were_given_to() {
    for disowned_first in [false, true] {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        let set_up = app.one_time(&june, Kind::OperatorSetUp, VICTIM).await;
        set_up.redeem(&app).await.expect(201);
        assert!(is_operator(&app).await);
        if disowned_first {
            let token = app.last_letter_to(VICTIM).await.token("not-me");
            app.anonymous().post_empty(&format!("/not-me/{token}")).await.expect(204);
            assert!(!is_operator(&app).await, "nobody's account operates the service");
        }
        sign_up(&app, "another long password 17", None, None).await;
        app.activate(VICTIM).await;
        assert!(!is_operator(&app).await);
    }
}

/// Broken: the command line made anybody an operator who had signed up with the address.
#[rocket::async_test]
async fn t27_an_unproven_person_is_made_no_operator() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    squat(&app, &june).await;
    let made = make_operator(&app.app, EmailAddress::parse(VICTIM).unwrap()).await;
    assert_eq!(made.unwrap_err().code(), "email_not_verified");
    assert!(!is_operator(&app).await);
    let made = make_operator(&app.app, EmailAddress::parse("june@acme.example").unwrap()).await;
    assert!(matches!(made, Ok(MadeOperator::Granted(_))));
}
