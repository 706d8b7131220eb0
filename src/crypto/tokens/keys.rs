//! The Ed25519 keys that sign session tokens, and their public names by PASERK
//! (<https://github.com/paseto-standard/paserk>).

use std::fmt;

use pasetors::keys::{AsymmetricKeyPair, AsymmetricPublicKey, AsymmetricSecretKey, Generate};
use pasetors::paserk::{FormatAsPaserk, Id};
use pasetors::version4::V4;
use zeroize::Zeroizing;

/// The length in bytes of the seed, the first half of a secret key.
const SEED_LENGTH: usize = 32;

/// The bytes or the text are no such key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a valid key")]
pub struct InvalidKey;

/// A private key with its public part. It is wiped from memory when dropped, and its `Debug` form shows only the latter.
#[derive(Clone)]
pub struct SigningKey {
    pub(super) secret: AsymmetricSecretKey<V4>,
    public: PublicKey,
}

impl SigningKey {
    /// Makes a new key. The signature library draws the seed from the operating system itself.
    ///
    /// # Panics
    /// When the operating system gives no random bytes, as [`Random`](crate::crypto::random::Random) does.
    #[must_use]
    pub fn generate() -> Self {
        let pair = AsymmetricKeyPair::<V4>::generate()
            .expect("the operating system gives random bytes once it has started");
        Self { secret: pair.secret, public: PublicKey::new(pair.public) }
    }

    /// Takes back what [`secret_bytes`](Self::secret_bytes) gave.
    ///
    /// # Errors
    /// [`InvalidKey`] unless these are a seed and the public key that belongs to it.
    pub fn from_secret(bytes: &[u8]) -> Result<Self, InvalidKey> {
        // The library panics upon a seed of zeros.
        if bytes.get(..SEED_LENGTH).is_none_or(|seed| seed.iter().all(|&byte| byte == 0)) {
            return Err(InvalidKey);
        }
        let secret = AsymmetricSecretKey::<V4>::from(bytes).map_err(|_| InvalidKey)?;
        let public = AsymmetricPublicKey::<V4>::try_from(&secret).map_err(|_| InvalidKey)?;
        Ok(Self { secret, public: PublicKey::new(public) })
    }

    /// The 64 bytes `seed ‖ public key`, to be sealed and stored.
    #[must_use]
    pub fn secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.secret.as_bytes().to_vec())
    }

    /// The part that may be published.
    #[must_use]
    pub fn public(&self) -> &PublicKey {
        &self.public
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.public.kid)
    }
}

/// A public key, by which anybody can check a token.
#[derive(Clone, Debug)]
pub struct PublicKey {
    pub(super) key: AsymmetricPublicKey<V4>,
    kid: String,
}

impl PublicKey {
    fn new(key: AsymmetricPublicKey<V4>) -> Self {
        let kid = written(&Id::from(&key));
        Self { key, kid }
    }

    /// Reads a key from its PASERK `k4.public.…`.
    ///
    /// # Errors
    /// [`InvalidKey`] when it is not one.
    pub fn from_paserk(text: &str) -> Result<Self, InvalidKey> {
        AsymmetricPublicKey::<V4>::try_from(text).map(Self::new).map_err(|_| InvalidKey)
    }

    /// The key's PASERK id, `k4.pid.…`, by which a token names the key that signed it.
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The key as PASERK, `k4.public.…`, as it is published.
    #[must_use]
    pub fn paserk(&self) -> String {
        written(&self.key)
    }
}

fn written(value: &impl FormatAsPaserk) -> String {
    let mut text = String::new();
    value.fmt(&mut text).expect("writing to a string does not fail");
    text
}

/// The key that signs now, and all whose tokens are still accepted, among them this one.
///
/// The others are keys that signed before a rotation, until the last of their tokens has expired.
#[derive(Debug)]
pub struct KeyRing {
    current: SigningKey,
    /// Earlier keys whose private part is still held.
    retired: Vec<SigningKey>,
    verifying: Vec<PublicKey>,
}

impl KeyRing {
    /// Makes a ring of the current key and the earlier ones; it does not matter whether these contain the current.
    #[must_use]
    pub fn new(current: SigningKey, earlier: Vec<PublicKey>) -> Self {
        let mut verifying = earlier;
        verifying.retain(|key| key.kid != current.public.kid);
        verifying.insert(0, current.public.clone());
        Self { current, retired: Vec::new(), verifying }
    }

