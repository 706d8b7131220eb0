//! The pages in a real browser: Chromium, driven through its driver by `tests/browser`, with axe-core.
//!
//! `scripts/test` brings all of it, and names axe-core in `GATEPOST_TEST_AXE`.

use std::path::Path;
use std::process::Command;

use gatepost::web::pages;
use rocket::http::Method;

use crate::support::python;

/// Runs a module of `tests/browser`; where there is no browser, says so and does nothing.
#[expect(clippy::disallowed_methods, reason = "the test run itself is configured by it")]
fn run(module: &str, routes: &str) {
    let Some(python) = python("browser") else { return };
    if std::env::var_os("GATEPOST_TEST_AXE").is_none() {
        return;
    }
    let ran = Command::new(python)
        .args(["-m", module])
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"))
        .env("GATEPOST_TEST_BINARY", env!("CARGO_BIN_EXE_gatepost"))
        .env("GATEPOST_TEST_ROUTES", routes)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .expect("Python runs");
    let (told, errors) = (String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success(), "{told}\n{errors}");
}

#[test]
fn people_get_done_what_they_came_for_on_a_phone_and_at_a_desk() {
    run("browser.journeys", "");
}

#[test]
fn every_page_is_fit_to_be_shown_on_a_phone_and_at_a_desk() {
    let shown = pages::routes().into_iter().filter(|route| route.method == Method::Get);
    let routes: Vec<String> = shown.map(|route| route.uri.path().to_owned()).collect();
    run("browser.pages", &routes.join(" "));
}
