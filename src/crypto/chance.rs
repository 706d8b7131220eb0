//! Time and chance for one transaction, drawn before it begins.
//!
//! A transaction may run again after a conflict, and nothing random or timed may happen inside. So an
//! operation draws a [`Moment`] first; inside, [`Moment::chance`] unfolds its seed into as many ids,
//! tokens and nonces as the rows turn out to need, the same ones at every run.

use std::fmt;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::random::{Random, readable};
use super::tokens::api_key::ApiKeySecret;
use super::tokens::one_time::OneTimeToken;
use super::vault::Nonce;

/// What one operation knows of time and chance.
#[derive(Clone)]
pub struct Moment {
    /// The time that this operation happens at.
    pub now: Timestamp,
    seed: Zeroizing<[u8; 32]>,
}

impl Moment {
    /// Draws a seed for an operation that happens at `now`.
    #[must_use]
    pub fn draw(random: &Random, now: Timestamp) -> Self {
        Self { now, seed: Zeroizing::new(random.bytes()) }
    }

    /// Unfolds the seed, from its beginning.
    #[must_use]
    pub fn chance(&self) -> Chance {
        Chance { now: self.now, seed: self.seed.clone(), drawn: 0 }
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Moment").field("now", &self.now).finish_non_exhaustive()
    }
}

/// Unfolds one seed: the n-th draw is the SHA-256 of the seed and n.
pub struct Chance {
    now: Timestamp,
    seed: Zeroizing<[u8; 32]>,
    drawn: u64,
}

impl Chance {
    fn bytes(&mut self) -> Zeroizing<[u8; 32]> {
        self.drawn += 1;
        let hash = Sha256::new().chain_update(*self.seed).chain_update(self.drawn.to_be_bytes()).finalize();
        Zeroizing::new(hash.into())
    }

    /// A UUIDv7 (RFC 9562 §5.7, method 3): milliseconds, then microseconds in the next twelve bits, so
    /// that ids sort by time; those of one operation also by the order they were drawn in.
    pub fn uuid(&mut self) -> Uuid {
        let micros = u64::try_from(self.now.as_microsecond()).unwrap_or_default();
        let mut rest = [0; 10];
        rest.copy_from_slice(&self.bytes()[..10]);
        // Four of each millisecond's 4,096 slots belong to a microsecond, for the order within an
        // operation; more draws run on into the next ones, which costs nothing but exactness.
        let slot = micros % 1000 * 4 + self.drawn;
        rest[..2].copy_from_slice(&u16::try_from(slot % 4096).unwrap_or_default().to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(micros / 1000 + slot / 4096, &rest).into_uuid()
    }

    /// A one-time token.
    pub fn one_time_token(&mut self) -> OneTimeToken {
        OneTimeToken::from_bytes(&self.bytes())
    }

    /// An API key.
    pub fn api_key(&mut self) -> ApiKeySecret {
        ApiKeySecret::from_bytes(&self.bytes())
    }

    /// A code for a person to write down and type: 80 bits in four groups of unambiguous characters.
    pub fn readable_code(&mut self) -> String {
        let bytes = self.bytes();
        let characters: Vec<char> = bytes[..16].iter().map(|byte| readable(*byte)).collect();
        let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
        groups.join("-")
    }

    /// A salt, for a digest of what can be guessed.
    pub fn salt(&mut self) -> [u8; 32] {
        *self.bytes()
    }

    /// A nonce for one sealing.
    pub fn nonce(&mut self) -> Nonce {
        let mut nonce = [0; 24];
        nonce.copy_from_slice(&self.bytes()[..24]);
        Nonce::from_bytes(nonce)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::draw(&Random, text.parse().unwrap())
    }

    #[test]
    fn a_second_run_draws_what_the_first_drew() {
        let moment = moment("2026-11-22T10:00:00Z");
        let (mut first, mut second) = (moment.chance(), moment.chance());
        assert_eq!(first.uuid(), second.uuid());
        assert_eq!(first.one_time_token().as_str(), second.one_time_token().as_str());
    }

    #[test]
    fn no_draw_repeats_within_a_run_or_between_moments() {
        let (one, other) = (moment("2026-11-22T10:00:00Z"), moment("2026-11-22T10:00:00Z"));
        let (mut chance, mut another) = (one.chance(), other.chance());
        let ids = [chance.uuid(), chance.uuid(), another.uuid(), another.uuid()];
        let salts = [chance.salt(), chance.salt(), another.salt(), another.salt()];
        assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), 4);
        assert_eq!(salts.iter().collect::<std::collections::HashSet<_>>().len(), 4);
    }

    #[test]
    fn an_id_tells_its_moment_to_the_microsecond() {
        for (time, micros) in [("2026-11-22T10:00:00.123456Z", 456), ("2026-11-22T10:00:00.123999Z", 999)] {
            let id = moment(time).chance().uuid().as_u128();
            let millis = time.parse::<Timestamp>().unwrap().as_millisecond();
            assert_eq!(i64::try_from(id >> 80), Ok(millis));
            assert_eq!((id >> 64 & 0xfff) / 4, micros);
        }
    }

    #[test]
    fn ids_sort_by_time_and_then_by_the_order_they_were_drawn_in() {
        let mut ids = Vec::new();
        for time in ["2026-11-22T10:00:00.000001Z", "2026-11-22T10:00:00.000900Z", "2026-11-22T10:00:00.001Z"]
        {
            let mut chance = moment(time).chance();
            ids.extend([chance.uuid(), chance.uuid(), chance.uuid()]);
        }
        assert!(ids.is_sorted(), "{ids:?}");
        assert_eq!(ids[0].get_version_num(), 7);
    }

    #[test]
    fn ids_stay_in_order_however_many_are_drawn_at_the_end_of_a_millisecond() {
        let mut chance = moment("2026-11-22T10:00:00.000990Z").chance();
        let ids: Vec<Uuid> = (0..1400).map(|_| chance.uuid()).collect();
        assert!(ids.is_sorted());
    }
}
