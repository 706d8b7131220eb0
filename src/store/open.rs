//! Opening the database, of a data directory or of a server, and every reason not to.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read as _, Seek, Write as _};
use std::path::{Path, PathBuf};

use secrecy::SecretString;

use super::Subscriber;
use super::engine::postgres::PostgresEngine;
use super::engine::sqlite::SqliteEngine;

/// Where the database is and how it is used.
#[derive(Clone, Debug)]
pub struct StoreSettings {
    /// The data directory; made when missing.
    pub data: PathBuf,
    /// The server that holds the database, if it is not a file in the data directory.
    pub server: Option<ServerSettings>,
    /// Whether this process serves, or works beside one that does.
    pub mode: OpenMode,
}

/// A database on a server that speaks PostgreSQL's protocol.
#[derive(Clone, Debug)]
pub struct ServerSettings {
    /// Where it is, and as whom it is used: `postgres://user:password@host:port/database`.
    pub url: SecretString,
    /// A PEM file with the certificate of a private authority that the server's certificate may come from.
    pub ca_file: Option<PathBuf>,
    /// How many connections may be open at once.
    pub connections: u32,
}

/// How a process uses the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// Answers requests. One process per file: its caches must see every change.
    Serving,
    /// Runs one command, perhaps beside a serving process.
    Beside,
}

/// Why the database can't be opened. Each is one sentence for whoever runs the service.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The directory can't be made.
    #[error(
        "The data directory {path} can't be made ({source}): make it yourself, or name another with --data."
    )]
    NoDirectory {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The directory can't be written.
    #[error(
        "The data directory {path} can't be written ({source}): give the user that runs gatepost write access to it, or name another with --data."
    )]
    NotWritable {
        /// The directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Another process serves it.
    #[error(
        "The data directory {path} is already served by another gatepost ({holder}): stop that one first, or name another directory with --data."
    )]
    Locked {
        /// The directory.
        path: PathBuf,
        /// The process that holds it.
        holder: String,
    },
    /// A newer build has changed it.
    #[error(
        "The database {database} was changed by a newer gatepost and can't be used by this one (it needs schema {oldest_reader} or later, this one knows {known}): run the newer gatepost, or restore a backup made before the upgrade."
    )]
    TooNew {
        /// Which one.
        database: String,
        /// The oldest schema that may use it.
        oldest_reader: i64,
        /// This build's schema.
        known: i64,
    },
    /// The file is no database of ours, or damaged.
    #[error(
        "The database {path} can't be opened ({reason}): if it is damaged, restore a backup; if it is another program's file, name another directory with --data."
    )]
    Unusable {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        reason: String,
    },
    /// What names a server's database can't be read.
    #[error(
        "The database's URL can't be read ({reason}): write it as postgres://user:password@host:port/database into \
         GATEPOST_DATABASE_URL, or into the file that GATEPOST_DATABASE_URL_FILE names."
    )]
    BadUrl {
        /// What is wrong with it.
        reason: String,
    },
    /// The certificate of the server's authority can't be read.
    #[error(
        "The certificates in {path} can't be read ({reason}): let `database_ca_file` name a PEM file with the \
         certificate of the authority that the database's server has its own from."
    )]
    BadAuthority {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The server does not let us in.
    #[error(
        "The database {database} can't be used ({reason}): check that its server runs, and that `database_url` names \
         it, its user and the password rightly."
    )]
    Unreachable {
        /// Which one.
        database: String,
        /// What the server or the network said.
        reason: String,
    },
    /// It has tables, and none of ours.
    #[error(
        "The database {database} holds tables of another program: make one for gatepost alone (CREATE DATABASE), and \
         name that in `database_url`."
    )]
    Foreign {
        /// Which one.
        database: String,
    },
    /// There is nothing in it yet, and it is not for a command to change that.
    #[error(
        "The database {database} is empty: start `gatepost serve` with it first, or name the right one in \
         `database_url`."
    )]
    Empty {
        /// Which one.
        database: String,
    },
}

