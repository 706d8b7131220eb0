//! `gatepost audit verify`, beside a service that runs and after it.

use rusqlite::Connection;
use serde_json::json;

use super::place::Place;

fn database(place: &Place) -> Connection {
    Connection::open(place.path("data-dev/gatepost.db")).expect("the database opens")
}

#[test]
fn what_was_changed_in_the_file_is_named() {
    let place = Place::new();
    let verify = || place.gatepost(&["audit", "verify", "--data", "data-dev"]);
    let dev = place.dev().start();
    let olivia = dev.signed_in("olivia@demo.example", dev.demo_password());
    olivia.post("/api/v1/orgs", &json!({"name": "Acme Ltd."})).expect(201);
    // Beside the service: what it has not chained yet is told apart.
    let told = verify().says();
    assert!(told.starts_with("The audit is as it was written: "), "{told}");
    // A service that stops leaves nothing unchained.
    dev.stop();
    let told = verify().says();
    assert!(told.starts_with("The audit is as it was written: "), "{told}");
    assert!(!told.contains("wait"), "{told}");

    let (position, id): (i64, String) = database(&place)
        .query_row("SELECT position, id FROM audit_events WHERE action = 'org.created' ORDER BY position DESC LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    database(&place).execute("UPDATE audit_events SET actor_id = NULL WHERE id = ?1", [&id]).unwrap();
    let ended = verify().run();
    assert_eq!(ended.status, Some(1));
    let named =
        format!("Does not hold: event {position} ({id}) is not what followed event {}: ", position - 1);
    assert!(ended.out.starts_with(&named), "{}", ended.out);
    assert_eq!(ended.out.lines().count(), 2, "{}", ended.out);
}

#[test]
fn a_directory_without_a_database_is_refused() {
    let place = Place::new();
    let refusal = place.gatepost(&["audit", "verify", "--data", "elsewhere"]).refusal();
    assert!(refusal.contains("There is no database in elsewhere"), "{refusal}");
    assert!(!place.path("elsewhere").exists());
}
