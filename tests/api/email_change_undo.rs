//! `/email-changes/{token}/deny` and `/not-me/{token}`: the old mailbox says that a change was not its owner's.

use serde_json::json;

use crate::support::{Answer, PASSWORD, Person, TestApp};

const OLD: &str = "june@acme.example";
const NEW: &str = "june@globex.example";
const OTHER_PASSWORD: &str = "borrowed violet lantern";

async fn try_to_sign_in(app: &TestApp, email: &str, password: &str) -> Answer {
    app.anonymous().post("/sessions", json!({"email": email, "password": password})).await
}

async fn disown(app: &TestApp, token: &str) -> Answer {
    app.anonymous().post_empty(&format!("/not-me/{token}")).await
}

/// Sets another password by the newest letter to an address, and signs in with it.
async fn win_back(app: &TestApp, email: &str) -> Answer {
    let reset = app.last_letter_to(email).await.token("reset");
    let body = json!({"password": OTHER_PASSWORD});
    app.anonymous().post(&format!("/password-resets/{reset}"), body).await.expect(200);
    try_to_sign_in(app, email, OTHER_PASSWORD).await.expect(201)
}

/// The token in the letter that told an address of being left.
async fn undo_link(app: &TestApp, email: &str) -> String {
    let letters = app.letters_to(email).await;
    let told = letters.iter().rev().find(|mail| mail.subject.contains("was changed"));
    told.expect("the old address is told").token("not-me")
}

#[track_caller]
fn assert_is(signed_in: &Answer, person: &Person, email: &str) {
    assert_eq!((signed_in.str("/user/id"), signed_in.str("/user/email/address")), (&*person.id, email));
}

#[rocket::async_test]
async fn denying_shuts_out_whoever_asked_and_mails_a_reset_to_the_old_address() {
    for agreed in ["", "accept", "confirm"] {
        let app = TestApp::start().await;
        let june = app.loner(OLD).await;
        let other = app.sign_in(OLD).await;
        let links = app.ask_for_address(&june, NEW).await;
        match agreed {
            "accept" => links.accept(&app).await.expect(200).status,
            "confirm" => links.confirm(&app).await.expect(200).status,
            _ => 200,
        };
        links.deny(&app).await.expect(204);
        for session in [&june, &other] {
            session.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
        }
        try_to_sign_in(&app, OLD, PASSWORD).await.expect_refusal(401, "wrong_credentials");
        for void in [links.accept(&app).await, links.confirm(&app).await, links.deny(&app).await] {
            void.expect_refusal(410, "token_spent");
        }
        assert_is(&win_back(&app, OLD).await, &june, OLD);
    }
}

#[rocket::async_test]
async fn what_is_in_effect_is_not_denied_but_undone() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let links = app.ask_for_address(&june, NEW).await;
    links.complete(&app).await;
    links.deny(&app).await.expect_refusal(410, "token_spent");
    june.who_am_i(&app).await.expect(200);
}

#[rocket::async_test]
async fn this_was_not_me_puts_the_old_address_back_and_shuts_out_whoever_is_in() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let since = june.api(&app).get("/account").await.expect(200).body["email"].clone();
    let intruder = app.change_address(&june, NEW).await;
    let letter = app.last_letter_to(OLD).await;
    assert!(letter.subject.contains("email address") && letter.subject.contains("was changed"));
    disown(&app, &letter.token("not-me")).await.expect(204);
    for session in [&june, &intruder] {
        session.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    }
    for email in [OLD, NEW] {
        try_to_sign_in(&app, email, PASSWORD).await.expect_refusal(401, "wrong_credentials");
    }
    let told = app.last_letter_to(NEW).await;
    assert!(told.subject.contains("was put back"), "{}", told.subject);
    let signed_in = win_back(&app, OLD).await;
    assert_is(&signed_in, &june, OLD);
    assert_eq!(signed_in.body["user"]["email"], since, "as it was before");
    disown(&app, &letter.token("not-me")).await.expect_refusal(410, "token_spent");
}

#[rocket::async_test]
async fn nothing_done_at_the_new_address_takes_the_undoing_away() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let intruder = app.change_address(&june, NEW).await;
    let undo = undo_link(&app, OLD).await;
    // Another password, then a reset, then "this wasn't me" by the intruder's own letter.
    let body = json!({"current": PASSWORD, "new": OTHER_PASSWORD});
    intruder.api(&app).put("/account/password", body).await.expect(204);
    let not_me = app.last_letter_to(NEW).await.token("not-me");
    app.anonymous().post("/password-resets", json!({"email": NEW})).await.expect(202);
    win_back(&app, NEW).await;
    disown(&app, &not_me).await.expect(204);
    win_back(&app, NEW).await;
    disown(&app, &undo).await.expect(204);
    assert_is(&win_back(&app, OLD).await, &june, OLD);
}

