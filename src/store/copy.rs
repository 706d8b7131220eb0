//! Copying one database into another, whichever engines they are on, and comparing the two.

use sha2::{Digest as _, Sha256};

use super::migrate;
use super::queries::tables::{Table, tables};
use super::{Store, StoreError, Value};

/// Rows that are read, and written, at once.
const BATCH: u32 = 500;

/// How far a copy is.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// The table that is being worked on.
    pub table: &'static str,
    /// Rows that are done, of all tables.
    pub done: u64,
    /// Rows that there are, twice: each is copied, then compared.
    pub of: u64,
}

/// Why a copy came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// There is something in the target.
    #[error("the database to move to is not empty: its table {0} has rows; make a fresh one")]
    NotEmpty(&'static str),
    /// One of the two has what this build does not know of, and would leave behind.
    #[error(
        "one of the databases was changed by a newer gatepost (its schema is {found}, this one knows {known}): move \
         with the newer one"
    )]
    Newer {
        /// The database's schema.
        found: i64,
        /// This build's.
        known: i64,
    },
    /// The two are not the same afterwards.
    #[error(
        "the table {0} is not the same in both databases afterwards: stop whatever writes to the first one, make a \
         fresh second one, and try again"
    )]
    Differs(&'static str),
    /// One of the two failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Store {
    /// Copies every row into an empty database, then compares all of both. This one is only read.
    ///
    /// # Errors
    /// `Newer` and `NotEmpty` before anything is written. Anything else leaves the other database unfit for use.
    pub async fn copy_into(&self, target: &Store, mut tell: impl FnMut(Progress)) -> Result<u64, CopyError> {
        for store in [self, target] {
            let (found, known) = (store.version().await?, migrate::SCHEMA_VERSION);
            if found > known {
                return Err(CopyError::Newer { found, known });
            }
        }
        let tables = tables(migrate::SCHEMA);
        let mut rows = 0;
        for table in &tables {
            if target.count(*table).await? > 0 {
                return Err(CopyError::NotEmpty(table.name));
            }
            rows += self.count(*table).await?;
        }
        let mut done = 0;
        for table in &tables {
            let mut pages = Pages::of(self, *table);
            while let Some(page) = pages.next().await? {
                done += page.len() as u64;
                tell(Progress { table: table.name, done, of: 2 * rows });
                target.insert(*table, page).await?;
            }
        }
        for table in &tables {
            let (mut here, mut there) = (Pages::of(self, *table), Pages::of(target, *table));
            if self.count(*table).await? != target.count(*table).await? {
                return Err(CopyError::Differs(table.name));
            }
            let mut digests = [Sha256::new(), Sha256::new()];
            while let Some(page) = here.next().await? {
                done += page.len() as u64;
                tell(Progress { table: table.name, done, of: 2 * rows });
                let copied = there.next().await?.unwrap_or_default();
                digests[0].update(encoded(&page));
                digests[1].update(encoded(&copied));
            }
            let [here, there] = digests.map(Sha256::finalize);
            if here != there {
                return Err(CopyError::Differs(table.name));
            }
        }
        Ok(rows)
    }

    async fn version(&self) -> Result<i64, StoreError> {
        let known = migrate::SCHEMA_VERSION;
        self.read(move |tx| {
            tx.query(migrate::FIND_VERSION, &[])?.pop().map_or(Ok(known), |row| row.cells().int())
        })
        .await
    }

    async fn count(&self, table: Table) -> Result<u64, StoreError> {
        self.read(move |tx| table.count(tx)).await.map(i64::unsigned_abs)
    }

    async fn insert(&self, table: Table, rows: Vec<Vec<Value>>) -> Result<(), StoreError> {
        self.write(move |tx| rows.iter().try_for_each(|row| table.insert_row(tx, row))).await
    }
}

/// The rows of a table, a page at a time.
struct Pages<'s> {
    store: &'s Store,
    table: Table,
    last: Option<Vec<Value>>,
}

impl<'s> Pages<'s> {
    fn of(store: &'s Store, table: Table) -> Self {
        Self { store, table, last: None }
    }

    async fn next(&mut self) -> Result<Option<Vec<Vec<Value>>>, StoreError> {
        let (table, last) = (self.table, self.last.clone());
        let page = self.store.read(move |tx| table.list_rows(tx, last.as_deref(), BATCH)).await?;
        self.last = page.last().cloned();
        Ok(Some(page).filter(|page| !page.is_empty()))
    }
}

/// Rows as bytes, such that different rows are different bytes.
fn encoded(rows: &[Vec<Value>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut put = |kind: u8, content: &[u8]| {
        bytes.push(kind);
        bytes.extend_from_slice(&(content.len() as u64).to_be_bytes());
        bytes.extend_from_slice(content);
    };
    for row in rows {
        put(b'r', &[]);
        for value in row {
            match value {
                Value::Null => put(b'n', &[]),
                Value::Int(number) => put(b'i', &number.to_be_bytes()),
                Value::Bool(truth) => put(b'b', &[u8::from(*truth)]),
                Value::Text(text) => put(b't', text.as_bytes()),
                Value::Bytes(content) => put(b'x', content),
            }
        }
    }
    bytes
}
