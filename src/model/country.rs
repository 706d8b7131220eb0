//! Countries, by ISO 3166-1 alpha-2.

use super::ValueError;

/// A country's two-letter code, upper case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(&'static str);

/// The text is no country's code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is not a country. Give its two-letter code (ISO 3166-1), such as `DE` or `BR`.")]
pub struct CountryError;

impl ValueError for CountryError {
    fn code(&self) -> &'static str {
        "country_unknown"
    }
}

impl Country {
    /// Reads a two-letter code in any case.
    ///
    /// # Errors
    /// The text is no country's code.
    pub fn parse(text: &str) -> Result<Self, CountryError> {
        celes::Country::from_alpha2(text.trim().to_ascii_uppercase())
            .map(|country| Self(country.alpha2))
            .map_err(|_| CountryError)
    }

    /// Every country.
    pub fn all() -> Vec<Self> {
        celes::Country::get_countries().into_iter().map(|country| Self(country.alpha2)).collect()
    }

    /// The code, upper case.
    pub fn code(self) -> &'static str {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_to_choose_from_is_read_back() {
        let all = Country::all();
        assert!(all.len() > 240 && all.iter().all(|country| Country::parse(country.code()) == Ok(*country)));
    }

    #[test]
    fn a_code_is_read_in_any_case_and_nothing_else_is() {
        assert_eq!(Country::parse("de").unwrap().code(), "DE");
        for text in ["XX", "DEU", "Germany", "", "D"] {
            assert_eq!(Country::parse(text), Err(CountryError), "{text}");
        }
    }
}
