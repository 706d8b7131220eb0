//! What `/api/user` and `/api/org` tell of people and orgs.

use serde::Serialize;
use utoipa::ToSchema;

use super::account::OrgName;
use crate::model::{Member, Membership, Org, Principal, Role, User, UserState};
use crate::web::answer::time;

/// What somebody is in an org: owners and admins are both `Admin`.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct RoleBody {
    /// 1, 2 or 3.
    pub id: u8,
    /// `Admin`, `Member` or `Pending`.
    #[schema(example = "Admin")]
    pub role: &'static str,
}

impl From<Role> for RoleBody {
    fn from(role: Role) -> Self {
        let (id, role) = match role {
            Role::Owner | Role::Admin => (1, "Admin"),
            Role::Member => (2, "Member"),
            Role::Pending => (3, "Pending"),
        };
        Self { id, role }
    }
}

/// An org, and what one is in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrgRoles {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// Always one.
    pub roles: Vec<RoleBody>,
}

impl From<&Membership> for OrgRoles {
    fn from(membership: &Membership) -> Self {
        let OrgName { id, name } = membership.into();
        Self { id, name, roles: vec![membership.role.into()] }
    }
}

/// A person, with the orgs they belong to.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UserBody {
    /// Their number.
    pub id: i64,
    /// Their address.
    pub email: String,
    /// The first part of their name.
    pub first_name: String,
    /// The last part of their name.
    pub last_name: String,
    /// The orgs they belong to, the oldest first.
    pub organizations: Vec<OrgRoles>,
}

impl UserBody {
    /// A person, and their memberships.
    pub fn of(user: &User, memberships: &[Membership]) -> Self {
        Self {
            id: user.id.number().get(),
            email: user.email.address.as_str().to_owned(),
            first_name: user.name.first().to_owned(),
            last_name: user.name.last().to_owned(),
            organizations: memberships.iter().map(Into::into).collect(),
        }
    }
}

/// The org that a caller acts for: with an API key for all of their orgs, the one they joined first.
pub fn current<'a>(caller: &'a Principal, memberships: &'a [Membership]) -> Option<&'a Membership> {
    let acting = memberships.iter().filter(|membership| membership.role != Role::Pending);
    match caller.session() {
        Some(_) => caller.identity.membership.as_ref(),
        None => acting.min_by_key(|membership| (membership.joined_at, membership.org.id)),
    }
}

/// Oneself.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// Always true.
    pub success: bool,
    /// Who.
    pub user: UserBody,
    /// The org they act for, if for one.
    pub organization: Option<OrgRoles>,
}

/// Oneself, changed.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct UpdatedMe {
    /// Always true.
    pub success: bool,
    /// Who, with the address in force.
    pub user: UserBody,
    /// The org they act for, if for one.
    pub organization: Option<OrgRoles>,
    /// Always false: the session goes on.
    pub do_logout: bool,
}

/// The API key of one's profile.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownKey {
    /// Always true.
    pub success: bool,
    /// The key, a secret; null before the first one was made.
    pub apikey: Option<String>,
}

/// A new API key of one's profile. The documents call it one thing, the web front end the other.
#[derive(Debug, Serialize, ToSchema)]
pub struct NewKey {
    /// Always true.
    pub success: bool,
    /// The key. A secret.
    pub apikey: String,
    /// The same.
    #[serde(rename = "apiKey")]
    pub api_key: String,
}

/// An org, by what one is in it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MyOrg {
    /// Its number.
    pub org_id: i64,
    /// What it is called.
    pub name: String,
    /// `Admin`, `Member` or `Pending`.
    pub role: &'static str,
}

impl From<&Membership> for MyOrg {
    fn from(membership: &Membership) -> Self {
        let OrgName { id: org_id, name } = membership.into();
        Self { org_id, name, role: RoleBody::from(membership.role).role }
    }
}

