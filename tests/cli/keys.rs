//! `gatepost keys`, beside a service that runs.

use std::time::{Duration, Instant};

use super::place::{CommandLine, Place};

fn keys(place: &Place, command: &str) -> CommandLine {
    place.gatepost(&["keys", command, "--data", "data-dev"])
}

#[test]
fn a_rotated_key_is_listed_and_the_running_service_signs_with_it() {
    let place = Place::new();
    let dev = place.dev().start();
    let before = dev.signed_in("rita@demo.example", dev.demo_password());
    let told = keys(&place, "rotate").says();
    let (kid, _) = told.split_once(" signs from now on.").expect(&told);
    let listed = keys(&place, "list").says();
    assert_eq!(listed.lines().count(), 2, "{listed}");
    assert!(listed.starts_with(&format!("{kid}  signs since ")), "{listed}");
    assert!(listed.lines().nth(1).unwrap().contains("  signed from "), "{listed}");

    let deadline = Instant::now() + Duration::from_secs(30);
    while before.get("/api/v1/admin/health").expect(200).str("/key_id") != kid {
        assert!(Instant::now() < deadline, "the service has not heard of it");
    }
    let after = dev.signed_in("rita@demo.example", dev.demo_password());
    after.get("/api/v1/sessions/current").expect(200);
    let settings = after.get("/api/v1/admin/settings").expect(200);
    assert!(settings.each("/name").contains(&"argon2.memory_kib"), "{}", settings.text);
}

#[test]
fn there_is_nothing_to_rotate_where_there_is_no_database() {
    let place = Place::new();
    for command in ["list", "rotate"] {
        let refusal = keys(&place, command).refusal();
        assert!(refusal.contains("no database"), "{refusal}");
    }
}
