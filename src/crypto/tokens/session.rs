//! Session tokens: PASETO `v4.public` (<https://github.com/paseto-standard/paseto-spec>) over a JSON payload whose members
//! always stand in the same order, so that the same claims and the same key give the same token. A retried refresh relies on
//! that: its second answer is signed anew and must equal the first.
//!
//! This module says whether we signed a token and what it claims. It has no clock: [`SessionClaims::is_live`] is asked by
//! those who have one. Nor does it know whether the session still stands.

use jiff::Timestamp;
use pasetors::token::{Public, UntrustedToken};
use pasetors::version4::{PublicToken, V4};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::keys::{KeyRing, SigningKey};

/// The longest token that is looked at, in bytes. Ours have about 600.
const MAX_LENGTH: usize = 2_048;

/// Those who check tokens bind them to nothing outside the token.
const IMPLICIT_ASSERTION: Option<&[u8]> = None;

/// What a session token says. The members are written in this order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionClaims {
    /// Who issued the token: the service's public URL.
    pub iss: String,
    /// The user.
    pub sub: Uuid,
    /// The session.
    pub sid: Uuid,
    /// The session's generation; each replacement of its token and each change of role counts it up.
    #[serde(rename = "gen")]
    pub generation: i64,
    /// The org that the session acts for.
    pub org: Option<Uuid>,
    /// The user's role there.
    pub role: Option<String>,
    /// When the token was issued.
    #[serde(serialize_with = "whole_seconds")]
    pub iat: Timestamp,
    /// From when on it is good.
    #[serde(serialize_with = "whole_seconds")]
    pub nbf: Timestamp,
    /// From when on it is no longer good.
    #[serde(serialize_with = "whole_seconds")]
    pub exp: Timestamp,
    /// The token's own id.
    pub jti: Uuid,
}

impl SessionClaims {
    /// Whether the token is good at `now`, as far as its times say.
    #[must_use]
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.nbf <= now && now < self.exp
    }
}

/// Writes a time in RFC 3339 to the second, rounded down: rounded up, a token would not be good yet when it is issued.
fn whole_seconds<S: serde::Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    let second = time.as_nanosecond().div_euclid(1_000_000_000);
    let whole = i64::try_from(second).ok().and_then(|second| Timestamp::from_second(second).ok());
    whole.unwrap_or(*time).serialize(serializer)
}

/// The footer: which key signed.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Footer<'a> {
    kid: &'a str,
}

/// Why a token is not one of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    /// It does not have the form of a session token.
    #[error("this is not a session token")]
    Malformed,
    /// It names a key that is not in the ring.
    #[error("the token was signed with a key that is not in use")]
    UnknownKey,
    /// Its signature does not fit.
    #[error("the token's signature is not valid")]
    Signature,
    /// We did not issue it, though the key is ours.
    #[error("the token was issued by another service")]
    Issuer,
}

/// Signs the claims. Fractions of seconds are left out of their times; otherwise the result depends on nothing but the
/// arguments.
#[must_use]
pub fn sign(key: &SigningKey, claims: &SessionClaims) -> String {
    let payload = serde_json::to_vec(claims).expect("texts, numbers and times can always be written as JSON");
    let footer = serde_json::to_vec(&Footer { kid: key.public().kid() })
        .expect("a text can always be written as JSON");
    PublicToken::sign(&key.secret, &payload, Some(&footer), IMPLICIT_ASSERTION)
        .expect("a key that has been read and a payload that is not empty can always be signed")
}