/// One's orgs.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyOrgs {
    /// Always true.
    pub success: bool,
    /// The orgs, the oldest first.
    pub organizations: Vec<MyOrg>,
}

/// An org as its members see it.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct OrgBody {
    /// Its number.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// When it was founded.
    pub created_at: String,
    /// When it last changed.
    pub updated_at: String,
    /// Always one.
    pub roles: Vec<RoleBody>,
}

impl From<&Membership> for OrgBody {
    fn from(membership: &Membership) -> Self {
        let OrgRoles { id, name, roles } = membership.into();
        let Org { created_at, updated_at, .. } = membership.org;
        Self { id, name, created_at: time(created_at), updated_at: time(updated_at), roles }
    }
}

/// All of one's orgs, and the one that one acts for.
#[derive(Debug, Serialize, ToSchema)]
pub struct Orgs {
    /// Always true.
    pub success: bool,
    /// The orgs, the oldest first.
    pub organizations: Vec<OrgBody>,
    /// The org one acts for, if for one.
    pub current: Option<OrgBody>,
}

/// An org as it was founded. These names are not in camel case.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundedOrg {
    /// What it is called.
    pub name: String,
    /// When it last changed.
    pub updated_at: String,
    /// When it was founded.
    pub created_at: String,
    /// Its number.
    pub id: i64,
}

impl From<&Org> for FoundedOrg {
    fn from(org: &Org) -> Self {
        Self {
            name: org.name.as_str().to_owned(),
            updated_at: time(org.updated_at),
            created_at: time(org.created_at),
            id: org.id.number().get(),
        }
    }
}

/// That an org was founded.
#[derive(Debug, Serialize, ToSchema)]
pub struct Founded {
    /// Always true.
    pub success: bool,
    /// The org.
    pub organization: FoundedOrg,
    /// Its owner.
    pub user: UserBody,
}

/// That an org was renamed.
#[derive(Debug, Serialize, ToSchema)]
pub struct Renamed {
    /// Always true.
    pub success: bool,
    /// The org.
    pub organization: OrgName,
}

/// That one acts for another org.
#[derive(Debug, Serialize, ToSchema)]
pub struct Switched {
    /// Always true.
    pub success: bool,
    /// The org.
    pub organization: OrgName,
    /// The token to show from now on: the one before is worth nothing. A secret.
    pub token: String,
}

/// A member of an org.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberBody {
    /// Their number.
    pub user_id: i64,
    /// Their address.
    pub email: String,
    /// The first part of their name.
    pub first_name: String,
    /// The last part of their name.
    pub last_name: String,
    /// 1 if they may sign in, else 0.
    pub is_active: u8,
    /// `Admin`, `Member` or `Pending`.
    pub role: &'static str,
}

impl From<&Member> for MemberBody {
    fn from(member: &Member) -> Self {
        let user = &member.user;
        Self {
            user_id: user.id.number().get(),
            email: user.email.address.as_str().to_owned(),
            first_name: user.name.first().to_owned(),
            last_name: user.name.last().to_owned(),
            is_active: u8::from(user.state == UserState::Active),
            role: RoleBody::from(member.role).role,
        }
    }
}

/// An org's members.
#[derive(Debug, Serialize, ToSchema)]
pub struct Members {
    /// Always true.
    pub success: bool,
    /// The members, the newest account first.
    pub users: Vec<MemberBody>,
}

/// The link of an invitation, to hand over.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct InviteLink {
    /// Always true.
    pub success: bool,
    /// Holds a token of its own: whoever joins by it has proven nothing of the mailbox. A secret.
    pub confirm_url: String,
}

/// An invitation, as its holder sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeenInvitation {
    /// Always true.
    pub success: bool,
    /// Whom it is for.
    pub email: String,
    /// The name of the org.
    pub organization: String,
}

/// That something was done.
#[derive(Debug, Serialize, ToSchema)]
pub struct Success {
    /// Always true.
    pub success: bool,
    /// What was done, for the web front end to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<&'static str>,
}
