//! The dialect `cycle`.

use serde_json::json;

use super::Place::{Bearer, Member};
use super::{Door, Face};
use crate::support::{Kind, PASSWORD};

pub const FACE: Face = Face {
    document: "/openapi/cycle.json",
    doors: DOORS,
    expect_refusal: |place, answer| {
        let (status, code) =
            if place == Bearer { (401, "401.auth-invalid") } else { (404, "404.email-verification") };
        assert_eq!((answer.status, answer.body["error"]["code"].as_str()), (status, Some(code)));
    },
};

const DOORS: &[Door] =
    &[Door::at("POST /v1/account/reset-password", Member("token"), &[Kind::PasswordReset])
        .with(|_| json!({"password": PASSWORD}))];
