//! Networks that requests may come from: one address, or all with a common beginning.

use std::fmt;
use std::net::IpAddr;

use ipnet::{IpNet, Ipv4Net};

use super::ValueError;

/// IPv4 addresses inside IPv6 (`::ffff:0:0/96`, RFC 4291 §2.5.5.2) share so many bits.
const MAPPED_BITS: u8 = 96;

/// An address or a network in CIDR notation (RFC 4632). An IPv4 network has one spelling, however it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IpNetwork(IpNet);

/// The text is neither an address nor a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Give an address such as `192.0.2.7`, or a network such as `192.0.2.0/24` or `2001:db8::/32`.")]
pub struct IpNetworkError;

impl ValueError for IpNetworkError {
    fn code(&self) -> &'static str {
        "ip_network_malformed"
    }
}

impl IpNetwork {
    /// Reads an address or a network. What stands behind a network's own bits is dropped.
    ///
    /// # Errors
    /// The text is neither.
    pub fn parse(text: &str) -> Result<Self, IpNetworkError> {
        let text = text.trim();
        let network = match text.parse::<IpAddr>() {
            Ok(address) => IpNet::from(address),
            Err(_) => text.parse::<IpNet>().map_err(|_| IpNetworkError)?,
        };
        canonical(network).map(|network| Self(network.trunc())).ok_or(IpNetworkError)
    }

    /// Whether an address belongs to it, in whichever form it comes.
    pub fn contains(&self, ip: IpAddr) -> bool {
        self.0.contains(&ip.to_canonical())
    }
}

/// IPv4 inside IPv6 as IPv4; `None` for a network that is wider than all of IPv4 and yet inside of it.
fn canonical(network: IpNet) -> Option<IpNet> {
    let IpAddr::V4(address) = network.addr().to_canonical() else { return Some(network) };
    let bits = match network {
        IpNet::V4(_) => network.prefix_len(),
        IpNet::V6(_) => network.prefix_len().checked_sub(MAPPED_BITS)?,
    };
    Ipv4Net::new(address, bits).ok().map(IpNet::V4)
}

impl fmt::Display for IpNetwork {
    /// One address without its length, a network with it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.prefix_len() == self.0.max_prefix_len() { self.0.addr().fmt(f) } else { self.0.fmt(f) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_and_a_network_are_told_in_one_spelling() {
        for (given, told) in [
            ("192.0.2.7", "192.0.2.7"),
            (" 192.0.2.7/32 ", "192.0.2.7"),
            ("192.0.2.7/24", "192.0.2.0/24"),
            ("0.0.0.0/0", "0.0.0.0/0"),
            ("2001:DB8::1", "2001:db8::1"),
            ("2001:db8::1/32", "2001:db8::/32"),
            ("::ffff:192.0.2.7", "192.0.2.7"),
            ("::ffff:192.0.2.7/120", "192.0.2.0/24"),
        ] {
            assert_eq!(IpNetwork::parse(given).unwrap().to_string(), told, "{given}");
        }
    }

    #[test]
    fn what_is_neither_is_refused() {
        for text in [
            "",
            "localhost",
            "192.0.2",
            "192.0.2.7/33",
            "192.0.2.0/-1",
            "::ffff:192.0.2.7/64",
            "1/8",
            "::/129",
        ] {
            assert_eq!(IpNetwork::parse(text), Err(IpNetworkError), "{text}");
        }
    }

    #[test]
    fn an_address_belongs_to_its_network_in_either_form() {
        let network = IpNetwork::parse("192.0.2.0/24").unwrap();
        for (address, belongs) in [
            ("192.0.2.255", true),
            ("::ffff:192.0.2.1", true),
            ("192.0.3.0", false),
            ("::192.0.2.1", false),
            ("2001:db8::1", false),
        ] {
            assert_eq!(network.contains(address.parse().unwrap()), belongs, "{address}");
        }
        assert!(!IpNetwork::parse("::/0").unwrap().contains("192.0.2.1".parse().unwrap()));
    }
}
