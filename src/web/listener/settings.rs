//! The listener's bounds.

use std::time::Duration;

use super::descriptors::descriptor_limit;

/// Descriptors kept back for what is not a connection: the database, mail, logs, the listening sockets.
const RESERVED_DESCRIPTORS: u64 = 128;

/// A connection that is passed on costs the client's socket, our end of the inner one, and Rocket's end of it.
const DESCRIPTORS_PER_CONNECTION: u64 = 3;

/// More connections than this serve nobody on the machines this service is made for.
const MOST_CONNECTIONS: u64 = 4096;

/// How many connections the listener holds, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListenerSettings {
    /// Connections open at a time; at least one. When all places are taken, the connection which has gone longest
    /// without an answer is closed for the newcomer.
    pub max_connections: usize,
    /// How long the head of a connection's first request may take.
    pub head_timeout: Duration,
    /// How long a connection may go without any part of an answer being taken by the client.
    pub answer_timeout: Duration,
    /// The largest head of a connection's first request, in bytes, its closing empty line included.
    pub max_head_bytes: usize,
}

impl ListenerSettings {
    /// The default settings for a process that may open `descriptor_limit` descriptors.
    pub fn for_descriptor_limit(descriptor_limit: u64) -> Self {
        let affordable = descriptor_limit.saturating_sub(RESERVED_DESCRIPTORS) / DESCRIPTORS_PER_CONNECTION;
        let max_connections = affordable.clamp(1, MOST_CONNECTIONS);
        Self {
            max_connections: usize::try_from(max_connections)
                .expect("the clamp keeps it within MOST_CONNECTIONS"),
            head_timeout: Duration::from_secs(10),
            answer_timeout: Duration::from_secs(30),
            max_head_bytes: 16 * 1024,
        }
    }
}

impl Default for ListenerSettings {
    /// The settings for the descriptor limit that is in force: call
    /// [`raise_descriptor_limit`](super::raise_descriptor_limit) before.
    fn default() -> Self {
        Self::for_descriptor_limit(descriptor_limit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_costs_three_descriptors_and_some_are_kept_back() {
        assert_eq!(ListenerSettings::for_descriptor_limit(1024).max_connections, 298);
    }

    #[test]
    fn the_number_of_connections_stays_between_one_and_the_cap() {
        assert_eq!(ListenerSettings::for_descriptor_limit(0).max_connections, 1);
        assert_eq!(ListenerSettings::for_descriptor_limit(u64::MAX).max_connections, 4096);
    }
}
