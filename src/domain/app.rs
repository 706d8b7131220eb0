//! What every operation is given: the store, the clock, the keys, and the rules in force.

use std::sync::Arc;

use super::api_keys::uses::SeenPlaces;
use super::audit;
use super::clock::Clock;
use super::limits::Limits;
use super::machine::held_keys::HeldKeys;
use super::machine::signing_keys::{self, SigningKeysError};
use super::session_cache::SessionCache;
use super::settings::{AppSettings, Rules, SettingInForce};
use super::wake::Wake;
use crate::crypto::chain::Chain;
use crate::crypto::chance::Moment;
use crate::crypto::key_file::{self, KeyFileError};
use crate::crypto::passkeys::RelyingParty;
use crate::crypto::passwords::error::HasherStartError;
use crate::crypto::passwords::hasher::Hasher;
use crate::crypto::random::Random;
use crate::crypto::vault::Vault;
use crate::store::{OpenError, Store, StoreSettings};

/// The name of the key file in the data directory.
pub const KEY_FILE: &str = "gatepost.key";

/// The service without its surfaces. Cheap to clone: all parts are shared.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// Where time comes from.
    pub clock: Clock,
    /// Where chance comes from.
    pub random: Random,
    /// Hashes passwords on threads of its own.
    pub hasher: Arc<Hasher>,
    /// Signs session tokens.
    pub keys: Arc<HeldKeys>,
    /// Asks browsers for passkeys; `None` where the public URL allows none.
    pub passkeys: Option<Arc<RelyingParty>>,
    /// Seals what rests and must be read again.
    pub vault: Arc<Vault>,
    /// Session tokens and API keys seen lately, and what they stand for.
    pub session_cache: Arc<SessionCache>,
    /// From where API keys were used.
    pub seen_places: Arc<SeenPlaces>,
    /// How often things may be tried from one address; what is counted by account is in the database.
    pub limits: Arc<Limits>,
    /// The settings that rules depend on.
    pub rules: Arc<Rules>,
    /// Every setting of this process, for operators to look up.
    pub settings_in_force: Arc<[SettingInForce]>,
    /// Chains audit events.
    pub audit_chain: Arc<Chain>,
    /// Wakes what goes on beside the requests.
    pub wake: Wake,
}

/// Why the service can't start. Each is one sentence for whoever runs it.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database can't be opened.
    #[error(transparent)]
    Store(#[from] OpenError),
    /// The key file can't be used.
    #[error(transparent)]
    KeyFile(#[from] KeyFileError),
    /// The signing keys can't be used.
    #[error(transparent)]
    SigningKeys(#[from] SigningKeysError),
    /// The hashing threads can't be started.
    #[error(transparent)]
    Hasher(#[from] HasherStartError),
}

impl App {
    /// Opens the database, reads or makes the keys, and starts the hashing threads.
    ///
    /// # Errors
    /// Each with one sentence that says what stands in the way and what to do.
    pub async fn start(settings: AppSettings) -> Result<Self, StartError> {
        let AppSettings { data, server, mode, hasher, clock, rules, in_force } = settings;
        let session_cache = Arc::new(SessionCache::new());
        let wake = Wake::default();
        let store = {
            let (session_cache, wake) = (Arc::clone(&session_cache), wake.clone());
            let subscriber = move |announcement| {
                session_cache.hear(announcement);
                wake.hear(announcement);
            };
            Store::open(&StoreSettings { data: data.clone(), server, mode }, Arc::new(subscriber))?
        };
        let random = Random;
        let key_file = data.join(KEY_FILE);
        // A fresh key beside a database that was sealed with another would only hide that the right one is missing.
        let key = if signing_keys::exist(&store).await? {
            key_file::load(&key_file)?
        } else {
            key_file::load_or_create(&key_file, &random)?
        };
        let vault = Arc::new(Vault::new(key));
        let audit_chain = Arc::new(Chain::new(&vault, audit::link::NAME));
        let moment = Moment::draw(&random, clock.now());
        let keys = signing_keys::load_or_make(&store, Arc::clone(&vault), moment).await?;
        Ok(Self {
            store,
            clock,
            random,
            hasher: Arc::new(Hasher::start(hasher)?),
            keys: Arc::new(HeldKeys::new(keys)),
            passkeys: RelyingParty::new(&rules.public_url, &rules.product).map(Arc::new),
            vault,
            session_cache,
            seen_places: Arc::default(),
            limits: Arc::new(Limits::new(rules.limits_enabled)),
            rules: Arc::new(rules),
            settings_in_force: in_force.into(),
            audit_chain,
            wake,
        })
    }

    /// Time and chance for one operation.
    pub fn moment(&self) -> Moment {
        Moment::draw(&self.random, self.clock.now())
    }

    /// Finishes what is queued and closes the database.
    pub async fn stop(&self) {
        self.hasher.stop();
        self.store.close().await;
    }
}
