//! What the pages of an org have in common.

use serde::Serialize;

use crate::domain::policy;
use crate::model::{Member, Membership, Permission, Role};

/// Rows on one part of a list whose rows have forms in them: more would make a heavy page.
pub(super) const ROWS: u32 = 15;

/// Members offered to choose from: of more, one searches.
pub(super) const CHOICES: u32 = 100;

/// An org, and what the visitor may do in it.
#[derive(Serialize)]
pub(super) struct OrgView {
    id: String,
    name: String,
    role: &'static str,
    /// The words for what they may do.
    may: Vec<&'static str>,
    /// The roles that they may give, the least first.
    roles: Vec<&'static str>,
}

impl From<&Membership> for OrgView {
    fn from(membership: &Membership) -> Self {
        Self {
            id: membership.org.id.to_string(),
            name: membership.org.name.as_str().to_owned(),
            role: membership.role.as_str(),
            may: membership.permissions().iter().copied().map(Permission::as_str).collect(),
            roles: grantable(membership.role),
        }
    }
}

fn grantable(own: Role) -> Vec<&'static str> {
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Pending);
    roles.filter(|role| policy::require_not_above(own, *role).is_ok()).map(Role::as_str).collect()
}

/// A member, as the visitor sees them.
#[derive(Serialize)]
pub(super) struct MemberView {
    id: String,
    name: String,
    email: String,
    role: &'static str,
    /// As what they were invited, while they wait for approval.
    requested_role: Option<&'static str>,
    state: &'static str,
    joined_at: i64,
    /// Whether it is the visitor.
    me: bool,
    /// Whether the visitor's role reaches theirs.
    in_reach: bool,
}

impl MemberView {
    pub(super) fn new(member: &Member, visitor: &Membership) -> Self {
        let touched = member.requested_role.unwrap_or(member.role);
        Self {
            id: member.user.id.to_string(),
            name: member.user.called(),
            email: member.user.email.address.as_str().to_owned(),
            role: member.role.as_str(),
            requested_role: member.requested_role.map(Role::as_str),
            state: member.user.state.as_str(),
            joined_at: member.joined_at.as_microsecond(),
            me: member.user.id == visitor.user_id,
            in_reach: policy::require_not_above(visitor.role, touched).is_ok(),
        }
    }
}
