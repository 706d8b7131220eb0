//! SHA-256 digests (FIPS 180-4) of tokens and other random values.
//!
//! What is looked up by a secret is stored and looked up by its digest, so that a stolen database opens nothing. A plain
//! digest is enough for values of 128 random bits and more, which nobody can guess; passwords need
//! [`passwords`](super::passwords) instead.

use std::fmt;
use std::hash::{Hash, Hasher};

use orion::hazardous::mac::hmac::sha256::{HmacSha256, SecretKey};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq;

/// Stands for the length of a field that is not there; no field is as long.
const ABSENT: [u8; 8] = u64::MAX.to_be_bytes();

/// A SHA-256 digest. Two of them are compared in constant time; as the key of a map it hashes like its bytes.
#[derive(Clone, Copy, Eq)]
pub struct Digest([u8; 32]);

impl Digest {
    /// Takes the digest of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Takes the digest of `bytes` under a key (HMAC-SHA256, RFC 2104): without the key it can't be made, so that it tells
    /// nothing even of what could be guessed.
    #[must_use]
    pub fn keyed(key: &[u8; 32], bytes: &[u8]) -> Self {
        let key = SecretKey::try_from(key.as_slice()).expect("32 bytes are a key that HMAC takes");
        let tag =
            HmacSha256::hmac(&key, bytes).expect("nothing in memory reaches SHA-256's limit of 2^61 bytes");
        Self::from_bytes(tag.unprotected_as_ref()).expect("HMAC-SHA256 makes 32 bytes")
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

/// Puts each field behind its length, so that no two lists of fields make the same bytes; `None` is a field that is not
/// there.
pub(super) fn framed<'a>(fields: impl IntoIterator<Item = Option<&'a [u8]>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for field in fields {
        match field {
            None => bytes.extend(ABSENT),
            Some(field) => {
                bytes.extend(u64::try_from(field.len()).unwrap_or(u64::MAX - 1).to_be_bytes());
                bytes.extend(field);
            }
        }
    }
    bytes
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
    fn with_a_key_it_is_hmac_sha_256() {
        // RFC 4231 §4.3's key is shorter than 32 bytes; zeros behind it make the same key (RFC 2104 §2).
        let mut key = [0; 32];
        key[..4].copy_from_slice(b"Jefe");
        let expected = [
            0x5b, 0xdc, 0xc1, 0x46, 0xbf, 0x60, 0x75, 0x4e, 0x6a, 0x04, 0x24, 0x26, 0x08, 0x95, 0x75, 0xc7,
            0x5a, 0x00, 0x3f, 0x08, 0x9d, 0x27, 0x39, 0x83, 0x9d, 0xec, 0x58, 0xb9, 0x64, 0xec, 0x38, 0x43,
        ];
        assert_eq!(Digest::keyed(&key, b"what do ya want for nothing?").as_bytes(), &expected);
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
