//! The native API.

use serde_json::json;

use super::Place::{Bearer, Member, Path};
use super::{Door, Face, INVITATIONS, Visitor};
use crate::support::{Kind, PASSWORD};

pub const FACE: Face = Face {
    document: "/openapi.json",
    doors: DOORS,
    expect_refusal: |place, answer| match place {
        Bearer => drop(answer.clone().expect_refusal(401, "not_signed_in")),
        _ => drop(answer.clone().expect_refusal(404, "token_unknown")),
    },
};

const EMAIL_CHANGE: &[Kind] = &[Kind::EmailChangeAccept, Kind::EmailChangeDeny, Kind::EmailChangeConfirm];

const DOORS: &[Door] = &[
    Door::at(
        "POST /api/v1/activation",
        Member("token"),
        &[Kind::Activation, Kind::ActivationShared, Kind::EmailVerification],
    ),
    Door::at(
        "POST /api/v1/not-me/{token}",
        Path,
        &[
            Kind::DisownSignUp,
            Kind::DisownAccount,
            Kind::DisownEmailChange,
            Kind::DisownDeletion,
            Kind::DisownOrgDeletion,
        ],
    ),
    Door::at("GET /api/v1/invitations/{token}", Path, INVITATIONS),
    Door::at("POST /api/v1/invitations/{token}/accept", Path, INVITATIONS).by(Visitor::SignedIn),
    Door::at("POST /api/v1/invitations/{token}/decline", Path, INVITATIONS),
    Door::at("POST /api/v1/sign-up", Member("invitation"), INVITATIONS)
        .with(|visit| json!({"email": visit.email, "password": PASSWORD, "name": "Adam Poe"})),
    Door::at("GET /api/v1/password-resets/{token}", Path, &[Kind::PasswordReset]),
    Door::at("POST /api/v1/password-resets/{token}", Path, &[Kind::PasswordReset])
        .with(|_| json!({"password": PASSWORD})),
    Door::at("GET /api/v1/email-changes/{token}", Path, EMAIL_CHANGE),
    Door::at("POST /api/v1/email-changes/{token}/accept", Path, &[Kind::EmailChangeAccept]),
    Door::at("POST /api/v1/email-changes/{token}/deny", Path, &[Kind::EmailChangeDeny]),
    Door::at("POST /api/v1/email-changes/{token}/confirm", Path, &[Kind::EmailChangeConfirm]),
    Door::at("GET /api/v1/ownership-transfers/{token}", Path, &[Kind::OwnershipTransfer]),
    Door::at("POST /api/v1/ownership-transfers/{token}/accept", Path, &[Kind::OwnershipTransfer])
        .by(Visitor::SignedIn),
    Door::at("POST /api/v1/ownership-transfers/{token}/decline", Path, &[Kind::OwnershipTransfer]),
    Door::at("POST /api/v1/sessions/two-factor", Member("challenge"), &[Kind::TwoFactorChallenge])
        .with(|visit| json!({"code": visit.code})),
    Door::at("POST /api/v1/setup", Member("token"), &[Kind::OperatorSetUp])
        .with(|visit| json!({"email": visit.email, "password": PASSWORD, "name": "Olga Root"})),
];
