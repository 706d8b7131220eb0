//! Which other sites' scripts may call the API.

use super::origin::Origin;
use super::section::{Kind, Validate, section};

section! {
    /// Cross-origin requests from browsers.
    #[section("default.gatepost.cors")]
    pub struct Cors {
        /// The origins whose scripts may call the API, each as `scheme://host` or `scheme://host:port`. Without any,
        /// only the service's own pages can.
        #[setting(Kind::List, default = "")]
        pub origins: Vec<Origin>,
    }
}

impl Validate for Cors {}
