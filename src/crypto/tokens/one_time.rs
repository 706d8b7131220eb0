//! One-time tokens: the random text in a letter's link. Only its digest is stored.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use zeroize::Zeroizing;

use crate::crypto::digest::Digest;
use crate::crypto::random::Random;

/// 256 bits, base64url without padding (RFC 4648 §5).
const BITS: usize = 256;
const TEXT_LENGTH: usize = BITS.div_ceil(6);

/// A fresh one-time token: 256 random bits as 43 characters that need no escaping in a URL.
pub struct OneTimeToken(Zeroizing<String>);

impl OneTimeToken {
    /// Draws a token.
    #[must_use]
    pub fn draw(random: &Random) -> Self {
        Self::from_bytes(&Zeroizing::new(random.bytes()))
    }

    /// Makes a token of 256 bits that are random already.
    #[must_use]
    pub(in crate::crypto) fn from_bytes(bytes: &[u8; BITS / 8]) -> Self {
        Self(Zeroizing::new(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// The text to hand out.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digest to store, by which the token is found when it is presented.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digest::of(self.0.as_bytes())
    }
}

/// Shows nothing of the token.
impl fmt::Debug for OneTimeToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OneTimeToken(…)")
    }
}

/// The digest of a token that somebody presents; `None` unless it has exactly the form of ours.
///
/// What cannot be ours is thus never looked up, however long or strange it is.
#[must_use]
pub fn digest_of_presented(text: &str) -> Option<Digest> {
    if text.len() != TEXT_LENGTH {
        return None;
    }
    // Decoding also refuses other characters, and a last character with bits beyond the 256.
    Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?);
    Some(Digest::of(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_43_url_safe_characters_and_no_two_are_alike() {
        let token = OneTimeToken::draw(&Random);
        assert_eq!(token.as_str().len(), 43);
        assert!(token.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        assert_ne!(token.as_str(), OneTimeToken::draw(&Random).as_str());
    }

    #[test]
    fn a_presented_token_is_found_by_the_digest_that_was_stored() {
        let token = OneTimeToken::draw(&Random);
        assert_eq!(digest_of_presented(token.as_str()), Some(token.digest()));
        assert_ne!(digest_of_presented(OneTimeToken::draw(&Random).as_str()), Some(token.digest()));
    }

    #[test]
    fn what_does_not_have_the_form_of_a_token_has_no_digest() {
        let token = format!("{}A", "x".repeat(42));
        assert!(digest_of_presented(&token).is_some());
        for absurd in [
            String::new(),
            token[1..].to_owned(),
            format!("{token}A"),
            format!(" {}", &token[1..]),
            format!("+{}", &token[1..]),
            format!("{}=", &token[1..]),
            format!("{}B", "x".repeat(42)),
            format!("é{}", &token[2..]),
            format!("{}\0", &token[1..]),
            "x".repeat(10_000_000),
        ] {
            assert_eq!(digest_of_presented(&absurd), None, "{absurd:.60}");
        }
    }

    #[test]
    fn its_debug_form_shows_nothing() {
        assert_eq!(format!("{:?}", OneTimeToken::draw(&Random)), "OneTimeToken(…)");
    }
}
