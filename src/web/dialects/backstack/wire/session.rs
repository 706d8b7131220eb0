//! The session: who is signed in, for which account, and what is to be done next.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::ids;
use crate::domain::machine::identity::{ServiceIdentity, fingerprint};
use crate::model::{Membership, OrgId, Permission, Role, SignUpDomain, User};

/// The session.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionBody {
    /// Whether somebody is signed in and acts for an account.
    pub auth: bool,
    /// What is to be done next: `login`, `select_account` or `logout`; null for nothing.
    pub signal: Option<&'static str>,
    /// What that takes.
    pub signal_data: Option<SelectAccountBody>,
    /// The service.
    pub app: AppBody,
    /// The account that they act for.
    pub account: Option<AccountBody>,
    /// Who is signed in.
    pub user: Option<SessionUserBody>,
    /// What they may do, by feature: `crud`, or `r` to see it.
    pub access: BTreeMap<&'static str, &'static str>,
    /// Changes when `access` does.
    pub access_signature: String,
    /// Always empty.
    pub alerts: BTreeMap<String, String>,
}

/// The accounts to choose from.
#[derive(Debug, Serialize, ToSchema)]
pub struct SelectAccountBody {
    /// Their titles, by their ids.
    pub accounts: BTreeMap<String, String>,
    /// The one that they last acted for.
    pub last_login: Option<String>,
}

/// The service.
#[derive(Debug, Serialize, ToSchema)]
pub struct AppBody {
    /// Its id.
    #[schema(example = "app_01ELyq1wYqCVVNCtWaGvjT")]
    pub id: String,
    /// What it is called.
    pub title: String,
}

/// An account: an org.
#[derive(Debug, Serialize, ToSchema)]
pub struct AccountBody {
    /// Its id.
    #[schema(example = "act_01ELyq1wYqCVVNCtWaGvjT")]
    pub id: String,
    /// The domain that its founder came through.
    pub domain_id: Option<String>,
    /// What it subscribes to.
    pub version_id: Option<String>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub country_id: Option<&'static str>,
}

/// Who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionUserBody {
    /// Their id.
    #[schema(example = "usr_01ELyq1wYqCVVNCtWaGvjT")]
    pub id: String,
    /// Their username; null without one.
    pub username: Option<String>,
    /// How they are called.
    pub name: String,
    /// Where letters go.
    pub email: String,
    /// Always null.
    #[schema(value_type = Option<String>)]
    pub avatar: (),
    /// What they are in the account.
    pub roles: Vec<String>,
}

/// Who is signed in, as the operations tell it.
pub struct SignedInAs<'a> {
    /// Who.
    pub user: &'a User,
    /// The org they act for.
    pub acting: Option<&'a Membership>,
    /// What they may do in it.
    pub permissions: &'a [Permission],
    /// All orgs they belong to.
    pub memberships: &'a [Membership],
    /// The org they last acted for.
    pub last_org: Option<OrgId>,
}

impl SessionBody {
    /// Nobody is signed in.
    pub fn signed_out(service: ServiceIdentity, signal: &'static str) -> Self {
        let access = BTreeMap::new();
        Self {
            auth: false,
            signal: Some(signal),
            signal_data: None,
            app: AppBody { id: ids::app(service.fingerprint), title: service.product },
            account: None,
            user: None,
            access_signature: signature(&access),
            access,
            alerts: BTreeMap::new(),
        }
    }

    /// Somebody is signed in. Who belongs to several accounts and has chosen none has to.
    pub fn signed_in(service: ServiceIdentity, who: &SignedInAs<'_>, domains: &[SignUpDomain]) -> Self {
        let open: Vec<&Membership> =
            who.memberships.iter().filter(|membership| membership.role != Role::Pending).collect();
        let has_to_choose = who.acting.is_none() && open.len() > 1;
        let access = access(who.permissions);
        Self {
            auth: !has_to_choose,
            signal: has_to_choose.then_some("select_account"),
            signal_data: has_to_choose.then(|| SelectAccountBody {
                accounts: open
                    .iter()
                    .map(|membership| {
                        (ids::account(membership.org.id), membership.org.name.as_str().to_owned())
                    })
                    .collect(),
                last_login: who.last_org.map(ids::account),
            }),
            account: who.acting.map(|membership| account(membership, domains)),
            user: Some(SessionUserBody {
                id: ids::user(who.user.id),
                username: who.user.username.as_ref().map(|username| username.as_str().to_owned()),
                name: who.user.name.full(),
                email: who.user.email.address.as_str().to_owned(),
                avatar: (),
                roles: who.acting.map(|membership| ids::role(membership.role)).into_iter().collect(),
            }),
            access_signature: signature(&access),
            access,
            ..Self::signed_out(service, "login")
        }
    }
}

fn account(membership: &Membership, domains: &[SignUpDomain]) -> AccountBody {
    let org = &membership.org;
    let domain = org.sign_up_domain_id.and_then(|id| domains.iter().find(|domain| domain.id == id));
    AccountBody {
        id: ids::account(org.id),
        domain_id: org.sign_up_domain_id.map(ids::domain),
        version_id: domain.map(|domain| ids::version(domain.version.id)),
        title: org.name.as_str().to_owned(),
        country_id: org.country.map(crate::model::Country::code),
    }
}

/// What the permissions come to, in Backstack's features.
fn access(permissions: &[Permission]) -> BTreeMap<&'static str, &'static str> {
    let word = |all: Permission, see: Permission| match permissions {
        held if held.contains(&all) => Some("crud"),
        held if held.contains(&see) => Some("r"),
        _ => None,
    };
    let features = [
        ("account", word(Permission::UpdateOrg, Permission::ReadOrg)),
        ("account-users", word(Permission::ManageMembers, Permission::ReadMembers)),
    ];
    features.into_iter().filter_map(|(feature, word)| Some((feature, word?))).collect()
}

fn signature(access: &BTreeMap<&'static str, &'static str>) -> String {
    format!("{:032x}", fingerprint(&format!("{access:?}")))
}
