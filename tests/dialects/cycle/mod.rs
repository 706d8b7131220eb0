//! Cycle's platform API, section "Account".

mod account;
mod deletion;
mod logins;
mod memberships;
mod password;
mod two_factor;

use gatepost::model::Dialect;

use super::manners::{Manners, Refused};
use crate::support::{Answer, Fixture};

/// How Cycle refuses.
pub const MANNERS: Manners = Manners { dialect: Dialect::Cycle, expect };

fn expect(answer: &Answer, refused: Refused) {
    let (status, code) = match refused {
        Refused::UnknownPath | Refused::WrongMethod => (404, "404.uri"),
        Refused::MalformedJson => (400, "400.invalid-syntax"),
        Refused::NoObject => (422, "422.invalid-argument"),
        Refused::PlainText => (415, "415.invalid-content-type"),
        Refused::TooLarge => (422, "422.max-exceeded"),
        Refused::NotReady => (503, "503.not-ready"),
    };
    expect_failure(answer, status, code);
}

fn load(case: &str) -> Fixture {
    Fixture::load(&format!("cycle/{case}"))
}

/// The id that Cycle's clients know somebody or something by.
fn short(id: &str) -> String {
    id.replace('-', "")[..24].to_owned()
}

/// Asserts a refusal: status, media type, shape and code.
#[track_caller]
fn expect_failure(answer: &Answer, status: u16, code: &str) {
    assert_eq!(
        (answer.status, answer.body["error"]["code"].as_str()),
        (status, Some(code)),
        "{}",
        answer.text
    );
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.members(), ["data", "error"]);
    assert!(answer.body["data"].is_null(), "{}", answer.text);
    assert_eq!(answer.body["error"]["status"], status);
    for member in ["title", "detail"] {
        assert!(
            answer.body["error"][member].as_str().is_some_and(|text| !text.is_empty()),
            "{}",
            answer.text
        );
    }
    assert_eq!(answer.header("www-authenticate"), (status == 401).then_some("Bearer"));
}
