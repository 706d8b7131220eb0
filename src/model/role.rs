//! Roles in an org, and what each may do. The one table of permissions.

/// What a member is in an org. Ordered: a greater role may do all that a lesser may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Joined, waiting for approval: may do nothing yet.
    Pending,
    /// Sees the org and its members.
    Member,
    /// Runs the org: members, invitations, settings.
    Admin,
    /// Answers for the org: an org never lacks one.
    Owner,
}

/// One thing that may be done in an org.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Permission {
    /// See the org.
    ReadOrg,
    /// Change the org's name and policies.
    UpdateOrg,
    /// See who its members are.
    ReadMembers,
    /// Change roles, remove members.
    ManageMembers,
    /// See invitations, invite, resend, revoke.
    ManageInvitations,
    /// Invite people who, once they have joined, wait to be let in.
    ProposeMembers,
    /// See what was done in the org, by whom, from where.
    ReadAudit,
    /// Hand one's own place as an owner over.
    TransferOwnership,
    /// Have the org deleted, and take that back.
    DeleteOrg,
}

impl Role {
    /// All roles, least first.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Member, Self::Admin, Self::Owner];

    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Member => "member",
            Self::Admin => "admin",
            Self::Owner => "owner",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// What this role may do.
    pub fn permissions(self) -> &'static [Permission] {
        use Permission::{
            DeleteOrg, ManageInvitations, ManageMembers, ProposeMembers, ReadAudit, ReadMembers, ReadOrg,
            TransferOwnership, UpdateOrg,
        };
        match self {
            Self::Pending => &[],
            Self::Member => &[ReadOrg, ReadMembers, ProposeMembers],
            Self::Admin => &[
                ReadOrg,
                UpdateOrg,
                ReadMembers,
                ManageMembers,
                ManageInvitations,
                ProposeMembers,
                ReadAudit,
            ],
            Self::Owner => &[
                ReadOrg,
                UpdateOrg,
                ReadMembers,
                ManageMembers,
                ManageInvitations,
                ProposeMembers,
                ReadAudit,
                TransferOwnership,
                DeleteOrg,
            ],
        }
    }

    /// Whether this role may do `permission`.
    pub fn may(self, permission: Permission) -> bool {
        self.permissions().contains(&permission)
    }
}

impl Permission {
    /// All permissions.
    pub const ALL: [Self; 9] = [
        Self::ReadOrg,
        Self::UpdateOrg,
        Self::ReadMembers,
        Self::ManageMembers,
        Self::ManageInvitations,
        Self::ProposeMembers,
        Self::ReadAudit,
        Self::TransferOwnership,
        Self::DeleteOrg,
    ];

    /// The word for it in APIs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ReadOrg => "org:read",
            Self::UpdateOrg => "org:update",
            Self::ReadMembers => "members:read",
            Self::ManageMembers => "members:manage",
            Self::ManageInvitations => "invitations:manage",
            Self::ProposeMembers => "invitations:propose",
            Self::ReadAudit => "audit:read",
            Self::TransferOwnership => "org:transfer",
            Self::DeleteOrg => "org:delete",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_greater_role_may_do_all_that_a_lesser_may() {
        for pair in Role::ALL.windows(2) {
            assert!(pair[0] < pair[1]);
            assert!(pair[0].permissions().iter().all(|permission| pair[1].may(*permission)));
        }
    }

    #[test]
    fn who_waits_for_approval_may_do_nothing() {
        assert!(Role::Pending.permissions().is_empty());
    }
}
