//! `kill -9` in the middle of sign-ups: who was answered has not signed up in vain.

use std::collections::BTreeSet;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::place::{CommandLine, Place};
use super::process::Process;
use crate::support::{Http, PASSWORD};

/// After how many answers it is killed: early, in full swing, and while letters are behind.
const ROUNDS: [usize; 4] = [1, 30, 80, 10];
const CLIENTS: usize = 8;

/// Letters are delivered within this time after a restart.
const PATIENCE: Duration = Duration::from_secs(30);

fn dev(place: &Place) -> CommandLine {
    place.dev().with("GATEPOST_LIMITS__ENABLED", "false")
}

#[test]
fn a_killed_service_loses_no_sign_up_that_it_answered_and_no_letter() {
    let place = Place::new();
    let mut answered = Vec::new();
    for (round, answers) in ROUNDS.into_iter().enumerate() {
        answered.extend(sign_up_until_killed(dev(&place).start(), round, answers));
    }
    let service = dev(&place).start();
    for email in &answered {
        let body = json!({"email": email, "password": PASSWORD});
        service.http().post("/api/v1/sessions", &body).expect_refusal(403, "not_activated");
    }
    wait_for_letters(&service.http(), answered.into_iter().collect());
}

/// Signs people up from many sides, kills the service after so many answers, and tells all who were answered.
fn sign_up_until_killed(service: Process, round: usize, answers: usize) -> Vec<String> {
    let (tell, told) = mpsc::channel();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (http, tell) = (service.http(), tell.clone());
            thread::spawn(move || {
                for number in 0.. {
                    let email = format!("person-{round}-{client}-{number}@acme.example");
                    // A connection that breaks is the end of the service.
                    let Ok(status) = sign_up(&http, &email) else { return };
                    assert_eq!(status, 201);
                    tell.send(email).unwrap();
                }
            })
        })
        .collect();
    drop(tell);
    let mut answered: Vec<String> = told.iter().take(answers).collect();
    assert_eq!(answered.len(), answers, "the service ended by itself");
    service.kill();
    for client in clients {
        client.join().unwrap();
    }
    answered.extend(told);
    answered
}

fn sign_up(http: &Http, email: &str) -> std::io::Result<u16> {
    let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "org": {"name": "Acme"}});
    http.send("POST", "/api/v1/sign-up", Some(&body))?.answer().map(|answer| answer.status)
}

#[track_caller]
fn wait_for_letters(http: &Http, mut missing: BTreeSet<String>) {
    let deadline = Instant::now() + PATIENCE;
    while !missing.is_empty() {
        assert!(Instant::now() < deadline, "no letter to {missing:?}");
        let letters = http.get("/dev/inbox.json").expect(200);
        for letter in letters.body.as_array().unwrap() {
            letter["to"].as_str().map(|to| missing.remove(to));
            assert!(
                letter["text"].as_str().is_some_and(|text| text.contains("/activate?token=")),
                "{letter}"
            );
        }
    }
}
