//! Real mail servers for tests: `tests/support/smtp_server.py` as a process of its own.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};

use serde_json::Value;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/smtp_server.py");

/// A running mail server, stopped on drop.
pub(super) struct MailServer {
    process: Child,
    output: BufReader<ChildStdout>,
    pub(super) port: u16,
}

/// The interpreter that has aiosmtpd, if this run has one: `scripts/test` names it.
///
/// Without one the calling test has nothing to talk to, and says so.
#[expect(
    clippy::disallowed_methods,
    clippy::disallowed_macros,
    reason = "the test run itself is configured by it"
)]
pub(super) fn python() -> Option<String> {
    let python = std::env::var("GATEPOST_TEST_PYTHON").ok();
    if python.is_none() {
        eprintln!(
            "left out: no mail server to talk to; scripts/test brings one and sets GATEPOST_TEST_PYTHON"
        );
    }
    python
}

/// Writes `ca.pem`, `server.pem` and `server.key` for `localhost` into a directory.
pub(super) fn make_certificates(python: &str, directory: &Path) {
    let status = Command::new(python).arg(SCRIPT).arg("--make-certificates").arg(directory).status().unwrap();
    assert!(status.success());
}

impl MailServer {
    /// Starts a server with these arguments, and waits until it listens.
    pub(super) fn start(python: &str, arguments: &[&str]) -> Self {
        let mut process = Command::new(python)
            .arg(SCRIPT)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        let started: Value = serde_json::from_str(&line).expect("the server starts");
        let port = u16::try_from(started["port"].as_u64().unwrap()).unwrap();
        Self { process, output, port }
    }

    /// Stops the server and tells which messages it took.
    pub(super) fn stop(mut self) -> Vec<Value> {
        // The end of its input is the sign to stop.
        drop(self.process.stdin.take());
        let mut rest = String::new();
        self.output.read_to_string(&mut rest).unwrap();
        assert!(self.process.wait().unwrap().success(), "the mail server failed");
        rest.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["message"].take()).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
