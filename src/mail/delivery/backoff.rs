//! When a letter that was not taken is tried again.

use crate::model::{LetterId, Timestamp};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// The pauses after the first, second, … try, in seconds. RFC 5321 §4.5.4.1 wants at least 30 minutes
/// on average, with two early tries for servers that greet strangers with "later" (greylisting).
const PAUSES: [i64; 8] = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR];

/// When to try again after `attempts` tries, of which the last was just now; `None` when it was the last.
///
/// A pause is up to a tenth longer or shorter, by the letter's id, so that what failed together does
/// not come back together.
pub(super) fn next_attempt_at(id: LetterId, attempts: i64, now: Timestamp) -> Option<Timestamp> {
    let pause = usize::try_from(attempts - 1).map_or(Some(&PAUSES[0]), |index| PAUSES.get(index))?;
    let milliseconds = pause * 1000;
    let spread = i64::try_from(id.uuid().as_u128() % 201).unwrap_or_default() - 100;
    let pause = jiff::SignedDuration::from_millis(milliseconds + milliseconds * spread / 1000);
    Some(now.saturating_add(pause).unwrap_or(Timestamp::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(number: u128) -> LetterId {
        LetterId::new(uuid::Uuid::from_u128(number))
    }

    fn pause(number: u128, attempts: i64) -> Option<i64> {
        next_attempt_at(letter(number), attempts, Timestamp::UNIX_EPOCH).map(Timestamp::as_second)
    }

    #[test]
    fn pauses_grow_from_a_minute_to_a_day_and_then_end() {
        let pauses: Vec<_> = (1..=9).map(|attempts| pause(100, attempts)).collect();
        let hours = [1, 3, 6, 12, 24].map(|hours| Some(hours * HOUR));
        assert_eq!(pauses[..3], [Some(60), Some(300), Some(900)]);
        assert_eq!(pauses[3..8], hours);
        assert_eq!(pauses[8], None);
        assert_eq!(pause(100, 1_000_000), None);
    }

    #[test]
    fn letters_that_failed_together_do_not_come_back_together() {
        let pauses: Vec<_> = (0..201).filter_map(|number| pause(number, 4)).collect();
        assert_eq!((pauses.iter().min(), pauses.iter().max()), (Some(&3240), Some(&3960)));
        assert_eq!(pause(7, 4), pause(7, 4), "the same letter has the same pause");
    }
}
