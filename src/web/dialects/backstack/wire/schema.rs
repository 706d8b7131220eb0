//! The app schema, and the domains in it.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::ids;
use crate::domain::machine::identity::ServiceIdentity;
use crate::model::{Role, SignUpDomain};

/// Through what one signs up.
#[derive(Debug, Serialize, ToSchema)]
pub struct DomainBody {
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// Whether it is open.
    pub allow_signup: bool,
    /// What a person reads before signing up.
    pub signup_help: String,
    /// The same: clients read either.
    pub help: String,
    /// What whoever comes through it subscribes to, by its id.
    pub versions: BTreeMap<String, VersionBody>,
    /// Always empty.
    pub network: BTreeMap<String, String>,
}

/// What a domain offers.
#[derive(Debug, Serialize, ToSchema)]
pub struct VersionBody {
    /// What it is called.
    pub title: String,
    /// What it is.
    pub description: String,
}

impl From<SignUpDomain> for DomainBody {
    fn from(domain: SignUpDomain) -> Self {
        let version = VersionBody { title: domain.version.title, description: domain.version.description };
        Self {
            title: domain.title,
            description: domain.description,
            allow_signup: domain.allow_signup,
            signup_help: domain.help.clone(),
            help: domain.help,
            versions: BTreeMap::from([(ids::version(domain.version.id), version)]),
            network: BTreeMap::new(),
        }
    }
}

/// Presents domains, by their ids.
pub fn domains(domains: Vec<SignUpDomain>) -> BTreeMap<String, DomainBody> {
    domains.into_iter().map(|domain| (ids::domain(domain.id), domain.into())).collect()
}

/// Everything that an app has to know of the service.
#[derive(Debug, Serialize, ToSchema)]
pub struct SchemaBody {
    /// The version of this object.
    pub schema_version: &'static str,
    /// The service.
    pub app: SchemaAppBody,
    /// All domains, by their ids.
    pub domains: BTreeMap<String, DomainBody>,
    /// Always empty.
    pub optional_features: OptionalFeaturesBody,
    /// Always empty.
    pub access: BTreeMap<String, String>,
    /// What people can be in an account.
    pub roles: RolesBody,
}

/// The service.
#[derive(Debug, Serialize, ToSchema)]
pub struct SchemaAppBody {
    /// Its id.
    #[schema(example = "app_01ELyq1wYqCVVNCtWaGvjT")]
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it is.
    pub description: String,
    /// The id of the key that session tokens can be checked with.
    pub pub_key: String,
    /// Whether any domain is open.
    pub allow_signup: bool,
}

/// Features that an account can have or not.
#[derive(Debug, Serialize, ToSchema)]
pub struct OptionalFeaturesBody {
    /// Always empty.
    pub distribution: BTreeMap<String, String>,
    /// Always empty.
    pub list: BTreeMap<String, String>,
}

/// What people can be in an account.
#[derive(Debug, Serialize, ToSchema)]
pub struct RolesBody {
    /// The roles there are, by the id of what a domain offers.
    pub distribution: BTreeMap<String, Vec<String>>,
    /// The roles, by their ids.
    pub list: BTreeMap<String, RoleBody>,
}

/// What somebody can be.
#[derive(Debug, Serialize, ToSchema)]
pub struct RoleBody {
    /// What it is called.
    pub title: &'static str,
    /// What it may do.
    pub description: &'static str,
}

/// The roles that somebody can be given.
const ROLES: [(Role, &str, &str); 3] = [
    (Role::Owner, "Owner", "Answers for the account."),
    (Role::Admin, "Admin", "Runs the account: members, invitations, settings."),
    (Role::Member, "Member", "Sees the account and its members."),
];

impl SchemaBody {
    /// Presents the service.
    pub fn new(service: ServiceIdentity, all: Vec<SignUpDomain>) -> Self {
        let ids: Vec<String> = ROLES.iter().map(|(role, ..)| ids::role(*role)).collect();
        Self {
            schema_version: "1",
            app: SchemaAppBody {
                id: ids::app(service.fingerprint),
                description: format!("The accounts of {}.", service.product),
                title: service.product,
                pub_key: service.key_id,
                allow_signup: all.iter().any(|domain| domain.allow_signup),
            },
            roles: RolesBody {
                distribution: all
                    .iter()
                    .map(|domain| (ids::version(domain.version.id), ids.clone()))
                    .collect(),
                list: ROLES
                    .map(|(role, title, description)| (ids::role(role), RoleBody { title, description }))
                    .into(),
            },
            domains: domains(all),
            optional_features: OptionalFeaturesBody { distribution: BTreeMap::new(), list: BTreeMap::new() },
            access: BTreeMap::new(),
        }
    }
}
