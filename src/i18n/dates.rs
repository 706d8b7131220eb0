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
                ("day", Argument::Text(at.day().to_string().into())),
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
