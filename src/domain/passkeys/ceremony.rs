//! A question to a passkey, and its answer: good for one browser that was asked, for a few minutes, once.
//!
//! What has to be remembered in between goes to the browser and back, sealed, so that asking costs no row and opening a
//! page changes nothing. In it is a number of its own; using an answer stores the number's digest, and one that is stored
//! is used up.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use crate::crypto::digest::Digest;
use crate::crypto::passkeys::{self as devices, PasskeyError, RelyingParty};
use crate::crypto::vault::Nonce;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::error::{Conflict, Expired, Unauthenticated};
use crate::domain::{App, Error};
use crate::model::{Passkey, Purpose, Timestamp, UserId};
use crate::store::queries::one_time_tokens::{self, NewOneTimeToken};
use crate::store::queries::passkeys;

/// How long a person may take over their device.
const PATIENCE: Duration = Duration::from_mins(5);

/// What sealing binds it to.
const CONTEXT: &str = "passkey_ceremony";

/// A question to a passkey.
#[derive(Clone, Debug)]
pub struct Asked {
    /// To be shown again with the answer.
    pub ceremony: String,
    /// What the browser is asked: JSON, for `navigator.credentials`.
    pub options: String,
}

/// What a browser hands over.
#[derive(Clone, Debug)]
pub struct PasskeyAnswer {
    /// What the question came with.
    pub ceremony: String,
    /// What the device answers: JSON.
    pub credential: String,
}

/// A question that was asked, as it is remembered.
pub(super) struct Ceremony {
    number: Uuid,
    /// For whom it was asked; nil for whoever answers.
    user_id: Uuid,
    expires_at: Timestamp,
    pub(super) state: Vec<u8>,
}

/// What speaks for the service.
///
/// # Errors
/// `Conflict` where no passkeys can be made.
pub(super) fn relying_party(app: &App) -> Result<&RelyingParty, Error> {
    app.passkeys.as_deref().ok_or(Error::Conflict(Conflict::PasskeysNotOffered))
}

/// Seals what is to be remembered of a question.
pub(super) fn seal(app: &App, user_id: Option<Uuid>, asked: devices::Asked) -> Asked {
    let now = app.clock.now();
    let mut bytes = later(now, PATIENCE).as_microsecond().to_be_bytes().to_vec();
    bytes.extend(app.random.uuid_v7(now).as_bytes());
    bytes.extend(user_id.unwrap_or(Uuid::nil()).as_bytes());
    bytes.extend(asked.state);
    let sealed = app.vault.seal(Nonce::draw(&app.random), CONTEXT, &bytes);
    Asked { ceremony: URL_SAFE_NO_PAD.encode(sealed), options: asked.options }
}

/// Opens what [`seal`] sealed, in time.
///
/// # Errors
/// `Unauthenticated` for anything else; `Expired`.
pub(super) fn open(app: &App, text: &str, now: Timestamp) -> Result<Ceremony, Error> {
    let wrong = Error::from(Unauthenticated::WrongPasskey);
    let sealed = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong.clone())?;
    let bytes = app.vault.open(CONTEXT, &sealed).map_err(|_| wrong.clone())?;
    let (expires_at, rest) = bytes.split_first_chunk::<8>().ok_or_else(|| wrong.clone())?;
    let (number, rest) = rest.split_first_chunk::<16>().ok_or_else(|| wrong.clone())?;
    let (user_id, state) = rest.split_first_chunk::<16>().ok_or_else(|| wrong.clone())?;
    let expires_at = Timestamp::from_microsecond(i64::from_be_bytes(*expires_at)).map_err(|_| wrong)?;
    if now >= expires_at {
        return Err(Expired::TokenExpired.into());
    }
    Ok(Ceremony {
        number: Uuid::from_bytes(*number),
        user_id: Uuid::from_bytes(*user_id),
        expires_at,
        state: state.to_vec(),
    })
}

impl Ceremony {
    /// Refuses an answer to what was asked of somebody else.
    ///
    /// # Errors
    /// `Unauthenticated`.
    pub(super) fn require_for(&self, user_id: Option<Uuid>) -> Result<(), Error> {
        if self.user_id == user_id.unwrap_or(Uuid::nil()) {
            Ok(())
        } else {
            Err(Unauthenticated::WrongPasskey.into())
        }
    }

    /// Uses the question up. Of however many that answer at once, one succeeds.
    ///
    /// # Errors
    /// `Expired` for one that was answered before.
    pub(super) fn spend(&self, change: &mut Change<'_>, user_id: UserId) -> Result<(), Error> {
        let digest = Digest::of(self.number.as_bytes());
        let row = NewOneTimeToken {
            id: change.id(),
            digest: digest.as_bytes(),
            purpose: Purpose::PasskeyCeremony,
            subject_id: user_id.uuid(),
            user_id: Some(user_id),
            created_at: change.now,
            expires_at: self.expires_at,
        };
        if one_time_tokens::insert_spent_one_time_token(change.tx, &row)? {
            Ok(())
        } else {
            Err(Expired::TokenSpent.into())
        }
    }
}

/// Judges the answer of one of a person's passkeys, where `asked_of` was asked, and uses the question up. `None` for one
/// that is not right: the caller must let the change stand, and refuse afterwards.
///
/// # Errors
/// `Expired` for a question that was answered before, or too long ago; `Conflict` where there are no passkeys.
pub(in crate::domain) fn judge(
    change: &mut Change<'_>,
    asked_of: Option<Uuid>,
    answer: &PasskeyAnswer,
) -> Result<Option<Passkey>, Error> {
    let app = change.app;
    let ceremony = open(app, &answer.ceremony, change.now)?;
    ceremony.require_for(asked_of)?;
    let Ok(said) = devices::Answer::read(&answer.credential) else { return Ok(None) };
    let Some(passkey) = passkeys::find_passkey_by_credential(change.tx, &said.credential_id)? else {
        return Ok(None);
    };
    // Whom the device was asked for, or says it belongs to, must be whose passkey it is.
    let owner = passkey.user_id.uuid();
    if asked_of.or(said.user_id) != Some(owner) {
        return Ok(None);
    }
    match relying_party(app)?.judge_used(&ceremony.state, &said, &passkey.credential) {
        Ok(updated) => {
            let credential = updated.as_deref().unwrap_or(&passkey.credential);
            passkeys::update_passkey_used(change.tx, passkey.id, credential, change.now)?;
        }
        Err(PasskeyError::Wrong) => return Ok(None),
        Err(error @ PasskeyError::Unreadable) => return Err(Error::internal(error)),
    }
    ceremony.spend(change, passkey.user_id)?;
    Ok(Some(passkey))
}
