//! Real mail servers for tests: `tests/support/smtp_server.py` as a process of its own.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use serde_json::Value;

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/support/smtp_server.py");

/// What a test asks for its Python for.
pub const MAIL_SERVER: &str = "mail server to talk to";

/// How long an event may take before the test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running mail server, stopped on drop.
pub struct MailServer {
    process: Child,
    events: Receiver<Value>,
    pub port: u16,
}

/// Writes `ca.pem`, `server.pem` and `server.key` for `localhost` into a directory.
pub fn make_certificates(python: &str, directory: &Path) {
    let status = Command::new(python).arg(SCRIPT).arg("--make-certificates").arg(directory).status().unwrap();
    assert!(status.success());
}

impl MailServer {
    /// Starts a server with these arguments, and waits until it listens.
    pub fn start(python: &str, arguments: &[&str]) -> Self {
        let mut process = Command::new(python)
            .arg(SCRIPT)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(process.stdout.take().unwrap());
        let (tell, events) = mpsc::channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let _nobody = tell.send(serde_json::from_str(&line).expect("each line is an event"));
            }
        });
        let started: Value = events.recv_timeout(PATIENCE).expect("the server starts");
        let port = u16::try_from(started["port"].as_u64().unwrap()).unwrap();
        Self { process, events, port }
    }

    /// Waits for the next message, and takes it.
    pub fn next_message(&self) -> Value {
        self.events.recv_timeout(PATIENCE).expect("a message comes")["message"].take()
    }

    /// Stops the server and tells which messages it took.
    pub fn stop(mut self) -> Vec<Value> {
        // The end of its input is the sign to stop.
        drop(self.process.stdin.take());
        assert!(self.process.wait().unwrap().success(), "the mail server failed");
        self.events.iter().map(|mut event| event["message"].take()).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}
