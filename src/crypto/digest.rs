//! SHA-256 digests (FIPS 180-4) of tokens and other random values.
//!
//! What is looked up by a secret is stored and looked up by its digest, so that a stolen database opens nothing. A plain
//! digest is enough for values of 128 random bits and more, which nobody can guess; passwords need
//! [`passwords`](super::passwords) instead.

use std::fmt;
use std::hash::{Hash, Hasher};

use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

/// A SHA-256 digest. Two of them are compared in constant time; as the key of a map it hashes like its bytes.
#[derive(Clone, Copy, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Takes the digest of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The 32 bytes, to be stored.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Takes back stored bytes; `None` unless there are exactly 32.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

impl Hash for Digest {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

/// Shows the first 4 bytes only: enough to tell two apart in a log, too little to look anything up by.
impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second, third, fourth, ..] = self.0;
        write!(f, "Digest({first:02x}{second:02x}{third:02x}{fourth:02x}…)")
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn it_is_sha_256() {
        // FIPS 180-4's example: the digest of "abc".
        let expected = [
            0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23,
            0xb0, 0x03, 0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
        ];
        assert_eq!(Digest::of(b"abc").as_bytes(), &expected);
    }

    #[test]
    fn stored_bytes_come_back_equal_and_another_length_is_refused() {
        let digest = Digest::of(b"a token");
        assert_eq!(Digest::from_bytes(digest.as_bytes()), Some(digest));
        assert_eq!(Digest::from_bytes(&digest.as_bytes()[1..]), None);
        assert_eq!(Digest::from_bytes(&[0; 33]), None);
    }

    #[test]
    fn a_difference_in_any_byte_makes_two_digests_unequal() {
        let digest = Digest::of(b"a token");
        for position in 0..32 {
            let mut bytes = *digest.as_bytes();
            bytes[position] ^= 1;
            assert_ne!(Digest(bytes), digest);
        }
    }

    #[test]
    fn it_keys_a_set() {
        let set = HashSet::from([Digest::of(b"one"), Digest::of(b"two"), Digest::of(b"one")]);
        assert_eq!(set.len(), 2);
        assert!(set.contains(&Digest::of(b"two")));
    }

    #[test]
    fn its_debug_form_shows_four_bytes_only() {
        assert_eq!(format!("{:?}", Digest::of(b"abc")), "Digest(ba7816bf…)");
    }
}
