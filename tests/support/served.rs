//! The service as the network reaches it: its own listener in front, and bytes on a socket.
//!
//! Rocket's local client makes requests that are well-formed by nature. What no client library would
//! send (a whole URL in the request line, two `Host` headers) is written here by hand.

use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::Duration;

use gatepost::web::build::build;
use gatepost::web::listener::{Listener, ListenerSettings};
use rocket::fairing::AdHoc;
use rocket::figment::Figment;
use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::test_app::web_settings;
use super::{Answer, Mail, TestApp};

/// Descriptors that the listener may count on: a test opens a handful of connections.
const DESCRIPTORS: u64 = 256;

/// The service under test, on a port of its own.
pub struct Served {
    /// The same service, for what needs no socket.
    pub app: TestApp,
    address: SocketAddr,
    shutdown: rocket::Shutdown,
    door: JoinHandle<()>,
}

impl Served {
    /// A service with the defaults, limits off, listening on a free loopback port.
    pub async fn start() -> Self {
        let app = TestApp::start().await;
        let limits = ListenerSettings::for_descriptor_limit(DESCRIPTORS);
        let listener = Listener::bind(([127, 0, 0, 1], 0).into(), limits).await.expect("a free port");
        let mut web = web_settings();
        web.peers = Some(listener.peers());
        let figment = Figment::from(rocket::Config::default())
            .merge(("log_level", "off"))
            .merge(("address", "127.0.0.1"))
            .merge(("port", 0))
            .merge(("shutdown.ctrlc", false))
            .merge(("shutdown.signals", Vec::<String>::new()));
        let (told, inner_port) = oneshot::channel();
        let told = Mutex::new(Some(told));
        let rocket = build(app.app.clone(), web, &figment)
            .attach(AdHoc::on_liftoff("Tell the inner port", move |rocket| {
                let told = told.lock().expect("nobody panics with it").take();
                let port = rocket.config().port;
                Box::pin(async move {
                    told.expect("a service lifts off once").send(port).expect("somebody waits for it");
                })
            }))
            .ignite()
            .await
            .expect("the surfaces are sound");
        let shutdown = rocket.shutdown();
        tokio::spawn(rocket.launch());
        let inner = ([127, 0, 0, 1], inner_port.await.expect("the service lifts off")).into();
        let address = listener.local_addr();
        let door = tokio::spawn(listener.run(inner, std::future::pending(), Duration::ZERO));
        Self { app, address, shutdown, door }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sends these very bytes on a connection of their own, and reads the answer. A connection that is
    /// closed without one answers status 0.
    pub async fn send(&self, request: &str) -> Answer {
        let mut connection = TcpStream::connect(self.address).await.expect("the service listens");
        connection.write_all(request.as_bytes()).await.expect("the service reads");
        let mut bytes = Vec::new();
        // A reset after the answer is no fault: what was read counts.
        let _reset = connection.read_to_end(&mut bytes).await;
        parse(&String::from_utf8_lossy(&bytes))
    }

    /// Delivers what is queued, and reads all letters to an address, the oldest first.
    pub async fn letters_to(&self, address: &str) -> Vec<Mail> {
        self.app.letters_to(address).await
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.door.abort();
        self.shutdown.clone().notify();
    }
}

fn parse(text: &str) -> Answer {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|code| code.parse().ok());
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Answer {
        status: status.unwrap_or_default(),
        headers,
        body: serde_json::from_str(body).unwrap_or(Value::Null),
        text: body.to_owned(),
        bytes: body.as_bytes().to_vec(),
    }
}
