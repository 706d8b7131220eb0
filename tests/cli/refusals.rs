//! Starts of `gatepost serve` that are refused, each with one sentence that says what to do.

use std::fs;
use std::net::TcpListener;

use super::place::{PUBLIC_URL, Place};

#[test]
fn without_a_public_url_it_says_how_to_give_one() {
    let place = Place::new();
    let refusal = place.gatepost(&["serve", "--port", "0"]).refusal();
    assert!(refusal.contains("GATEPOST_PUBLIC_URL=https://"), "{refusal}");
    assert!(!place.path("data").exists(), "a refused start makes nothing");
}

#[test]
fn a_database_that_dev_made_is_refused() {
    let place = Place::new();
    place.dev().start().stop();
    let refusal = place
        .gatepost(&["serve", "--port", "0", "--data", "data-dev"])
        .with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
        .refusal();
    assert!(refusal.contains("made by `gatepost dev`") && refusal.contains("--data"), "{refusal}");
}

#[test]
fn t38_an_unknown_key_is_named_with_where_it_stands() {
    let place = Place::new();
    let refusal = place.serve().with("GATEPOST_SMPT__HOST", "smtp.example.com").refusal();
    assert!(refusal.contains("GATEPOST_SMPT__HOST"), "{refusal}");

    fs::write(place.path("Rocket.toml"), "[default.gatepost.smtp]\nhots = \"smtp.example.com\"\n").unwrap();
    let refusal = place.serve().refusal();
    assert!(refusal.contains("hots") && refusal.contains("Rocket.toml"), "{refusal}");
}

#[test]
fn t38_a_bad_value_is_named_by_its_key_and_source() {
    let place = Place::new();
    let refusal = place.serve().with("GATEPOST_SMTP__PORT", "hunter2").refusal();
    assert!(refusal.contains("`smtp.port` (GATEPOST_SMTP__PORT)"), "{refusal}");
    assert!(!refusal.contains("hunter2"), "a value might be a secret: {refusal}");
}

#[test]
fn a_port_in_use_is_refused() {
    let place = Place::new();
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    let refusal =
        place.gatepost(&["serve", "--port", &port]).with("GATEPOST_PUBLIC_URL", PUBLIC_URL).refusal();
    assert!(refusal.contains(&format!("127.0.0.1:{port}")) && refusal.contains("--port"), "{refusal}");
    assert!(!place.path("data").exists(), "a refused start makes nothing");
}

#[test]
fn a_directory_that_cannot_be_made_or_written_is_refused() {
    let place = Place::new();
    fs::write(place.path("file"), "in the way").unwrap();
    // Nobody writes into /proc, root included.
    for (data, what) in [("file/data", "can't be made"), ("/proc/self", "can't be written")] {
        let refusal = place
            .gatepost(&["serve", "--port", "0", "--data", data])
            .with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
            .refusal();
        assert!(refusal.contains(&format!("The data directory {data} {what}")), "{refusal}");
        assert!(refusal.contains("--data"), "{refusal}");
    }
}

#[test]
fn a_second_process_on_the_same_directory_is_refused() {
    let place = Place::new();
    let first = place.serve().start();
    let refusal = place.serve().refusal();
    assert!(
        refusal.contains(&format!("already served by another gatepost (process {})", first.id())),
        "{refusal}"
    );
    first.http().get("/readyz").expect(200);
    first.kill();
    place.serve().start();
}

#[test]
fn the_key_file_of_another_database_is_refused() {
    let (place, other) = (Place::new(), Place::new());
    place.serve().start().stop();
    other.serve().start().stop();
    fs::copy(other.path("data/gatepost.key"), place.path("data/gatepost.key")).unwrap();
    let refusal = place.serve().refusal();
    assert!(refusal.contains("gatepost.key does not belong to this database"), "{refusal}");
}

#[test]
fn a_key_file_that_is_missing_is_asked_for_and_none_is_made_in_its_place() {
    let place = Place::new();
    place.serve().start().stop();
    fs::remove_file(place.path("data/gatepost.key")).unwrap();
    let commands: [&[&str]; 5] = [
        &["operator", "create", "you@acme.example"],
        &["operator", "remove", "you@acme.example"],
        &["audit", "verify"],
        &["keys", "list"],
        &["keys", "rotate"],
    ];
    for command in commands {
        let refusal = place.gatepost(command).with("GATEPOST_PUBLIC_URL", PUBLIC_URL).refusal();
        assert!(refusal.contains("gatepost.key is missing: put its copy back"), "{command:?}: {refusal}");
    }
    let doctor = place.gatepost(&["doctor"]).with("GATEPOST_PUBLIC_URL", PUBLIC_URL).run();
    assert_eq!(doctor.status, Some(1));
    assert!(doctor.out.contains("gatepost.key is missing: put its copy back"), "{doctor:?}");
    let refusal = place.serve().refusal();
    assert!(refusal.contains("gatepost.key is missing: put its copy back"), "{refusal}");
    assert!(!place.path("data/gatepost.key").exists());
}

#[test]
fn nobody_else_can_read_the_key_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    place.serve().start().stop();
    let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("data"), mode("data/gatepost.key")), (0o700, 0o600));
    fs::set_permissions(place.path("data/gatepost.key"), fs::Permissions::from_mode(0o644)).unwrap();
    let refusal = place.serve().refusal();
    assert!(refusal.contains("chmod 600"), "{refusal}");
}
