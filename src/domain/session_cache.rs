//! Session tokens and API keys seen lately, and what they stand for: who-am-I without a read or a signature check.
//!
//! Every commit that changes a session, a key, a person, a membership or an org announces it here before its
//! caller is answered. An entry remembers how many announcements there had been when its read began;
//! it counts only while none of the things it was read from has been announced since. So nothing has
//! to be looked for and removed, and a read that was overtaken by a change can never come to rest.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use quick_cache::sync::Cache;
use uuid::Uuid;

use crate::crypto::digest::Digest;
use crate::model::Timestamp;
use crate::model::principal::{Credential, Identity};
use crate::store::{Announcement, Topic};

/// Tokens kept. An entry takes about a kibibyte.
const CAPACITY: usize = 50_000;

/// Announcements are told apart by this many buckets; two things in one bucket cost a needless read, no more.
const BUCKETS: usize = 4096;

/// Tokens seen lately. Bounded; the ones seen least give way.
pub struct SessionCache {
    entries: Cache<Digest, Arc<Entry>>,
    /// Counts announcements.
    announced: AtomicU64,
    /// The count at the latest announcement of anything in a bucket.
    latest: Vec<AtomicU64>,
    /// The count at the latest announcement that everything may have changed.
    latest_of_everything: AtomicU64,
    hasher: RandomState,
}

/// What a token stood for when it was looked up.
pub struct Entry {
    /// Who and by what.
    pub identity: Arc<Identity>,
    /// From when on the token is no longer good by itself.
    pub dead_at: Timestamp,
    /// Whether somebody is writing down, or has written down, that the session or key was used.
    pub is_being_touched: AtomicBool,
    read_began: ReadBegan,
}

/// How many announcements there had been when a read began.
#[derive(Clone, Copy, Debug)]
pub struct ReadBegan(u64);

impl SessionCache {
    /// An empty cache.
    pub fn new() -> Self {
        Self {
            entries: Cache::new(CAPACITY),
            announced: AtomicU64::new(0),
            latest: (0..BUCKETS).map(|_| AtomicU64::new(0)).collect(),
            latest_of_everything: AtomicU64::new(0),
            hasher: RandomState::new(),
        }
    }

    /// To be called before the rows are read that [`SessionCache::keep`] is then given.
    pub fn begin_read(&self) -> ReadBegan {
        ReadBegan(self.announced.load(Ordering::SeqCst))
    }

    /// Remembers what a token stands for.
    pub fn keep(
        &self,
        token: Digest,
        identity: Arc<Identity>,
        dead_at: Timestamp,
        read_began: ReadBegan,
    ) -> Arc<Entry> {
        let entry = Entry { identity, dead_at, is_being_touched: AtomicBool::new(false), read_began };
        let entry = Arc::new(entry);
        self.entries.insert(token, Arc::clone(&entry));
        entry
    }

    /// What a token stands for, if that is remembered and nothing of it has changed since.
    pub fn find(&self, token: &Digest) -> Option<Arc<Entry>> {
        let entry = self.entries.get(token)?;
        self.is_current(&entry).then_some(entry)
    }

    /// Takes note of what a commit announced.
    pub fn hear(&self, announcement: Announcement) {
        let count = self.announced.fetch_add(1, Ordering::SeqCst) + 1;
        match announcement {
            Announcement::Changed(Topic::Outbox | Topic::Job | Topic::Audit | Topic::SigningKey, _) => {}
            Announcement::Changed(topic, id) => {
                self.bucket(topic, id).fetch_max(count, Ordering::SeqCst);
            }
            Announcement::Everything => {
                self.latest_of_everything.fetch_max(count, Ordering::SeqCst);
            }
        }
    }

