//! Orgs, and who belongs to them.

use super::{
    Country, EmailAddress, EmailDomain, Invitation, MembershipId, OrgId, OrgName, Permission, Role,
    SignUpDomainId, Timestamp, User, UserId,
};

/// A group of people that has at least one owner.
#[derive(Clone, Debug)]
pub struct Org {
    /// Its id.
    pub id: OrgId,
    /// What it is called; not unique.
    pub name: OrgName,
    /// Where it is.
    pub country: Option<Country>,
    /// The sign-up domain that its founder came through.
    pub sign_up_domain_id: Option<SignUpDomainId>,
    /// What it asks of its members.
    pub policies: OrgPolicies,
    /// Whether it is open.
    pub state: OrgState,
    /// When it was founded.
    pub created_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Grows by one with each change.
    pub version: i64,
}

/// What an org asks of its members.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrgPolicies {
    /// Whether a member without a second factor may do nothing in it.
    pub require_two_factor: bool,
    /// The domains whose addresses may join; empty for all. Who is a member stays one.
    pub allowed_email_domains: Vec<EmailDomain>,
    /// Whether whoever joins by an invitation waits for approval.
    pub invitations_need_approval: bool,
}

impl OrgPolicies {
    /// Whether whoever has this address may join.
    pub fn allow(&self, address: &EmailAddress) -> bool {
        let domains = &self.allowed_email_domains;
        domains.is_empty() || domains.iter().any(|domain| domain.has(address))
    }
}

/// Whether an org is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgState {
    /// People can join and act in it.
    Active,
    /// It is to be deleted: its routes answer as if it had never been, its invitations can't be used. An owner can
    /// take that back until the deletion is due.
    Deleting,
}

impl OrgState {
    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Deleting => "deleting",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        [Self::Active, Self::Deleting].into_iter().find(|state| state.as_str() == word)
    }
}

/// That a person belongs to an org, as what, and since when. At most one per person and org.
#[derive(Clone, Debug)]
pub struct Membership {
    /// Its id: that of the invitation, where somebody joined by one.
    pub id: MembershipId,
    /// The org.
    pub org: Org,
    /// Who belongs to it.
    pub user_id: UserId,
    /// Whether that person has a second factor.
    pub two_factor: bool,
    /// As what.
    pub role: Role,
    /// Since when.
    pub joined_at: Timestamp,
}

impl Membership {
    /// Whether the org asks for a second factor that the person does not have. Of whoever waits to be let in
    /// it asks nothing yet.
    pub fn lacks_two_factor(&self) -> bool {
        self.role != Role::Pending && self.org.policies.require_two_factor && !self.two_factor
    }

    /// What the person may do in the org now.
    pub fn permissions(&self) -> &'static [Permission] {
        if self.lacks_two_factor() { &[] } else { self.role.permissions() }
    }
}

/// A membership, and the invitation that it came from.
#[derive(Clone, Debug)]
pub struct Joined {
    /// The membership.
    pub membership: Membership,
    /// The invitation; `None` where somebody founded the org, or whoever invited them is gone.
    pub invitation: Option<Invitation>,
}

/// A member as the other members see them.
#[derive(Clone, Debug)]
pub struct Member {
    /// Who.
    pub user: User,
    /// As what.
    pub role: Role,
    /// As what they were invited, while they wait for approval.
    pub requested_role: Option<Role>,
    /// Since when.
    pub joined_at: Timestamp,
}
