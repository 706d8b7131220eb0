//! Sign-ups that wait for their letter to be used.
//!
//! An address that nobody has proven belongs to nobody: each sign-up with it stands by itself, with
//! its own password, and the letter that is used decides whose holds. So a sign-up makes no user and
//! no org; it keeps the ids they will have.

use super::{
    Country, EmailAddress, InvitationId, Locale, OrgId, OrgName, PersonName, SignUpDomainId, SignUpId,
    Timestamp, UserId, Username,
};

/// One attempt to sign up.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// Its id.
    pub id: SignUpId,
    /// The id its person will have, unless their address has an account by then.
    pub user_id: UserId,
    /// The address its letter goes to.
    pub email: EmailAddress,
    /// How the person is called.
    pub name: PersonName,
    /// The username wanted; not reserved.
    pub username: Option<Username>,
    /// Whether the service made the username for them: their letter tells it.
    pub username_generated: bool,
    /// The hash of the password (PHC string).
    pub password_hash: String,
    /// The password itself, where the service made it for them, sealed: their letter tells it.
    pub sealed_password: Option<Vec<u8>>,
    /// The org to found.
    pub org: Option<FoundedOrg>,
    /// The sign-up domain that they came through.
    pub domain_id: Option<SignUpDomainId>,
    /// The invitation to join by.
    pub invitation_id: Option<InvitationId>,
    /// The language of its letter.
    pub locale: Option<Locale>,
    /// When the terms were accepted.
    pub terms_accepted_at: Option<Timestamp>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it is forgotten.
    pub expires_at: Timestamp,
}

impl SignUp {
    /// What the password of a sign-up is sealed for: this sign-up and no other.
    pub fn sealing_context(id: SignUpId) -> String {
        format!("sign_up:{id}")
    }
}

/// The org that a sign-up will found.
#[derive(Clone, Debug)]
pub struct FoundedOrg {
    /// The id it will have.
    pub id: OrgId,
    /// What it is called.
    pub name: OrgName,
    /// Where it is.
    pub country: Option<Country>,
}
