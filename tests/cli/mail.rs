//! `gatepost serve` without a mail server, and with one later.

use serde_json::json;

use super::place::{PUBLIC_URL, Place};
use super::process::Process;
use crate::support::PASSWORD;
use crate::support::mail_server::{MAIL_SERVER, MailServer};
use crate::support::python;

fn sign_up(service: &Process, email: &str) {
    let body = json!({"email": email, "password": PASSWORD, "name": "June Doe"});
    service.http().post("/api/v1/sign-up", &body).expect(201);
}

#[test]
fn t38_without_a_mail_server_letters_wait_and_everybody_is_told() {
    let place = Place::new();
    let service = place.serve().start();
    service.logs("No mail server is set");
    assert!(service.told().contains("No mail server is set"), "{}", service.told());
    sign_up(&service, "june@acme.example");
    let mail = service.mail_readiness();
    assert_eq!((&mail["status"], &mail["queued"]), (&json!("not_configured"), &json!(1)));
    let told = place.gatepost(&["config", "check"]).with("GATEPOST_PUBLIC_URL", PUBLIC_URL).says();
    assert!(told.contains("No mail server is set"), "{told}");
    service.http().get("/dev/inbox.json").expect(404);
}

#[test]
fn letters_that_waited_go_out_once_there_is_a_mail_server() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let place = Place::new();
    let service = place.serve().start();
    sign_up(&service, "june@acme.example");
    service.stop();

    let mail_server = MailServer::start(&python, &[]);
    let service = place
        .serve()
        .with("GATEPOST_SMTP__HOST", "127.0.0.1")
        .with("GATEPOST_SMTP__PORT", &mail_server.port.to_string())
        .with("GATEPOST_SMTP__TLS", "none")
        .with("GATEPOST_SMTP__FROM", "Gatepost <accounts@gatepost.example>")
        .start();
    let message = mail_server.next_message();
    assert_eq!(message["to"], json!(["june@acme.example"]));
    let content = message["content"].as_str().unwrap();
    assert!(content.contains("From: Gatepost <accounts@gatepost.example>"), "{content}");
    service.stop();
    assert!(mail_server.stop().is_empty(), "one letter, sent once");
    let mail = place.serve().start().mail_readiness();
    assert_eq!(mail["queued"], 0);
}
