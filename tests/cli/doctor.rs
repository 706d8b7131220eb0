//! `gatepost doctor`, with and without faults, beside a service that runs.

use std::fs;

use super::place::{CommandLine, Ended, PUBLIC_URL, Place};

const MOUNT: &str = "GATEPOST_DIALECTS__MOUNT";

/// `gatepost doctor` where nothing is amiss but for the database.
fn doctor(place: &Place) -> CommandLine {
    place
        .gatepost(&["doctor"])
        .with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
        .with("GATEPOST_SMTP__HOST", "mail.gatepost.example")
        .with("GATEPOST_SMTP__FROM", "accounts@gatepost.example")
}

/// The findings of one sort.
fn found<'a>(ended: &'a Ended, sort: &str) -> Vec<&'a str> {
    ended.out.lines().filter_map(|line| Some(line.strip_prefix(sort)?.trim_start())).collect()
}

#[test]
fn beside_a_service_that_runs_everything_is_found_sound() {
    let place = Place::new();
    let _service = place.serve().start();
    let ended = doctor(&place).run();
    assert_eq!((ended.status, ended.err.as_str()), (Some(0), ""), "{ended:?}");
    assert_eq!(
        found(&ended, "ok "),
        [
            "The settings are sound.",
            &format!("People reach the service at {PUBLIC_URL}."),
            "Pages and letters can be written.",
            "The database in ./data answers; letters that wait: 0.",
            "Letters go to mail.gatepost.example, port 587; nobody was asked there.",
            "No dialect is mounted.",
        ]
    );
    assert_eq!(ended.out.lines().count(), 6, "{ended:?}");
}

#[test]
fn every_fault_is_found_in_one_look() {
    let place = Place::new();
    let ended = place.gatepost(&["doctor"]).run();
    assert_eq!((ended.status, ended.err.as_str()), (Some(1), ""), "{ended:?}");
    let faults = found(&ended, "fault ");
    for (fault, words) in
        faults.iter().zip(["GATEPOST_PUBLIC_URL", "There is no database in ./data", "No mail server is set"])
    {
        assert!(fault.contains(words), "{fault}");
    }
    assert_eq!((faults.len(), found(&ended, "ok ").len()), (3, 3), "{ended:?}");
    assert!(!place.path("data").exists(), "looking makes nothing");
}

#[test]
fn a_setting_that_can_not_be_is_a_fault_in_its_own_words() {
    let place = Place::new();
    let ended = doctor(&place).with(MOUNT, "pm415,auth0").run();
    assert_eq!(ended.status, Some(1), "{ended:?}");
    let [fault] = found(&ended, "fault ")[..] else { panic!("{ended:?}") };
    assert!(fault.starts_with("`dialects.mount` (GATEPOST_DIALECTS__MOUNT) must list names"), "{fault}");
}

#[test]
fn a_file_that_is_no_database_is_a_fault() {
    let place = Place::new();
    fs::create_dir(place.path("data")).unwrap();
    fs::write(place.path("data/gatepost.db"), "not at all a database, however long it is").unwrap();
    let ended = doctor(&place).run();
    assert_eq!(ended.status, Some(1), "{ended:?}");
    let [fault] = found(&ended, "fault ")[..] else { panic!("{ended:?}") };
    assert!(fault.contains("can't be opened"), "{fault}");
}

#[test]
fn what_a_dialect_gives_away_is_told_here_and_at_the_start() {
    let place = Place::new();
    let service = place.serve().with(MOUNT, "pm415,cycle").start();
    let ended = doctor(&place).with(MOUNT, "pm415,cycle").run();
    assert_eq!(ended.status, Some(0), "a warning is no fault: {ended:?}");
    let [pm415, cycle] = found(&ended, "warning ")[..] else { panic!("{ended:?}") };
    assert!(pm415.starts_with("The dialect pm415 is answered as documented: passwords may be"), "{pm415}");
    assert!(pm415.contains("; a sign-up tells whether an address has an account; "), "{pm415}");
    for told in [pm415, cycle] {
        assert!(service.logs(told).contains("WARN"), "{told}");
    }
}

#[test]
fn a_strict_dialect_is_no_warning() {
    let place = Place::new();
    let mounted =
        |command: CommandLine| command.with(MOUNT, "backstack").with("GATEPOST_DIALECTS__STRICT", "true");
    let service = mounted(place.serve()).start();
    let ended = mounted(doctor(&place)).run();
    assert_eq!((ended.status, found(&ended, "warning ").len()), (Some(0), 0), "{ended:?}");
    let told = found(&ended, "ok ").pop().unwrap();
    assert!(told.starts_with("The dialect backstack is answered strictly: asking for another"), "{told}");
    assert!(service.logs(told).contains("INFO"), "{told}");
}
