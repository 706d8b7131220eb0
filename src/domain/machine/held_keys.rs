//! The signing keys in memory: read at the start, and anew whenever one is rotated, here or by another process.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use crate::crypto::tokens::keys::KeyRing;
use crate::model::Timestamp;

/// The key ring that holds now.
#[derive(Debug)]
pub struct HeldKeys {
    ring: RwLock<Arc<KeyRing>>,
    /// Held over reading and replacing: what was read first must not take the place of what was read later.
    pub(super) reading: Mutex<()>,
    /// When they were last read because of a token, in seconds.
    read_again_at: AtomicI64,
}

impl HeldKeys {
    /// Holds a ring.
    pub fn new(ring: KeyRing) -> Self {
        Self { ring: RwLock::new(Arc::new(ring)), reading: Mutex::new(()), read_again_at: AtomicI64::new(0) }
    }

    /// The ring that holds now. Whoever asks for it keeps it for one token.
    pub fn ring(&self) -> Arc<KeyRing> {
        Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether a token by a key that is not held is reason to read them again: once a second, whoever sends what.
    pub(in crate::domain) fn may_be_read_again(&self, now: Timestamp) -> bool {
        self.read_again_at.swap(now.as_second(), Ordering::Relaxed) != now.as_second()
    }

    /// Holds another ring from now on.
    pub(super) fn replace(&self, ring: KeyRing) {
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::tokens::keys::SigningKey;

    #[test]
    fn tokens_of_unknown_keys_have_the_keys_read_again_once_a_second() {
        let held = HeldKeys::new(KeyRing::new(SigningKey::generate(), Vec::new()));
        let at = |second| Timestamp::from_second(second).unwrap();
        assert!(held.may_be_read_again(at(1)));
        assert!(!held.may_be_read_again(at(1)));
        assert!(held.may_be_read_again(at(2)));
    }
}
