//! What an API key is for. A key may do what both its scopes and its person's role allow.

use super::{Permission, ValueError};

/// What takes a session, whatever the role: no key is for it.
const SESSION_ALONE: [Permission; 2] = [Permission::TransferOwnership, Permission::DeleteOrg];

/// One thing that an API key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// See the person's account, their orgs, and the invitations to them.
    ReadAccount,
    /// Change what the person says of themselves.
    UpdateAccount,
    /// Found orgs.
    CreateOrgs,
    /// One thing in an org, where the person's role allows it too.
    Org(Permission),
}

/// The text is no scope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a scope. The API's reference lists them.")]
pub struct ScopeError;

impl ValueError for ScopeError {
    fn code(&self) -> &'static str {
        "scope_unknown"
    }
}

impl Scope {
    /// All scopes: those of an account, then one for each permission in an org that a key can have.
    pub fn all() -> impl Iterator<Item = Self> {
        [Self::ReadAccount, Self::UpdateAccount, Self::CreateOrgs]
            .into_iter()
            .chain(Permission::ALL.into_iter().filter(|it| !SESSION_ALONE.contains(it)).map(Self::Org))
    }

    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReadAccount => "account:read",
            Self::UpdateAccount => "account:update",
            Self::CreateOrgs => "orgs:create",
            Self::Org(permission) => permission.as_str(),
        }
    }

    /// Reads the word back.
    ///
    /// # Errors
    /// The text is no scope.
    pub fn parse(word: &str) -> Result<Self, ScopeError> {
        Self::all().find(|scope| scope.as_str() == word).ok_or(ScopeError)
    }

    /// Whether a key that is bound to an org may have it: it reaches no further than an org.
    pub fn is_of_org(self) -> bool {
        matches!(self, Self::Org(_))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_scopes_share_a_word_and_each_is_read_back() {
        let words: HashSet<&str> = Scope::all().map(Scope::as_str).collect();
        assert_eq!(words.len(), Scope::all().count());
        for scope in Scope::all() {
            assert_eq!(Scope::parse(scope.as_str()), Ok(scope));
        }
        for word in ["", "org", "org:*", "ORG:READ", " org:read", "account:read org:read"] {
            assert_eq!(Scope::parse(word), Err(ScopeError), "{word}");
        }
    }
}
