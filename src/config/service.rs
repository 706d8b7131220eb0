//! The settings that belong to no section: where people reach the service, and where it keeps its data.

use std::net::IpAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use serde::{Deserialize, Deserializer, de};

use super::origin::PublicUrl;
use super::section::{Kind, Validate, section};

section! {
    /// The service as a whole.
    #[section("default.gatepost")]
    pub struct Service {
        /// The address at which people reach the service, such as `https://accounts.example.com`: scheme, host and,
        /// if need be, port, but no path. Links in letters are made from it, and over `https` the cookie is `Secure`.
        /// `serve` does not start without it; `dev` uses `http://localhost` and its port.
        #[setting(Kind::Text)]
        pub public_url: Option<PublicUrl>,
        /// The directory that holds the database and the key file. `dev` uses `./data-dev`. The flag is `--data`.
        #[setting(Kind::Path, default = "./data")]
        pub data: PathBuf,
        /// The proxies in front of the service, as single addresses or networks such as `10.0.0.0/8`. Only what comes
        /// from them is believed about a client's address.
        #[setting(Kind::List, default = "")]
        #[serde(deserialize_with = "networks")]
        pub trusted_proxies: Vec<IpNet>,
    }
}

impl Validate for Service {}

fn networks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpNet>, D::Error> {
    let entries: Vec<String> = Vec::deserialize(deserializer)?;
    entries
        .iter()
        .map(|entry| entry.parse().or_else(|_| entry.parse::<IpAddr>().map(IpNet::from)))
        .collect::<Result<_, _>>()
        .map_err(|_| de::Error::custom("must list addresses or networks such as `10.0.0.0/8` or `192.0.2.7`"))
}
