//! What the service does against what `/openapi.json` says, by Schemathesis: it reads the document, calls
//! every operation with values that fit it and with values that do not, and compares the answers.
//!
//! No server error, no answer outside of the document, no method that is not there, no route that forgets
//! to ask who calls. The values are the same in every run. What fails is shown as a call to repeat.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::{Value, json};

use crate::support::{Kind, PASSWORD, Person, Served, TestApp, python};

/// Each of them signs in when the session of the one before has ended.
const PEOPLE: usize = 30;

/// What operators alone may call.
const OPERATORS_CALLS: &str = "^/api/v1/admin/";

/// Without what takes somebody's leave, who gives none here.
const OPERATORS_OWN_CALLS: &str = "^/api/v1/admin/(?!users/.*/support-login)";

/// Who calls, and what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Calling {
    /// Somebody signed out, everything.
    Visitor,
    /// Owners of an org, everything but what operators may.
    Owner,
    /// Operators, what they alone may.
    Operator,
}

/// What exists in the service, so that not everything that is called answers 404.
struct Seed {
    owners: Vec<Value>,
    operators: Vec<Value>,
    dictionaries: String,
}

/// An org with many owners, who call; and members, invitations and letters to be used up by what they call.
async fn sow(app: &TestApp) -> Seed {
    let june = app.founder("june@acme.example", "Acme").await;
    let mut people: Vec<Person> = Vec::new();
    for n in 0..PEOPLE {
        people.push(app.joiner(&june, &format!("owner{n}@acme.example"), "owner").await);
    }
    let mut members = Vec::new();
    for n in 0..6 {
        members.push(app.joiner(&june, &format!("member{n}@acme.example"), "member").await.id);
    }
    let mut tokens = Vec::new();
    for kind in Kind::ALL {
        for n in 0..2 {
            let email = format!("{kind:?}{n}@mail.example").to_lowercase();
            tokens.push(app.one_time(&june, kind, &email).await.token);
        }
    }
    let mut invitations = Vec::new();
    for n in 0..4 {
        invitations.push(app.invitation(&june, &format!("guest{n}@mail.example")).await.id);
    }
    let mut dictionaries = String::new();
    for (name, values) in [
        ("ids", vec![june.org_id.clone()]),
        ("people", members),
        ("invitations", invitations),
        ("tokens", tokens),
        ("emails", vec![june.email.clone(), "new@mail.example".to_owned()]),
        ("passwords", vec![PASSWORD.to_owned()]),
    ] {
        // A list of texts is the same in JSON and in TOML.
        writeln!(dictionaries, "[dictionaries.{name}]\nvalues = {}", json!(values)).unwrap();
    }
    let mut operators = Vec::new();
    for n in 0..PEOPLE / 3 {
        operators.push(app.operator(&format!("operator{n}@gatepost.example")).await);
    }
    let sign_ins = |people: &[Person]| {
        people.iter().map(|person| json!({"email": person.email, "password": PASSWORD})).collect()
    };
    Seed { owners: sign_ins(&people), operators: sign_ins(&operators), dictionaries }
}

fn run(python: &str, served: &Served, seed: &Seed, calling: Calling) -> Output {
    let support = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/support");
    let settings = std::fs::read_to_string(support.join("schemathesis.toml")).unwrap();
    let directory = tempfile::tempdir().unwrap();
    let document = format!("http://{}/openapi.json", served.address());
    // Whoever is not let in would see nothing of the service, and not fail.
    let (sign_in_as, fail_on, calls) = match calling {
        Calling::Visitor => (json!([]), json!([]), None),
        Calling::Owner => {
            (json!(seed.owners), json!(["missing_auth"]), Some(["--exclude-path-regex", OPERATORS_CALLS]))
        }
        Calling::Operator => {
            let calls = ["--include-path-regex", OPERATORS_OWN_CALLS];
            (json!(seed.operators), json!(["missing_auth"]), Some(calls))
        }
    };
    let config = directory.path().join("schemathesis.toml");
    std::fs::write(&config, format!("{settings}\n[warnings]\nfail-on = {fail_on}\n{}", seed.dictionaries))
        .unwrap();
    Command::new(python)
        .args(["-m", "schemathesis.cli", "--config-file"])
        .arg(&config)
        .args(["run", &document, "--suppress-health-check", "all", "--no-color"])
        .args(calls.into_iter().flatten())
        .env("PYTHONPATH", &support)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("SIGN_IN_AS", sign_in_as.to_string())
        .current_dir(directory.path())
        .output()
        .expect("Python runs")
}

#[track_caller]
fn expect_agreement(output: &Output) {
    let told = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}\n{errors}");
}

#[rocket::async_test]
async fn whoever_is_signed_in_is_answered_as_the_document_says() {
    let Some(python) = python("Schemathesis") else { return };
    let served = Served::start().await;
    let seed = sow(&served.app).await;
    expect_agreement(&run(&python, &served, &seed, Calling::Owner));
}

#[rocket::async_test]
async fn operators_are_answered_as_the_document_says() {
    let Some(python) = python("Schemathesis") else { return };
    let served = Served::start().await;
    let seed = sow(&served.app).await;
    expect_agreement(&run(&python, &served, &seed, Calling::Operator));
}

#[rocket::async_test]
async fn whoever_is_signed_out_is_answered_as_the_document_says() {
    let Some(python) = python("Schemathesis") else { return };
    let served = Served::start().await;
    let seed = sow(&served.app).await;
    expect_agreement(&run(&python, &served, &seed, Calling::Visitor));
}
