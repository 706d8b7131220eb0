//! API keys: what programs show in place of a session's token.

use std::net::IpAddr;

use super::{ApiKeyId, IpNetwork, KeyName, OrgId, Scope, Timestamp, UserId};

/// An API key, without the key itself: of that only the digest is stored.
#[derive(Clone, Debug)]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// Who calls by it.
    pub user_id: UserId,
    /// The one org it is for; `None` for all of its person's.
    pub org_id: Option<OrgId>,
    /// What its person calls it.
    pub name: KeyName,
    /// What it is for, each once.
    pub scopes: Vec<Scope>,
    /// Its first characters, to tell it by.
    pub prefix: String,
    /// Where it may be used; empty for anywhere.
    pub ip_allowlist: Vec<IpNetwork>,
    /// When it was made.
    pub created_at: Timestamp,
    /// Until when it can be used. It has expired at this very instant.
    pub expires_at: Option<Timestamp>,
    /// When it was last used, exact to five minutes.
    pub last_used_at: Option<Timestamp>,
    /// When a refused use of it was last written down.
    pub last_refused_at: Option<Timestamp>,
}

impl ApiKey {
    /// Whether it can still be used at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.expires_at.is_none_or(|expires_at| now < expires_at)
    }

    /// Whether it may be used from an address.
    pub fn allows(&self, ip: IpAddr) -> bool {
        self.ip_allowlist.is_empty() || self.ip_allowlist.iter().any(|network| network.contains(ip))
    }

    /// What a key is sealed as, where it is kept to be shown again.
    pub fn sealing_context(id: ApiKeyId) -> String {
        format!("api_key:{id}")
    }
}

/// The key of a person's profile.
#[derive(Clone, Debug)]
pub struct ProfileKey {
    /// Its id.
    pub id: ApiKeyId,
    /// Its first characters, to tell it by.
    pub prefix: String,
    /// The key itself, sealed; `None` where it is not to be shown again.
    pub sealed_secret: Option<Vec<u8>>,
}
