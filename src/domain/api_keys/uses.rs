//! What is written down of an API key's uses: when it was last used, from which places, and what was refused.
//!
//! All of it is bounded, since a program may call thousands of times a second: the last use is exact to five
//! minutes, a place is written down once, a refusal at most once in five minutes. Written before the caller is
//! answered; that it could not be written keeps nobody from being answered.

use std::sync::atomic::Ordering;
use std::time::Duration;

use quick_cache::sync::Cache;

use crate::domain::actor::Actor;
use crate::domain::clock::{earlier, later};
use crate::domain::session_cache::Entry;
use crate::domain::sessions::logins::{self, Attempt};
use crate::domain::{App, Error};
use crate::model::login::{LoginKind, LoginRefusal};
use crate::model::{ApiKey, ClientInfo, Timestamp};
use crate::store::queries::{self, api_keys};

/// How exact the times of uses are.
const NOTED_EVERY: Duration = Duration::from_mins(5);

/// Places remembered. One that gave way costs a needless write, no more.
const CAPACITY: usize = 10_000;

/// Places from which keys were used and that are known to be written down.
pub struct SeenPlaces(Cache<String, ()>);

impl SeenPlaces {
    /// None yet.
    pub fn new() -> Self {
        Self(Cache::new(CAPACITY))
    }
}

impl Default for SeenPlaces {
    fn default() -> Self {
        Self::new()
    }
}

/// Notes a use of a key, if it is due, or comes from a place that this key was not used from before.
pub(super) async fn note_use(app: &App, entry: &Entry, key: &ApiKey, client: &ClientInfo) {
    let place = place_of(key, client);
    let is_new_place = app.seen_places.0.get(&place).is_none();
    let is_due = is_due(key.last_used_at, app.clock.now());
    let is_touching = is_due && !entry.is_being_touched.swap(true, Ordering::Relaxed);
    if !is_new_place && !is_touching {
        return;
    }
    let (id, user_id, mark, origin) = (key.id, key.user_id, place.clone(), client.clone());
    let written = app
        .change(Actor::visitor(client), move |change| {
            api_keys::update_last_used(change.tx, id, change.now, earlier(change.now, NOTED_EVERY))?;
            if is_new_place && !queries::logins::exists_login_at(change.tx, user_id, &mark)? {
                let attempt = Attempt {
                    user_id,
                    kind: LoginKind::ApiKey,
                    operator_id: None,
                    refusal: None,
                    place: mark.clone(),
                };
                logins::record(change, &origin, attempt)?;
            }
            Ok(())
        })
        .await;
    match written {
        Ok(()) => app.seen_places.0.insert(place, ()),
        Err(error) => {
            if is_touching {
                entry.is_being_touched.store(false, Ordering::Relaxed);
            }
            tell(&error);
        }
    }
}

/// Notes that a use of a key was refused, at most once in five minutes.
pub(super) async fn note_refusal(app: &App, key: &ApiKey, client: &ClientInfo, refusal: LoginRefusal) {
    if !is_due(key.last_refused_at, app.clock.now()) {
        return;
    }
    let (id, user_id, place, origin) = (key.id, key.user_id, place_of(key, client), client.clone());
    let written = app
        .change(Actor::visitor(client), move |change| {
            let recently = earlier(change.now, NOTED_EVERY);
            if api_keys::update_last_refused(change.tx, id, change.now, recently)? {
                let refusal = Some(refusal);
                let attempt = Attempt {
                    user_id,
                    kind: LoginKind::ApiKey,
                    operator_id: None,
                    refusal,
                    place: place.clone(),
                };
                logins::record(change, &origin, attempt)?;
            }
            Ok(())
        })
        .await;
    if let Err(error) = written {
        tell(&error);
    }
}

fn is_due(noted_at: Option<Timestamp>, now: Timestamp) -> bool {
    noted_at.is_none_or(|noted_at| now >= later(noted_at, NOTED_EVERY))
}

/// The place of a use, apart from those of other keys and of sign-ins.
fn place_of(key: &ApiKey, client: &ClientInfo) -> String {
    format!("{}:{}", key.id, logins::place(client))
}

fn tell(error: &Error) {
    tracing::debug!(%error, "A use of an API key was not written down; the next request tries again.");
}
