//! SIGTERM: what is under way is finished, and then it ends.

use std::time::{Duration, Instant};

use serde_json::json;

use super::place::Place;
use super::relay::Relay;
use crate::support::PASSWORD;

/// More than an idle service needs to stop, on any machine.
const QUICKLY: Duration = Duration::from_secs(5);

#[test]
fn a_sign_in_under_way_is_answered() {
    let place = Place::new();
    // A hash that takes long enough to be caught at.
    let mut dev = place
        .dev()
        .with("GATEPOST_ARGON2__MEMORY_KIB", "131072")
        .with("GATEPOST_ARGON2__ITERATIONS", "5")
        .start();
    let body = json!({"email": "olivia@demo.example", "password": dev.demo_password()});
    let sign_in = dev.http().send("POST", "/api/v1/sessions", Some(&body)).unwrap();
    // Connections are taken in turn: once this one is answered, the other is under way.
    dev.http().get("/healthz").expect(200);
    dev.terminate();
    sign_in.answer().unwrap().expect(201);
    assert_eq!(dev.ended(), Some(0));
}

#[test]
fn a_letter_on_its_way_is_finished_and_not_sent_again() {
    let place = Place::new();
    let relay = Relay::start();
    let mut service = place
        .serve()
        .with("GATEPOST_SMTP__HOST", "127.0.0.1")
        .with("GATEPOST_SMTP__PORT", &relay.port.to_string())
        .with("GATEPOST_SMTP__TLS", "none")
        .with("GATEPOST_SMTP__FROM", "accounts@gatepost.example")
        .start();
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe"});
    service.http().post("/api/v1/sign-up", &body).expect(201);
    relay.wait_for_letter();
    service.terminate();
    service.logs("Told to stop");
    relay.take_it();
    assert_eq!(service.ended(), Some(0));
    assert_eq!(place.serve().start().mail_readiness()["queued"], 0);
}

#[test]
fn with_nothing_under_way_it_ends_quickly() {
    let place = Place::new();
    let mut dev = place.dev().start();
    let address = dev.address();
    // A connection that asks nothing is nothing under way.
    let idle = dev.http().connect().unwrap();
    let kept = dev.http().get("/healthz");
    assert_eq!(kept.status, 200);
    let began = Instant::now();
    dev.terminate();
    assert_eq!(dev.ended(), Some(0));
    assert!(began.elapsed() < QUICKLY, "{:?}", began.elapsed());
    drop(idle);
    assert!(std::net::TcpStream::connect(address).is_err(), "nobody listens any more");
}
