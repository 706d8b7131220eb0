//! The course of one connection: its first head, the way to Rocket and back, its end.

use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio::time::timeout;

use super::descriptors::is_out_of_descriptors;
use super::head::{Head, HeadError};
use super::peers::Peers;
use super::places::{Place, Places};
use super::refusal::{Refusal, end_gracefully, refuse};
use super::relay::relay;
use super::settings::ListenerSettings;

/// What all connections of a listener share.
pub(super) struct Shared {
    pub(super) settings: ListenerSettings,
    /// Where Rocket listens.
    pub(super) upstream: SocketAddr,
    pub(super) peers: Arc<Peers>,
    pub(super) places: Arc<Places>,
}

/// Serves one connection to its end.
///
/// It may be dropped at any time: that is how a connection is closed when it is due. `place` comes before `client`
/// because parameters are dropped from the last to the first, and a place is vacant only when its sockets are closed.
pub(super) async fn serve(shared: Arc<Shared>, place: Place, address: SocketAddr, mut client: TcpStream) {
    // Without it answers come later, not less.
    let _ = client.set_nodelay(true);

    let mut head = Head::new(shared.settings.max_head_bytes);
    match timeout(shared.settings.head_timeout, head.read_from(&client)).await {
        Ok(Ok(())) => {}
        Ok(Err(HeadError::TooLarge)) => return refuse(&mut client, Refusal::HeaderTooLarge).await,
        Err(_) if !head.is_empty() => return refuse(&mut client, Refusal::RequestTimeout).await,
        // Who has asked nothing is told nothing.
        Ok(Err(HeadError::Left)) | Err(_) => return,
    }
    place.note_request();

    match pass_on(&shared, &place, address, &mut client, head.into_bytes()).await {
        Passed::Ended => end_gracefully(&mut client).await,
        Passed::Broken => {}
        Passed::Unreachable => refuse(&mut client, Refusal::Unavailable).await,
    }
}

/// How the way to Rocket and back ended.
enum Passed {
    /// Rocket ended the connection and the client has all its answers.
    Ended,
    /// The client is gone, or Rocket broke off.
    Broken,
    /// Rocket could not be reached.
    Unreachable,
}

async fn pass_on(
    shared: &Shared,
    place: &Place,
    address: SocketAddr,
    client: &mut TcpStream,
    head: Vec<u8>,
) -> Passed {
    let connected = async {
        let upstream = TcpStream::connect(shared.upstream).await?;
        upstream.set_nodelay(true)?;
        Ok((upstream.local_addr()?, upstream))
    };
    let (upstream_local, mut upstream) = match connected.await {
        Ok(connected) => connected,
        Err(error) => {
            tracing::debug!(%error, "the service could not be reached behind the listener");
            if is_out_of_descriptors(&error) {
                shared.places.close_longest_unanswered();
            }
            return Passed::Unreachable;
        }
    };
    // Declared after the socket, so that it is dropped before: see `PeerEntry`.
    let _entry = shared.peers.enter(upstream_local, address);
    match relay(client, &mut upstream, head, place).await {
        Ok(()) => Passed::Ended,
        Err(error) => {
            tracing::debug!(%error, "a connection broke off");
            Passed::Broken
        }
    }
}
