//! Where a request came from. A forwarded address is believed only from a trusted proxy.

use std::net::{IpAddr, SocketAddr};

use ipnet::IpNet;
use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::{Request, async_trait};

use crate::i18n::Language;
use crate::model::ClientInfo;
use crate::web::dialects;
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// User agents are kept this long at most.
const MAX_USER_AGENT: usize = 200;

/// Where a request came from.
pub struct Client(pub ClientInfo);

#[async_trait]
impl<'r> FromRequest<'r> for Client {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        if let Some(client) = client_of(request) {
            Outcome::Success(Self(client))
        } else {
            Outcome::Error((Refusal::BadRequest.leave_for_catcher(request), ()))
        }
    }
}

/// Where a request came from; `None` if it did not come through the listener.
pub fn client_of(request: &Request<'_>) -> Option<ClientInfo> {
    let settings = request.rocket().state::<WebSettings>()?;
    let peer = peer_of(request, settings)?.ip().to_canonical();
    let ip = if is_trusted(peer, &settings.trusted_proxies) {
        forwarded_for(request, &settings.trusted_proxies).unwrap_or(peer)
    } else {
        peer
    };
    let user_agent = request.headers().get_one("User-Agent").map(shorten).filter(|text| !text.is_empty());
    let locale = request.headers().get_one("Accept-Language").and_then(Language::accepted);
    Some(ClientInfo {
        ip,
        user_agent,
        locale: locale.map(Language::locale),
        face: dialects::called(request).into(),
    })
}

/// The other end of the connection, as the listener saw it.
pub fn peer_of(request: &Request<'_>, settings: &WebSettings) -> Option<SocketAddr> {
    let remote = request.remote()?;
    match &settings.peers {
        Some(peers) => peers.peer_of(remote),
        None => Some(remote),
    }
}

fn is_trusted(ip: IpAddr, proxies: &[IpNet]) -> bool {
    proxies.iter().any(|network| network.contains(&ip))
}

/// The last address in `X-Forwarded-For` that no trusted proxy vouches for being its own: each proxy
/// appends the peer it saw, so what stands to the left of it may be made up.
fn forwarded_for(request: &Request<'_>, proxies: &[IpNet]) -> Option<IpAddr> {
    let hops: Vec<&str> =
        request.headers().get("X-Forwarded-For").flat_map(|value| value.split(',')).collect();
    let mut client = None;
    for hop in hops.into_iter().rev() {
        let Some(ip) = parse_hop(hop) else { break };
        client = Some(ip);
        if !is_trusted(ip, proxies) {
            break;
        }
    }
    client
}

fn parse_hop(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let ip = hop.parse::<IpAddr>().or_else(|_| hop.parse::<SocketAddr>().map(|address| address.ip())).ok()?;
    Some(ip.to_canonical())
}

fn shorten(user_agent: &str) -> String {
    user_agent.chars().filter(|c| !c.is_control()).take(MAX_USER_AGENT).collect::<String>().trim().to_owned()
}
