//! A way to a PostgreSQL server that can be made to fail: it falls silent, or is cut.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use postgres::config::Host;

/// A way to a server. What comes to its port goes on to the server's socket.
pub struct Wire {
    port: u16,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    is_silent: AtomicBool,
    clients: Mutex<Vec<TcpStream>>,
}

impl Wire {
    /// Lays one to the server of this URL, which names a socket.
    pub fn to(server: &str) -> Self {
        let socket = socket_of(server);
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let port = listener.local_addr().expect("it listens").port();
        let state = Arc::new(State::default());
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                lay(client, &socket, &shared);
            }
        });
        Self { port, state }
    }

    /// How a database of the server is reached by it.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{database}", self.port)
    }

    /// Passes nothing on from now on, and keeps every connection, new ones too.
    pub fn fall_silent(&self) {
        self.state.is_silent.store(true, Ordering::SeqCst);
    }

    /// Passes on again what comes from now on.
    pub fn speak_again(&self) {
        self.state.is_silent.store(false, Ordering::SeqCst);
    }

    /// Ends every connection there is.
    pub fn cut(&self) {
        for client in self.state.clients.lock().expect("nobody panics").drain(..) {
            // It may have ended by itself.
            let _ended = client.shutdown(Shutdown::Both);
        }
    }
}

fn socket_of(server: &str) -> PathBuf {
    let config: postgres::Config = server.parse().expect("it is a URL");
    match (config.get_hosts(), config.get_ports()) {
        ([Host::Unix(directory)], [port]) => directory.join(format!(".s.PGSQL.{port}")),
        _ => panic!("the server is reached by a socket"),
    }
}

fn lay(client: TcpStream, socket: &Path, state: &Arc<State>) {
    let server = UnixStream::connect(socket).expect("the server listens");
    let kept = client.try_clone().expect("there are descriptors");
    state.clients.lock().expect("nobody panics").push(kept);
    let (from_client, to_client) = (client.try_clone().expect("there are descriptors"), client);
    let (from_server, to_server) = (server.try_clone().expect("there are descriptors"), server);
    let (there, back) = (Arc::clone(state), Arc::clone(state));
    thread::spawn(move || {
        pass_on(from_client, &to_server, &there);
        let _ended = to_server.shutdown(Shutdown::Both);
    });
    thread::spawn(move || {
        pass_on(from_server, &to_client, &back);
        let _ended = to_client.shutdown(Shutdown::Both);
    });
}

/// Passes on until one side ends. What is said while all is silent is lost.
fn pass_on(mut from: impl Read, mut to: impl Write, state: &State) {
    let mut said = [0; 16 * 1024];
    while let Ok(length @ 1..) = from.read(&mut said) {
        if !state.is_silent.load(Ordering::SeqCst) && to.write_all(&said[..length]).is_err() {
            return;
        }
    }
}
