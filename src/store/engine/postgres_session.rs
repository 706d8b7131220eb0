//! A connection to PostgreSQL: statements by turns, and several of them on one way there and back.
//!
//! What costs most in talking to a database is going there. So a transaction begins with its first statement, where that
//! only reads; a statement whose answer nobody asks for, or not yet, waits until another one goes, or the commit; and the
//! end of a read is not waited for. The server still takes them one after the other, in the order in which they were made.
//!
//! Each session has a small runtime of its own, which panics where async tasks run, on being used and on being dropped
//! alike. It is therefore for threads that may block.

use std::collections::HashMap;
use std::future::Future;
use std::pin::{Pin, pin};
use std::time::Duration;

use futures_util::future::{MaybeDone, maybe_done};
use futures_util::{TryStreamExt as _, poll};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tokio_postgres::tls::TlsStream;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Connection, Error, Row, Socket, Statement};

use crate::store::Value;

/// How long an answer may take. The server itself ends a statement before that, so it is gone, or the way there is, and
/// nobody says so.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long a connection may take to say goodbye.
const GOODBYE: Duration = Duration::from_secs(1);

/// A connection, with the statements that it has prepared and those that are still to be sent.
pub(super) struct Session {
    runtime: Runtime,
    /// There until the session is dropped.
    client: Option<Client>,
    connection: JoinHandle<()>,
    statements: HashMap<&'static str, Statement>,
    to_begin: Option<&'static str>,
    queue: Vec<Queued>,
    /// How often something was asked whose answer is looked at later.
    times_asked: usize,
    /// Those answers, by when they were asked for.
    answers: HashMap<usize, Vec<Row>>,
    /// Whether a transaction was begun whose end was neither heard of nor, after a read, sent.
    is_in_transaction: bool,
    /// Whether it leads to a server that is of no use.
    is_given_up: bool,
    /// How long an answer may take.
    patience: Duration,
}

/// A statement that is still to be sent.
struct Queued {
    statement: Statement,
    params: Vec<Value>,
    /// The number of its answer, if somebody looks at it.
    asked: Option<usize>,
}

impl Session {
    /// Takes a connection over from the runtime that it was made on.
    pub(super) fn new<T>(runtime: Runtime, client: Client, connection: Connection<Socket, T>) -> Self
    where
        T: TlsStream + Unpin + Send + 'static,
    {
        let connection = runtime.spawn(async {
            // Whoever asks next is told that it has ended.
            let _ended = connection.await;
        });
        Self {
            runtime,
            client: Some(client),
            connection,
            statements: HashMap::new(),
            to_begin: None,
            queue: Vec::new(),
            times_asked: 0,
            answers: HashMap::new(),
            is_in_transaction: false,
            is_given_up: false,
            patience: PATIENCE,
        }
    }

    /// Waits no longer than this for an answer from now on; then the connection counts as lost.
    pub(super) fn wait_no_longer_than(&mut self, patience: Duration) {
        self.patience = patience;
    }

    /// Nothing more is asked for by it: it leads to a server that can't do what is needed.
    pub(super) fn give_up(&mut self) {
        self.is_given_up = true;
    }

    /// Whether nothing can be asked for by it any more, or it is still in a transaction.
    pub(super) fn is_spent(&self) -> bool {
        self.is_in_transaction || self.is_given_up || self.client().is_closed()
    }

    /// Begins a transaction by this statement, with the next one.
    pub(super) fn begin(&mut self, sql: &'static str) {
        self.to_begin = Some(sql);
    }

    /// Begins now, and waits until that has happened: what is to go next writes. If it is only queued, a connection that
    /// is gone would else be noticed with the commit, whose answer can't be asked for again.
    fn begin_to_write(&mut self) -> Result<(), Error> {
        if self.to_begin.is_some() { self.flush() } else { Ok(()) }
    }

