//! In which language letters arrive.

use serde_json::{Value, json};

use crate::support::{Mail, PASSWORD, Person, TestApp};

const JUNE: &str = "june@acme.example";
const ADAM: &str = "adam@acme.example";

/// Signs June up, with this in the body and this `Accept-Language`, and reads the letter that follows.
async fn sign_up(app: &TestApp, further: Value, accepted: &str) -> Mail {
    let mut body = json!({"email": JUNE, "password": PASSWORD, "name": {"first": "June", "last": "Doe"}});
    body.as_object_mut().expect("an object").extend(further.as_object().expect("an object").clone());
    app.anonymous().header("Accept-Language", accepted).post("/sign-up", body).await.expect(201);
    app.last_letter_to(JUNE).await
}

async fn ask_for_reset(app: &TestApp, accepted: &str) -> Mail {
    let api = app.anonymous().header("Accept-Language", accepted);
    api.post("/password-resets", json!({"email": JUNE})).await.expect(202);
    app.last_letter_to(JUNE).await
}

async fn invite(app: &TestApp, inviter: &Person, further: Value) -> Mail {
    let mut body = json!({"email": ADAM, "role": "member"});
    body.as_object_mut().expect("an object").extend(further.as_object().expect("an object").clone());
    let api = inviter.api(app).header("Accept-Language", "es");
    api.post(&inviter.org("/invitations"), body).await.expect(201);
    app.last_letter_to(ADAM).await
}

async fn choose(app: &TestApp, person: &Person, locale: Value) {
    person.api(app).patch("/account", json!({"locale": locale})).await.expect(200);
}

/// The language of a letter, in its own word for it.
#[track_caller]
fn assert_in(mail: &Mail, tag: &str) {
    assert!(mail.html.contains(&format!("<html lang=\"{tag}\"")), "not in {tag}: {}", mail.subject);
}

#[rocket::async_test]
async fn the_letter_of_a_sign_up_speaks_the_language_that_was_asked_for() {
    let app = TestApp::start().await;
    let letter = sign_up(&app, json!({"locale": "de-AT"}), "fr").await;
    assert_in(&letter, "de");
    assert_eq!(letter.subject, "Aktivieren Sie Ihr Konto bei Gatepost");
    assert!(letter.text.starts_with("Guten Tag June Doe!\n\nJemand, "), "{}", letter.text);
    assert!(letter.text.contains(" Uhr (UTC)."), "{}", letter.text);
}

#[rocket::async_test]
async fn without_one_it_speaks_the_first_that_the_browser_asks_for_and_so_do_later_ones() {
    let app = TestApp::start().await;
    let letter = sign_up(&app, json!({}), "ja, fr-CA;q=0.9, en;q=0.5").await;
    assert_eq!(letter.subject, "Activez votre compte Gatepost");
    app.activate(JUNE).await;
    let june = app.sign_in(JUNE).await;
    assert_eq!(june.api(&app).get("/account").await.expect(200).str("/locale"), "fr");
    assert_in(&ask_for_reset(&app, "es").await, "fr");
}

#[rocket::async_test]
async fn whoever_asks_for_no_language_that_there_is_gets_english() {
    for accepted in ["", "ja, nl;q=0.8", "*", "\u{7f};;,"] {
        let app = TestApp::start().await;
        assert_eq!(sign_up(&app, json!({}), accepted).await.subject, "Open your Gatepost account");
        app.activate(JUNE).await;
        let june = app.sign_in(JUNE).await;
        let account = june.api(&app).get("/account").await.expect(200);
        assert_eq!(account.body["locale"], json!(null), "{accepted:?}");
    }
    let app = TestApp::start().await;
    assert_in(&sign_up(&app, json!({"locale": "nl"}), "fr").await, "en");
}

