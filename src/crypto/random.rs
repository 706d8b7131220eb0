//! The process's source of randomness: the operating system's generator.
//!
//! It is passed in where randomness is needed, so that a signature shows who draws. Nothing may be drawn inside
//! a transaction, since a transaction may run twice; draw before it and pass the result in.

use jiff::Timestamp;
use uuid::Uuid;

/// The characters of readable passwords: lower case letters and digits without `l`, `o`, `0` and `1`, which are
/// easily taken for one another. There are 32 of them, so that 5 random bits choose one without bias.
const READABLE: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// The operating system's random generator.
#[derive(Clone, Copy, Debug, Default)]
pub struct Random;

impl Random {
    /// Draws `N` random bytes.
    ///
    /// # Panics
    /// When the operating system gives no random bytes. Every supported system gives them once it has started,
    /// and without them there is nothing safe to go on with.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        getrandom::fill(&mut bytes).expect("the operating system gives random bytes once it has started");
        bytes
    }

    /// Makes a UUIDv7 (RFC 9562 §5.7): the milliseconds of `now`, the rest random.
    ///
    /// A time before 1970 counts as 1970, since the format has no sign.
    #[must_use]
    pub fn uuid_v7(&self, now: Timestamp) -> Uuid {
        let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &self.bytes()).into_uuid()
    }

    /// Draws a readable password of `length` characters.
    ///
    /// Each character carries 5 bits. 16 of them, 80 bits, are out of reach even of someone who has stolen the
    /// hashes and tries a billion passwords a second, and can still be read out over the telephone.
    #[must_use]
    pub fn text(&self, length: usize) -> String {
        (0..length)
            .map(|_| {
                let [byte] = self.bytes();
                readable(byte)
            })
            .collect()
    }
}

/// The character for the low five bits of a byte.
pub(super) fn readable(byte: u8) -> char {
    char::from(READABLE[usize::from(byte % 32)])
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_uuid_carries_the_given_time_and_sorts_by_it() {
        let earlier = Timestamp::from_millisecond(1_700_000_000_123).unwrap();
        let later = Timestamp::from_millisecond(1_700_000_000_124).unwrap();
        let id = Random.uuid_v7(earlier);
        assert_eq!(id.get_version_num(), 7);
        assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
        assert_eq!(id.as_u128() >> 80, 1_700_000_000_123);
        assert!(id < Random.uuid_v7(later));
        assert_ne!(id, Random.uuid_v7(earlier));
    }

    #[test]
    fn a_time_before_1970_gives_the_earliest_uuid() {
        let id = Random.uuid_v7(Timestamp::from_second(-1).unwrap());
        assert_eq!(id.as_u128() >> 80, 0);
    }

    #[test]
    fn readable_text_has_the_asked_length_and_no_ambiguous_character() {
        let text = Random.text(4_000);
        assert_eq!(text.len(), 4_000);
        let seen: HashSet<u8> = text.bytes().collect();
        assert_eq!(seen, READABLE.iter().copied().collect(), "4,000 draws show every character and no other");
    }

    #[test]
    fn two_draws_differ() {
        assert_ne!(Random.bytes::<32>(), Random.bytes::<32>());
    }
}
