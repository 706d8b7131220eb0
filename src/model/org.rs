//! Orgs, and who belongs to them.

use super::{Country, OrgId, OrgName, Role, Timestamp, User, UserId};

/// A group of people that has at least one owner.
#[derive(Clone, Debug)]
pub struct Org {
    /// Its id.
    pub id: OrgId,
    /// What it is called; not unique.
    pub name: OrgName,
    /// Where it is.
    pub country: Option<Country>,
    /// Whether it is open.
    pub state: OrgState,
    /// When it was founded.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Grows by one with each change.
    pub version: i64,
}

/// Whether an org is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgState {
    /// People can join and act in it.
    Active,
    /// It is gone: its routes answer as if it had never been, its invitations are void.
    Deleted,
}

impl OrgState {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Deleted => "deleted",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Active, Self::Deleted].into_iter().find(|state| state.as_str() == word)
    }
}

/// That a person belongs to an org, as what, and since when. At most one per person and org.
#[derive(Clone, Debug)]
pub struct Membership {
    /// The org.
    pub org: Org,
    /// Who belongs to it.
    pub user_id: UserId,
    /// As what.
    pub role: Role,
    /// Since when.
    pub joined_at: Timestamp,
}

/// A member as the other members see them.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub user: User,
    /// As what.
    pub role: Role,
    /// Since when.
    pub joined_at: Timestamp,
}