    /// Makes a statement that goes with the next one. Its failure is that one's.
    pub(super) fn queue(&mut self, sql: &'static str, params: Vec<Value>) -> Result<(), Error> {
        self.begin_to_write()?;
        let statement = self.prepare(sql)?;
        self.queue.push(Queued { statement, params, asked: None });
        Ok(())
    }

    /// Asks for rows by a statement that goes with the next one. Answers the number to hear them by.
    pub(super) fn ask(&mut self, sql: &'static str, params: Vec<Value>) -> Result<usize, Error> {
        let statement = self.prepare_query(sql)?;
        self.times_asked += 1;
        self.queue.push(Queued { statement, params, asked: Some(self.times_asked) });
        Ok(self.times_asked)
    }

    /// What was asked for by this number in the same transaction, if it was.
    pub(super) fn hear(&mut self, number: usize) -> Result<Option<Vec<Row>>, Error> {
        if !self.answers.contains_key(&number) {
            self.flush()?;
        }
        Ok(self.answers.remove(&number))
    }

    /// Runs a statement that answers rows.
    pub(super) fn query(
        &mut self,
        sql: &'static str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<Vec<Row>, Error> {
        let statement = self.prepare_query(sql)?;
        self.send(async |client| client.query(&statement, params).await)
    }

    /// Runs a statement that answers one row.
    pub(super) fn query_one(
        &mut self,
        sql: &'static str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<Row, Error> {
        let statement = self.prepare_query(sql)?;
        self.send(async |client| client.query_one(&statement, params).await)
    }

    /// Runs a statement, and tells how many rows it touched.
    pub(super) fn execute(
        &mut self,
        sql: &'static str,
        params: &[&(dyn ToSql + Sync)],
    ) -> Result<u64, Error> {
        self.begin_to_write()?;
        let statement = self.prepare(sql)?;
        self.send(async |client| client.execute(&statement, params).await)
    }

    /// Runs statements that take nothing and answer nothing.
    pub(super) fn batch(&mut self, sql: &str) -> Result<(), Error> {
        self.send(async |client| client.batch_execute(sql).await)
    }

    /// Commits, by this statement, what was done since [`Self::begin`]. After an error it may be committed or not, if
    /// the connection is lost; else the transaction is still to be ended. It takes as long as it takes: a commit may wait
    /// for a replica, and to go away would leave it open whether it stands.
    pub(super) fn commit(&mut self, sql: &'static str) -> Result<(), Error> {
        if self.to_begin.take().is_none() {
            self.send_within(Duration::MAX, async |client| client.batch_execute(sql).await)?;
            self.is_in_transaction = false;
        }
        self.forget();
        Ok(())
    }

    /// Ends a transaction that has only read, if there is one, without waiting for it: there is nothing to be undone.
    pub(super) fn end_read(&mut self) {
        self.to_begin = None;
        self.forget();
        let Some(client) = self.client.as_ref().filter(|_| self.is_in_transaction) else { return };
        self.runtime.block_on(async {
            // What comes of it is dropped by the connection, which writes it when it is its turn. If it couldn't, the server
            // ends the transaction after a while, and whoever uses the session next takes another one.
            let _unheard = sent(client.batch_execute("ROLLBACK")).await;
            tokio::task::yield_now().await;
        });
        self.is_in_transaction = false;
    }

    /// Undoes what was done since [`Self::begin`]. A session on which this fails is spent.
    pub(super) fn roll_back(&mut self) {
        self.forget();
        if self.to_begin.take().is_none() && self.batch("ROLLBACK").is_ok() {
            self.is_in_transaction = false;
        }
    }

    /// Lets go of what was neither sent nor heard.
    fn forget(&mut self) {
        self.queue.clear();
        self.answers.clear();
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("a session that is used has not been dropped")
    }

    /// As [`Self::prepare`], for a statement that answers rows: one that only reads begins the transaction by itself.
    fn prepare_query(&mut self, sql: &'static str) -> Result<Statement, Error> {
        if !is_read(sql) {
            self.begin_to_write()?;
        }
        self.prepare(sql)
    }

