//! `gatepost operator`, beside a service that runs.

use serde_json::json;

use super::place::{CommandLine, PUBLIC_URL, Place};
use crate::support::PASSWORD;

/// Makes an operator in the directory of `gatepost dev`.
fn create(place: &Place, email: &str) -> CommandLine {
    place
        .gatepost(&["operator", "create", email, "--data", "data-dev"])
        .with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
}

/// Makes somebody an operator no longer.
fn remove(place: &Place, email: &str) -> CommandLine {
    place
        .gatepost(&["operator", "remove", email, "--data", "data-dev"])
        .with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
}

fn is_operator(place: &Place, email: &str) -> bool {
    // Past the service: whom a route tells it is an operator already.
    rusqlite::Connection::open(place.path("data-dev/gatepost.db"))
        .and_then(|database| {
            let query = "SELECT operator FROM users WHERE email_normalized = ?1";
            database.query_row(query, [email], |row| row.get(0))
        })
        .unwrap()
}

#[test]
fn a_person_who_proved_the_address_is_an_operator_at_once() {
    let place = Place::new();
    let dev = place.dev().start();
    let olivia = dev.signed_in("olivia@demo.example", dev.demo_password());
    assert!(!is_operator(&place, "olivia@demo.example"));
    let told = create(&place, "Olivia@demo.example").says();
    assert_eq!(told, "olivia@demo.example is an operator now.\n");
    assert!(is_operator(&place, "olivia@demo.example"));
    assert!(!is_operator(&place, "adam@demo.example"));
    olivia.get("/api/v1/sessions/current").expect(200);
    let letter = dev.letter_to("olivia@demo.example");
    assert_eq!(letter.subject, "You are an operator of Gatepost now");
    assert!(!letter.text.contains("Operator:"), "nobody says who they are: {}", letter.text);
}

#[test]
fn an_operator_is_made_one_no_longer_audited_and_told_by_mail() {
    let place = Place::new();
    let dev = place.dev().start();
    create(&place, "olivia@demo.example").says();
    let rita = dev.signed_in("rita@demo.example", dev.demo_password());
    let olivia = dev.signed_in("olivia@demo.example", dev.demo_password());
    olivia.get("/api/v1/admin/users").expect(200);
    let told = remove(&place, "Olivia@demo.example").says();
    assert_eq!(told, "olivia@demo.example is an operator no longer.\n");
    assert!(!is_operator(&place, "olivia@demo.example"));
    let list = rita.get("/api/v1/admin/audit?action=user.operator_removed").expect(200);
    assert_eq!(list.items().len(), 1);
    olivia.get("/api/v1/admin/users").expect_refusal(403, "operator_required");
    olivia.get("/api/v1/orgs").expect(200);

    let refusal = remove(&place, "rita@demo.example").refusal();
    assert!(refusal.contains("the last operator"), "{refusal}");
    let refusal = remove(&place, "olivia@demo.example").refusal();
    assert_eq!(refusal, "No operator has this address.");
    rita.get("/api/v1/admin/users").expect(200);
}

#[test]
fn a_new_address_gets_a_link_that_makes_the_account_once() {
    let place = Place::new();
    let dev = place.dev().start();
    let told = create(&place, "root@acme.example").says();
    let link = told.split_whitespace().last().unwrap();
    let token = link.strip_prefix(&format!("{PUBLIC_URL}/setup?token=")).expect(&told);

    let body =
        |email: &str| json!({"token": token, "email": email, "password": PASSWORD, "name": "Rita Root"});
    let http = dev.http();
    http.post("/api/v1/setup", &body("other@acme.example")).expect_refusal(403, "wrong_account");
    let made = http.post("/api/v1/setup", &body("root@acme.example")).expect(201);
    assert_eq!((made.str("/email/address"), made.str("/state")), ("root@acme.example", "active"));
    http.post("/api/v1/setup", &body("root@acme.example")).expect_refusal(410, "token_spent");
    dev.signed_in("root@acme.example", PASSWORD);
    assert!(is_operator(&place, "root@acme.example"));
    // The link came from the command line: the mailbox is yet to be proven.
    let letter = dev.letter_to("root@acme.example");
    http.post("/api/v1/activation", &json!({"token": letter.token("activate")})).expect(200);
}

#[test]
fn somebody_who_has_not_proven_the_address_is_refused() {
    let place = Place::new();
    let dev = place.dev().start();
    let olivia = dev.signed_in("olivia@demo.example", dev.demo_password());
    let orgs = olivia.get("/api/v1/orgs").expect(200);
    let path = format!("/api/v1/orgs/{}/invitations", orgs.str("/items/0/id"));
    let invited = olivia.post(&path, &json!({"email": "new@acme.example", "role": "member"})).expect(201);
    // The link that is handed over joins, and proves nothing.
    let (_, token) = invited.str("/link").split_once("?token=").unwrap();
    let body =
        json!({"email": "new@acme.example", "password": PASSWORD, "name": "Ned New", "invitation": token});
    dev.http().post("/api/v1/sign-up", &body).expect(201);

    let refusal = create(&place, "new@acme.example").refusal();
    assert!(refusal.contains("has not proven their email address"), "{refusal}");
    assert!(!is_operator(&place, "new@acme.example"));
}

#[test]
fn the_first_start_prints_a_link_that_makes_the_first_operator_and_no_later_one_does() {
    let place = Place::new();
    let first = place.serve().start();
    let link = first.told().split_whitespace().find(|word| word.contains("/setup?token=")).unwrap();
    let token = link.strip_prefix(&format!("{PUBLIC_URL}/setup?token=")).expect(link);
    let body =
        json!({"token": token, "email": "rita@acme.example", "password": PASSWORD, "name": "Rita Root"});
    first.http().post("/api/v1/setup", &body).expect(201);
    first.http().post("/api/v1/setup", &body).expect_refusal(404, "token_unknown");
    let rita = first.signed_in("rita@acme.example", PASSWORD);
    rita.get("/api/v1/admin/users").expect(200);
    first.stop();
    let second = place.serve().start();
    assert!(!second.told().contains("/setup"), "{}", second.told());
}

#[test]
fn what_is_no_address_is_refused() {
    let place = Place::new();
    let refusal = create(&place, "olivia").refusal();
    assert!(refusal.starts_with("`olivia` can't be used"), "{refusal}");
}
