//! Databases on a PostgreSQL server, each for one test: `scripts/test` starts the server, and names it in
//! `TEST_POSTGRES_URL`.
//!
//! The client must not be used where async tasks run, so everything here has a thread of its own.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, OnceLock};

use gatepost::store::{OpenMode, ServerSettings, Store, StoreSettings};
use postgres::{Client, NoTls};
use secrecy::{ExposeSecret as _, SecretString};

use super::at_rest::ColumnAtRest;

/// Few, since many tests run at once.
const CONNECTIONS: u32 = 4;

/// Any number, as long as nobody else uses it: who holds it makes the template.
const LOCK: &str = "SELECT pg_advisory_lock(4711)";

static MADE: AtomicU32 = AtomicU32::new(0);

/// The template's name, once this process has seen to it that there is one.
static TEMPLATE: OnceLock<String> = OnceLock::new();

#[expect(clippy::disallowed_methods, reason = "the test run itself is configured by it")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The server that this run has, if it has one. Without one the calling test has nothing to work with, and says what is
/// left out.
#[expect(clippy::disallowed_macros, reason = "said to whoever runs the tests")]
pub fn postgres_server(for_what: &str) -> Option<String> {
    let server = variable("TEST_POSTGRES_URL");
    if server.is_none() {
        eprintln!("left out: {for_what}; scripts/test brings a PostgreSQL and sets TEST_POSTGRES_URL");
    }
    server
}

/// The same server under TLS, and the certificate of its authority.
pub fn postgres_under_tls() -> Option<(String, PathBuf)> {
    variable("TEST_POSTGRES_TLS_URL").zip(variable("TEST_POSTGRES_CA").map(PathBuf::from))
}

/// Whether this run puts the whole service on PostgreSQL, and not only the store.
pub fn all_on_postgres() -> bool {
    variable("GATEPOST_TEST_ENGINE").is_some_and(|engine| engine == "postgres")
}

/// A database for one test. It goes away when dropped, whoever is still connected.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// A database with our tables and nothing in them.
    pub fn with_schema(server: &str) -> Self {
        let template = TEMPLATE.get_or_init(|| aside(|| template(server)));
        Self::make(server, &format!("TEMPLATE {template}"))
    }

    /// A database with nothing in it at all.
    pub fn empty(server: &str) -> Self {
        Self::make(server, "TEMPLATE template0")
    }

    fn make(server: &str, like: &str) -> Self {
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("gatepost_{}_{number}", std::process::id());
        // A process before may have had our number, and died.
        let drop_old = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        execute(server, &[&drop_old, &format!("CREATE DATABASE {name} {like}")]);
        Self { server: server.to_owned(), name }
    }

    /// How it is reached.
    pub fn settings(&self) -> ServerSettings {
        settings(&url_of(&self.server, &self.name))
    }

    /// Its name on the server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its URL.
    pub fn url(&self) -> String {
        self.settings().url.expose_secret().to_owned()
    }

    /// Changes it behind the service's back.
    pub fn alter(&self, sql: &str) {
        execute(&self.url(), &[sql]);
    }

    /// Looks up a text behind the service's back.
    pub fn look_up(&self, sql: &str) -> String {
        aside(|| self.client().query_one(sql, &[]).expect("there is such a row").get(0))
    }

    /// Every column of every table, as it rests.
    pub fn columns(&self) -> Vec<ColumnAtRest> {
        const COLUMNS: &str =
            "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT), data_type <> 'bigint'
                AND data_type <> 'boolean' FROM information_schema.columns
            WHERE table_schema = 'public' ORDER BY table_name, column_name";
        aside(|| {
            let mut client = self.client();
            let columns = client.query(COLUMNS, &[]).expect("columns can be listed");
            let read = |column: &postgres::Row| {
                let (table, name, holds_text): (String, String, bool) =
                    (column.get(0), column.get(1), column.get(2));
                let sql = format!("SELECT {name} FROM {table} WHERE {name} IS NOT NULL");
                let mut content = Vec::new();
                if holds_text {
                    for row in client.query(&sql, &[]).expect("columns can be read") {
                        match row.try_get::<_, &str>(0) {
                            Ok(text) => content.extend_from_slice(text.as_bytes()),
                            Err(_) => content.extend_from_slice(row.get(0)),
                        }
                        content.push(b'\n');
                    }
                }
                ColumnAtRest { table, name, holds_text, content }
            };
            columns.iter().map(read).collect()
        })
    }

    fn client(&self) -> Client {
        Client::connect(&self.url(), NoTls).expect("the server answers")
    }

    /// Ends every connection to it, as a server that is restarted does.
    pub fn disconnect_all(&self) {
        let sql =
            format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'", self.name);
        execute(&self.server, &[&sql]);
    }

    /// Lets nobody in any more, and ends every connection.
    pub fn shut(&self) {
        execute(&self.server, &[&format!("ALTER DATABASE {} ALLOW_CONNECTIONS FALSE", self.name)]);
        self.disconnect_all();
    }

    /// Lets everybody in again.
    pub fn reopen(&self) {
        execute(&self.server, &[&format!("ALTER DATABASE {} ALLOW_CONNECTIONS TRUE", self.name)]);
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        execute(&self.server, &[&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)]);
    }
}

/// What a store needs to know of a server's database.
pub fn settings(url: &str) -> ServerSettings {
    ServerSettings { url: SecretString::from(url), ca_file: None, connections: CONNECTIONS }
}

/// The URL of another database on the same server.
pub fn url_of(server: &str, name: &str) -> String {
    let (place, _) = server.rsplit_once('/').expect("a URL with a database");
    format!("{place}/{name}")
}

/// Does something on a thread of its own.
fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| scope.spawn(work).join()).expect("a database for tests can be made")
}

fn execute(url: &str, statements: &[&str]) {
    aside(|| {
        let mut client = Client::connect(url, NoTls).expect("the server answers");
        for sql in statements {
            client.batch_execute(sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        }
    });
}

/// The name of the database that the others are copies of. Made once for each schema, however many tests begin at once.
fn template(server: &str) -> String {
    let sources = [
        include_str!("../../schema.sql"),
        include_str!("../../src/store/migrate.rs"),
        include_str!("../../src/store/engine/postgres_schema.rs"),
    ];
    let name = format!("gatepost_template_{:08x}", crc32fast::hash(sources.concat().as_bytes()));
    let mut client = Client::connect(server, NoTls).expect("the server answers");
    client.batch_execute(LOCK).expect("the lock can be had");
    let found =
        client.query("SELECT 1 FROM pg_database WHERE datname = $1", &[&name]).expect("it can be looked up");
    if found.is_empty() {
        let unfinished = format!("{name}_unfinished");
        client
            .batch_execute(&format!("DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)"))
            .expect("it can go");
        client.batch_execute(&format!("CREATE DATABASE {unfinished}")).expect("a database can be made");
        fill(&url_of(server, &unfinished));
        client
            .batch_execute(&format!("ALTER DATABASE {unfinished} RENAME TO {name}"))
            .expect("it can be renamed");
    }
    name
}

/// Has our tables made, as any start does.
fn fill(url: &str) {
    let data = tempfile::tempdir().expect("a temporary directory can be made");
    let settings =
        StoreSettings { data: data.path().to_owned(), server: Some(settings(url)), mode: OpenMode::Serving };
    let store = Store::open(&settings, Arc::new(|_| {})).unwrap_or_else(|refusal| panic!("{refusal}"));
    tokio::runtime::Runtime::new().expect("a runtime can be made").block_on(store.close());
}
