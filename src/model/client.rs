//! Where a request came from.

use std::net::IpAddr;

use super::Face;

/// The caller's address and device, for limits, session lists and the audit.
#[derive(Clone, Debug)]
pub struct ClientInfo {
    /// The address that counts: the peer's, or what a trusted proxy says it is.
    pub ip: IpAddr,
    /// The user agent, shortened and free of control characters.
    pub user_agent: Option<String>,
    /// The face of the service that they see.
    pub face: Face,
}
