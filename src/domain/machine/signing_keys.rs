//! The keys that sign session tokens: made at the first start, read at every other, and rotated.
//!
//! A key that is retired signs no more, but what it signed is accepted as long as any session of its time can live.

use std::sync::Arc;

use crate::crypto::chance::Moment;
use crate::crypto::tokens::keys::{KeyRing, PublicKey, SigningKey};
use crate::crypto::vault::{Nonce, Vault};
use crate::domain::actor::Actor;
use crate::domain::{App, Error};
use crate::model::{Action, Target, Timestamp};
use crate::store::queries::signing_keys::{self, SigningKeyRow};
use crate::store::{Read, Store, StoreError};

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

/// Whether a database has any: from then on it is sealed with its key file.
///
/// # Errors
/// When the database does not answer.
pub(in crate::domain) async fn exist(store: &Store) -> Result<bool, SigningKeysError> {
    Ok(!store.read(signing_keys::list_signing_keys).await?.is_empty())
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
    let row = row_of(&vault, moment.chance().nonce(), &fresh, moment.now);
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
    ring_of(&vault, &rows)
}

/// A key as it rests, its private part sealed.
fn row_of(vault: &Vault, nonce: Nonce, key: &SigningKey, now: Timestamp) -> SigningKeyRow {
    let kid = key.public().kid();
    SigningKeyRow {
        id: kid.to_owned(),
        public_key: key.public().paserk(),
        sealed_secret: vault.seal(nonce, &sealing_context(kid), &key.secret_bytes()),
        not_before: now,
        retired_at: None,
    }
}

/// The ring of the keys at rest: the one that is not retired signs.
fn ring_of(vault: &Vault, rows: &[SigningKeyRow]) -> Result<KeyRing, SigningKeysError> {
    let verifying = rows.iter().filter_map(|row| PublicKey::from_paserk(&row.public_key).ok()).collect();
    let mut signing = Vec::new();
    for row in rows {
        let key = open(vault, row)?;
        if row.retired_at.is_none() { signing.insert(0, key) } else { signing.push(key) }
    }
    let mut signing = signing.into_iter();
    let current = signing.next().ok_or(SigningKeysError::WrongKeyFile)?;
    Ok(KeyRing::new(current, verifying).holding(signing.collect()))
}

/// Puts a fresh key in force, for whoever has the command line of the service.
///
/// Every token from then on is signed with it. Those that were signed before stay good until they expire, and the
/// published keys tell both. A running service hears of it within a second.
///
/// # Errors
/// When the database does not answer.
pub async fn rotate(app: &App) -> Result<PublishedKey, Error> {
    rotate_by(app, Actor::command_line(), |_| Ok(())).await
}

/// As [`rotate`], if `allow` allows it.
pub(in crate::domain) async fn rotate_by(
    app: &App,
    actor: Actor,
    allow: impl Fn(&mut dyn Read) -> Result<(), Error> + Send + 'static,
) -> Result<PublishedKey, Error> {
    let fresh = SigningKey::generate();
    let row = app
        .change(actor, move |change| {
            allow(change.tx)?;
            let row = row_of(&change.app.vault, change.chance.nonce(), &fresh, change.now);
            signing_keys::retire_signing_keys(change.tx, change.now)?;
            signing_keys::insert_signing_key(change.tx, &row)?;
            change.record(Action::SigningKeyRotated, Target::Service, None)?;
            Ok(row)
        })
        .await?;
    reload(app).await?;
    Ok(row.into())
}

/// Reads the keys anew: another one may be in force.
///
/// # Errors
/// When the database does not answer; what was held before is held on.
pub async fn reload(app: &App) -> Result<(), Error> {
    let _one_at_a_time = app.keys.reading.lock().await;
    let rows = app.store.read(|tx| signing_keys::list_signing_keys(tx).map_err(Error::from)).await?;
    app.keys.replace(ring_of(&app.vault, &rows).map_err(Error::internal)?);
    Ok(())
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
    /// Since when it signs no more.
    pub retired_at: Option<Timestamp>,
}

impl From<SigningKeyRow> for PublishedKey {
    fn from(row: SigningKeyRow) -> Self {
        let SigningKeyRow { id, public_key, not_before, retired_at, .. } = row;
        Self { kid: id, key: public_key, not_before, retired_at }
    }
}

/// Lists the public keys, for those who check tokens offline.
///
/// # Errors
/// When the database does not answer.
pub async fn list_published(app: &App) -> Result<Vec<PublishedKey>, Error> {
    app.store.read(|tx| list(tx).map_err(Error::from)).await
}

/// The public keys, the newest first.
pub(in crate::domain) fn list(tx: &mut dyn Read) -> Result<Vec<PublishedKey>, StoreError> {
    Ok(signing_keys::list_signing_keys(tx)?.into_iter().map(Into::into).collect())
}
