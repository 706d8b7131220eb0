//! The keys that sign session tokens: made at the first start, read at every other.

use std::sync::Arc;

use crate::crypto::chance::Moment;
use crate::crypto::tokens::keys::{KeyRing, PublicKey, SigningKey};
use crate::crypto::vault::Vault;
use crate::domain::{App, Error};
use crate::model::Timestamp;
use crate::store::queries::signing_keys::{self, SigningKeyRow};
use crate::store::{Store, StoreError};

/// Why the signing keys can't be used.
#[derive(Debug, thiserror::Error)]
pub enum SigningKeysError {
    /// They were sealed with another key file.
    #[error(
        "The key file gatepost.key does not belong to this database: put back the one that was there when the \
         database was made (it is part of every backup)."
    )]
    WrongKeyFile,
    /// They can't be read.
    #[error("The signing keys can't be read: {0}.")]
    Store(#[from] StoreError),
}

/// Reads the keys of a database, making the first one when there is none.
///
/// # Errors
/// When the database does not answer, or the keys were sealed with another key file.
pub(in crate::domain) async fn load_or_make(
    store: &Store,
    vault: Arc<Vault>,
    moment: Moment,
) -> Result<KeyRing, SigningKeysError> {
    let fresh = SigningKey::generate();
    let row = SigningKeyRow {
        id: fresh.public().kid().to_owned(),
        public_key: fresh.public().paserk(),
        sealed_secret: vault.seal(
            moment.chance().nonce(),
            &sealing_context(fresh.public().kid()),
            &fresh.secret_bytes(),
        ),
        not_before: moment.now,
        retired_at: None,
    };
    let rows = store
        .write(move |tx| -> Result<_, StoreError> {
            let rows = signing_keys::list_signing_keys(tx)?;
            if rows.is_empty() {
                signing_keys::insert_signing_key(tx, &row)?;
                return Ok(vec![row.clone()]);
            }
            Ok(rows)
        })
        .await?;
    let verifying = rows.iter().filter_map(|row| PublicKey::from_paserk(&row.public_key).ok()).collect();
    let mut signing = rows.iter().map(|row| open(&vault, row));
    let current = signing.next().ok_or(SigningKeysError::WrongKeyFile)??;
    Ok(KeyRing::new(current, verifying).holding(signing.collect::<Result<_, _>>()?))
}

/// The private part of a key at rest.
fn open(vault: &Vault, row: &SigningKeyRow) -> Result<SigningKey, SigningKeysError> {
    let secret = vault
        .open(&sealing_context(&row.id), &row.sealed_secret)
        .map_err(|_| SigningKeysError::WrongKeyFile)?;
    SigningKey::from_secret(&secret).map_err(|_| SigningKeysError::WrongKeyFile)
}

fn sealing_context(kid: &str) -> String {
    format!("signing-key:{kid}")
}

/// A key as it is published.
#[derive(Clone, Debug)]
pub struct PublishedKey {
    /// PASERK `k4.pid`.
    pub kid: String,
    /// PASERK `k4.public`.
    pub key: String,
    /// Signs from.
    pub not_before: Timestamp,
    /// Whether it signs no more.
    pub retired: bool,
}

/// Lists the public keys, for those who check tokens offline.
///
/// # Errors
/// When the database does not answer.
pub async fn list_published(app: &App) -> Result<Vec<PublishedKey>, Error> {
    app.store
        .read(|tx| {
            let rows = signing_keys::list_signing_keys(tx)?;
            Ok(rows
                .into_iter()
                .map(|row| PublishedKey {
                    kid: row.id,
                    key: row.public_key,
                    not_before: row.not_before,
                    retired: row.retired_at.is_some(),
                })
                .collect())
        })
        .await
}
