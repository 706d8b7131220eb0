//! A running service, and what it says on its way.

use std::io::{BufRead as _, BufReader, Read};
use std::net::SocketAddr;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use gatepost::web::listener::raise_descriptor_limit;
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};

use super::place::Ended;
use crate::support::{Http, Mail};

/// How long anything may take before the test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the last line of a start begins with.
const LISTENS: &str = "Gatepost listens on http://";

/// A service that listens. It is killed when dropped.
pub(crate) struct Process {
    child: Child,
    told: String,
    address: SocketAddr,
    log: Receiver<String>,
    // Held open, so that nothing it says later fails.
    _out: BufReader<ChildStdout>,
}

impl Process {
    /// Runs a command until it listens, or ends.
    #[expect(clippy::zombie_processes, reason = "one that listens is waited for when dropped")]
    pub(crate) fn start(mut command: Command) -> Result<Self, Ended> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let log = lines(child.stderr.take().unwrap());
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut told = String::new();
        loop {
            let line_at = told.len();
            if out.read_line(&mut told).unwrap() == 0 {
                let status = child.wait().unwrap().code();
                return Err(Ended { status, out: told, err: log.iter().collect() });
            }
            if let Some(address) = told[line_at..].strip_prefix(LISTENS) {
                let address = address.trim_end().parse().expect("an address");
                return Ok(Self { child, told, address, log, _out: out });
            }
        }
    }

    /// What it said until it listened.
    pub(crate) fn told(&self) -> &str {
        &self.told
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// A client of it.
    pub(crate) fn http(&self) -> Http {
        Http::new(self.address)
    }

    /// Waits until the log has a line with this text.
    #[track_caller]
    pub(crate) fn logs(&self, text: &str) -> String {
        let mut seen = String::new();
        while let Ok(line) = self.log.recv_timeout(PATIENCE) {
            if line.contains(text) {
                return line;
            }
            seen.push_str(&line);
        }
        panic!("not in the log: {text}\n{seen}");
    }

    /// Tells it to stop, as a service manager does.
    pub(crate) fn terminate(&self) {
        kill_process(Pid::from_child(&self.child), Signal::TERM).unwrap();
    }

    /// Waits until it has ended, and gives its exit status.
    #[track_caller]
    pub(crate) fn ended(&mut self) -> Option<i32> {
        let deadline = Instant::now() + PATIENCE;
        // Its log ends with it.
        while self.log.recv_timeout(deadline.saturating_duration_since(Instant::now())).is_ok() {}
        match self.child.try_wait().unwrap() {
            Some(status) => status.code(),
            None if Instant::now() < deadline => self.child.wait().unwrap().code(),
            None => panic!("it has not ended"),
        }
    }

    /// Stops it properly.
    #[track_caller]
    pub(crate) fn stop(mut self) {
        self.terminate();
        assert_eq!(self.ended(), Some(0));
    }

    /// Stops it properly, and gives all of its log that nobody has read.
    #[track_caller]
    pub(crate) fn stopped(self) -> String {
        self.terminate();
        let mut log = String::new();
        while let Ok(line) = self.log.recv_timeout(PATIENCE) {
            log.push_str(&line);
        }
        log
    }

    /// Ends it as a power cut does.
    pub(crate) fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// The password of the demo people.
    #[track_caller]
    pub(crate) fn demo_password(&self) -> &str {
        let (_, password) = self.told.split_once("password of all four: ").expect("it tells the password");
        password.lines().next().unwrap()
    }

    /// Signs somebody in, and gives a client with their token.
    #[track_caller]
    pub(crate) fn signed_in(&self, email: &str, password: &str) -> Http {
        let body = json!({"email": email, "password": password});
        let answer = self.http().post("/api/v1/sessions", &body).expect(201);
        self.http().bearer(answer.str("/token"))
    }

    /// Waits for a letter to an address in the built-in inbox.
    #[track_caller]
    pub(crate) fn letter_to(&self, address: &str) -> Mail {
        let deadline = Instant::now() + PATIENCE;
        let path = format!("/dev/inbox.json?to={address}");
        while Instant::now() < deadline {
            if let Some(letter) = self.http().get(&path).expect(200).body.as_array().unwrap().last() {
                let text = |member: &str| letter[member].as_str().unwrap().to_owned();
                return Mail {
                    to: text("to"),
                    subject: text("subject"),
                    text: text("text"),
                    html: text("html"),
                };
            }
        }
        panic!("no letter to {address}");
    }

    /// How the letters are, as `/readyz` tells it.
    #[track_caller]
    pub(crate) fn mail_readiness(&self) -> Value {
        self.http().get("/readyz").expect(200).body["mail"].clone()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ended = self.child.kill();
        let _status = self.child.wait();
    }
}

/// As many descriptors as this process may have: each connection of a test costs one.
pub(crate) fn descriptors() -> u64 {
    raise_descriptor_limit()
}

/// The lines of an output as they come, read on so that the writer never waits for a reader.
fn lines(output: impl Read + Send + 'static) -> Receiver<String> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let mut output = BufReader::new(output);
        let mut line = String::new();
        while output.read_line(&mut line).is_ok_and(|length| length > 0) {
            let _nobody = send.send(std::mem::take(&mut line));
        }
    });
    receive
}
