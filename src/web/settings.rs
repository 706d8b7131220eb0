//! What this room needs to know of the configuration.

use std::sync::Arc;
use std::time::Duration;

use ipnet::IpNet;

use crate::model::Dialect;

use super::listener::Peers;
use super::pages::frame::Look;

/// How requests are read and answered.
#[derive(Clone)]
pub struct WebSettings {
    /// Where people reach the service, without a slash at the end.
    pub public_url: String,
    /// Networks whose word on the client's address is believed.
    pub trusted_proxies: Vec<IpNet>,
    /// Origins whose pages may call the API with a bearer token.
    pub cors_origins: Vec<String>,
    /// The listener's table of real peers; without a listener in front, connections are their own peers.
    pub peers: Option<Arc<Peers>>,
    /// The dialects that are answered.
    pub dialects: Vec<Dialect>,
    /// Whether the built-in inbox is served.
    pub dev_inbox: bool,
    /// What pages look like.
    pub look: Arc<Look>,
    /// How long a body may take to arrive.
    pub body_timeout: Duration,
}