    /// The same ring, which also holds the private parts of earlier keys: what they signed can be signed again, and
    /// is the same.
    #[must_use]
    pub fn holding(self, retired: Vec<SigningKey>) -> Self {
        Self { retired, ..self }
    }

    /// The key that signs.
    #[must_use]
    pub fn current(&self) -> &SigningKey {
        &self.current
    }

    /// Finds the key with this PASERK id, current or earlier, among those that could sign.
    #[must_use]
    pub fn find_signing(&self, kid: &str) -> Option<&SigningKey> {
        std::iter::once(&self.current).chain(&self.retired).find(|key| key.public.kid == kid)
    }

    /// All keys whose tokens are accepted, the current one first.
    #[must_use]
    pub fn verifying(&self) -> &[PublicKey] {
        &self.verifying
    }

    /// Finds the key with this PASERK id.
    #[must_use]
    pub fn find(&self, kid: &str) -> Option<&PublicKey> {
        self.verifying.iter().find(|key| key.kid == kid)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_key_comes_back_the_same() {
        let key = SigningKey::generate();
        let bytes = key.secret_bytes();
        assert_eq!(bytes.len(), 64);
        let restored = SigningKey::from_secret(&bytes).unwrap();
        assert_eq!(restored.secret_bytes(), bytes);
        assert_eq!(restored.public().kid(), key.public().kid());
        assert_ne!(SigningKey::generate().secret_bytes(), bytes);
    }

    #[test]
    fn bytes_that_are_no_key_are_refused_without_a_panic() {
        let good = SigningKey::generate().secret_bytes();
        let mut other_public = good.clone();
        other_public[63] ^= 1;
        let long = [good.as_slice(), &[0]].concat();
        for bytes in [&[][..], &[0; 64], &[1; 64], &good[..32], &good[..63], &long, &other_public] {
            assert_eq!(SigningKey::from_secret(bytes).unwrap_err(), InvalidKey);
        }
    }

    #[test]
    fn the_public_names_are_those_of_paserk() {
        // From the test vectors of PASERK: k4.public-1 and k4.pid-1, a key of zeros.
        let paserk = "k4.public.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        let key = PublicKey::from_paserk(paserk).unwrap();
        assert_eq!(key.paserk(), paserk);
        assert_eq!(key.kid(), "k4.pid.S_XQmeEwHbbvRmiyfXfHYpLGjXGzjTRSDoT1YtTakWFE");
        for text in
            ["", "k4.public.", "k4.secret.AAAA", &paserk[..52], &format!("{paserk}A"), "k3.public.AAAA"]
        {
            assert_eq!(PublicKey::from_paserk(text).unwrap_err(), InvalidKey, "{text}");
        }
    }

    #[test]
    fn a_ring_finds_the_current_and_the_earlier_keys_and_no_other() {
        let (earlier, current, stranger) =
            (SigningKey::generate(), SigningKey::generate(), SigningKey::generate());
        let ring = KeyRing::new(current.clone(), vec![earlier.public().clone(), current.public().clone()]);
        assert_eq!(ring.current().public().kid(), current.public().kid());
        assert_eq!(ring.verifying().len(), 2);
        for key in [&earlier, &current] {
            assert_eq!(ring.find(key.public().kid()).unwrap().paserk(), key.public().paserk());
        }
        assert!(ring.find(stranger.public().kid()).is_none());
    }

    #[test]
    fn a_ring_signs_anew_with_the_key_that_signed_before_as_long_as_it_is_held() {
        let (earlier, current) = (SigningKey::generate(), SigningKey::generate());
        let ring = KeyRing::new(current.clone(), vec![earlier.public().clone()]);
        let kid = |key: Option<&SigningKey>| key.map(|key| key.public().kid().to_owned());
        assert_eq!(kid(ring.find_signing(earlier.public().kid())), None);
        let ring = ring.holding(vec![earlier.clone()]);
        for key in [&earlier, &current] {
            assert_eq!(kid(ring.find_signing(key.public().kid())), Some(key.public().kid().to_owned()));
        }
        assert_eq!(ring.current().public().kid(), current.public().kid());
    }

    #[test]
    fn its_debug_form_names_the_public_part_only() {
        let key = SigningKey::generate();
        assert_eq!(format!("{key:?}"), format!("SigningKey({})", key.public().kid()));
    }
}
