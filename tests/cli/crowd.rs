//! Clients that take their time must cost others nothing.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use super::place::Place;
use super::process::descriptors;

const CROWD: u64 = 2000;

/// Descriptors of this process that other tests in it need.
const RESERVED_DESCRIPTORS: u64 = 200;

/// How long somebody else's answer may take, on a machine that is busy with other tests.
const SOON: Duration = Duration::from_secs(2);

/// The time that a body may take to arrive.
const BODY_TIMEOUT: Duration = Duration::from_secs(10);

#[test]
fn idle_and_dribbling_clients_keep_nobody_from_an_answer() {
    let place = Place::new();
    let dev = place.dev().start();
    let crowd = CROWD.min(descriptors().saturating_sub(RESERVED_DESCRIPTORS));
    let mut connections: Vec<TcpStream> = (0..crowd)
        .map(|number| {
            let mut connection = dev.http().connect().unwrap();
            if number % 2 == 0 {
                connection.write_all(b"POST /api/v1/sessions HTTP/1.1\r\nHost: local").unwrap();
            }
            connection
        })
        .collect();
    for _ in 0..5 {
        for connection in connections.iter_mut().step_by(2) {
            // One that was closed to make room is no concern of this test.
            let _closed = connection.write_all(b"h");
        }
        let began = Instant::now();
        dev.http().get("/readyz").expect(200);
        assert!(began.elapsed() < SOON, "{:?} beside {crowd} slow clients", began.elapsed());
    }
}

#[test]
fn a_body_that_dribbles_in_is_refused_in_the_end() {
    let place = Place::new();
    let dev = place.dev().start();
    let mut connection = dev.http().connect().unwrap();
    let head = "POST /api/v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\
                Content-Length: 1000\r\nConnection: close\r\n\r\n";
    connection.write_all(head.as_bytes()).unwrap();
    // Rocket waits for the first 14 bytes of a body before anybody else sees it: until then only the listener's
    // time runs.
    connection.write_all(b"{\"email\": \"june@acme.example\",").unwrap();
    // Waiting for an answer is the pause between two bytes.
    connection.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
    let began = Instant::now();
    let mut answer = Vec::new();
    let mut part = [0; 1024];
    while !answer.ends_with(b"}") {
        match connection.read(&mut part) {
            Ok(0) => break,
            Ok(length) => answer.extend_from_slice(&part[..length]),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => {
                assert!(began.elapsed() < BODY_TIMEOUT * 3, "no answer");
                let _closed = connection.write_all(b" ");
            }
            Err(error) if error.kind() == ErrorKind::ConnectionReset => break,
            Err(error) => panic!("{error}"),
        }
    }
    assert!(began.elapsed() >= BODY_TIMEOUT, "{:?}", began.elapsed());
    let answer = String::from_utf8(answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains("application/problem+json"), "{answer}");
}
