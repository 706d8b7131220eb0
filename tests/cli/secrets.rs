//! What a person or a program shows to be let in is neither in the log nor in the data directory.

use std::fs;

use serde_json::json;

use super::place::Place;
use crate::support::Http;

/// Broken: the log told the headers of requests; then, the database kept keys as they are.
#[test]
fn keys_and_tokens_are_neither_in_the_log_nor_in_the_data_directory() {
    let place = Place::new();
    let dev = place.dev().with("GATEPOST_LOG__FILTER", "trace").start();
    let body = json!({"email": "olivia@demo.example", "password": dev.demo_password()});
    let token = dev.http().post("/api/v1/sessions", &body).expect(201).str("/token").to_owned();
    let session: Http = dev.http().bearer(&token);
    let body = json!({"name": "Program", "scopes": ["account:read"]});
    let made = session.post("/api/v1/account/api-keys", &body).expect(201);
    let secret = made.str("/secret").to_owned();
    let key = dev.http().bearer(&secret);
    key.get("/api/v1/account").expect(200);
    key.get("/api/v1/account/logins").expect(403);
    key.get(&format!("/api/v1/invitations/{secret}")).expect(404);
    session.delete(&format!("/api/v1/account/api-keys/{}", made.str("/id"))).expect(204);
    key.get("/api/v1/account").expect(401);

    let log = dev.stopped();
    assert!(log.contains("/api/v1/account/api-keys"), "the log tells the calls: {log}");
    // The signature of the token, and of the key what its list does not show.
    let secrets = [&token[token.len() - 40..], &secret[9..]];
    for told in secrets {
        assert!(!log.contains(told), "in the log: {told}");
    }
    let mut files = 0;
    for entry in fs::read_dir(place.path("data-dev")).unwrap() {
        let path = entry.unwrap().path();
        let content = fs::read(&path).unwrap();
        files += 1;
        for told in secrets {
            let is_there = content.windows(told.len()).any(|window| window == told.as_bytes());
            assert!(!is_there, "in {}: {told}", path.display());
        }
    }
    assert!(files > 1);
}