const DATABASE_FILE: &str = "gatepost.db";
const LOCK_FILE: &str = "gatepost.lock";

/// Whether a data directory holds a database.
pub(super) fn exists_in(data: &Path) -> bool {
    data.join(DATABASE_FILE).exists()
}

/// Opens the file in the data directory.
pub(super) fn open_file(settings: &StoreSettings, subscriber: Subscriber) -> Result<SqliteEngine, OpenError> {
    let data = &settings.data;
    make_directory(data)?;
    prove_writable(data)?;
    warn_on_network_file_system(data);
    // One process opens at a time: of several that make a fresh file, SQLite turns some away as busy.
    let _turn = File::open(data).and_then(|directory| directory.lock().map(|()| directory));
    let lock = match settings.mode {
        OpenMode::Serving => Some(lock(data)?),
        OpenMode::Beside => None,
    };
    SqliteEngine::open(&data.join(DATABASE_FILE), lock, subscriber)
}

/// Opens a server's database. The data directory, which holds the key file, need not be writable for it.
pub(super) fn open_server(
    settings: &StoreSettings,
    server: &ServerSettings,
    subscriber: Subscriber,
) -> Result<PostgresEngine, OpenError> {
    make_directory(&settings.data)?;
    PostgresEngine::open(server, settings.mode, subscriber)
}

fn make_directory(data: &Path) -> Result<(), OpenError> {
    use std::os::unix::fs::DirBuilderExt;
    // Others on the machine have no business in it: it holds the key that seals secrets.
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(data)
        .map_err(|source| OpenError::NoDirectory { path: data.to_owned(), source })
}

fn prove_writable(data: &Path) -> Result<(), OpenError> {
    let probe = data.join(format!(".gatepost-write-probe-{}", std::process::id()));
    File::create(&probe)
        .and_then(|_| match fs::remove_file(&probe) {
            // A process of the same number in another container, on the same volume, was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        })
        .map_err(|source| OpenError::NotWritable { path: data.to_owned(), source })
}

/// Takes the lock of a serving process; it is released when the file is closed, however that happens.
fn lock(data: &Path) -> Result<File, OpenError> {
    let not_writable = |source| OpenError::NotWritable { path: data.to_owned(), source };
    let mut file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(data.join(LOCK_FILE))
        .map_err(not_writable)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            let told = file.read_to_string(&mut holder).is_ok() && !holder.trim().is_empty();
            let holder = if told { holder.trim().to_owned() } else { "process unknown".to_owned() };
            return Err(OpenError::Locked { path: data.to_owned(), holder });
        }
        Err(TryLockError::Error(source)) => return Err(not_writable(source)),
    }
    file.set_len(0)
        .and_then(|()| file.rewind())
        .and_then(|()| writeln!(file, "process {}", std::process::id()))
        .map_err(not_writable)?;
    Ok(file)
}

/// Warns where locks and shared memory can't be relied on: SQLite's own advice is not to.
fn warn_on_network_file_system(data: &Path) {
    /// Magic numbers of statfs(2).
    const NETWORK: [(i64, &str); 7] = [
        (0x6969, "NFS"),
        (0xFF53_4D42, "CIFS"),
        (0xFE53_4D42, "SMB2"),
        (0x517B, "SMB"),
        (0x6573_5546, "FUSE"),
        (0x0102_1997, "9P"),
        (0x00C3_6400, "Ceph"),
    ];
    let Ok(stat) = rustix::fs::statfs(data) else {
        return;
    };
    let magic = stat.f_type & 0xFFFF_FFFF;
    if let Some((_, name)) = NETWORK.iter().find(|(number, _)| *number == magic) {
        tracing::warn!(
            data = %data.display(),
            "The data directory is on a network file system ({name}), where SQLite's locks can't be relied on: \
             move it to a local disk before real use."
        );
    }
}
