//! The settings that belong to no section: where people reach the service, and where it keeps its data.

use std::net::IpAddr;
use std::path::PathBuf;

use ipnet::IpNet;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de};

use super::origin::PublicUrl;
use super::section::{Fault, Kind, Validate, section};

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
        /// The database, where it is not the file in `data`: a server that speaks PostgreSQL's protocol, as
        /// `postgres://user:password@host:port/database`. Several Gateposts may share it, each with a copy of the same
        /// key file. A connection to another machine is under TLS, and the server's certificate has to be for its name.
        #[setting(Kind::Secret)]
        pub database_url: Option<SecretString>,
        /// A file that holds the URL, in place of `database_url`. A line break at its end is left out.
        #[setting(Kind::Path)]
        pub database_url_file: Option<PathBuf>,
        /// A PEM file with the certificate of a private authority that the server's certificate may come from.
        #[setting(Kind::Path)]
        pub database_ca_file: Option<PathBuf>,
        /// How many connections to the server may be open at once; one more looks for what others have changed.
        #[setting(Kind::Number(1, 500), default = "10")]
        pub database_connections: u32,
        /// The proxies in front of the service, as single addresses or networks such as `10.0.0.0/8`. Only what comes
        /// from them is believed about a client's address.
        #[setting(Kind::List, default = "")]
        #[serde(deserialize_with = "networks")]
        pub trusted_proxies: Vec<IpNet>,
    }
}

impl Validate for Service {
    fn validate(&self) -> Result<(), Fault> {
        if self.database_ca_file.is_some() && self.database_url.is_none() {
            let rule = "must be left out where no `database_url` is given, because nothing would check it";
            return Err(Fault { key: "database_ca_file", rule });
        }
        Ok(())
    }
}

fn networks<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<IpNet>, D::Error> {
    let entries: Vec<String> = Vec::deserialize(deserializer)?;
    entries
        .iter()
        .map(|entry| entry.parse().or_else(|_| entry.parse::<IpAddr>().map(IpNet::from)))
        .collect::<Result<_, _>>()
        .map_err(|_| de::Error::custom("must list addresses or networks such as `10.0.0.0/8` or `192.0.2.7`"))
}
