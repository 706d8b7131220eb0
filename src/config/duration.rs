//! Lengths of time as people write them: `90s`, `15m`, `24h`, `7d`.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;

/// The units, the longest first.
const UNITS: [(char, u64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

/// No setting needs more than a year; a longer one is a slip of the unit.
const LONGEST: Duration = Duration::from_hours(366 * 24);

/// A positive length of time in whole seconds, at most 366 days.
///
/// A day is 86,400 seconds. It is written as one whole number and one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct HumanDuration(Duration);

/// Why a text is not a length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HumanDurationError {
    /// No whole number followed by a known unit.
    #[error("must be a whole number and a unit, such as `90s`, `15m`, `24h` or `7d`")]
    Malformed,
    /// Zero seconds.
    #[error("must be longer than nothing")]
    Zero,
    /// More than 366 days.
    #[error("must be at most `366d`")]
    TooLong,
}

impl HumanDuration {
    /// The length of time.
    pub fn as_duration(self) -> Duration {
        self.0
    }
}

impl From<HumanDuration> for Duration {
    fn from(duration: HumanDuration) -> Self {
        duration.0
    }
}

impl TryFrom<String> for HumanDuration {
    type Error = HumanDurationError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let text = text.trim();
        let (seconds, number) = UNITS
            .iter()
            .find_map(|(unit, seconds)| Some((*seconds, text.strip_suffix(*unit)?)))
            .ok_or(HumanDurationError::Malformed)?;
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(HumanDurationError::Malformed);
        }
        // Only digits are left, so the one way to fail is a number too large for its type.
        let number: u64 = number.parse().map_err(|_| HumanDurationError::TooLong)?;
        let duration = Duration::from_secs(number.checked_mul(seconds).ok_or(HumanDurationError::TooLong)?);
        if duration.is_zero() {
            return Err(HumanDurationError::Zero);
        }
        if duration > LONGEST {
            return Err(HumanDurationError::TooLong);
        }
        Ok(Self(duration))
    }
}

impl fmt::Display for HumanDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.0.as_secs();
        let (unit, seconds) =
            UNITS.into_iter().find(|(_, seconds)| total.is_multiple_of(*seconds)).unwrap_or(('s', 1));
        write!(f, "{}{unit}", total / seconds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<u64, HumanDurationError> {
        HumanDuration::try_from(text.to_owned()).map(|duration| duration.as_duration().as_secs())
    }

    #[test]
    fn a_number_and_a_unit_make_a_length_of_time() {
        assert_eq!(parse("90s"), Ok(90));
        assert_eq!(parse("15m"), Ok(900));
        assert_eq!(parse("24h"), Ok(86_400));
        assert_eq!(parse("7d"), Ok(604_800));
        assert_eq!(parse("366d"), Ok(366 * 86_400));
    }

    #[test]
    fn anything_else_is_refused_with_its_reason() {
        for text in ["", "7", "d", "7 d", "-7d", "+7d", "1.5h", "7w", "7D", "1h30m", "٣d"] {
            assert_eq!(parse(text), Err(HumanDurationError::Malformed), "{text}");
        }
        assert_eq!(parse("0s"), Err(HumanDurationError::Zero));
        for text in ["367d", "99999999999999999999s", "18446744073709551615d"] {
            assert_eq!(parse(text), Err(HumanDurationError::TooLong), "{text}");
        }
    }

    #[test]
    fn it_is_written_in_the_longest_unit_that_leaves_no_rest() {
        for (text, written) in [("90s", "90s"), ("3600s", "1h"), ("48h", "2d"), ("25h", "25h")] {
            assert_eq!(HumanDuration::try_from(text.to_owned()).unwrap().to_string(), written);
        }
    }
}
