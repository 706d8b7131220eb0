//! A membership of a hub, and the invitation that it is before somebody joins.

use serde::Serialize;
use utoipa::ToSchema;

use super::values::{NEVER, role_id, time_or_never};
use crate::model::{Invitation, Joined, Role, Timestamp, User};
use crate::web::answer::time;

/// A membership.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipBody {
    /// Its id: that of the invitation, where there was one.
    #[schema(example = "651586fca6078e98982dbd90")]
    pub id: String,
    /// Whose.
    pub account_id: String,
    /// Of which hub.
    pub hub_id: String,
    /// The id of their role.
    #[schema(example = "000000000000000000000004")]
    pub role_id: &'static str,
    /// What happened to it, and when.
    pub events: MembershipEventsBody,
    /// What they reach; an org has no environments.
    pub permissions: PermissionsBody,
    /// How it is with it.
    pub state: MembershipStateBody,
    /// Where it came from.
    pub invitation: InvitationBody,
    /// What they want to be told; there is nothing to choose.
    pub preferences: PreferencesBody,
}

/// What happened to a membership. What never did happened at `0001-01-01T00:00:00Z`.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipEventsBody {
    /// When it was made, as an invitation.
    pub created: String,
    /// When it last changed.
    pub updated: String,
    /// Never: what is deleted is not shown.
    pub deleted: &'static str,
    /// When somebody joined.
    pub joined: String,
}

/// What a member reaches.
#[derive(Debug, Serialize, ToSchema)]
pub struct PermissionsBody {
    /// Always true.
    pub all_environments: bool,
    /// Always empty.
    pub environments: [String; 0],
}

/// How it is with a membership.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipStateBody {
    /// `pending`, `accepted` or `declined`.
    pub current: &'static str,
    /// Since when.
    pub changed: String,
}

/// An invitation.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationBody {
    /// Who invited; whoever founded the hub, themselves.
    pub sender: SenderBody,
    /// Which address was invited.
    pub recipient: String,
    /// What happened to it, and when.
    pub events: InvitationEventsBody,
}

/// Who invited.
#[derive(Debug, Serialize, ToSchema)]
pub struct SenderBody {
    /// Whose id.
    pub id: String,
    /// Always `account`.
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// What happened to an invitation. What never did happened at `0001-01-01T00:00:00Z`.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitationEventsBody {
    /// When it was made or last renewed.
    pub created: String,
    /// When it last changed.
    pub updated: String,
    /// Never: what is deleted is not shown.
    pub deleted: &'static str,
    /// When somebody joined by it.
    pub accepted: String,
    /// When it was declined.
    pub declined: String,
    /// When it was taken back.
    pub revoked: String,
}

/// What a member wants to be told. Empty.
#[derive(Debug, Serialize, ToSchema)]
pub struct PreferencesBody {}

impl MembershipBody {
    /// An invitation that nobody has joined by.
    pub fn of_invitation(invitation: &Invitation, invited: &User) -> Self {
        let changed = invitation.declined_at.unwrap_or(invitation.created_at);
        Self {
            id: invitation.id.abbreviated(),
            account_id: invited.id.abbreviated(),
            hub_id: invitation.org_id.abbreviated(),
            role_id: role_id(invitation.role),
            events: MembershipEventsBody {
                created: time(invitation.created_at),
                updated: time(changed),
                deleted: NEVER,
                joined: NEVER.to_owned(),
            },
            permissions: PermissionsBody::ALL,
            state: MembershipStateBody {
                current: if invitation.declined_at.is_some() { "declined" } else { "pending" },
                changed: time(changed),
            },
            invitation: invitation.into(),
            preferences: PreferencesBody {},
        }
    }

    /// A membership of a person.
    pub fn of_member(joined: &Joined, member: &User) -> Self {
        let Joined { membership, invitation } = joined;
        let joined_at = membership.joined_at;
        let created_at = invitation.as_ref().map_or(joined_at, |invitation| invitation.created_at);
        Self {
            id: membership.id.abbreviated(),
            account_id: membership.user_id.abbreviated(),
            hub_id: membership.org.id.abbreviated(),
            role_id: role_id(membership.role),
            events: MembershipEventsBody {
                created: time(created_at),
                updated: time(joined_at),
                deleted: NEVER,
                joined: time(joined_at),
            },
            permissions: PermissionsBody::ALL,
            state: MembershipStateBody {
                // Whoever waits for approval is not in yet.
                current: if membership.role == Role::Pending { "pending" } else { "accepted" },
                changed: time(joined_at),
            },
            invitation: match invitation {
                Some(invitation) => invitation.into(),
                None => InvitationBody::of_founder(member, joined_at),
            },
            preferences: PreferencesBody {},
        }
    }
}

impl PermissionsBody {
    const ALL: Self = Self { all_environments: true, environments: [] };
}

impl SenderBody {
    fn of(id: String) -> Self {
        Self { id, kind: "account" }
    }
}

impl InvitationBody {
    /// Cycle knows no membership without an invitation.
    fn of_founder(founder: &User, founded_at: Timestamp) -> Self {
        Self {
            sender: SenderBody::of(founder.id.abbreviated()),
            recipient: founder.email.address.as_str().to_owned(),
            events: InvitationEventsBody {
                created: time(founded_at),
                updated: time(founded_at),
                deleted: NEVER,
                accepted: time(founded_at),
                declined: NEVER.to_owned(),
                revoked: NEVER.to_owned(),
            },
        }
    }
}

impl From<&Invitation> for InvitationBody {
    fn from(invitation: &Invitation) -> Self {
        let ended_at = invitation.accepted_at.or(invitation.declined_at).or(invitation.revoked_at);
        Self {
            sender: SenderBody::of(invitation.inviter.id.abbreviated()),
            recipient: invitation.email.as_str().to_owned(),
            events: InvitationEventsBody {
                created: time(invitation.created_at),
                updated: time(ended_at.unwrap_or(invitation.created_at)),
                deleted: NEVER,
                accepted: time_or_never(invitation.accepted_at),
                declined: time_or_never(invitation.declined_at),
                revoked: time_or_never(invitation.revoked_at),
            },
        }
    }
}
