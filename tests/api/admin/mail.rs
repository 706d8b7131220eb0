//! `/admin/mail`

use gatepost::mail::transport::{SmtpSettings, SmtpTransport, Tls};
use gatepost::mail::{Delivery, Renderer, Transport};
use serde_json::{Value, json};
use std::sync::Arc;

use crate::support::mail_server::{MAIL_SERVER, MailServer};
use crate::support::{Answer, TestApp, python};

async fn send_test(app: &TestApp, to: &str) -> (crate::support::Person, Answer) {
    let rita = app.operator("rita@root.example").await;
    app.letters().await;
    let letter = rita.api(app).post("/admin/mail/test", json!({"to": to})).await.expect(201);
    (rita, letter)
}

/// Hands what is due to a mail server on this port.
async fn deliver_by_smtp(app: &TestApp, port: u16) {
    let settings = SmtpSettings {
        host: "localhost".to_owned(),
        port,
        tls: Tls::None,
        credentials: None,
        from: "Gatepost <no-reply@example.com>".parse().expect("a mailbox"),
        ca_pem: None,
        timeout: SmtpSettings::TIMEOUT,
    };
    let clock = app.clock.clone();
    let delivery = Delivery::new(
        app.app.store.clone(),
        Arc::clone(&app.app.vault),
        Renderer::new("Gatepost".to_owned()).expect("the templates are sound"),
        Transport::Smtp(SmtpTransport::new(settings).expect("sound settings")),
        Arc::new(move || clock.now()),
    );
    delivery.deliver_due().await;
}

#[rocket::async_test]
async fn a_test_letter_is_queued_and_goes_the_way_of_every_letter() {
    let app = TestApp::start().await;
    let (rita, queued) = send_test(&app, "june@acme.example").await;
    assert_eq!((queued.str("/state"), queued.str("/kind")), ("queued", "test"));
    assert_eq!((&queued.body["attempts"], &queued.body["dialogue"]), (&json!(0), &json!([])));
    assert_eq!(app.last_letter_to("june@acme.example").await.subject, "Gatepost test letter");
    let path = format!("/admin/mail/{}", queued.str("/id"));
    let sent = rita.api(&app).get(&path).await.expect(200);
    assert_eq!((sent.str("/state"), &sent.body["attempts"]), ("sent", &json!(1)));
    assert!(sent.body["finished_at"].is_string() && sent.body["next_attempt_at"].is_null());
}

#[rocket::async_test]
async fn letters_are_found_by_where_they_stand_and_by_their_address_and_never_tell_what_they_say() {
    let app = TestApp::start().await;
    let (rita, _) = send_test(&app, "Adam@acme.example").await;
    let api = rita.api(&app);
    let waiting = api.get("/admin/mail?state=queued").await.expect(200);
    assert_eq!(waiting.each("/recipient"), ["Adam@acme.example"]);
    let found = api.get("/admin/mail?search=ADAM%40").await.expect(200);
    assert_eq!(found.each("/kind"), ["test"]);
    let all = api.get("/admin/mail").await.expect(200);
    assert_eq!(all.each("/kind"), ["test", "operator_notice", "activation"], "the newest first");
    assert!(!all.text.contains("token"), "{}", all.text);
    let refused = api.get("/admin/mail?state=lost").await.expect_refusal(422, "invalid_values");
    assert_eq!(refused.faults(), [("?state", "unknown_value")]);
    let unknown = "/admin/mail/0190c5a8-0000-7000-8000-000000000000";
    api.get(unknown).await.expect_refusal(404, "letter_not_found");
}

#[rocket::async_test]
async fn a_letter_that_is_taken_back_never_arrives() {
    let app = TestApp::start().await;
    let (rita, queued) = send_test(&app, "june@acme.example").await;
    let path = |call: &str| format!("/admin/mail/{}/{call}", queued.str("/id"));
    let cancelled = rita.api(&app).post_empty(&path("cancel")).await.expect(200);
    assert_eq!(cancelled.str("/state"), "cancelled");
    assert!(app.letters_to("june@acme.example").await.is_empty());
    for call in ["cancel", "resend"] {
        rita.api(&app).post_empty(&path(call)).await.expect_refusal(409, "letter_not_queued");
    }
}

#[rocket::async_test]
async fn what_the_mail_server_says_is_kept_and_a_letter_that_waits_is_tried_again_at_once() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let app = TestApp::start().await;
    let (rita, queued) = send_test(&app, "june@acme.example").await;
    let path = format!("/admin/mail/{}", queued.str("/id"));
    let refusing = MailServer::start(
        &python,
        &["--refuse", "451 4.7.1 <{address}> greylisted, see https://g.example/x"],
    );
    deliver_by_smtp(&app, refusing.port).await;
    let waiting = rita.api(&app).get(&path).await.expect(200);
    assert_eq!(waiting.str("/state"), "queued");
    let dialogue: Vec<&str> =
        waiting.body["dialogue"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    assert!(dialogue[0].starts_with("= connected to localhost:"), "{dialogue:?}");
    assert_eq!(dialogue[1], "> MAIL FROM:<no-reply@example.com>");
    assert!(dialogue[2].starts_with("< 250 "), "{dialogue:?}");
    assert_eq!(dialogue[3], "> RCPT TO:<june@acme.example>");
    assert_eq!(dialogue[4], "< 451 4.7.1 <june@acme.example> greylisted, see [link]");
    assert_eq!(dialogue.len(), 5);

    let taking = MailServer::start(&python, &[]);
    deliver_by_smtp(&app, taking.port).await;
    assert_eq!(rita.api(&app).get(&path).await.expect(200).body["attempts"], 1, "its time has not come");
    rita.api(&app).post_empty(&format!("{path}/resend")).await.expect(200);
    deliver_by_smtp(&app, taking.port).await;
    let sent = rita.api(&app).get(&path).await.expect(200);
    assert_eq!((sent.str("/state"), sent.body["dialogue"].as_array().map(Vec::len)), ("sent", Some(9)));
    assert_eq!(sent.body["dialogue"][8], "< 250 2.0.0 queued as 4XYZ");
    assert_eq!(taking.stop().len(), 1);
}

#[rocket::async_test]
async fn nobody_fills_a_mailbox_with_test_letters() {
    let app = TestApp::start_with(|setup| setup.rules.limits_enabled = true).await;
    let rita = app.operator("rita@root.example").await;
    let mut refused = 0;
    for _ in 0..30 {
        let answer = rita.api(&app).post("/admin/mail/test", json!({"to": "june@acme.example"})).await;
        refused += usize::from(answer.status == 429);
    }
    assert_eq!(refused, 10);
}
