//! What the product is called.

use super::section::{Fault, Kind, Validate, section};

section! {
    /// How the service names itself to people.
    #[section("default.gatepost.branding")]
    pub struct Branding {
        /// The product's name, as letters show it; at most 80 characters.
        #[setting(Kind::Text, default = "Gatepost")]
        pub name: String,
    }
}

impl Validate for Branding {
    fn validate(&self) -> Result<(), Fault> {
        // It stands in subject lines, where a line break would start another header.
        let length = self.name.trim().chars().count();
        if length == 0 || length > 80 || self.name.chars().any(char::is_control) {
            return Err(Fault { key: "name", rule: "must be one line of 1 to 80 characters" });
        }
        Ok(())
    }
}
