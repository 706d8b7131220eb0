//! The dialect `polygonid`, whose letters' tokens are shown as bearers.

use serde_json::json;

use super::Place::Bearer;
use super::{Door, Face};
use crate::support::Kind;

pub const FACE: Face = Face {
    document: "/openapi/polygonid.json",
    doors: DOORS,
    expect_refusal: |_, answer| assert_eq!((answer.status, answer.members()), (401, vec!["message"])),
};

/// Its rows.
pub const DOORS: &[Door] = &[
    Door::at(
        "POST /v1/orgs/account-management/activate",
        Bearer,
        &[Kind::Activation, Kind::EmailVerification],
    ),
    Door::at("POST /v1/orgs/account-management/reset-password", Bearer, &[Kind::PasswordReset])
        .with(|_| json!({"password": "Wandering1copper!"})),
    Door::at("POST /v1/orgs/account-management/update-email/confirm", Bearer, &[Kind::EmailChangeAccept]),
];