    /// A statement in PostgreSQL's way of writing parameters, prepared once for each connection.
    fn prepare(&mut self, sql: &'static str) -> Result<Statement, Error> {
        if let Some(statement) = self.statements.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.wait(self.patience, self.client().prepare(&numbered(sql)))?;
        self.statements.insert(sql, statement.clone());
        Ok(statement)
    }

    /// Sends all that waits.
    fn flush(&mut self) -> Result<(), Error> {
        self.send(async |_| Ok(()))
    }

    /// Sends all that waits and then this, without waiting in between. The first failure is told. What fails before it is
    /// sent, which the server does not hear of, goes no further.
    fn send<T>(&mut self, last: impl AsyncFnOnce(&Client) -> Result<T, Error>) -> Result<T, Error> {
        self.send_within(self.patience, last)
    }

    /// Waits for what the server says. A connection by which it was not heard for so long is lost.
    fn wait<T>(&self, patience: Duration, talk: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        self.runtime.block_on(async {
            let mut talk = pin!(talk);
            if let Ok(heard) = timeout(patience, &mut talk).await {
                return heard;
            }
            // Whoever waits for an answer hears that the connection is closed.
            self.connection.abort();
            talk.await
        })
    }

    /// As [`Self::send`], waiting for so long.
    fn send_within<T>(
        &mut self,
        patience: Duration,
        last: impl AsyncFnOnce(&Client) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let (begin, queue) = (self.to_begin.take(), std::mem::take(&mut self.queue));
        self.is_in_transaction |= begin.is_some();
        let client = self.client();
        let talk = async {
            let transaction = match begin {
                Some(sql) => Some(sent(client.batch_execute(sql)).await),
                None => None,
            };
            let mut queued = Vec::with_capacity(queue.len());
            for one in &queue {
                let request = sent(rows(client, one)).await;
                match *request {
                    MaybeDone::Done(Err(_)) => {
                        return Err(answer(request).await.expect_err("it has failed"));
                    }
                    _ => queued.push((one.asked, request)),
                }
            }
            let last = sent(last(client)).await;
            if let Some(transaction) = transaction {
                answer(transaction).await?;
            }
            let mut answers = Vec::new();
            for (asked, one) in queued {
                let rows = answer(one).await?;
                answers.extend(asked.map(|number| (number, rows)));
            }
            Ok((answers, answer(last).await?))
        };
        let (answers, outcome) = self.wait(patience, talk)?;
        self.answers.extend(answers);
        Ok(outcome)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The connection says goodbye, and ends, when nobody can ask for anything any more.
        drop(self.client.take());
        let _ended = self.runtime.block_on(async { timeout(GOODBYE, &mut self.connection).await });
    }
}

/// The rows that a statement answers.
async fn rows(client: &Client, queued: &Queued) -> Result<Vec<Row>, Error> {
    client.query_raw(&queued.statement, &queued.params).await?.try_collect().await
}

/// Sends a request: it is on its way as soon as it has been polled.
async fn sent<F: Future>(request: F) -> Pin<Box<MaybeDone<F>>> {
    let mut request = Box::pin(maybe_done(request));
    let _is_done = poll!(&mut request);
    request
}

/// Waits for the answer to a request.
async fn answer<F: Future>(mut request: Pin<Box<MaybeDone<F>>>) -> F::Output {
    request.as_mut().await;
    request.as_mut().take_output().expect("an answer is taken once")
}

/// Whether a statement changes nothing. Of those that change rows, none begins like this; one that locks a row may, which
/// does no harm where there is no transaction to hold the lock.
fn is_read(sql: &str) -> bool {
    sql.starts_with("SELECT")
}

/// `?1` becomes `$1`. No statement of ours has a `?` for anything else.
fn numbered(sql: &str) -> String {
    sql.replace('?', "$")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_written_as_postgresql_does() {
        assert_eq!(numbered("a = ?2 AND (b, c) > (?1, ?12)"), "a = $2 AND (b, c) > ($1, $12)");
    }
}
