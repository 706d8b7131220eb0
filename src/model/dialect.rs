//! The dialects: documented account APIs of other products, answered so that their clients work unchanged.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Polygon ID platform, "Onboarding Orgs".
    Polygonid,
    /// pm415, "/account" and what hangs on it.
    Pm415,
    /// Cycle's platform API, section "Account".
    Cycle,
    /// Backstack, "Signing up".
    Backstack,
}

impl Dialect {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Polygonid, Self::Pm415, Self::Cycle, Self::Backstack];

    /// The word for it in settings.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Polygonid => "polygonid",
            Self::Pm415 => "pm415",
            Self::Cycle => "cycle",
            Self::Backstack => "backstack",
        }
    }

    /// Reads the word back.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dialect| dialect.as_str() == word)
    }
}
