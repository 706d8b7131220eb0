//! Which documented account APIs of other products are answered, how closely, and where their apps live.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::base_url::BaseUrl;
use super::section::{Fault, Kind, Validate, section};
use super::settings::Settings;
use crate::model::Dialect;

section! {
    /// The account APIs of other products that the service answers besides its own, so that their clients work
    /// unchanged.
    #[section("default.gatepost.dialects")]
    pub struct Dialects {
        /// The ones to answer, of `polygonid`, `pm415`, `cycle` and `backstack`. `dev` answers all of them.
        #[setting(Kind::List, default = "")]
        pub mount: Vec<DialectName>,
        /// Whether the service's own policy goes before what a document allows, where the two disagree.
        #[setting(Kind::Boolean, default = "false")]
        pub strict: bool,
    }
}

impl Validate for Dialects {
    fn validate(&self) -> Result<(), Fault> {
        let names: BTreeSet<Dialect> = self.mount.iter().map(|name| name.0).collect();
        if names.len() == self.mount.len() {
            Ok(())
        } else {
            Err(Fault { key: "mount", rule: "must name each dialect once" })
        }
    }
}

/// Defines the table of one dialect.
macro_rules! dialect_section {
    ($(#[doc = $doc:literal])+ $name:ident, $heading:literal) => {
        section! {
            $(#[doc = $doc])+
            #[section($heading)]
            pub struct $name {
                /// Where that API's app lives, such as `https://app.example.com`: links of its letters lead there.
                /// Without it, they lead to the service's own pages.
                #[setting(Kind::Text)]
                pub base_url: Option<BaseUrl>,
            }
        }

        impl Validate for $name {}
    };
}

dialect_section!(
    /// The dialect `polygonid`.
    Polygonid,
    "default.gatepost.dialects.polygonid"
);
dialect_section!(
    /// The dialect `pm415`.
    Pm415,
    "default.gatepost.dialects.pm415"
);
dialect_section!(
    /// The dialect `cycle`.
    Cycle,
    "default.gatepost.dialects.cycle"
);
dialect_section!(
    /// The dialect `backstack`.
    Backstack,
    "default.gatepost.dialects.backstack"
);

impl Settings {
    /// The dialects to answer.
    pub fn mounted_dialects(&self) -> Vec<Dialect> {
        self.dialects.mount.iter().map(|name| name.0).collect()
    }

    /// Where the apps of dialects live, of those that have one.
    pub fn dialect_urls(&self) -> BTreeMap<Dialect, String> {
        [
            (Dialect::Polygonid, &self.polygonid.base_url),
            (Dialect::Pm415, &self.pm415.base_url),
            (Dialect::Cycle, &self.cycle.base_url),
            (Dialect::Backstack, &self.backstack.base_url),
        ]
        .into_iter()
        .filter_map(|(dialect, url)| Some((dialect, url.as_ref()?.as_str().to_owned())))
        .collect()
    }
}

/// The name of a dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct DialectName(Dialect);

/// Why a text is not a [`DialectName`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must list names of `polygonid`, `pm415`, `cycle` and `backstack`")]
pub struct DialectNameError;

impl TryFrom<String> for DialectName {
    type Error = DialectNameError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Dialect::parse(&text).map(Self).ok_or(DialectNameError)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Purpose;
    use crate::config::setup::Setup;

    #[test]
    fn only_dev_answers_dialects_unless_told() {
        assert!(Setup::new().settings().mounted_dialects().is_empty());
        let mut dev = Setup::new();
        dev.purpose = Purpose::Dev;
        assert_eq!(dev.settings().mounted_dialects(), Dialect::ALL);
        let told = Setup::new().variable("GATEPOST_DIALECTS__MOUNT", "cycle,pm415").settings();
        assert_eq!(told.mounted_dialects(), [Dialect::Cycle, Dialect::Pm415]);
    }

    #[test]
    fn a_name_that_no_dialect_has_stops_the_start() {
        let refusal = Setup::refusal_of("GATEPOST_DIALECTS__MOUNT", "cycle,auth0");
        let start = "`dialects.mount` (GATEPOST_DIALECTS__MOUNT) must list names";
        assert!(refusal.starts_with(start), "{refusal}");
        let refusal = Setup::refusal_of("GATEPOST_DIALECTS__MOUNT", "cycle,cycle");
        assert!(refusal.contains("must name each dialect once"), "{refusal}");
    }

    #[test]
    fn the_app_of_a_dialect_may_live_below_a_path() {
        let settings = Setup::new()
            .variable("GATEPOST_DIALECTS__PM415__BASE_URL", "https://App.example.com/desk/")
            .settings();
        let urls = settings.dialect_urls();
        assert_eq!(urls.get(&Dialect::Pm415).map(String::as_str), Some("https://app.example.com/desk"));
        assert_eq!(urls.len(), 1);
        let file = "[default.gatepost.dialects.backstack]\nbase_url = \"http://localhost:3000\"";
        let urls = Setup::new().file("Rocket.toml", file).settings().dialect_urls();
        assert_eq!(urls.get(&Dialect::Backstack).map(String::as_str), Some("http://localhost:3000"));
    }
}
