//! Who joins an org that approves its people waits until somebody who runs it lets them in.

use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::model::{Letter, Member, Org, OrgId, Role, User};
use crate::store::StoreError;
use crate::store::queries::{memberships, orgs};

/// Owners who are written to about one thing: more would not read it sooner.
pub(in crate::domain) const OWNERS: u32 = 20;

/// Whether somebody who joins may act at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Admission {
    /// They have the role they were invited with.
    AtOnce,
    /// They wait: the role they were invited with is what they ask for.
    OnApproval,
}

impl Admission {
    /// What the org's policy says.
    pub(in crate::domain) fn of(org: &Org) -> Self {
        if org.policies.invitations_need_approval { Self::OnApproval } else { Self::AtOnce }
    }
}

/// Tells an org's owners that somebody waits.
pub(in crate::domain) fn write_to_owners(
    change: &mut Change<'_>,
    org: &Org,
    newcomer: &User,
    role: Role,
) -> Result<(), StoreError> {
    let expires_at = later(change.now, change.app.rules.lifetimes.invitation);
    for owner in memberships::list_owners(change.tx, org.id, OWNERS)? {
        let letter = Letter::MemberAwaitsApproval {
            person: owner.called(),
            newcomer: newcomer.called(),
            email: newcomer.email.address.as_str().to_owned(),
            org: org.name.as_str().to_owned(),
            role: role.as_str().to_owned(),
            sign_in_link: change.sign_in_link(),
        };
        change.enqueue(&owner, &letter, expires_at)?;
    }
    Ok(())
}

/// Tells a member who waited that they were let in.
pub(super) fn write_to_approved(
    change: &mut Change<'_>,
    org_id: OrgId,
    member: &Member,
) -> Result<(), StoreError> {
    let Some(org) = orgs::find_org(change.tx, org_id)? else { return Ok(()) };
    let letter = Letter::MembershipApproved {
        person: member.user.called(),
        org: org.name.as_str().to_owned(),
        role: member.role.as_str().to_owned(),
        sign_in_link: change.sign_in_link(),
    };
    let expires_at = later(change.now, change.app.rules.lifetimes.invitation);
    change.enqueue(&member.user, &letter, expires_at)?;
    Ok(())
}