#[rocket::async_test]
async fn of_several_changes_the_address_that_was_left_first_has_the_last_word() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let at_new = app.change_address(&june, NEW).await;
    app.change_address(&at_new, "eve@evil.example").await;
    let (first, second) = (undo_link(&app, OLD).await, undo_link(&app, NEW).await);
    // The second address undoes its own loss, and takes nothing from the first.
    disown(&app, &second).await.expect(204);
    assert_is(&win_back(&app, NEW).await, &june, NEW);
    disown(&app, &first).await.expect(204);
    assert_is(&win_back(&app, OLD).await, &june, OLD);
}

#[rocket::async_test]
async fn undoing_a_change_undoes_those_that_came_after_it() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let at_new = app.change_address(&june, NEW).await;
    app.change_address(&at_new, "eve@evil.example").await;
    let (first, second) = (undo_link(&app, OLD).await, undo_link(&app, NEW).await);
    disown(&app, &first).await.expect(204);
    disown(&app, &second).await.expect_refusal(410, "token_spent");
    assert_is(&win_back(&app, OLD).await, &june, OLD);
}

#[rocket::async_test]
async fn an_address_that_came_back_by_itself_is_left_as_it_is() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let at_new = app.change_address(&june, NEW).await;
    let undo = undo_link(&app, OLD).await;
    app.change_address(&at_new, OLD).await;
    let back = undo_link(&app, NEW).await;
    disown(&app, &undo).await.expect(204);
    disown(&app, &back).await.expect_refusal(410, "token_spent");
    assert_is(&win_back(&app, OLD).await, &june, OLD);
}

#[rocket::async_test]
async fn an_address_that_has_another_account_by_now_is_put_back_once_it_is_free() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    app.change_address(&june, NEW).await;
    let undo = undo_link(&app, OLD).await;
    let squatter = app.loner(OLD).await;
    disown(&app, &undo).await.expect_refusal(409, "email_address_taken");
    app.sign_in(NEW).await;
    app.change_address(&squatter, "eve@evil.example").await;
    disown(&app, &undo).await.expect(204);
    assert_is(&win_back(&app, OLD).await, &june, OLD);
}

#[rocket::async_test]
async fn an_unproven_address_is_put_back_as_unproven() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@initech.example", "Initech").await;
    let shared = app.invite_by_link(&olga, OLD, "member").await;
    app.sign_up_invited(OLD, &shared).await.expect(201);
    let squatter = app.sign_in(OLD).await;
    app.change_address(&squatter, NEW).await;
    disown(&app, &undo_link(&app, OLD).await).await.expect(204);
    let reset = app.last_letter_to(OLD).await.token("reset");
    let body = json!({"password": OTHER_PASSWORD});
    let won = app.anonymous().post(&format!("/password-resets/{reset}"), body).await.expect(200);
    assert_eq!(won.body["user"]["email"]["verified"], true);
    assert_eq!(
        won.body["orgs_to_review"][0]["name"], "Initech",
        "what was joined unproven is to be reviewed"
    );
}

#[rocket::async_test]
async fn links_mailed_to_the_old_address_before_are_void_and_the_newer_one_does_their_work() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    let elsewhere = app.anonymous().from("203.0.113.9").header("User-Agent", "Other/1.0");
    elsewhere.post("/sessions", json!({"email": OLD, "password": PASSWORD})).await.expect(201);
    let not_me = app.last_letter_to(OLD).await.token("not-me");
    app.anonymous().post("/password-resets", json!({"email": OLD})).await.expect(202);
    let reset = app.last_letter_to(OLD).await.token("reset");
    app.change_address(&june, NEW).await;
    disown(&app, &not_me).await.expect_refusal(410, "token_spent");
    let body = json!({"password": OTHER_PASSWORD});
    let late = app.anonymous().post(&format!("/password-resets/{reset}"), body).await;
    late.expect_refusal(410, "token_spent");
    disown(&app, &undo_link(&app, OLD).await).await.expect(204);
}

/// Broken: the letter of a sign-up opened whatever account had its address by then.
#[rocket::async_test]
async fn a_sign_up_with_the_address_while_it_was_left_opens_nothing_once_it_is_back() {
    let app = TestApp::start().await;
    let june = app.loner(OLD).await;
    app.change_address(&june, NEW).await;
    let undo = undo_link(&app, OLD).await;
    let body = json!({"email": OLD, "password": OTHER_PASSWORD, "name": "Eve Poe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let opening = json!({"token": app.last_letter_to(OLD).await.token("activate")});
    disown(&app, &undo).await.expect(204);
    app.anonymous().post("/activation", opening).await.expect_refusal(410, "token_spent");
    assert_is(&win_back(&app, OLD).await, &june, OLD);
}
