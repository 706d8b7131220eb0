//! An org, alone and with what somebody is in it.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::orgs::create::CreateOrg;
use crate::model::{Country, EmailDomain, Membership, Org, OrgName};
use crate::web::answer::time;
use crate::web::body::{Fields, FromBody, Node, Reason, readers};

/// An org.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrgBody {
    /// The org's id.
    pub id: Uuid,
    /// What it is called.
    #[schema(example = "Acme")]
    pub name: String,
    /// Where it is: ISO 3166-1 alpha-2.
    #[schema(example = "DE")]
    pub country: Option<&'static str>,
    /// Whether a member without two-factor sign-in may do nothing in it.
    pub require_two_factor: bool,
    /// The domains whose addresses may join; empty for all. Who is a member stays one.
    #[schema(example = json!(["example.com"]))]
    pub allowed_email_domains: Vec<String>,
    /// Whether whoever joins by an invitation waits, as `pending`, for an owner or admin to approve.
    pub invitations_need_approval: bool,
    /// When it was founded.
    pub created_at: String,
    /// When it last changed.
    pub updated_at: String,
}

impl From<&Org> for OrgBody {
    fn from(org: &Org) -> Self {
        Self {
            id: org.id.uuid(),
            name: org.name.as_str().to_owned(),
            country: org.country.map(Country::code),
            require_two_factor: org.policies.require_two_factor,
            allowed_email_domains: org.policies.allowed_email_domains.iter().map(told_domain).collect(),
            invitations_need_approval: org.policies.invitations_need_approval,
            created_at: time(org.created_at),
            updated_at: time(org.updated_at),
        }
    }
}

fn told_domain(domain: &EmailDomain) -> String {
    domain.as_str().to_owned()
}

/// An org by name.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrgNameBody {
    /// The org's id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
}

impl From<&Org> for OrgNameBody {
    fn from(org: &Org) -> Self {
        Self { id: org.id.uuid(), name: org.name.as_str().to_owned() }
    }
}

/// An org by name, and what one is in it.
#[derive(Debug, Serialize, ToSchema)]
pub struct OrgRoleBody {
    /// The org's id.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// What one is in it.
    #[schema(example = "owner")]
    pub role: &'static str,
}

impl From<&Membership> for OrgRoleBody {
    fn from(membership: &Membership) -> Self {
        Self {
            id: membership.org.id.uuid(),
            name: membership.org.name.as_str().to_owned(),
            role: membership.role.as_str(),
        }
    }
}

/// That I belong to an org.
#[derive(Debug, Serialize, ToSchema)]
pub struct MembershipBody {
    /// The org.
    pub org: OrgNameBody,
    /// As what.
    #[schema(example = "member")]
    pub role: &'static str,
    /// Since when.
    pub joined_at: String,
}

impl From<&Membership> for MembershipBody {
    fn from(membership: &Membership) -> Self {
        Self {
            org: (&membership.org).into(),
            role: membership.role.as_str(),
            joined_at: time(membership.joined_at),
        }
    }
}

/// The org to found.
#[derive(Debug, ToSchema)]
pub struct CreateOrgInput {
    /// What it is called.
    #[schema(value_type = String, example = "Acme")]
    pub name: OrgName,
    /// Where it is: ISO 3166-1 alpha-2, any case.
    #[schema(value_type = Option<String>, example = "DE")]
    pub country: Option<Country>,
}

impl FromBody for CreateOrgInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.required("name", readers::parsed(OrgName::parse));
        let country = fields.optional("country", read_country);
        Some(Self { name: name?, country })
    }
}

impl From<CreateOrgInput> for CreateOrg {
    fn from(input: CreateOrgInput) -> Self {
        Self { name: input.name, country: input.country }
    }
}

/// Reads a country's code.
pub fn read_country(node: Node) -> Result<Country, Reason> {
    readers::parsed(Country::parse)(node)
}
