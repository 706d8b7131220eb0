//! An outbox of its own for each test, with a clock that the test sets.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use gatepost::crypto::random::Random;
use gatepost::crypto::vault::{Nonce, Vault};
use gatepost::mail::transport::{FileTransport, InboxTransport};
use gatepost::mail::{Clock, Delivery, Renderer, Transport};
use gatepost::model::{Letter, LetterId, Timestamp};
use gatepost::store::queries::encoding::encode_letter;
use gatepost::store::queries::outbox::{self, NewLetter};
use gatepost::store::{OpenMode, Store, StoreError, StoreSettings};
use jiff::SignedDuration;
use tempfile::TempDir;
use uuid::Uuid;
use zeroize::Zeroizing;

pub(super) const JUNE: &str = "june@example.org";

/// A database with an outbox, and what a worker needs beside it.
pub(super) struct Outbox {
    pub(super) store: Store,
    vault: Arc<Vault>,
    now: Arc<Mutex<Timestamp>>,
    _data: TempDir,
}

/// What the outbox says about a letter.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct State {
    pub(super) stage: String,
    pub(super) attempts: i64,
    pub(super) due_in_seconds: Option<i64>,
    pub(super) detail: Option<String>,
}

impl Outbox {
    pub(super) fn open() -> Self {
        let data = tempfile::tempdir().unwrap();
        let settings = StoreSettings { data: data.path().to_owned(), server: None, mode: OpenMode::Serving };
        let store = Store::open(&settings, Arc::new(|_| {})).unwrap();
        let vault = Arc::new(Vault::new(Zeroizing::new([7; 32])));
        let now = Arc::new(Mutex::new("2026-11-22T10:00:00Z".parse().unwrap()));
        Self { store, vault, now, _data: data }
    }

    pub(super) fn clock(&self) -> Clock {
        let now = Arc::clone(&self.now);
        Arc::new(move || *now.lock().unwrap())
    }

    pub(super) fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    pub(super) fn advance(&self, by: SignedDuration) {
        *self.now.lock().unwrap() += by;
    }

    pub(super) fn worker(&self, transport: Transport) -> Delivery {
        self.worker_with_clock(transport, self.clock())
    }

    pub(super) fn worker_with_clock(&self, transport: Transport, clock: Clock) -> Delivery {
        let renderer = Renderer::new("Gatepost".to_owned()).unwrap();
        Delivery::new(self.store.clone(), Arc::clone(&self.vault), renderer, transport, clock)
    }

    /// The built-in inbox.
    pub(super) fn inbox_transport(&self) -> Transport {
        Transport::Inbox(InboxTransport::new(self.store.clone()))
    }

    /// Queues a letter that expires in a week.
    pub(super) async fn queue(&self, letter: &Letter, to: &str) -> LetterId {
        self.queue_for(letter, to, SignedDuration::from_hours(7 * 24)).await
    }

    /// Queues a letter that expires after this time.
    pub(super) async fn queue_for(&self, letter: &Letter, to: &str, lifetime: SignedDuration) -> LetterId {
        self.queue_fields(letter.name(), encode_letter(&letter.fields(), None), to, lifetime).await
    }

    /// Queues a letter of this kind with these fields, whether they fit or not.
    pub(super) async fn queue_fields(
        &self,
        kind: &'static str,
        fields: Vec<u8>,
        to: &str,
        lifetime: SignedDuration,
    ) -> LetterId {
        let id = LetterId::new(Uuid::from_bytes(Random.bytes()));
        let created_at = self.now();
        let expires_at = created_at + lifetime;
        let sealed = self.vault.seal(Nonce::draw(&Random), &format!("letter:{id}"), &fields);
        let to = to.to_owned();
        let insert = self.store.write(move |tx| -> Result<(), StoreError> {
            let (user_id, transient) = (None, false);
            let letter = NewLetter {
                id,
                kind,
                recipient: &to,
                user_id,
                sealed: &sealed,
                transient,
                created_at,
                expires_at,
            };
            outbox::insert_letter(tx, &letter)
        });
        insert.await.unwrap();
        id
    }

    pub(super) async fn state(&self, id: LetterId) -> State {
        const STATE: &str = "SELECT stage, attempts, next_attempt_at, detail FROM outbox WHERE id = ?1";
        let now = self.now();
        let read = self.store.read(move |tx| -> Result<State, StoreError> {
            let row = tx.query(STATE, &[id.into()])?.pop().expect("the letter was queued");
            let mut cells = row.cells();
            Ok(State {
                stage: cells.text()?,
                attempts: cells.int()?,
                due_in_seconds: cells.opt_at()?.map(|at| at.duration_since(now).as_secs()),
                detail: cells.opt_text()?,
            })
        });
        read.await.unwrap()
    }
}

/// The letter that asks June to open her account.
pub(super) fn activation() -> Letter {
    Letter::samples().into_iter().next().expect("there are letters")
}

/// A transport that takes letters while its directory is there.
pub(super) fn file_transport(scratch: &TempDir) -> (Transport, PathBuf) {
    let directory = scratch.path().join("letters");
    let transport = FileTransport::new(directory.clone(), "no-reply@example.com".parse().unwrap()).unwrap();
    (Transport::File(transport), directory)
}
