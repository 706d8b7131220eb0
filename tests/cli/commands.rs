//! The commands that answer and end: settings, help, completions.

use std::fs;

use super::place::{PUBLIC_URL, Place};

#[test]
fn config_check_says_whether_the_settings_can_be_used() {
    let place = Place::new();
    let check = || place.gatepost(&["config", "check"]);
    let sound = check().with("GATEPOST_PUBLIC_URL", PUBLIC_URL).says();
    assert!(sound.starts_with("The settings are sound.\n"), "{sound}");
    let refusal = check().refusal();
    assert!(refusal.contains("GATEPOST_PUBLIC_URL"), "{refusal}");
    let refusal = check().with("GATEPOST_PUBLIC_URL", "accounts.example.com").refusal();
    assert!(refusal.contains("`public_url` (GATEPOST_PUBLIC_URL)"), "{refusal}");
    assert!(!place.path("data").exists(), "looking makes nothing");
}

#[test]
fn config_show_tells_sources_and_masks_secrets() {
    let place = Place::new();
    fs::write(place.path("other.toml"), "[default.gatepost.smtp]\nusername = \"gatepost\"\n").unwrap();
    let shown = place
        .gatepost(&["config", "show", "--config", "other.toml", "--data", "elsewhere"])
        .with("GATEPOST_SMTP__PASSWORD", "hunter2 and more")
        .says();
    let line = |start: &str| shown.lines().find(|line| line.starts_with(start)).unwrap_or_default();
    assert!(line("data = \"elsewhere\"").ends_with("# --data"), "{shown}");
    assert!(line("username = \"gatepost\"").ends_with("other.toml"), "{shown}");
    assert!(line("memory_kib = 64").ends_with("# GATEPOST_ARGON2__MEMORY_KIB"), "{shown}");
    assert!(line("# password = [set]").ends_with("# GATEPOST_SMTP__PASSWORD"), "{shown}");
    assert!(!shown.contains("hunter2"), "{shown}");
}

#[test]
fn every_command_explains_itself() {
    let place = Place::new();
    let data = ["--data", "--config"].as_slice();
    let serving = ["--data", "--config", "--address", "--port"].as_slice();
    for (command, flags) in [
        ("", [].as_slice()),
        ("serve", serving),
        ("dev", serving),
        ("doctor", data),
        ("config", &["check", "show"]),
        ("config check", data),
        ("config show", data),
        ("operator", &["create"]),
        ("operator create", data),
        ("completions", &["bash", "zsh", "fish"]),
    ] {
        let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        let help = place.gatepost(&arguments).says();
        for flag in flags {
            assert!(help.contains(flag), "{command}: no {flag} in\n{help}");
        }
        let example = format!("gatepost {command}");
        let (_, examples) = help.split_once("\nExample").unwrap_or_else(|| panic!("no example in\n{help}"));
        assert!(examples.contains(example.trim_end()), "{command}: no example in\n{help}");
    }
}

#[test]
fn an_unknown_flag_is_refused_with_what_there_is() {
    let ended = Place::new().gatepost(&["serve", "--prot", "80"]).run();
    assert_eq!(ended.status, Some(2));
    assert!(ended.err.contains("--port"), "{}", ended.err);
}

#[test]
fn completions_know_the_commands() {
    let place = Place::new();
    let script = place.gatepost(&["completions", "bash"]).says();
    assert!(script.contains("_gatepost()"), "{script}");
    for word in ["serve", "dev", "operator", "--port"] {
        assert!(script.contains(word), "no {word} in the script");
    }
    let path = place.path("gatepost.bash");
    fs::write(&path, script).unwrap();
    match std::process::Command::new("bash").arg("-n").arg(&path).status() {
        Ok(status) => assert!(status.success(), "bash can't read the script"),
        Err(_) => super::left_out("reading the completions: bash is missing"),
    }
}
