//! Sealing at rest: what is stored but must be readable again (signing keys, the links of letters not yet sent).
//!
//! A sealed value is `version byte ‖ nonce ‖ ciphertext ‖ tag`, by XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha). Its
//! *context* says what it is and whose, such as `letter:0190…`, and is authenticated with it: a value moved to another
//! row or column does not open. The vault does not know what it seals, nor where that is kept.

use orion::hazardous::aead::xchacha20poly1305::{self as aead, XChaCha20Poly1305};
use orion::hazardous::kdf::hkdf::{Hkdf, SHA256};
use zeroize::Zeroizing;

use super::digest::{Digest, framed};
use super::random::Random;

/// The first byte of everything sealed in the format above; another number would be another format.
const VERSION: u8 = 1;
const NONCE_LENGTH: usize = 24;
const TAG_LENGTH: usize = 16;

/// A number used once: the 24 random bytes of one sealing.
///
/// It is drawn *before* a transaction and passed into it. A transaction may run again after a conflict, so nothing random
/// may happen inside: the second run must write what the first would have. 24 bytes are enough for random nonces never to
/// repeat. It cannot be copied, so that one nonce seals one value.
#[derive(Debug)]
pub struct Nonce([u8; NONCE_LENGTH]);

impl Nonce {
    /// Draws a fresh nonce.
    #[must_use]
    pub fn draw(random: &Random) -> Self {
        Self::from_bytes(random.bytes())
    }

    /// Takes bytes that are random already.
    #[must_use]
    pub(super) fn from_bytes(bytes: [u8; NONCE_LENGTH]) -> Self {
        Self(bytes)
    }
}

/// Why a sealed value does not open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// It is too short, or of a format that this build does not know.
    #[error("this is not a sealed value that this version of the program can read")]
    Malformed,
    /// The key or the context is another one, or a byte was changed.
    #[error("the sealed value was made with another key or for another place, or it is damaged")]
    Refused,
}

/// Seals and opens values with one key, which is wiped from memory when the vault is dropped.
pub struct Vault {
    key: Zeroizing<[u8; 32]>,
}

impl Vault {
    /// Makes a vault around `key`.
    #[must_use]
    pub fn new(key: Zeroizing<[u8; 32]>) -> Self {
        Self { key }
    }

    /// Seals `plaintext` for `context`. The result is 41 bytes longer than the plaintext.
    #[must_use]
    pub fn seal(&self, nonce: Nonce, context: &str, plaintext: &[u8]) -> Vec<u8> {
        let header = 1 + NONCE_LENGTH;
        let mut sealed = vec![0; header + plaintext.len() + TAG_LENGTH];
        sealed[0] = VERSION;
        sealed[1..header].copy_from_slice(&nonce.0);
        XChaCha20Poly1305::seal(
            &self.secret_key(),
            &aead::Nonce::from(nonce.0),
            plaintext,
            Some(context.as_bytes()),
            &mut sealed[header..],
        )
        .expect(
            "the output has room for the tag, and no value in memory reaches the cipher's limit of 256 GiB",
        );
        sealed
    }

    /// Opens what [`seal`](Self::seal) made for the same `context`.
    ///
    /// # Errors
    /// [`VaultError::Malformed`] or [`VaultError::Refused`].
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let (&version, rest) = sealed.split_first().ok_or(VaultError::Malformed)?;
        let (&nonce, ciphertext) = rest.split_first_chunk::<NONCE_LENGTH>().ok_or(VaultError::Malformed)?;
        let length = ciphertext.len().checked_sub(TAG_LENGTH).ok_or(VaultError::Malformed)?;
        if version != VERSION {
            return Err(VaultError::Malformed);
        }
        let mut plaintext = Zeroizing::new(vec![0; length]);
        XChaCha20Poly1305::open(
            &self.secret_key(),
            &aead::Nonce::from(nonce),
            ciphertext,
            Some(context.as_bytes()),
            &mut plaintext,
        )
        .map_err(|_| VaultError::Refused)?;
        Ok(plaintext)
    }

    /// A digest of a list of values, under a key of its own for each `purpose`: without the key file nothing can be
    /// guessed from it.
    #[must_use]
    pub fn digest(&self, purpose: &str, values: &[&[u8]]) -> Digest {
        let key = self.derive(&format!("digest:{purpose}"));
        Digest::keyed(&key, &framed(values.iter().copied().map(Some)))
    }

    /// A further key, for `purpose` alone (HKDF-SHA256, RFC 5869): it tells nothing of this vault's, nor of others made
    /// from it.
    #[must_use]
    pub fn derive(&self, purpose: &str) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        // No salt: the key is random already (RFC 5869 §3.1).
        Hkdf::<SHA256>::derive_key(&[], &*self.key, Some(purpose.as_bytes()), &mut *key)
            .expect("32 bytes are within what HKDF-SHA256 can make");
        key
    }

    fn secret_key(&self) -> aead::SecretKey {
        aead::SecretKey::from(*self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(byte: u8) -> Vault {
        Vault::new(Zeroizing::new([byte; 32]))
    }

    #[test]
    fn a_sealed_value_opens_in_its_own_context() {
        for plaintext in [&b""[..], b"x", &[7; 10_000]] {
            let sealed = vault(1).seal(Nonce::draw(&Random), "letter:1", plaintext);
            assert_eq!(sealed.len(), plaintext.len() + 41);
            assert_eq!(vault(1).open("letter:1", &sealed).unwrap().as_slice(), plaintext);
        }
    }

    #[test]
    fn another_context_or_another_key_is_refused() {
        let sealed = vault(1).seal(Nonce::draw(&Random), "letter:1", b"https://example.test/?token=x");
        assert_eq!(vault(1).open("letter:2", &sealed), Err(VaultError::Refused));
        assert_eq!(vault(1).open("", &sealed), Err(VaultError::Refused));
        assert_eq!(vault(2).open("letter:1", &sealed), Err(VaultError::Refused));
    }

    #[test]
    fn a_changed_byte_anywhere_is_refused() {
        let sealed = vault(1).seal(Nonce::draw(&Random), "letter:1", b"plain");
        for position in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[position] ^= 1;
            assert!(vault(1).open("letter:1", &changed).is_err(), "byte {position}");
        }
    }

    #[test]
    fn a_truncated_or_extended_value_is_refused() {
        let sealed = vault(1).seal(Nonce::draw(&Random), "letter:1", b"plain");
        for length in 0..sealed.len() {
            assert!(vault(1).open("letter:1", &sealed[..length]).is_err(), "{length} bytes");
        }
        let extended = [sealed.as_slice(), &[0]].concat();
        assert_eq!(vault(1).open("letter:1", &extended), Err(VaultError::Refused));
    }

    #[test]
    fn a_derived_key_is_one_of_its_vault_and_purpose() {
        let key = vault(1).derive("audit");
        assert_eq!(key, vault(1).derive("audit"));
        assert_ne!(key, vault(1).derive("other"));
        assert_ne!(key, vault(2).derive("audit"));
        assert_ne!(key.as_slice(), &[1; 32]);
    }

    #[test]
    fn the_ciphertext_does_not_contain_the_plaintext_and_differs_with_the_nonce() {
        let plaintext = b"a very recognizable text";
        let one = vault(1).seal(Nonce::draw(&Random), "c", plaintext);
        let other = vault(1).seal(Nonce::draw(&Random), "c", plaintext);
        assert!(!one.windows(plaintext.len()).any(|window| window == plaintext));
        assert_ne!(one, other);
    }
}
