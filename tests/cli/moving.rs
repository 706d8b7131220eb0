//! `gatepost move`: from a file to a server and back, with everything that somebody holds.

use serde_json::json;

use super::place::{PUBLIC_URL, Place};
use crate::support::Database;
use crate::support::database::postgres_server;

#[test]
fn what_was_moved_to_a_server_and_back_goes_on_as_if_nothing_had_happened() {
    let Some(server) = postgres_server("moving to a server") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let dev = |data: &str| {
        place.gatepost(&["dev", "--port", "0", "--data", data]).with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
    };
    let first = dev("one").start();
    let olivia = first.signed_in("olivia@demo.example", first.demo_password());
    let key = olivia
        .post("/api/v1/account/api-keys", &json!({"name": "Program", "scopes": ["account:read"]}))
        .expect(201);
    first.http().post("/api/v1/password-resets", &json!({"email": "mia@demo.example"})).expect(202);
    let letter = first.letter_to("mia@demo.example");
    let refusal = place.gatepost(&["move", "--data", "one", "--to", &database.url()]).refusal();
    assert!(refusal.contains("already served"), "{refusal}");
    first.stop();

    let told = place.gatepost(&["move", "--data", "one", "--to", &database.url()]).says();
    assert!(
        told.contains("both databases are the same") && told.contains("The audit is as it was"),
        "{told}"
    );
    let again = place.gatepost(&["move", "--data", "one", "--to", &database.url()]).refusal();
    assert!(again.contains("is not empty"), "{again}");

    let second = dev("one").with("GATEPOST_DATABASE_URL", &database.url()).start();
    let moved = |token: &str| second.http().bearer(token);
    moved(olivia.token()).get("/api/v1/sessions/current").expect(200);
    moved(key.str("/secret")).get("/api/v1/account").expect(200);
    second.http().get(&format!("/api/v1/password-resets/{}", letter.token("reset"))).expect(200);
    second.stop();

    let back = place
        .gatepost(&["move", "--data", "one", "--to", "two/gatepost.db"])
        .with("GATEPOST_DATABASE_URL", &database.url());
    assert!(back.says().contains("both databases are the same"));
    let third = dev("two").start();
    third.http().bearer(olivia.token()).get("/api/v1/sessions/current").expect(200);
    third.stop();
    // The first one is as it was.
    dev("one").start().stop();
}
