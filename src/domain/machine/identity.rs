//! What the service says of itself to programs.

use crate::crypto::digest::Digest;
use crate::domain::App;

/// Which service this is.
#[derive(Clone, Debug)]
pub struct ServiceIdentity {
    /// What the product is called.
    pub product: String,
    /// The fingerprint of its public URL: the same as long as it is reached there.
    pub fingerprint: u128,
    /// The key that signs session tokens (PASERK `k4.pid`).
    pub key_id: String,
}

/// Tells which service this is.
pub fn identify(app: &App) -> ServiceIdentity {
    ServiceIdentity {
        product: app.rules.product.clone(),
        fingerprint: fingerprint(&app.rules.public_url),
        key_id: app.keys.ring().current().public().kid().to_owned(),
    }
}

/// A number that differs where two texts do: half of their digest.
pub fn fingerprint(text: &str) -> u128 {
    let mut half = [0; 16];
    half.copy_from_slice(&Digest::of(text.as_bytes()).as_bytes()[..16]);
    u128::from_be_bytes(half)
}
