//! Answers that take as long whatever there was to do, so that the time does not tell whether somebody has an address.
//!
//! For calls without a hash in them, which would hide the rest. Where the database takes longer than that, what it is busy
//! with hides it.

use std::future::Future;
use std::time::Duration;

/// How long an answer takes at least: many times what a durable write does, and less than a person notices.
const AT_LEAST: Duration = Duration::from_millis(50);

/// Does the work, and answers when the time is over that all of it takes.
pub(in crate::domain) async fn in_even_time<T>(work: impl Future<Output = T>) -> T {
    tokio::join!(work, tokio::time::sleep(AT_LEAST)).0
}
