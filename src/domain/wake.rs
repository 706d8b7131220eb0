//! Who is woken by what was committed: the tasks that go on beside the requests.

use std::sync::Arc;

use tokio::sync::Notify;

use crate::store::{Announcement, Topic};

/// One bell for each of those tasks.
#[derive(Clone, Debug, Default)]
pub struct Wake {
    /// Rings when letters were queued.
    pub letters: Arc<Notify>,
    /// Rings when jobs were scheduled.
    pub jobs: Arc<Notify>,
    /// Rings when audit events were written.
    pub events: Arc<Notify>,
    /// Rings when another key signs.
    pub keys: Arc<Notify>,
}

impl Wake {
    /// Rings for what a commit announced.
    pub fn hear(&self, announcement: Announcement) {
        let bells = [
            (Topic::Outbox, &self.letters),
            (Topic::Job, &self.jobs),
            (Topic::Audit, &self.events),
            (Topic::SigningKey, &self.keys),
        ];
        for (topic, bell) in bells {
            match announcement {
                Announcement::Changed(changed, _) if changed != topic => {}
                Announcement::Changed(..) | Announcement::Everything => bell.notify_one(),
            }
        }
    }
}