#[rocket::async_test]
async fn letters_follow_the_setting_of_an_account() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    for (locale, tag) in [("zh-CN", "zh-Hans"), ("pt-BR", "pt"), ("ja", "en")] {
        choose(&app, &june, json!(locale)).await;
        assert_in(&ask_for_reset(&app, "de").await, tag);
    }
}

#[rocket::async_test]
async fn who_has_chosen_none_gets_the_language_they_ask_in() {
    let app = TestApp::start().await;
    app.loner(JUNE).await;
    assert_in(&ask_for_reset(&app, "de").await, "de");
    assert_in(&ask_for_reset(&app, "").await, "en");
    assert_in(&sign_up(&app, json!({"locale": "pt"}), "").await, "pt");
}

#[rocket::async_test]
async fn a_warning_does_not_speak_the_language_of_whom_it_warns_of() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let eve = app.anonymous().from("203.0.113.9").header("Accept-Language", "zh");
    let sign_in = json!({"email": JUNE, "password": PASSWORD});
    eve.post("/sessions", sign_in.clone()).await.expect(201);
    let letter = app.last_letter_to(JUNE).await;
    assert!(letter.subject.starts_with("New sign-in"), "{}", letter.subject);
    choose(&app, &june, json!("de")).await;
    let eve = app.anonymous().from("198.51.100.7").header("Accept-Language", "zh");
    eve.post("/sessions", sign_in).await.expect(201);
    assert!(app.last_letter_to(JUNE).await.subject.starts_with("Neue Anmeldung"));
}

/// Broken: whoever asked for a letter was taken for its reader.
#[rocket::async_test]
async fn what_somebody_is_asked_does_not_speak_the_language_of_who_asks() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let adam = app.joiner(&june, ADAM, "member").await;
    let api = june.api(&app).header("Accept-Language", "es");
    let body = json!({"user_id": adam.id, "password": PASSWORD});
    api.post(&june.org("/ownership-transfers"), body).await.expect(201);
    assert_in(&app.last_letter_to(ADAM).await, "en");
}

#[rocket::async_test]
async fn an_invitation_speaks_the_language_it_names_else_its_senders() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    assert_in(&invite(&app, &june, json!({})).await, "en");
    choose(&app, &june, json!("fr")).await;
    let letter = invite(&app, &june, json!({})).await;
    assert_eq!(letter.subject, "June Doe vous invite à rejoindre Acme");
    assert_in(&invite(&app, &june, json!({"locale": "pt-PT"})).await, "pt");
}

#[rocket::async_test]
async fn an_invitation_speaks_the_language_that_its_reader_has_chosen_before_all_others() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let adam = app.loner(ADAM).await;
    choose(&app, &adam, json!("de")).await;
    assert_in(&invite(&app, &june, json!({"locale": "fr"})).await, "de");
}

#[rocket::async_test]
async fn who_signs_up_by_an_invitation_keeps_its_language_unless_they_ask_for_another() {
    for (accepted, locale) in [("", "es"), ("de", "de")] {
        let app = TestApp::start().await;
        let june = app.founder(JUNE, "Acme").await;
        let token = invite(&app, &june, json!({"locale": "es"})).await.token("invitation");
        let body = json!({"email": ADAM, "password": PASSWORD, "name": {"first": "Adam", "last": "Poe"},
            "invitation": token});
        let api = app.anonymous().header("Accept-Language", accepted);
        assert_eq!(api.post("/sign-up", body).await.expect(201).str("/user/locale"), locale);
    }
}

#[rocket::async_test]
async fn what_is_done_to_others_is_told_in_their_language() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let adam = app.joiner(&june, ADAM, "owner").await;
    choose(&app, &june, json!("es")).await;
    choose(&app, &adam, json!("zh-Hans")).await;
    june.delete_org(&app).await.expect(202);
    assert_eq!(app.last_letter_to(JUNE).await.subject, "Acme se va a eliminar");
    assert_eq!(app.last_letter_to(ADAM).await.subject, "Acme 将被删除");
}
