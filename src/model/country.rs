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

    /// Every country with what it is called in English, in the order of those names: to choose from.
    pub fn all() -> Vec<(Self, &'static str)> {
        let named = |country: celes::Country| {
            let name = country.long_name.strip_prefix("The ").unwrap_or(country.long_name);
            (Self(country.alpha2), name)
        };
        let mut all: Vec<_> = celes::Country::get_countries().into_iter().map(named).collect();
        all.sort_by_key(|(_, name)| *name);
        all
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
        assert!(
            all.len() > 240 && all.iter().all(|(country, _)| Country::parse(country.code()) == Ok(*country))
        );
        assert!(all.is_sorted_by_key(|(_, name)| *name));
    }

    #[test]
    fn a_code_is_read_in_any_case_and_nothing_else_is() {
        assert_eq!(Country::parse("de").unwrap().code(), "DE");
        assert!(Country::all().iter().all(|(country, _)| Country::parse(country.code()) == Ok(*country)));
        for text in ["XX", "DEU", "Germany", "", "D"] {
            assert_eq!(Country::parse(text), Err(CountryError), "{text}");
        }
    }
}