/// Checks that a key of the ring has signed the token for `issuer`, and gives its claims. Times are not judged.
///
/// # Errors
/// See [`TokenError`].
pub fn verify(ring: &KeyRing, token: &str, issuer: &str) -> Result<SessionClaims, TokenError> {
    if token.len() > MAX_LENGTH {
        return Err(TokenError::Malformed);
    }
    let token = UntrustedToken::<Public, V4>::try_from(token).map_err(|_| TokenError::Malformed)?;
    let footer: Footer<'_> =
        serde_json::from_slice(token.untrusted_footer()).map_err(|_| TokenError::Malformed)?;
    let key = ring.find(footer.kid).ok_or(TokenError::UnknownKey)?;
    let trusted =
        PublicToken::verify(&key.key, &token, None, IMPLICIT_ASSERTION).map_err(|_| TokenError::Signature)?;
    let claims: SessionClaims = serde_json::from_str(trusted.payload()).map_err(|_| TokenError::Malformed)?;
    if claims.iss != issuer {
        return Err(TokenError::Issuer);
    }
    Ok(claims)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use pasetors::keys::AsymmetricPublicKey;

    use super::*;
    use crate::crypto::tokens::keys::PublicKey;

    const ISSUER: &str = "https://accounts.example.test";

    fn ring() -> KeyRing {
        KeyRing::new(SigningKey::generate(), Vec::new())
    }

    fn claims() -> SessionClaims {
        SessionClaims {
            iss: ISSUER.to_owned(),
            sub: Uuid::from_u128(1),
            sid: Uuid::from_u128(2),
            generation: 3,
            org: Some(Uuid::from_u128(4)),
            role: Some("owner".to_owned()),
            iat: "2026-01-02T03:04:05Z".parse().unwrap(),
            nbf: "2026-01-02T03:04:05Z".parse().unwrap(),
            exp: "2026-01-03T03:04:05Z".parse().unwrap(),
            jti: Uuid::from_u128(5),
        }
    }

    /// A token over any payload, footer and implicit assertion, signed with the ring's own key.
    fn signed(ring: &KeyRing, payload: &[u8], footer: Option<&[u8]>, assertion: Option<&[u8]>) -> String {
        PublicToken::sign(&ring.current().secret, payload, footer, assertion).unwrap()
    }

    fn footer(ring: &KeyRing) -> Vec<u8> {
        format!(r#"{{"kid":"{}"}}"#, ring.current().public().kid()).into_bytes()
    }

    #[test]
    fn a_signed_token_gives_its_claims_back() {
        let ring = ring();
        let outside_an_org = SessionClaims { org: None, role: None, ..claims() };
        for claims in [claims(), outside_an_org] {
            assert_eq!(verify(&ring, &sign(ring.current(), &claims), ISSUER), Ok(claims));
        }
    }

    #[test]
    fn the_same_claims_and_key_give_the_same_token() {
        let key = SigningKey::generate();
        let restored = SigningKey::from_secret(&key.secret_bytes()).unwrap();
        assert_eq!(sign(&key, &claims()), sign(&restored, &claims()));
        assert_ne!(sign(&key, &claims()), sign(&key, &SessionClaims { generation: 4, ..claims() }));
    }

    #[test]
    fn payload_and_footer_are_json_with_members_in_a_fixed_order() {
        let ring = ring();
        let later = SessionClaims { nbf: "2026-01-02T03:04:05.999Z".parse().unwrap(), ..claims() };
        let token = sign(ring.current(), &later);
        let mut parts = token.strip_prefix("v4.public.").unwrap().split('.');
        let signed = URL_SAFE_NO_PAD.decode(parts.next().unwrap()).unwrap();
        let expected = r#"{"iss":"https://accounts.example.test","sub":"00000000-0000-0000-0000-000000000001","sid":"00000000-0000-0000-0000-000000000002","gen":3,"org":"00000000-0000-0000-0000-000000000004","role":"owner","iat":"2026-01-02T03:04:05Z","nbf":"2026-01-02T03:04:05Z","exp":"2026-01-03T03:04:05Z","jti":"00000000-0000-0000-0000-000000000005"}"#;
        assert_eq!(str::from_utf8(&signed[..signed.len() - 64]).unwrap(), expected);
        assert_eq!(URL_SAFE_NO_PAD.decode(parts.next().unwrap()).unwrap(), footer(&ring));
    }

    #[test]
    fn anybody_can_check_a_token_with_the_published_key() {
        let ring = ring();
        let token = sign(ring.current(), &claims());
        let published =
            AsymmetricPublicKey::<V4>::try_from(ring.current().public().paserk().as_str()).unwrap();
        let untrusted = UntrustedToken::<Public, V4>::try_from(token.as_str()).unwrap();
        let trusted = PublicToken::verify(&published, &untrusted, Some(&footer(&ring)), None).unwrap();
        assert_eq!(serde_json::from_str::<SessionClaims>(trusted.payload()).unwrap(), claims());
    }

    #[test]
    fn a_token_of_an_earlier_key_is_accepted_as_long_as_the_ring_holds_that_key() {
        let earlier = SigningKey::generate();
        let token = sign(&earlier, &claims());
        let held = KeyRing::new(SigningKey::generate(), vec![earlier.public().clone()]);
        assert_eq!(verify(&held, &token, ISSUER), Ok(claims()));
        assert_eq!(verify(&ring(), &token, ISSUER), Err(TokenError::UnknownKey));
    }

    #[test]
    fn a_token_that_names_our_key_but_was_signed_with_another_is_refused() {
        let (ours, other) = (ring(), ring());
        let payload = serde_json::to_vec(&claims()).unwrap();
        let forged = signed(&other, &payload, Some(&footer(&ours)), None);
        assert_eq!(verify(&ours, &forged, ISSUER), Err(TokenError::Signature));
        // A weak key: with the neutral element as public key, forging a signature would be easy.
        let weak = PublicKey::from_paserk("k4.public.AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").unwrap();
        let ring = KeyRing::new(SigningKey::generate(), vec![weak]);
        let footer = format!(r#"{{"kid":"{}"}}"#, ring.verifying()[1].kid());
        let mut body = payload;
        body.extend_from_slice(&[1]);
        body.extend_from_slice(&[0; 63]);
        let forged = format!("v4.public.{}.{}", URL_SAFE_NO_PAD.encode(body), URL_SAFE_NO_PAD.encode(footer));
        assert_eq!(verify(&ring, &forged, ISSUER), Err(TokenError::Signature));
    }

    #[test]
    fn a_token_with_any_one_bit_flipped_is_refused() {
        let ring = ring();
        let token = sign(ring.current(), &claims());
        for position in 0..token.len() {
            for bit in 0..7 {
                let mut bytes = token.clone().into_bytes();
                bytes[position] ^= 1 << bit;
                let changed = String::from_utf8(bytes).unwrap();
                assert!(verify(&ring, &changed, ISSUER).is_err(), "byte {position}, bit {bit}");
            }
        }
    }

    #[test]
    fn a_truncated_or_extended_token_is_refused() {
        let ring = ring();
        let token = sign(ring.current(), &claims());
        for length in 0..token.len() {
            assert!(verify(&ring, &token[..length], ISSUER).is_err(), "{length} bytes");
        }
        for extension in ["A", "AAAA", ".", ".AAAA", "=", " ", "\n", "\0", "é"] {
            assert!(verify(&ring, &format!("{token}{extension}"), ISSUER).is_err(), "{extension:?} after it");
            assert!(
                verify(&ring, &format!("{extension}{token}"), ISSUER).is_err(),
                "{extension:?} before it"
            );
        }
    }

    #[test]
    fn a_token_beyond_the_longest_is_refused_even_if_we_signed_it() {
        let ring = ring();
        let long = SessionClaims { role: Some("x".repeat(MAX_LENGTH)), ..claims() };
        assert_eq!(verify(&ring, &sign(ring.current(), &long), ISSUER), Err(TokenError::Malformed));
    }

    #[test]
    fn another_version_or_purpose_is_refused() {
        let ring = ring();
        let token = sign(ring.current(), &claims());
        let rest = token.strip_prefix("v4.public.").unwrap();
        for header in
            ["v4.local.", "v3.public.", "v2.public.", "v1.public.", "v4.secret.", "V4.public.", "v4..", ""]
        {
            assert_eq!(
                verify(&ring, &format!("{header}{rest}"), ISSUER),
                Err(TokenError::Malformed),
                "{header}"
            );
        }
    }

    #[test]
    fn a_changed_or_dropped_footer_is_refused() {
        let (ring, other) = (ring(), ring());
        let token = sign(ring.current(), &claims());
        let (without, _) = token.rsplit_once('.').unwrap();
        assert_eq!(verify(&ring, without, ISSUER), Err(TokenError::Malformed));
        let spaced = [footer(&ring).as_slice(), b" "].concat();
        for (footer, refusal) in [
            (spaced.as_slice(), TokenError::Signature),
            (footer(&other).as_slice(), TokenError::UnknownKey),
            (b"{}", TokenError::Malformed),
            (b"[]", TokenError::Malformed),
            (b"\xff", TokenError::Malformed),
            (b"", TokenError::Malformed),
        ] {
            let changed = format!("{without}.{}", URL_SAFE_NO_PAD.encode(footer));
            assert_eq!(verify(&ring, &changed, ISSUER), Err(refusal));
        }
    }

    #[test]
    fn a_footer_that_says_more_than_the_key_is_refused_even_if_we_signed_it() {
        let ring = ring();
        let payload = serde_json::to_vec(&claims()).unwrap();
        let more = format!(r#"{{"kid":"{}","wpk":""}}"#, ring.current().public().kid());
        let token = signed(&ring, &payload, Some(more.as_bytes()), None);
        assert_eq!(verify(&ring, &token, ISSUER), Err(TokenError::Malformed));
    }

    #[test]
    fn a_token_with_an_implicit_assertion_is_refused() {
        let ring = ring();
        let payload = serde_json::to_vec(&claims()).unwrap();
        let sign = |assertion| signed(&ring, &payload, Some(&footer(&ring)), assertion);
        assert_eq!(verify(&ring, &sign(Some(b"bound")), ISSUER), Err(TokenError::Signature));
        assert_eq!(verify(&ring, &sign(Some(b"")), ISSUER), Ok(claims()));
    }

    #[test]
    fn another_issuer_is_refused() {
        let ring = ring();
        let token = sign(ring.current(), &claims());
        for issuer in ["https://accounts.example.tes", "https://accounts.example.test/", ""] {
            assert_eq!(verify(&ring, &token, issuer), Err(TokenError::Issuer), "{issuer}");
        }
    }

    #[test]
    fn another_payload_signed_with_our_key_is_no_session_token() {
        let ring = ring();
        for payload in [r#"{"items":[],"next":null}"#, "[]", "null", "\"text\"", "not JSON"] {
            let token = signed(&ring, payload.as_bytes(), Some(&footer(&ring)), None);
            assert_eq!(verify(&ring, &token, ISSUER), Err(TokenError::Malformed), "{payload}");
        }
    }

    #[test]
    fn claims_are_live_from_the_first_moment_and_no_longer_at_the_last() {
        let claims = claims();
        let moment = std::time::Duration::from_nanos(1);
        assert!(!claims.is_live(claims.nbf - moment));
        assert!(claims.is_live(claims.nbf));
        assert!(claims.is_live(claims.exp - moment));
        assert!(!claims.is_live(claims.exp));
    }

    #[test]
    fn a_token_is_live_at_the_very_time_it_is_issued() {
        let ring = ring();
        let now: Timestamp = "2026-01-02T03:04:05.999999Z".parse().unwrap();
        let token = sign(ring.current(), &SessionClaims { iat: now, nbf: now, ..claims() });
        assert!(verify(&ring, &token, ISSUER).unwrap().is_live(now));
    }
}
