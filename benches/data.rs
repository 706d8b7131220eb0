//! A database with people who can sign in.

use std::error::Error;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::json;
use tempfile::TempDir;

use crate::people;
use crate::request::send;
use crate::server::Server;

/// Who signs in.
pub(crate) const EMAIL: &str = "june@example.com";

/// What with. The directory is gone when the run ends.
pub(crate) const PASSWORD: &str = "seven green lanterns by the quay";

/// A data directory, and the database of a server if it is not in there. The directory is removed when this is dropped.
pub(crate) struct Data {
    directory: TempDir,
    database: Option<String>,
}

impl Data {
    /// Makes the directory on the disk of the build (a temporary directory may be in memory, where a durable
    /// write costs nothing), and in it, or in the empty database of a server, a person who owns an org and many who don't.
    pub(crate) fn make(database: Option<String>) -> Result<Self, Box<dyn Error>> {
        let data = Self { directory: temporary_directory()?, database };
        let server = Server::start(&data)?;
        let told = gatepost(&data).args(["operator", "create", EMAIL]).args(data.flag()).output()?;
        let told = String::from_utf8(told.stdout)?;
        let token = told.trim_end().rsplit("token=").next().unwrap_or_default().to_owned();
        let name = json!({ "first": "June", "last": "Doe" });
        let account = json!({ "token": token, "email": EMAIL, "password": PASSWORD, "name": name });
        send(server.address(), "POST", "/api/v1/setup", None, &account)?;
        let bearer = server.sign_in()?;
        send(server.address(), "POST", "/api/v1/orgs", Some(&bearer), &json!({ "name": "Acme" }))?;
        server.stop()?;
        people::add(&data)?;
        Ok(data)
    }

    /// The server's database that is used, by its URL.
    pub(crate) fn database(&self) -> Option<&str> {
        self.database.as_deref()
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.directory.path()
    }

    /// How a command is told where it is.
    pub(crate) fn flag(&self) -> [&std::ffi::OsStr; 2] {
        ["--data".as_ref(), self.path().as_os_str()]
    }
}

/// A directory on the disk that the build is on.
pub(crate) fn temporary_directory() -> std::io::Result<TempDir> {
    tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))
}

/// The release binary, with the settings of the measurements: nothing of the environment counts.
pub(crate) fn gatepost(data: &Data) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gatepost"));
    command
        .current_dir(data.path())
        .env_clear()
        .env("GATEPOST_PUBLIC_URL", "https://accounts.example.com")
        .env("GATEPOST_LIMITS__ENABLED", "false")
        .stdin(Stdio::null())
        .stderr(Stdio::null());
    if let Some(url) = data.database() {
        command.env("GATEPOST_DATABASE_URL", url);
    }
    command
}
