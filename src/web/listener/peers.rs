//! Who stands behind a connection that Rocket sees as coming from loopback.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Enough that readers on a few cores seldom meet on the same lock.
const SHARDS: usize = 16;

type Shard = HashMap<SocketAddr, SocketAddr>;

/// The clients' real addresses, by the address that Rocket sees in their place.
///
/// An entry stands from before the first byte is passed on until the connection ends.
#[derive(Default)]
pub struct Peers {
    shards: [Mutex<Shard>; SHARDS],
}

impl Peers {
    /// The real address of the client whose requests reach Rocket from `upstream_remote`.
    ///
    /// `None` means that the request did not come through the listener: another program on this machine found
    /// Rocket's inner port, and must be refused. An IPv4 client of an IPv6 socket is given as IPv4.
    pub fn peer_of(&self, upstream_remote: SocketAddr) -> Option<SocketAddr> {
        self.shard(upstream_remote).get(&upstream_remote).copied()
    }

    /// Enters a client under the local address of our connection to Rocket, for as long as the entry lives.
    pub(super) fn enter(self: &Arc<Self>, upstream_local: SocketAddr, client: SocketAddr) -> PeerEntry {
        self.shard(upstream_local).insert(upstream_local, client);
        PeerEntry { peers: Arc::clone(self), upstream_local }
    }

    /// The lock is only held for one map operation, so a poisoned one still guards a sound map.
    fn shard(&self, upstream: SocketAddr) -> MutexGuard<'_, Shard> {
        // The address is loopback for all of them, so the port tells them apart. Its lowest bit says little: Linux gives
        // outgoing connections ports of one parity as long as there are any.
        self.shards[usize::from(upstream.port() >> 1) % SHARDS].lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn is_empty(&self) -> bool {
        self.shards.iter().all(|shard| shard.lock().unwrap().is_empty())
    }
}

/// One client's line in [`Peers`], removed on drop.
///
/// It must be dropped before the connection to Rocket is closed: afterwards the port may belong to another client.
pub(super) struct PeerEntry {
    peers: Arc<Peers>,
    upstream_local: SocketAddr,
}

impl Drop for PeerEntry {
    fn drop(&mut self) {
        self.peers.shard(self.upstream_local).remove(&self.upstream_local);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> SocketAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_peer_is_known_for_as_long_as_its_entry_lives() {
        let peers = Arc::new(Peers::default());
        let client = address("203.0.113.7:50000");
        let entry = peers.enter(address("127.0.0.1:40001"), client);
        assert_eq!(peers.peer_of(address("127.0.0.1:40001")), Some(client));

        drop(entry);
        assert_eq!(peers.peer_of(address("127.0.0.1:40001")), None);
        assert!(peers.is_empty());
    }

    #[test]
    fn peers_that_share_a_shard_are_told_apart() {
        let peers = Arc::new(Peers::default());
        let (one, other) = (address("203.0.113.7:50000"), address("203.0.113.8:50000"));
        let _one = peers.enter(address("127.0.0.1:40000"), one);
        let _other = peers.enter(address("127.0.0.1:40032"), other);
        assert_eq!(peers.peer_of(address("127.0.0.1:40000")), Some(one));
        assert_eq!(peers.peer_of(address("127.0.0.1:40032")), Some(other));
        assert_eq!(peers.peer_of(address("127.0.0.1:40064")), None);
    }
}
