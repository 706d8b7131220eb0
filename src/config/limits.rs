//! Whether requests are counted.

use super::section::{Kind, Validate, section};

section! {
    /// Rate limits.
    #[section("default.gatepost.limits")]
    pub struct Limits {
        /// Whether requests are limited by client address and by account. What protects an account from guessing stays
        /// on either way.
        #[setting(Kind::Boolean, default = "true")]
        pub enabled: bool,
    }
}

impl Validate for Limits {}
