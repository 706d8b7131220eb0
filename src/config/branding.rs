//! How the service presents itself: its name and looks, and whom people turn to.

use std::path::PathBuf;

use serde::Deserialize;

use super::section::{Fault, Kind, Validate, section};
use crate::model::{Color, EmailAddress, PageUrl};

section! {
    /// How the service presents itself to people, in its pages and letters: see `docs/pages.md`.
    #[section("default.gatepost.branding")]
    pub struct Branding {
        /// The product's name, as pages and letters show it; at most 80 characters.
        #[setting(Kind::Text, default = "Gatepost")]
        pub name: String,
        /// The picture beside the name: an SVG or PNG file of at most 256 KiB.
        #[setting(Kind::Path)]
        pub logo: Option<PathBuf>,
        /// The color of buttons and links, such as `#2456c8`. Text on it is white or black, whichever can be read.
        #[setting(Kind::Text)]
        pub accent: Option<Accent>,
        /// Whom people turn to when they are stuck: an email address, or the URL of a page.
        #[setting(Kind::Text)]
        pub support: Option<Support>,
        /// The URL of the terms that whoever signs up accepts.
        #[setting(Kind::Text)]
        pub terms_url: Option<PublicPage>,
        /// The URL of the page that tells what becomes of personal data.
        #[setting(Kind::Text)]
        pub privacy_url: Option<PublicPage>,
        /// A directory with templates of pages (`pages/…`) and letters (`emails/…`) that go before the built-in ones of
        /// the same name.
        #[setting(Kind::Path)]
        pub templates: Option<PathBuf>,
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

/// A color that buttons have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Accent(pub Color);

/// Whom people turn to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Support(String);

/// A page that everybody can read.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PublicPage(String);

/// Why a text says nothing that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BrandingError {
    /// It is no color.
    #[error("must be a color such as `#2456c8`")]
    Color,
    /// It is neither an address nor a URL.
    #[error("must be an email address or a URL such as `https://example.com/help`")]
    Support,
    /// It is no URL.
    #[error("must be a URL such as `https://example.com/terms`")]
    Page,
}

impl TryFrom<String> for Accent {
    type Error = BrandingError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Color::parse(text.trim()).map(Self).map_err(|_| BrandingError::Color)
    }
}

impl TryFrom<String> for Support {
    type Error = BrandingError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        if let Ok(page) = PageUrl::parse(text.trim()) {
            return Ok(Self(page.into_string()));
        }
        let address = EmailAddress::parse(text.trim()).map_err(|_| BrandingError::Support)?;
        Ok(Self(address.as_str().to_owned()))
    }
}

impl TryFrom<String> for PublicPage {
    type Error = BrandingError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let page = PageUrl::parse(text.trim()).map_err(|_| BrandingError::Page)?;
        Ok(Self(page.into_string()))
    }
}

impl Support {
    /// The address or URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PublicPage {
    /// The URL.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use crate::config::setup::Setup;

    #[test]
    fn whoever_is_turned_to_is_an_address_or_a_page() {
        for text in ["help@example.com", "https://example.com/help", "http://localhost:3000"] {
            let branding = Setup::new().variable("GATEPOST_BRANDING__SUPPORT", text).settings().branding;
            assert_eq!(branding.support.unwrap().as_str(), text);
        }
        for text in ["nobody", "javascript:alert(1)", "//example.com", "https://a@evil.example"] {
            let refusal = Setup::refusal_of("GATEPOST_BRANDING__SUPPORT", text);
            let rule = "`branding.support` (GATEPOST_BRANDING__SUPPORT) must be an email address or a URL";
            assert!(refusal.starts_with(rule), "{text}: {refusal}");
        }
    }
}
