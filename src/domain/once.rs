//! Calls that may come twice and are to have their effect once (`Idempotency-Key`, draft-ietf-httpapi-idempotency-key-header).
//!
//! A caller gives a call a key. The operation's own transaction remembers the key with the answer, so that there is
//! never one without the other; the same call again, within a day, is answered from there and does nothing. A refusal
//! is not remembered: it had no effect. The answer is kept sealed, since it may hold secrets that are shown once.

use std::fmt;
use std::time::Duration;

use super::actor::Actor;
use super::change::Change;
use super::clock::earlier;
use super::error::Conflict;
use super::{App, Error};
use crate::crypto::digest::Digest;
use crate::model::principal::Credential;
use crate::model::{ClientInfo, Principal, Timestamp, UserId};
use crate::store::Read;
use crate::store::queries::idempotency_keys::{self, IdempotencyKeyRow};

/// A key is remembered for so long.
pub const REMEMBERED: Duration = Duration::from_hours(24);

/// What becomes of a call that had a key.
#[derive(Clone, Debug)]
pub enum Outcome<T> {
    /// It was done.
    Done(T),
    /// It was done before. This was answered then.
    DoneBefore(Vec<u8>),
}

impl<T> Outcome<T> {
    /// With another form of what was done.
    pub fn map<U>(self, of: impl FnOnce(T) -> U) -> Outcome<U> {
        match self {
            Self::Done(done) => Outcome::Done(of(done)),
            Self::DoneBefore(answer) => Outcome::DoneBefore(answer),
        }
    }
}

/// A call with a key.
pub struct Once<T> {
    key: Digest,
    request: Digest,
    user_id: Option<UserId>,
    answer: fn(&T) -> Vec<u8>,
}

// Derived, it would ask for a `T` that can be cloned.
impl<T> Clone for Once<T> {
    fn clone(&self) -> Self {
        Self { ..*self }
    }
}

impl<T> fmt::Debug for Once<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").field("key", &self.key).finish_non_exhaustive()
    }
}

impl<T> Once<T> {
    /// A call with the key `key` by somebody signed in. Another person's same key is another one, and so is the same
    /// person's by an API key, or through an operator who is signed in as them: an answer may hold what those may not see.
    pub fn of_caller(
        app: &App,
        principal: &Principal,
        key: &str,
        request: &[&[u8]],
        answer: fn(&T) -> Vec<u8>,
    ) -> Self {
        let caller = match &principal.identity.credential {
            Credential::Session(session) if session.operator_id.is_some() => {
                format!("session:{}", session.id)
            }
            Credential::Session(session) => format!("user:{}", session.user_id),
            Credential::ApiKey(key) => format!("api_key:{}", key.id),
        };
        Self::new(app, &caller, Some(principal.user_id()), key, request, answer)
    }

    /// A call with the key `key` by somebody who is not signed in: the key belongs to where they call from.
    pub fn of_visitor(
        app: &App,
        client: &ClientInfo,
        key: &str,
        request: &[&[u8]],
        answer: fn(&T) -> Vec<u8>,
    ) -> Self {
        Self::new(app, &format!("ip:{}", client.ip), None, key, request, answer)
    }

    fn new(
        app: &App,
        caller: &str,
        user_id: Option<UserId>,
        key: &str,
        request: &[&[u8]],
        answer: fn(&T) -> Vec<u8>,
    ) -> Self {
        // Keyed, since a request may hold a password, and a plain digest of it could be guessed at.
        let digest = |parts: &[&[u8]]| app.vault.digest("idempotency", parts);
        Self { key: digest(&[caller.as_bytes(), key.as_bytes()]), request: digest(request), user_id, answer }
    }

    fn find(&self, app: &App, tx: &mut dyn Read, now: Timestamp) -> Result<Option<Vec<u8>>, Error> {
        let remembered_since = earlier(now, REMEMBERED);
        let Some(row) = idempotency_keys::find_idempotency_key(tx, self.key.as_bytes(), remembered_since)?
        else {
            return Ok(None);
        };
        if Digest::from_bytes(&row.request_digest) != Some(self.request) {
            return Err(Conflict::IdempotencyKeyUsed.into());
        }
        let answer = app.vault.open(&context(&row.id), &row.sealed_answer).map_err(Error::internal)?;
        Ok(Some(answer.to_vec()))
    }

    fn remember(&self, change: &mut Change<'_>, done: &T) -> Result<(), Error> {
        let (id, nonce) = (change.id::<()>().uuid().to_string(), change.chance.nonce());
        let row = IdempotencyKeyRow {
            sealed_answer: change.app.vault.seal(nonce, &context(&id), &(self.answer)(done)),
            id,
            key_digest: self.key.as_bytes().to_vec(),
            request_digest: self.request.as_bytes().to_vec(),
            user_id: self.user_id,
            created_at: change.now,
        };
        Ok(idempotency_keys::insert_idempotency_key(change.tx, &row)?)
    }
}

/// What was answered, where the call was done before. An operation that hashes, or counts towards a limit, before its
/// transaction asks this first of all, so that doing it again costs nothing and counts nowhere.
///
/// # Errors
/// `Conflict` when the key came with another request.
pub(in crate::domain) async fn find_before<T: 'static>(
    app: &App,
    once: Option<&Once<T>>,
) -> Result<Option<Outcome<T>>, Error> {
    let Some(once) = once.cloned() else { return Ok(None) };
    let (this, now) = (app.clone(), app.clock.now());
    let before = app.store.read(move |tx| once.find(&this, tx, now)).await?;
    Ok(before.map(Outcome::DoneBefore))
}

impl App {
    /// Makes a change as [`App::change`] does, unless it was made before with the same key. Of two at once, one makes
    /// it and the other is answered what that one was.
    ///
    /// # Errors
    /// As for [`App::change`]; `Conflict` when the key came with another request.
    pub(in crate::domain) async fn change_once<T: Send + 'static>(
        &self,
        actor: Actor,
        once: Option<Once<T>>,
        work: impl Fn(&mut Change<'_>) -> Result<T, Error> + Send + 'static,
    ) -> Result<Outcome<T>, Error> {
        self.change(actor, move |change| {
            if let Some(once) = &once
                && let Some(before) = once.find(change.app, change.tx, change.now)?
            {
                return Ok(Outcome::DoneBefore(before));
            }
            let done = work(change)?;
            if let Some(once) = &once {
                once.remember(change, &done)?;
            }
            Ok(Outcome::Done(done))
        })
        .await
    }
}

fn context(id: &str) -> String {
    format!("idempotency:{id}")
}
