//! A chain of records: the hash of each covers the record and the hash before it, so that none can be changed, removed
//! or put elsewhere without the rest telling.
//!
//! The hashes are HMAC-SHA256 (RFC 2104) under a key of the vault's, so that whoever can write the database, and not
//! read the key file, can't make a chain that holds. The last link is vouched for apart, since a chain alone does not
//! tell where it ends. The chain does not know what its records are.

use orion::hazardous::mac::hmac::sha256::{HmacSha256, SecretKey};

use super::digest::Digest;
use super::vault::Vault;

/// The hash before the first one.
const BEGINNING: [u8; 32] = [0; 32];

/// Stands for the length of a field that is not there; no field is as long.
const ABSENT: [u8; 8] = u64::MAX.to_be_bytes();

/// Makes the hashes of one chain.
pub struct Chain {
    links: SecretKey,
    ends: SecretKey,
}

/// One field of a record; `None` for one that is not there.
pub type Field<'a> = Option<&'a [u8]>;

impl Chain {
    /// The chain called `name`, under keys of its own that only this vault can make.
    #[must_use]
    pub fn new(vault: &Vault, name: &str) -> Self {
        let key = |part: &str| {
            SecretKey::try_from(vault.derive(&format!("chain:{name}:{part}")).as_slice())
                .expect("a derived key has a length that HMAC takes")
        };
        Self { links: key("links"), ends: key("ends") }
    }

    /// The hash of a record that follows the one whose hash is `previous`; `None` for the first.
    #[must_use]
    pub fn link(&self, previous: Option<&Digest>, record: &[Field<'_>]) -> Digest {
        let previous = previous.map_or(&BEGINNING, Digest::as_bytes);
        hash(&self.links, previous, record)
    }

    /// Vouches for the end of the chain: how many links it has, and the hash of the last.
    #[must_use]
    pub fn vouch(&self, length: i64, last: &Digest) -> Digest {
        hash(&self.ends, last.as_bytes(), &[Some(&length.to_be_bytes())])
    }
}

/// The digest of a few fields that can be guessed, kept from being guessed by a random `salt`: once that is erased,
/// the digest tells nothing of them.
#[must_use]
pub fn salted_digest(salt: &[u8], fields: &[Field<'_>]) -> Digest {
    Digest::of(&framed(salt, fields))
}

fn hash(key: &SecretKey, previous: &[u8], record: &[Field<'_>]) -> Digest {
    let tag = HmacSha256::hmac(key, &framed(previous, record))
        .expect("no record in memory reaches SHA-256's limit of 2^61 bytes");
    Digest::from_bytes(tag.unprotected_as_ref()).expect("HMAC-SHA256 makes 32 bytes")
}

/// Each part behind its length: two different lists of fields never make the same bytes.
fn framed(first: &[u8], fields: &[Field<'_>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for field in [Some(first)].iter().chain(fields) {
        match field {
            None => bytes.extend(ABSENT),
            Some(field) => {
                bytes.extend(u64::try_from(field.len()).unwrap_or(u64::MAX - 1).to_be_bytes());
                bytes.extend(*field);
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;

    fn chain(key: u8, name: &str) -> Chain {
        Chain::new(&Vault::new(Zeroizing::new([key; 32])), name)
    }

    #[test]
    fn a_link_depends_on_everything_it_covers() {
        let (one, previous) = (chain(1, "audit"), Digest::of(b"previous"));
        let record: &[Field<'_>] = &[Some(b"ab"), None, Some(b"c")];
        let hash = one.link(Some(&previous), record);
        assert_eq!(hash, chain(1, "audit").link(Some(&previous), record));
        assert_ne!(hash, chain(2, "audit").link(Some(&previous), record));
        assert_ne!(hash, chain(1, "other").link(Some(&previous), record));
        assert_ne!(hash, one.link(None, record));
        for other in [
            &[Some(&b"a"[..]), None, Some(b"bc")][..],
            &[Some(b"ab"), Some(b""), Some(b"c")],
            &[Some(b"ab"), None, Some(b"c"), None],
            &[Some(b"ab"), Some(b"c")],
            &[Some(b"ab"), Some(b"c"), None],
        ] {
            assert_ne!(hash, one.link(Some(&previous), other), "{other:?}");
        }
    }

    #[test]
    fn the_end_is_vouched_for_by_another_key_than_the_links() {
        let (chain, last) = (chain(1, "audit"), Digest::of(b"last"));
        let vouched = chain.vouch(7, &last);
        assert_ne!(vouched, chain.vouch(6, &last));
        assert_ne!(vouched, chain.vouch(7, &Digest::of(b"other")));
        assert_ne!(vouched, chain.link(Some(&last), &[Some(&7_i64.to_be_bytes())]));
    }

    #[test]
    fn the_same_fields_with_another_salt_have_another_digest() {
        let fields: &[Field<'_>] = &[Some(b"192.0.2.7"), None];
        assert_eq!(salted_digest(&[1; 32], fields), salted_digest(&[1; 32], fields));
        assert_ne!(salted_digest(&[1; 32], fields), salted_digest(&[2; 32], fields));
        assert_ne!(salted_digest(&[1; 32], fields), salted_digest(&[1; 32], &[Some(b"192.0.2.8"), None]));
    }
}
