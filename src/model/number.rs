//! Numbers: how a dialect whose ids are whole numbers calls a person or an org.

use super::id::Id;

/// Every number is below this: JSON's numbers are exact so far (RFC 8259 §6).
const BEYOND: i64 = 1 << 53;

/// The number of a person or an org, unique among its kind and as random as its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number(i64);

impl Number {
    /// Takes a whole number as one that somebody may have; `None` if nobody has.
    pub fn new(number: i64) -> Option<Self> {
        (0..BEYOND).contains(&number).then_some(Self(number))
    }

    /// The bare number.
    pub fn get(self) -> i64 {
        self.0
    }
}

impl<Of> Id<Of> {
    /// The number that goes with this id: its last 53 bits, which are random in a UUIDv7. Whoever adds a row
    /// keeps it beside the id, where it is unique.
    pub fn number(self) -> Number {
        let last = self.uuid().as_u64_pair().1 % BEYOND.unsigned_abs();
        Number(last.cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OrgId;

    #[test]
    fn a_number_is_the_last_53_bits_of_an_id() {
        for (id, number) in [
            ("01932c07-209c-7f5b-8a3e-0123456789ab", 0x1e_0123_4567_89ab),
            ("01932c07-209c-7f5b-bfff-ffffffffffff", 0x1f_ffff_ffff_ffff),
            ("01932c07-209c-7f5b-8000-000000000000", 0),
        ] {
            assert_eq!(id.parse::<OrgId>().unwrap().number().get(), number, "{id}");
        }
    }

    #[test]
    fn what_json_cannot_tell_exactly_is_no_number() {
        assert_eq!(Number::new(BEYOND - 1).map(Number::get), Some(9_007_199_254_740_991));
        assert_eq!(Number::new(BEYOND), None);
        assert_eq!(Number::new(-1), None);
    }
}
