//! Where the time comes from. Tests set it; nothing else in the crate reads the wall clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use crate::model::Timestamp;

/// A source of time. Cheap to clone; clones of a settable clock are the same clock.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    /// Microseconds by which this clock is ahead of the machine's.
    ahead: Option<Arc<AtomicI64>>,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self::default()
    }

    /// A clock that runs with the machine's until it is put forward.
    pub fn settable() -> Self {
        Self { ahead: Some(Arc::default()) }
    }

    /// Puts a settable clock forward.
    pub fn advance(&self, by: Duration) {
        if let Some(ahead) = &self.ahead {
            let micros = i64::try_from(by.as_micros()).unwrap_or(i64::MAX);
            ahead.fetch_add(micros, Ordering::SeqCst);
        }
    }

    /// The time, to the microsecond.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the wall clock")]
    pub fn now(&self) -> Timestamp {
        let ahead = self.ahead.as_ref().map_or(0, |ahead| ahead.load(Ordering::SeqCst));
        let micros = Timestamp::now().as_microsecond().saturating_add(ahead);
        Timestamp::from_microsecond(micros).unwrap_or(Timestamp::MAX)
    }
}

/// Adds a lifetime to a time; one too far away is as far away as can be.
pub fn later(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_add(by).unwrap_or(Timestamp::MAX)
}

/// Takes a duration from a time; one too long ago is as long ago as can be.
pub fn earlier(now: Timestamp, by: Duration) -> Timestamp {
    now.checked_sub(by).unwrap_or(Timestamp::MIN)
}

/// A time as people are told it, in letters and at the command line.
pub fn told_time(at: Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}
