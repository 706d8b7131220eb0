//! A chain of records: the hash of each covers the record and the hash before it, so that none can be changed, removed
//! or put elsewhere without the rest telling.
//!
//! The hashes are HMAC-SHA256 (RFC 2104) under a key of the vault's, so that whoever can write the database, and not
//! read the key file, can't make a chain that holds. The last link is vouched for apart, since a chain alone does not
//! tell where it ends. The chain does not know what its records are.

use zeroize::Zeroizing;

use super::digest::{Digest, framed};
use super::vault::Vault;

/// The hash before the first one.
const BEGINNING: [u8; 32] = [0; 32];

/// Makes the hashes of one chain.
pub struct Chain {
    links: Zeroizing<[u8; 32]>,
    ends: Zeroizing<[u8; 32]>,
}

/// One field of a record; `None` for one that is not there.
pub type Field<'a> = Option<&'a [u8]>;

impl Chain {
    /// The chain called `name`, under keys of its own that only this vault can make.
    #[must_use]
    pub fn new(vault: &Vault, name: &str) -> Self {
        let key = |part: &str| vault.derive(&format!("chain:{name}:{part}"));
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
    Digest::of(&covered(salt, fields))
}

fn hash(key: &[u8; 32], previous: &[u8], record: &[Field<'_>]) -> Digest {
    Digest::keyed(key, &covered(previous, record))
}

fn covered(first: &[u8], fields: &[Field<'_>]) -> Vec<u8> {
    framed(std::iter::once(Some(first)).chain(fields.iter().copied()))
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
