//! Durable writes through the store, against a bare loop that knows beforehand what goes into a commit.

use std::error::Error;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use gatepost::crypto::chance::Moment;
use gatepost::crypto::random::Random;
use gatepost::domain::clock::Clock;
use gatepost::model::{Action, AuditEvent, Target};
use gatepost::store::queries::audit_events;
use gatepost::store::{OpenMode, Store, StoreError, StoreSettings, Value};
use rusqlite::{Connection, TransactionBehavior, params_from_iter};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;

use crate::data::temporary_directory;
use crate::median::{median_duration, milliseconds, rate};
use crate::table::{Goal, Table};

/// How often both take turns.
const ROUNDS: usize = 3;

/// How long each turn lasts.
const TURN: Duration = Duration::from_secs(2);

/// What one turn came to.
struct Turn {
    /// Rows a second.
    rate: f64,
    /// How long each transaction took, or each caller waited.
    waits: Vec<Duration>,
}

/// Measures both, at several numbers of callers and as many rows a transaction.
pub(crate) fn measure(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let (bare, ours) = (temporary_directory()?, temporary_directory()?);
    let runtime = Runtime::new()?;
    // The bare loop gets a file with the same tables.
    runtime.block_on(open(bare.path())?.close());
    for callers in [1, 8, 64] {
        let mut turns = Vec::new();
        for _ in 0..ROUNDS {
            let bare = commit_bare(bare.path(), callers)?;
            turns.push((runtime.block_on(commit_through_store(ours.path(), callers))?, bare));
        }
        let goal = (callers == 64).then_some(Goal::AtLeast(60.0));
        let rates = compared(&turns, |turn| turn.rate);
        table.ratio(&format!("durable writes, {callers} callers"), &rates, "/s", goal);
        let median = compared(&turns, |turn| milliseconds(median_duration(turn.waits.clone())));
        table.ratio("  wait of a caller against a transaction: median", &median, "ms", None);
        let longest =
            compared(&turns, |turn| milliseconds(turn.waits.iter().copied().max().unwrap_or_default()));
        table.ratio("  longest", &longest, "ms", None);
    }
    Ok(())
}

fn open(data: &Path) -> Result<Store, Box<dyn Error>> {
    let settings = StoreSettings { data: data.to_owned(), server: None, mode: OpenMode::Serving };
    Ok(Store::open(&settings, Arc::new(|_| {}))?)
}

/// One figure of each turn through the store and of the bare turn beside it.
fn compared(turns: &[(Turn, Turn)], figure: impl Fn(&Turn) -> f64) -> Vec<(f64, f64)> {
    turns.iter().map(|(ours, bare)| (figure(ours), figure(bare))).collect()
}

/// The row that both write.
fn event() -> AuditEvent {
    let moment = Moment::draw(&Random, Clock::system().now());
    let mut chance = moment.chance();
    AuditEvent {
        id: chance.uuid().into(),
        at: moment.now,
        org_id: None,
        actor_id: None,
        action: Action::SessionStarted,
        target: Target::Session(chance.uuid().into()),
        personal: None,
    }
}

/// One thread, one connection, `rows` rows a transaction, as durable as ours.
///
/// Each turn opens the file for itself: all connections of a process draw on one page cache, and one that is
/// idle would keep its pages from the other.
fn commit_bare(data: &Path, rows: usize) -> Result<Turn, Box<dyn Error>> {
    let insert = audit_events::ALL.iter().find(|sql| sql.starts_with("INSERT")).ok_or("no such statement")?;
    let mut connection = Connection::open(data.join("gatepost.db"))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    let began = Instant::now();
    let mut waits = Vec::new();
    while began.elapsed() < TURN {
        let transaction_began = Instant::now();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for _ in 0..rows {
            transaction.prepare_cached(insert)?.execute(params_from_iter(columns(&event())))?;
        }
        transaction.commit()?;
        waits.push(transaction_began.elapsed());
    }
    Ok(Turn { rate: rate(waits.len() * rows, began.elapsed()), waits })
}

fn columns(event: &AuditEvent) -> [Value; 8] {
    let (target_kind, target_id) = event.target.parts();
    [
        event.id.into(),
        event.at.into(),
        event.org_id.into(),
        event.actor_id.into(),
        event.action.as_str().into(),
        target_kind.into(),
        target_id.into(),
        Value::Null,
    ]
}

/// So many callers, each of which writes one row, waits until it is durable, and writes the next.
async fn commit_through_store(data: &Path, callers: usize) -> Result<Turn, Box<dyn Error>> {
    let store = open(data)?;
    let began = Instant::now();
    let mut running = JoinSet::new();
    for _ in 0..callers {
        let store = store.clone();
        running.spawn(async move {
            let mut waits = Vec::new();
            while began.elapsed() < TURN {
                let event = event();
                let wait_began = Instant::now();
                store.write(move |tx| audit_events::insert_audit_event(tx, &event)).await?;
                waits.push(wait_began.elapsed());
            }
            Ok::<_, StoreError>(waits)
        });
    }
    let mut waits = Vec::new();
    for caller in running.join_all().await {
        waits.extend(caller?);
    }
    let rate = rate(waits.len(), began.elapsed());
    store.close().await;
    Ok(Turn { rate, waits })
}
