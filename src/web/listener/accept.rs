//! Accepts connections, and sweeps away those that are due.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Interval, MissedTickBehavior, interval, sleep, timeout};

use super::connection::{Shared, serve};
use super::descriptors::is_out_of_descriptors;
use super::peers::Peers;
use super::places::Places;
use super::settings::ListenerSettings;

/// The longest time between two looks for connections that are due.
const SWEEP_PERIOD: Duration = Duration::from_millis(250);

/// The same while draining, when somebody waits for the end.
const DRAIN_PERIOD: Duration = Duration::from_millis(25);

/// The pause after an error that the next accept would meet again.
const ACCEPT_PAUSE: Duration = Duration::from_millis(10);

/// A public socket that passes connections on to Rocket.
pub struct Listener {
    socket: TcpListener,
    address: SocketAddr,
    settings: ListenerSettings,
    peers: Arc<Peers>,
}

impl Listener {
    /// Binds the public address; port 0 picks a free one. Clients can connect from now on, and wait for
    /// [`run`](Self::run).
    ///
    /// # Errors
    /// Those of binding: the address is in use, not of this machine, or not permitted.
    pub async fn bind(address: SocketAddr, settings: ListenerSettings) -> io::Result<Self> {
        let socket = TcpListener::bind(address).await?;
        let address = socket.local_addr()?;
        Ok(Self { socket, address, settings, peers: Arc::default() })
    }

    /// The address that is really bound.
    pub fn local_addr(&self) -> SocketAddr {
        self.address
    }

    /// Who stands behind the addresses that Rocket sees.
    pub fn peers(&self) -> Arc<Peers> {
        Arc::clone(&self.peers)
    }

    /// Accepts connections and passes them on to `upstream` until `stop` resolves.
    ///
    /// Then it stops accepting at once and lets the open connections end: those with no request in flight are closed,
    /// the others get their answer if it comes within `grace`. Returns when all are closed. Rocket must serve until
    /// then, so it is told to stop after this returns. Dropping the future closes every connection.
    pub async fn run(self, upstream: SocketAddr, stop: impl Future<Output = ()>, grace: Duration) {
        let Self { socket, settings, peers, .. } = self;
        let places = Places::new(settings.max_connections);
        let _guard = CloseAllOnDrop(Arc::clone(&places));
        let answer_timeout = settings.answer_timeout;
        let shared = Arc::new(Shared { settings, upstream, peers, places: Arc::clone(&places) });

        let mut stop = pin!(stop);
        let mut sweep = every((answer_timeout / 4).min(SWEEP_PERIOD));
        loop {
            tokio::select! {
                biased;
                () = &mut stop => break,
                _ = sweep.tick() => places.close_due(answer_timeout),
                accepted = socket.accept() => match accepted {
                    Ok((client, address)) => start(client, address, &shared).await,
                    Err(error) => recover(&error, &places).await,
                },
            }
        }
        drop(socket);
        drain(&places, answer_timeout, grace).await;
    }
}

/// Gives an accepted connection its place and its task.
async fn start(client: TcpStream, mut address: SocketAddr, shared: &Arc<Shared>) {
    // Behind an IPv6 socket an IPv4 client must look as it does elsewhere, or limits by address miss it.
    address.set_ip(address.ip().to_canonical());
    let place = shared.places.admit().await;
    let index = place.index();
    let task = tokio::spawn(serve(Arc::clone(shared), place, address, client));
    shared.places.attach(index, task.abort_handle());
}

/// Makes accepting possible again after an error, and never lets it fail in a tight loop.
async fn recover(error: &io::Error, places: &Places) {
    tracing::debug!(%error, "a connection could not be accepted");
    let concerns_one_connection = matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
    );
    if concerns_one_connection {
        return;
    }
    if is_out_of_descriptors(error) && places.close_longest_unanswered() {
        // A connection fewer each time, so this ends even if the descriptor goes to somebody else.
        let _ = timeout(ACCEPT_PAUSE, places.vacated()).await;
    } else {
        sleep(ACCEPT_PAUSE).await;
    }
}

/// Lets the open connections end, for no longer than `grace`, and returns when all are closed.
async fn drain(places: &Places, answer_timeout: Duration, grace: Duration) {
    places.start_draining();
    let mut grace_over = pin!(sleep(grace));
    let mut sweep = every(DRAIN_PERIOD);
    loop {
        tokio::select! {
            () = places.emptied() => return,
            () = &mut grace_over => break,
            _ = sweep.tick() => places.close_due(answer_timeout),
        }
    }
    places.close_all();
    places.emptied().await;
}

fn every(period: Duration) -> Interval {
    let mut interval = interval(period.max(Duration::from_millis(1)));
    interval.set_missed_tick_behavior(MissedTickBehavior::Delay);
    interval
}

/// Connections live in tasks of their own, which would outlive a listener that is dropped.
struct CloseAllOnDrop(Arc<Places>);

impl Drop for CloseAllOnDrop {
    fn drop(&mut self) {
        self.0.close_all();
    }
}
