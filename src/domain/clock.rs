//! Where the time comes from. Tests set it; nothing else in the crate reads the wall clock.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use crate::model::Timestamp;

/// A source of time. Cheap to clone; clones of a settable clock are the same clock.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    hands: Option<Arc<Hands>>,
}

/// What can be set of a clock.
#[derive(Debug, Default)]
struct Hands {
    /// Microseconds by which the clock is ahead of the machine's.
    ahead: AtomicI64,
    /// The machine's time, in microseconds, when the clock was stopped.
    stopped_at: OnceLock<i64>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that runs with the machine's until it is put forward.
    pub fn settable() -> Self {
        Self { hands: Some(Arc::default()) }
    }

    /// Puts a settable clock forward.
    pub fn advance(&self, by: Duration) {
        if let Some(hands) = &self.hands {
            let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            hands.ahead.fetch_add(micros, Ordering::SeqCst);
        }
    }

    /// Stops a settable clock: from here on it moves only by being put forward, to the microsecond.
    pub fn stop(&self) {
        if let Some(hands) = &self.hands {
            hands.stopped_at.get_or_init(machine_micros);
        }
    }

    /// The time, to the microsecond.
    pub fn now(&self) -> Timestamp {
        let micros = self.hands.as_ref().map_or_else(machine_micros, |hands| {
            let base = hands.stopped_at.get().copied().unwrap_or_else(machine_micros);
            base.saturating_add(hands.ahead.load(Ordering::SeqCst))
        });
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
fn machine_micros() -> i64 {
    Timestamp::now().as_microsecond()
}

/// Adds a lifetime to a time; one too far away is as far away as can be.
pub fn later(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// Takes a duration from a time; one too long ago is as long ago as can be.
pub fn earlier(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_sub(by).unwrap_or(Timestamp::MIN)
}

/// A time as people are told it in English, as at the command line.
pub fn told_time(at: Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_told_as_people_say_it() {
        let at: Timestamp = "2026-11-02T09:05:59Z".parse().unwrap();
        assert_eq!(told_time(at), "2 November 2026, 09:05 UTC");
    }
}
