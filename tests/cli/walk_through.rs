//! The walks through README.md and the pages of the dialects, run as printed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::place::Place;

/// Where the pages find the service. Under test it listens on a free port instead.
const BASE: &str = "http://localhost:8000";

/// A block of commands, and the answer that stands below it.
struct Step {
    commands: String,
    answer: Value,
}

#[test]
fn the_main_job_goes_as_the_readme_prints_it() {
    walk("README.md", "The main job");
}

#[test]
fn a_session_of_polygonid_goes_as_its_page_prints_it() {
    walk("docs/dialects/polygonid.md", "A session");
}

#[test]
fn a_session_of_pm415_goes_as_its_page_prints_it() {
    walk("docs/dialects/pm415.md", "A session");
}

#[test]
fn a_session_of_backstack_goes_as_its_page_prints_it() {
    walk("docs/dialects/backstack.md", "A session");
}

#[test]
fn a_session_of_cycle_goes_as_its_page_prints_it() {
    walk("docs/dialects/cycle.md", "A session");
}

/// Runs a section of a page, and compares each answer with the printed one.
#[track_caller]
fn walk(page: &str, section: &str) {
    if !curl_knows_json() {
        return super::left_out(&format!("the walk through {page}: no curl of version 7.82 or later"));
    }
    let place = Place::new();
    let dev = place.dev().start();
    let base = format!("http://localhost:{}", dev.address().port());
    let steps = steps(page, section);
    let mut script = String::new();
    for (number, step) in steps.iter().enumerate() {
        // One shell runs all of them, as one person's would: what a block sets, the next one uses.
        let _ = writeln!(script, "{{\n{}}} > answer-{number}", step.commands.replace(BASE, &base));
    }
    let ended = Command::new("bash")
        .args(["-c", &script])
        .current_dir(place.root())
        .stdin(Stdio::null())
        .output()
        .expect("bash runs");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    for (number, step) in steps.iter().enumerate() {
        let answer = fs::read_to_string(place.path(&format!("answer-{number}"))).unwrap();
        let answer = serde_json::from_str(&answer)
            .unwrap_or_else(|error| panic!("{error}: {answer}\n{}", step.commands));
        if let Err(difference) = compare("", &step.answer, &answer) {
            panic!("{page} prints another answer: {difference}\n{}\n{answer}", step.commands);
        }
    }
}

fn curl_knows_json() -> bool {
    let help = Command::new("curl").args(["--help", "all"]).output();
    help.is_ok_and(|help| String::from_utf8_lossy(&help.stdout).contains("--json"))
}

/// The blocks of a section: commands in `sh`, each with its answer in `json`.
fn steps(page: &str, section: &str) -> Vec<Step> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(page)).unwrap();
    let heading = format!("\n## {section}\n");
    let (_, rest) = text.split_once(&heading).unwrap_or_else(|| panic!("{page} has no section {section}"));
    let section = rest.split("\n## ").next().unwrap();
    let mut fences = section.split("\n```").skip(1).step_by(2).map(|fence| fence.split_once('\n').unwrap());
    let mut steps = Vec::new();
    while let Some((language, commands)) = fences.next() {
        assert_eq!(language, "sh", "commands come first");
        let (language, answer) = fences.next().expect("every block of commands has its answer");
        assert_eq!(language, "json", "an answer follows its commands");
        let answer = serde_json::from_str(answer).unwrap_or_else(|error| panic!("{error}: {answer}"));
        steps.push(Step { commands: format!("{commands}\n"), answer });
    }
    assert!(steps.len() >= 5, "{page} has more steps than {}", steps.len());
    steps
}

/// Whether an answer is the printed one. Ids, times and tokens differ from run to run; they have digits.
fn compare(at: &str, printed: &Value, answer: &Value) -> Result<(), String> {
    let differs = || Err(format!("{at}: {printed} in print, {answer} in fact"));
    match (printed, answer) {
        (Value::Object(printed), Value::Object(answer)) => {
            if !printed.keys().eq(answer.keys()) {
                let keys =
                    |object: &serde_json::Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
                return Err(format!("{at}: {:?} in print, {:?} in fact", keys(printed), keys(answer)));
            }
            printed.iter().try_for_each(|(key, value)| compare(&format!("{at}/{key}"), value, &answer[key]))
        }
        (Value::Array(printed), Value::Array(answer)) if printed.len() == answer.len() => {
            let mut pairs = printed.iter().zip(answer).enumerate();
            pairs
                .try_for_each(|(index, (printed, answer))| compare(&format!("{at}/{index}"), printed, answer))
        }
        (Value::String(printed), Value::String(answer)) => {
            let has_digits = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
            if printed == answer || (has_digits(printed) && has_digits(answer)) { Ok(()) } else { differs() }
        }
        _ if printed == answer => Ok(()),
        _ => differs(),
    }
}
