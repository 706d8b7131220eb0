//! A directory to run the binary in, and the command lines typed there.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::process::Process;

/// The public URL of services under test.
pub(crate) const PUBLIC_URL: &str = "https://accounts.gatepost.example";

/// A directory of its own, with no `Rocket.toml` but one that the test writes.
pub(crate) struct Place(TempDir);

/// A command line that has not been run.
pub(crate) struct CommandLine(Command);

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The binary with these arguments, passwords cheap to hash, and nothing else in its environment.
    pub(crate) fn gatepost(&self, arguments: &[&str]) -> CommandLine {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gatepost"));
        command.args(arguments).current_dir(self.root()).env_clear().stdin(Stdio::null());
        CommandLine(command)
            .with("GATEPOST_ARGON2__MEMORY_KIB", "64")
            .with("GATEPOST_ARGON2__ITERATIONS", "1")
    }

    /// `gatepost dev` on a free port.
    pub(crate) fn dev(&self) -> CommandLine {
        self.gatepost(&["dev", "--port", "0"])
    }

    /// `gatepost serve` on a free port, with a public URL.
    pub(crate) fn serve(&self) -> CommandLine {
        self.gatepost(&["serve", "--port", "0"]).with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
    }
}

impl CommandLine {
    /// With an environment variable.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.0.env(name, value);
        self
    }

    /// Starts a service, and waits until it says that it listens.
    #[track_caller]
    pub(crate) fn start(self) -> Process {
        Process::start(self.0).unwrap_or_else(|ended| panic!("it does not start: {ended:?}"))
    }

    /// Runs a command to its end. One that goes on to listen fails the test.
    #[track_caller]
    pub(crate) fn run(self) -> Ended {
        match Process::start(self.0) {
            Ok(process) => panic!("it listens: {}", process.told()),
            Err(ended) => ended,
        }
    }

    /// Runs a command that can do its work, and gives what it says.
    #[track_caller]
    pub(crate) fn says(self) -> String {
        let ended = self.run();
        assert_eq!(ended.status, Some(0), "{ended:?}");
        ended.out
    }

    /// Runs a command that is refused, as every refusal is: status 2, and one line on standard error.
    #[track_caller]
    pub(crate) fn refusal(self) -> String {
        let ended = self.run();
        assert_eq!((ended.status, ended.out.as_str()), (Some(2), ""), "{ended:?}");
        let line = ended.err.strip_suffix('\n').expect("a whole line");
        assert!(!line.contains('\n'), "more than a line: {line}");
        line.strip_prefix("gatepost: ").expect("it says who speaks").to_owned()
    }
}
