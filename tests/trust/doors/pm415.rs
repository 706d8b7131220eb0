//! The dialect `pm415`. The original has one key and no purpose for all its tokens, so that there an invitation sets its
//! inviter's password.

use serde_json::json;

use super::Place::{Bearer, Member, Query};
use super::{Door, Face, INVITATIONS, Visitor};
use crate::support::{Kind, PASSWORD};

pub const FACE: Face = Face {
    document: "/openapi/pm415.json",
    doors: DOORS,
    expect_refusal: |place, answer| {
        // Its `verify` is documented to answer a token that it does not know with 200.
        let expected: &[u16] = match place {
            Bearer => &[401],
            Query => &[200, 422],
            _ => &[422],
        };
        assert!(expected.contains(&answer.status), "{}", answer.status);
        assert_eq!(answer.body["success"], false);
    },
};

const DOORS: &[Door] = &[
    Door::at("POST /api/account/login", Member("token"), INVITATIONS)
        .by(Visitor::Known)
        .with(|visit| json!({"email": visit.email, "password": PASSWORD})),
    Door::at("POST /api/account/register", Member("token"), INVITATIONS).with(|visit| {
        json!({"email": visit.email, "password": "1111", "confirmation": "1111", "firstName": "Matt",
            "lastName": "Reider", "tosAccepted": "Y"})
    }),
    Door::at("GET /api/account/verify", Query, &[Kind::EmailVerification]),
    Door::at("POST /api/account/changepassword", Member("token"), &[Kind::PasswordReset])
        .with(|_| json!({"password": "1111", "confirmation": "1111"})),
    Door::at("GET /api/org/invite", Query, INVITATIONS),
];
