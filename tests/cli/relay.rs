//! A mail server in the hands of the test: it takes one letter, and says so only when told to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

/// How long a letter may take before the test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// A mail server for one connection.
pub(super) struct Relay {
    pub(super) port: u16,
    has_letter: Receiver<()>,
    accept: Sender<()>,
    done: JoinHandle<()>,
}

impl Relay {
    pub(super) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (tell_letter, has_letter) = mpsc::channel();
        let (accept, accepted) = mpsc::channel();
        let done = std::thread::spawn(move || {
            let (connection, _) = listener.accept().unwrap();
            converse(&connection, &tell_letter, &accepted);
        });
        Self { port, has_letter, accept, done }
    }

    /// Waits until the whole letter is here. Its sender waits for a word.
    pub(super) fn wait_for_letter(&self) {
        self.has_letter.recv_timeout(PATIENCE).expect("a letter comes");
    }

    /// Says that the letter is taken, and sees the conversation to its end.
    pub(super) fn take_it(self) {
        self.accept.send(()).unwrap();
        self.done.join().unwrap();
    }
}

/// The conversation of RFC 5321, as far as a letter needs it.
fn converse(connection: &TcpStream, tell_letter: &Sender<()>, accepted: &Receiver<()>) {
    let say = |words: &str| {
        let mut connection = connection;
        connection.write_all(format!("{words}\r\n").as_bytes()).unwrap();
    };
    let mut in_letter = false;
    say("220 ready");
    for line in BufReader::new(connection).lines() {
        let Ok(line) = line else { return };
        match line.as_str() {
            "." => {
                in_letter = false;
                tell_letter.send(()).unwrap();
                accepted.recv().unwrap();
                say("250 taken");
            }
            _ if in_letter => {}
            "DATA" => {
                in_letter = true;
                say("354 go on");
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 fine"),
        }
    }
}
