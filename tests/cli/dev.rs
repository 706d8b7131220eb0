//! `gatepost dev`: what somebody sees who tries it out.

use serde_json::json;

use super::place::Place;
use crate::support::PASSWORD;

#[test]
fn it_tells_where_everything_is_and_what_signs_in() {
    let place = Place::new();
    let dev = place.dev().start();
    let base = format!("http://localhost:{}", dev.address().port());
    for (what, path) in [("API", "/api/v1"), ("OpenAPI", "/openapi.json"), ("Inbox", "/dev/inbox")] {
        let line = dev.told().lines().find(|line| line.trim_start().starts_with(what)).unwrap_or_default();
        assert!(line.ends_with(&format!(" {base}{path}")), "{what}: {}", dev.told());
    }
    dev.http().get("/openapi.json").expect(200);
    dev.http().get("/dev/inbox").expect(200);
    for (email, role) in
        [("olivia@demo.example", "owner"), ("adam@demo.example", "admin"), ("mia@demo.example", "member")]
    {
        let line = dev.told().lines().find(|line| line.contains(email)).unwrap_or_default();
        assert!(line.ends_with(role), "{}", dev.told());
        let who = dev.signed_in(email, dev.demo_password()).get("/api/v1/sessions/current").expect(200);
        assert_eq!((who.str("/org/name"), who.str("/role")), ("Demo Org", role));
    }
    let line = dev.told().lines().find(|line| line.contains("rita@demo.example")).unwrap_or_default();
    assert!(line.ends_with("operator") && !dev.told().contains("/setup?"), "{}", dev.told());
    let rita = dev.signed_in("rita@demo.example", dev.demo_password());
    assert_eq!(rita.get("/api/v1/admin/users").expect(200).items().len(), 4);
    assert!(place.path("data-dev/gatepost.db").exists());
}

#[test]
fn the_demo_password_is_the_same_at_every_start() {
    let place = Place::new();
    let first = place.dev().start();
    let password = first.demo_password().to_owned();
    first.stop();
    let second = place.dev().start();
    assert_eq!(second.demo_password(), password);
    second.signed_in("olivia@demo.example", &password);
    let elsewhere = Place::new();
    assert_ne!(elsewhere.dev().start().demo_password(), password);
}

#[test]
fn one_sign_up_domain_is_open_and_one_closed() {
    let place = Place::new();
    let dev = place.dev().start();
    let domains = dev.http().get("/api/v1/sign-up-domains").expect(200);
    let open = domains.body["items"].as_array().unwrap();
    assert_eq!(open.len(), 1, "{}", domains.text);
    assert!(
        ["title", "description", "help"].iter().all(|member| !open[0][member].as_str().unwrap().is_empty())
    );

    // Nobody is told of the closed one, so it is read where it lies.
    let database = rusqlite::Connection::open(place.path("data-dev/gatepost.db")).unwrap();
    let closed: String = database
        .query_row("SELECT id FROM sign_up_domains WHERE NOT allow_signup", [], |row| row.get(0))
        .unwrap();
    let sign_up = |id: &str| {
        let body =
            json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe", "domain_id": id});
        dev.http().post("/api/v1/sign-up", &body)
    };
    let refused = sign_up(&closed).expect(422);
    assert_eq!(refused.faults(), [("/domain_id", "sign_up_domain_closed")]);
    sign_up(open[0]["id"].as_str().unwrap()).expect(201);
}

#[test]
fn letters_come_to_the_built_in_inbox() {
    let place = Place::new();
    let dev = place.dev().start();
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe"});
    dev.http().post("/api/v1/sign-up", &body).expect(201);
    let letter = dev.letter_to("june@acme.example");
    let base = format!("http://localhost:{}", dev.address().port());
    assert!(letter.link("activate").starts_with(&format!("{base}/activate?token=")), "{}", letter.text);
    let token = letter.token("activate");
    dev.http().post("/api/v1/activation", &json!({"token": token})).expect(200);
    dev.signed_in("june@acme.example", PASSWORD);

    dev.http().header("X-Forwarded-For", "127.0.0.1").get("/dev/inbox.json").expect(404);
    dev.http().delete("/dev/inbox").expect(204);
    assert_eq!(dev.http().get("/dev/inbox.json").expect(200).body, json!([]));
}

#[test]
fn it_listens_to_this_machine_alone() {
    let place = Place::new();
    for address in ["0.0.0.0", "::"] {
        let refusal = place.gatepost(&["dev", "--port", "0", "--address", address]).refusal();
        assert!(refusal.contains("--address") && refusal.contains("loopback"), "{refusal}");
    }
    assert!(!place.path("data-dev").exists(), "a refused start makes nothing");
}

#[test]
fn it_refuses_a_directory_in_real_use() {
    let place = Place::new();
    place.serve().start().stop();
    let refusal = place.gatepost(&["dev", "--port", "0", "--data", "data"]).refusal();
    assert!(refusal.contains("in real use") && refusal.contains("--data"), "{refusal}");
}
