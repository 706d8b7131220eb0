//! The service's front door: a TCP listener that stands before Rocket in the same process and passes bytes through.
//!
//! Rocket 0.5 has no time limit for heads, bodies or idle connections, no bound on their number, and no place to put
//! a listener of one's own. So Rocket binds a port of the loopback interface and this listener binds the public one.
//! It bounds connections by one rule that needs no HTTP: **a connection is closed when the service has answered
//! nothing on it for a while**. Idle keep-alive connections, dribbled heads, dribbled bodies and clients that do not
//! read their answers all fall under it. When every place is taken, the connection which has gone longest without an
//! answer makes room for the newcomer, so silent connections keep nobody out.
//!
//! Rocket is not bothered with a connection before the head of its first request is complete: until then a client
//! costs one descriptor and a small task. Behind the door Rocket sees loopback addresses only; [`Peers`] tells
//! the client's real address, and whether a request came through the door at all.
//!
//! Where to start reading: [`Listener::run`] in `accept`, then `connection` for the course of one connection, and
//! `places` for who is closed when. This room knows TCP and where a head ends. It must not know Rocket, routes, the
//! domain or the store.

mod accept;
mod connection;
mod descriptors;
mod head;
mod peers;
mod places;
pub(in crate::web) mod refusal;
mod relay;
mod scratch;
mod settings;
#[cfg(test)]
mod tests;

pub use accept::Listener;
pub use descriptors::raise_descriptor_limit;
pub use peers::Peers;
pub use settings::ListenerSettings;
