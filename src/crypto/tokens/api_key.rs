//! API keys as programs hold them: `gp_`, then 32 random characters, then a checksum of 8. Only the digest is stored.
//!
//! The prefix and the checksum are for scanners of leaked secrets: they know a key of ours without asking us, and take
//! nothing else for one. The form is described for them in `docs/api-keys.md`, and does not change.

use std::fmt;

use zeroize::Zeroizing;

use crate::crypto::digest::Digest;
use crate::crypto::random::readable;

/// What every key begins with.
const PREFIX: &str = "gp_";
/// 5 bits each: 160 bits in all.
const RANDOM_LENGTH: usize = 32;
/// CRC-32 (ISO-HDLC, the one of zlib and gzip) of everything before it, in lower case hexadecimal digits.
const CHECKSUM_LENGTH: usize = 8;
const TEXT_LENGTH: usize = PREFIX.len() + RANDOM_LENGTH + CHECKSUM_LENGTH;
/// So much of a key is shown in lists: 30 of its 160 bits.
const SHOWN_LENGTH: usize = PREFIX.len() + 6;

/// A fresh API key.
pub struct ApiKeySecret(Zeroizing<String>);

impl ApiKeySecret {
    /// Makes a key of bytes that are random already.
    #[must_use]
    pub(in crate::crypto) fn from_bytes(bytes: &[u8; RANDOM_LENGTH]) -> Self {
        let mut text = Zeroizing::new(String::with_capacity(TEXT_LENGTH));
        text.push_str(PREFIX);
        text.extend(bytes.iter().map(|byte| readable(*byte)));
        let checksum = checksum(&text);
        text.push_str(&checksum);
        Self(text)
    }

    /// The text to hand out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first characters, by which its owner tells it from others.
    #[must_use]
    pub fn shown(&self) -> &str {
        &self.0[..SHOWN_LENGTH]
    }

    /// The digest to store, by which the key is found when it is presented.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }
}

/// Shows nothing of the key.
impl fmt::Debug for ApiKeySecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiKeySecret(…)")
    }
}

/// Whether a text is meant to be an API key, and not another kind of token.
#[must_use]
pub fn is_meant(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// The digest of a key that somebody presents; `None` unless it has exactly the form of ours, checksum included.
///
/// What is mistyped, cut off or made up carelessly is thus never looked up.
#[must_use]
pub fn digest_of_presented(text: &str) -> Option<Digest> {
    if text.len() != TEXT_LENGTH || !is_meant(text) {
        return None;
    }
    let (checked, told) = text.split_at_checked(TEXT_LENGTH - CHECKSUM_LENGTH)?;
    (checksum(checked) == told).then(|| Digest::of(text.as_bytes()))
}

fn checksum(text: &str) -> String {
    format!("{:08x}", crc32fast::hash(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::crypto::random::Random;

    fn draw() -> ApiKeySecret {
        ApiKeySecret::from_bytes(&Random.bytes())
    }

    #[test]
    fn a_key_of_known_bytes_is_what_the_document_for_scanners_says() {
        let key = ApiKeySecret::from_bytes(&std::array::from_fn(|n| u8::try_from(n).unwrap()));
        assert_eq!(key.as_str(), "gp_abcdefghijkmnpqrstuvwxyz2345678917f02032");
        assert_eq!(key.shown(), "gp_abcdef");
    }

    #[test]
    fn a_presented_key_is_found_by_the_digest_that_was_stored() {
        let mut seen = HashSet::new();
        for _ in 0..1000 {
            let key = draw();
            assert_eq!(key.as_str().len(), TEXT_LENGTH);
            assert_eq!(digest_of_presented(key.as_str()), Some(key.digest()));
            assert!(seen.insert(key.as_str().to_owned()));
        }
    }

    #[test]
    fn one_wrong_character_anywhere_and_two_exchanged_ones_are_noticed() {
        for _ in 0..50 {
            let key = draw();
            let characters: Vec<char> = key.as_str().chars().collect();
            for at in 0..characters.len() {
                for wrong in "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF-_ \0".chars() {
                    let mut altered = characters.clone();
                    altered[at] = wrong;
                    let altered: String = altered.into_iter().collect();
                    assert_eq!(digest_of_presented(&altered).is_some(), altered == key.as_str(), "{altered}");
                }
                let mut exchanged = characters.clone();
                exchanged.swap(at, (at + 1) % characters.len());
                let exchanged: String = exchanged.into_iter().collect();
                assert_eq!(
                    digest_of_presented(&exchanged).is_some(),
                    exchanged == key.as_str(),
                    "{exchanged}"
                );
            }
        }
    }

    /// A text with the checksum that it should have.
    fn checked_as(text: &str) -> String {
        let checked = &text[..TEXT_LENGTH - CHECKSUM_LENGTH];
        format!("{checked}{}", checksum(checked))
    }

    #[test]
    fn what_does_not_have_the_form_of_a_key_has_no_digest() {
        let key = draw();
        let key = key.as_str();
        for absurd in [
            String::new(),
            "gp_".to_owned(),
            key[1..].to_owned(),
            key[..key.len() - 1].to_owned(),
            format!("{key} "),
            format!("{key}0"),
            key.to_uppercase(),
            key.replacen("gp_", "gh_", 1),
            checked_as(&key.replacen("gp_", "gh_", 1)),
            "ä".repeat(TEXT_LENGTH / 2),
            format!("gp_{}ä{}", "a".repeat(31), "0".repeat(7)),
            "gp_".repeat(1_000_000),
        ] {
            assert_eq!(digest_of_presented(&absurd), None, "{absurd:.60}");
        }
    }

    #[test]
    fn its_debug_form_shows_nothing() {
        assert_eq!(format!("{:?}", draw()), "ApiKeySecret(…)");
    }
}