    fn is_current(&self, entry: &Entry) -> bool {
        let Identity { user, credential, .. } = &*entry.identity;
        // Its org counts also while they do not belong to it, or it is closed: it may be opened again.
        let (credential, org_id) = match credential {
            Credential::Session(session) => (self.bucket(Topic::Session, session.id.uuid()), session.org_id),
            Credential::ApiKey(key) => (self.bucket(Topic::ApiKey, key.id.uuid()), key.org_id),
        };
        let is_unchanged = |latest: &AtomicU64| latest.load(Ordering::SeqCst) <= entry.read_began.0;
        is_unchanged(&self.latest_of_everything)
            && is_unchanged(credential)
            && is_unchanged(self.bucket(Topic::User, user.id.uuid()))
            && org_id.is_none_or(|org_id| is_unchanged(self.bucket(Topic::Org, org_id.uuid())))
    }

    fn bucket(&self, topic: Topic, id: Uuid) -> &AtomicU64 {
        let hash = self.hasher.hash_one((topic, id));
        &self.latest[usize::try_from(hash % BUCKETS as u64).unwrap_or_default()]
    }
}

impl Default for SessionCache {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EmailAddress, IssuedToken, PersonName, Session, SessionId, User, UserId};

    fn identity() -> Arc<Identity> {
        let at = Timestamp::UNIX_EPOCH;
        let address = EmailAddress::parse("june@example.com").unwrap();
        let name = PersonName::parse("June Doe").unwrap();
        let user = User::new(UserId::new(Uuid::from_u128(1)), name, address, at);
        let token = IssuedToken {
            generation: 1,
            id: Uuid::nil(),
            key_id: String::new(),
            org_id: None,
            role: None,
            issued_at: at,
            expires_at: at,
        };
        let session = Session {
            id: SessionId::new(Uuid::from_u128(2)),
            user_id: user.id,
            operator_id: None,
            org_id: None,
            token,
            rotated_at: None,
            device: None,
            ip: String::new(),
            created_at: at,
            last_used_at: at,
            expires_at: at,
            ended_at: None,
        };
        Arc::new(Identity { user, credential: Credential::Session(session), membership: None })
    }

    #[test]
    fn a_change_of_what_was_read_voids_the_entry_and_another_change_does_not() {
        let cache = SessionCache::new();
        let token = Digest::of(b"token");
        cache.keep(token, identity(), Timestamp::MAX, cache.begin_read());
        cache.hear(Announcement::Changed(Topic::Outbox, Uuid::from_u128(2)));
        assert!(cache.find(&token).is_some());
        cache.hear(Announcement::Changed(Topic::Session, Uuid::from_u128(2)));
        assert!(cache.find(&token).is_none());
    }

    #[test]
    fn a_change_of_the_org_that_a_session_is_for_voids_the_entry_though_it_had_no_membership() {
        let cache = SessionCache::new();
        let (token, mut identity) = (Digest::of(b"token"), (*identity()).clone());
        let org_id = Uuid::from_u128(3);
        if let Credential::Session(session) = &mut identity.credential {
            session.org_id = Some(org_id.into());
        }
        cache.keep(token, Arc::new(identity), Timestamp::MAX, cache.begin_read());
        assert!(cache.find(&token).is_some());
        cache.hear(Announcement::Changed(Topic::Org, org_id));
        assert!(cache.find(&token).is_none());
    }

    #[test]
    fn a_read_that_was_overtaken_by_a_change_does_not_come_to_rest() {
        let cache = SessionCache::new();
        let token = Digest::of(b"token");
        let read_began = cache.begin_read();
        cache.hear(Announcement::Changed(Topic::User, Uuid::from_u128(1)));
        cache.keep(token, identity(), Timestamp::MAX, read_began);
        assert!(cache.find(&token).is_none());
    }

    #[test]
    fn when_anything_may_have_changed_nothing_is_remembered() {
        let cache = SessionCache::new();
        let token = Digest::of(b"token");
        cache.keep(token, identity(), Timestamp::MAX, cache.begin_read());
        cache.hear(Announcement::Everything);
        assert!(cache.find(&token).is_none());
    }
}
