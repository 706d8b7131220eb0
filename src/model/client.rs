//! Where a request came from.

use std::net::IpAddr;

use super::{Face, Locale};

/// The caller's address, device and language, for limits, session lists, the audit and letters.
#[derive(Clone, Debug)]
pub struct ClientInfo {
    /// The address that counts: the peer's, or what a trusted proxy says it is.
    pub ip: IpAddr,
    /// The user agent, shortened and free of control characters.
    pub user_agent: Option<String>,
    /// The language that they ask for, if it is one that is spoken here.
    pub locale: Option<Locale>,
    /// The face of the service that they see.
    pub face: Face,
}
