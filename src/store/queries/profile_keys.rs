//! Table `profile_keys`: which of a person's API keys is the one of their profile. It goes with the key.

use crate::model::{ApiKeyId, ProfileKey, UserId};
use crate::store::{Cells, Read, StoreError, Write};

const FIND: &str =
    "SELECT profile_keys.api_key_id, api_keys.prefix, profile_keys.sealed_secret FROM profile_keys
    JOIN api_keys ON api_keys.id = profile_keys.api_key_id WHERE profile_keys.user_id = ?1";
const UPSERT: &str = "INSERT INTO profile_keys (user_id, api_key_id, sealed_secret) VALUES (?1, ?2, ?3)
    ON CONFLICT (user_id) DO UPDATE SET api_key_id = excluded.api_key_id, sealed_secret = excluded.sealed_secret";

pub const ALL: &[&str] = &[FIND, UPSERT];

fn from_row(cells: &mut Cells) -> Result<ProfileKey, StoreError> {
    Ok(ProfileKey { id: cells.id()?, prefix: cells.text()?, sealed_secret: cells.opt_bytes()? })
}

/// The key of a person's profile.
pub fn find_profile_key(tx: &mut dyn Read, user_id: UserId) -> Result<Option<ProfileKey>, StoreError> {
    tx.query(FIND, &[user_id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Makes a key the one of its person's profile, in place of the one before.
pub fn upsert_profile_key(
    tx: &mut dyn Write,
    user_id: UserId,
    id: ApiKeyId,
    sealed_secret: Option<&[u8]>,
) -> Result<(), StoreError> {
    tx.queue(UPSERT, &[user_id.into(), id.into(), sealed_secret.into()])
}
