//! The dialect `backstack`.

use serde_json::json;

use super::Place::{Bearer, Member, Path};
use super::{Door, Face};
use crate::support::{Kind, PASSWORD};

pub const FACE: Face = Face {
    document: "/openapi/backstack.json",
    doors: DOORS,
    expect_refusal: |place, answer| {
        let (status, kind) = if place == Bearer { (401, "codebase") } else { (400, "user") };
        assert_eq!((answer.status, answer.body["error"]["type"].as_str()), (status, Some(kind)));
    },
};

const DOORS: &[Door] = &[
    Door::at("POST /v1/auth/signup-activation", Member("token"), &[Kind::Activation, Kind::ActivationShared]),
    Door::at("GET /v1/auth/reset-password/{token}", Path, &[Kind::PasswordReset]),
    Door::at("POST /v1/auth/reset-password", Member("token"), &[Kind::PasswordReset])
        .with(|_| json!({"password": PASSWORD, "confirm": PASSWORD})),
];
