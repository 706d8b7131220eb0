//! The signing keys in memory: read at the start, and anew whenever one is rotated, here or by another process.

use std::sync::{Arc, PoisonError, RwLock};

use tokio::sync::Mutex;

use crate::crypto::tokens::keys::KeyRing;

/// The key ring that holds now.
#[derive(Debug)]
pub struct HeldKeys {
    ring: RwLock<Arc<KeyRing>>,
    /// Held over reading and replacing: what was read first must not take the place of what was read later.
    pub(super) reading: Mutex<()>,
}

impl HeldKeys {
    /// Holds a ring.
    pub fn new(ring: KeyRing) -> Self {
        Self { ring: RwLock::new(Arc::new(ring)), reading: Mutex::new(()) }
    }

    /// The ring that holds now. Whoever asks for it keeps it for one token.
    pub fn ring(&self) -> Arc<KeyRing> {
        Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Holds another ring from now on.
    pub(super) fn replace(&self, ring: KeyRing) {
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ring);
    }
}
