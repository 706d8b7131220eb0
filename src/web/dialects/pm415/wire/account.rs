//! What `/api/account` answers.

use serde::Serialize;
use utoipa::ToSchema;
use utoipa::openapi::schema::{Object, ObjectBuilder, Type};

use crate::domain::sessions::start::SignedIn;
use crate::model::{Membership, User};

/// Somebody who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoggedIn {
    /// The token to show as a bearer; good for seven days. A secret.
    pub token: String,
    /// Always true.
    pub success: bool,
    /// Who.
    pub user: LoginUser,
}

/// A person, with the orgs they belong to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct LoginUser {
    /// Their number.
    pub id: i64,
    /// Their address.
    pub email: String,
    /// The first part of their name.
    pub first_name: String,
    /// The last part of their name.
    pub last_name: String,
    /// The orgs they belong to, the oldest first.
    pub organizations: Vec<OrgName>,
}

/// An org, by its number and its name.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrgName {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
}

impl From<SignedIn> for LoggedIn {
    fn from(signed_in: SignedIn) -> Self {
        let SignedIn { bearer, user, memberships, .. } = signed_in;
        Self { token: bearer.token, success: true, user: LoginUser::of(&user, &memberships) }
    }
}

impl LoginUser {
    fn of(user: &User, memberships: &[Membership]) -> Self {
        Self {
            id: user.id.number().get(),
            email: user.email.address.as_str().to_owned(),
            first_name: user.name.first().to_owned(),
            last_name: user.name.last().to_owned(),
            organizations: memberships.iter().rev().map(Into::into).collect(),
        }
    }
}

impl From<&Membership> for OrgName {
    fn from(membership: &Membership) -> Self {
        Self { id: membership.org.id.number().get(), name: membership.org.name.as_str().to_owned() }
    }
}

/// That a letter is on its way.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MessageSent {
    /// To whom.
    pub message: String,
    /// Always true.
    pub success: bool,
    /// Whose address it is; left out where that is not told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<i64>,
}

impl MessageSent {
    /// A letter to the address that was sent, perhaps somebody's.
    pub fn to(email: &str, user: Option<&User>) -> Self {
        Self {
            message: format!("A message was sent to the {email}"),
            success: true,
            user_id: user.map(|user| user.id.number().get()),
        }
    }
}

/// Whom something was done to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// Their number.
    pub user_id: i64,
    /// Always true.
    #[schema(schema_with = always_true)]
    pub success: bool,
    /// What was done; a sign-up does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<&'static str>,
}

impl Done {
    /// Done to a person.
    pub fn to(user: &User, message: Option<&'static str>) -> Self {
        Self { user_id: user.id.number().get(), success: true, message }
    }
}

/// What the link of a letter came to: pm415 answers 200 either way.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum Verified {
    /// The account is activated.
    Done(Done),
    /// It is not.
    Refused(NotVerified),
}

fn always_true() -> Object {
    always(true, "Always true.")
}

fn always_false() -> Object {
    always(false, "Always false.")
}

/// What tells two answers of one status apart.
fn always(value: bool, told: &str) -> Object {
    let schema = ObjectBuilder::new().schema_type(Type::Boolean).enum_values(Some([value]));
    schema.description(Some(told)).build()
}

/// That a link can't be used.
#[derive(Debug, Serialize, ToSchema)]
pub struct NotVerified {
    /// Always false.
    #[schema(schema_with = always_false)]
    pub success: bool,
    /// Why.
    pub message: &'static str,
}

impl Verified {
    /// Why not.
    pub fn refused(message: &'static str) -> Self {
        Self::Refused(NotVerified { success: false, message })
    }
}
