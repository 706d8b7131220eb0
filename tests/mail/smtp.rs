//! What a real mail server makes of our letters, and we of its answers.

use std::fs;
use std::time::Duration;

use gatepost::mail::transport::{SmtpSettings, SmtpTransport, Tls};
use gatepost::mail::{Delivered, DeliveryError, Dialogue, OutgoingLetter, RenderedLetter, Transport};
use gatepost::model::{LetterId, Timestamp};
use jiff::SignedDuration;
use secrecy::SecretString;
use serde_json::Value;

use super::outbox::{JUNE, Outbox, activation};
use crate::support::mail_server::{MAIL_SERVER, MailServer, make_certificates};
use crate::support::python;

const ID: &str = "01932c07-209c-7f5b-8a3e-0123456789ab";

/// Plain, without a password, and patient.
fn settings(port: u16) -> SmtpSettings {
    SmtpSettings {
        host: "localhost".to_owned(),
        port,
        tls: Tls::None,
        credentials: None,
        from: "Gatepost <no-reply@example.com>".parse().unwrap(),
        ca_pem: None,
        timeout: SmtpSettings::TIMEOUT,
    }
}

fn transport(settings: SmtpSettings) -> Transport {
    Transport::Smtp(SmtpTransport::new(settings).unwrap())
}

async fn send(settings: SmtpSettings) -> Result<Delivered, DeliveryError> {
    let rendered = RenderedLetter {
        subject: "Grüße an Acme".to_owned(),
        text: "A line.\n.\n.. dots\nhttps://accounts.example.com/activate?token=sample\n".to_owned(),
        html: "<p>A page.</p>\n".to_owned(),
    };
    let letter = OutgoingLetter {
        id: ID.parse::<LetterId>().unwrap(),
        to: JUNE,
        rendered: &rendered,
        created_at: "2026-11-22T10:00:00Z".parse::<Timestamp>().unwrap(),
    };
    transport(settings).send(&letter, &mut Dialogue::default()).await
}

fn words(answer: Result<Delivered, DeliveryError>) -> String {
    match answer.expect_err("the letter is not taken") {
        DeliveryError::Transient(words) => words,
        DeliveryError::Permanent(words) => panic!("refused for good: {words}"),
    }
}

fn only(messages: Vec<Value>) -> Value {
    assert_eq!(messages.len(), 1, "{messages:?}");
    messages.into_iter().next().unwrap()
}

#[tokio::test]
async fn a_letter_arrives_as_it_was_written() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let server = MailServer::start(&python, &[]);
    let delivered = send(settings(server.port)).await.unwrap();
    assert_eq!(delivered.reply, "250 2.0.0 queued as 4XYZ");

    let message = only(server.stop());
    assert_eq!(message["from"], "no-reply@example.com");
    assert_eq!(message["to"], serde_json::json!(["june@example.org"]));
    let content = message["content"].as_str().unwrap();
    for part in [
        "Message-ID: <01932c07-209c-7f5b-8a3e-0123456789ab@example.com>\r\n",
        "Date: Sun, 22 Nov 2026 10:00:00 +0000\r\n",
        "Auto-Submitted: auto-generated\r\n",
        "Subject: =?utf-8?b?",
        "A line.\r\n.\r\n.. dots\r\nhttps://accounts.example.com/activate?token=sample\r\n",
        "<p>A page.</p>\r\n",
    ] {
        assert!(content.contains(part), "{part:?} is not in {content}");
    }
}

#[tokio::test]
async fn a_letter_travels_encrypted_after_starttls_and_tls() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let certificates = tempfile::tempdir().unwrap();
    make_certificates(&python, certificates.path());
    let ca_pem = fs::read(certificates.path().join("ca.pem")).ok();
    for (flag, tls) in [("--starttls", Tls::StartTls), ("--tls", Tls::Tls)] {
        let server = MailServer::start(&python, &[flag, certificates.path().to_str().unwrap()]);
        send(SmtpSettings { tls, ca_pem: ca_pem.clone(), ..settings(server.port) }).await.unwrap();
        assert_eq!(only(server.stop())["encrypted"], true, "{flag}");
    }
}

