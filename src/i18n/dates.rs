//! Dates, times and numbers as a language writes them.
//!
//! How a language writes a date is itself a message (`date`, `date-time`, `month-1` …), so that whoever translates
//! decides it. Times are told in UTC, and say so.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{Argument, Language, Words, WordsError};

impl Words {
    /// A day, such as `24 November 2026`.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn date(&self, language: Language, at: Timestamp) -> Result<String, WordsError> {
        let at = at.to_zoned(TimeZone::UTC);
        let month = self.say(language, &format!("month-{}", at.month()), &[])?;
        self.say(
            language,
            "date",
            &[
                ("day", Argument::Number(at.day().into())),
                ("month", Argument::Text(month.into())),
                ("year", Argument::Text(at.year().to_string().into())),
            ],
        )
    }

    /// A minute, such as `24 November 2026, 10:00 UTC`.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn date_time(&self, language: Language, at: Timestamp) -> Result<String, WordsError> {
        let date = self.date(language, at)?;
        let time = at.to_zoned(TimeZone::UTC).strftime("%H:%M").to_string();
        let parts = [("date", Argument::Text(date.into())), ("time", Argument::Text(time.into()))];
        self.say(language, "date-time", &parts)
    }

    /// A whole number, its thousands apart.
    ///
    /// # Errors
    /// [`WordsError`].
    pub fn number(&self, language: Language, number: i64) -> Result<String, WordsError> {
        let separator = self.say(language, "thousands-separator", &[])?;
        let digits = number.unsigned_abs().to_string();
        let mut written = if number < 0 { "-".to_owned() } else { String::new() };
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                written.push_str(&separator);
            }
            written.push(digit);
        }
        Ok(written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_writes_a_time_its_own_way() {
        let words = Words::read().unwrap();
        let at: Timestamp = "2026-12-01T08:05:00Z".parse().unwrap();
        let written = Language::ALL.map(|language| words.date_time(language, at).unwrap());
        assert_eq!(
            written,
            [
                "1 December 2026, 08:05 UTC",
                "1. Dezember 2026 um 08:05 Uhr (UTC)",
                "1er décembre 2026 à 08:05 (UTC)",
                "1 de diciembre de 2026 a las 08:05 (UTC)",
                "1 de dezembro de 2026 às 08:05 (UTC)",
                "2026年12月1日 08:05（UTC）",
            ]
        );
        assert_eq!(
            words.date(Language::French, "2026-12-31T08:05:00Z".parse().unwrap()).unwrap(),
            "31 décembre 2026"
        );
    }

    #[test]
    fn every_language_parts_thousands_its_own_way() {
        let words = Words::read().unwrap();
        let written = Language::ALL.map(|language| words.number(language, -1_234_567).unwrap());
        let apart = [",", ".", "\u{202f}", ".", ".", ","].map(|mark| format!("-1{mark}234{mark}567"));
        assert_eq!(written, apart);
    }
}