#[tokio::test]
async fn a_server_that_can_not_be_trusted_gets_no_letter() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let certificates = tempfile::tempdir().unwrap();
    make_certificates(&python, certificates.path());
    for (flag, tls) in [("--starttls", Tls::StartTls), ("--tls", Tls::Tls)] {
        let server = MailServer::start(&python, &[flag, certificates.path().to_str().unwrap()]);
        let words = words(send(SmtpSettings { tls, ..settings(server.port) }).await);
        let expected = format!("no TLS connection that can be trusted with localhost:{}: ", server.port);
        assert!(words.starts_with(&expected) && words.contains("UnknownIssuer"), "{words}");
        assert!(server.stop().is_empty());
    }
}

#[tokio::test]
async fn a_server_that_offers_no_encryption_gets_no_letter() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let server = MailServer::start(&python, &[]);
    let words = words(send(SmtpSettings { tls: Tls::StartTls, ..settings(server.port) }).await);
    assert!(words.contains("STARTTLS is not supported on this server"), "{words}");
    assert!(server.stop().is_empty());
}

#[tokio::test]
async fn a_server_that_asks_for_a_password_gets_it() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let server = MailServer::start(&python, &["--auth", "mailer:open sesame"]);
    let credentials = |password: &str| Some(("mailer".to_owned(), SecretString::from(password)));
    send(SmtpSettings { credentials: credentials("open sesame"), ..settings(server.port) }).await.unwrap();
    // Neither is the letter's fault, so it waits until the settings are right.
    let wrong =
        words(send(SmtpSettings { credentials: credentials("wrong"), ..settings(server.port) }).await);
    assert!(wrong.starts_with("535 "), "{wrong}");
    let missing = words(send(settings(server.port)).await);
    assert!(missing.starts_with("530 "), "{missing}");
    assert_eq!(only(server.stop())["authenticated"], true);
}

#[tokio::test]
async fn a_refused_recipient_is_refused_for_good_in_the_words_of_the_server() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let server = MailServer::start(&python, &["--refuse", "550 5.1.1 <{address}>: no such user"]);
    let refusal = send(settings(server.port)).await.unwrap_err();
    assert_eq!(refusal, DeliveryError::Permanent("550 5.1.1 <june@example.org>: no such user".to_owned()));
}

#[tokio::test]
async fn a_recipient_refused_for_now_may_be_tried_again() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let server = MailServer::start(&python, &["--refuse", "451 4.7.1 greylisted, come back later"]);
    assert_eq!(words(send(settings(server.port)).await), "451 4.7.1 greylisted, come back later");
}

#[tokio::test]
async fn a_server_that_says_nothing_is_given_up() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let server = MailServer::start(&python, &["--hang"]);
    let impatient = SmtpSettings { timeout: Duration::from_millis(300), ..settings(server.port) };
    let expected = format!("no answer from localhost:{} within 0.3 s", server.port);
    assert_eq!(words(send(impatient).await), expected);
}

#[tokio::test]
async fn a_server_that_comes_back_gets_the_letter() {
    let Some(python) = python(MAIL_SERVER) else { return };
    let outbox = Outbox::open();
    let id = outbox.queue(&activation(), JUNE).await;
    let server = MailServer::start(&python, &[]);
    let port = server.port;
    assert!(server.stop().is_empty());

    let worker = outbox.worker(transport(settings(port)));
    assert_eq!(worker.deliver_due().await, 1);
    let state = outbox.state(id).await;
    assert_eq!(state.stage, "queued");
    assert_eq!(state.detail.unwrap(), format!("connection refused by localhost:{port}"));
    assert_eq!(worker.deliver_due().await, 0, "the letter waits for its next attempt");

    let server = MailServer::start(&python, &["--port", &port.to_string()]);
    outbox.advance(SignedDuration::from_mins(2));
    assert_eq!(worker.deliver_due().await, 1);
    assert_eq!(outbox.state(id).await.stage, "sent");
    assert_eq!(outbox.state(id).await.detail.unwrap(), "250 2.0.0 queued as 4XYZ");
    let message = only(server.stop());
    assert!(message["content"].as_str().unwrap().contains(&format!("Message-ID: <{id}@example.com>")));
}
