//! What wakes the work that goes on beside the requests: each thing that is written rings its own bell.

use std::time::Duration;

use gatepost::store::{StoreError, Topic, Write};
use tokio::sync::Notify;
use tokio::time::timeout;
use uuid::Uuid;

use crate::support::TestApp;

/// Whether a bell has rung since it was asked last.
async fn has_rung(bell: &Notify) -> bool {
    timeout(Duration::ZERO, bell.notified()).await.is_ok()
}

/// Broken: no bell was rung; then, every one; then, every other one.
#[rocket::async_test]
async fn what_is_written_rings_its_own_bell_and_no_other() {
    let app = TestApp::start().await;
    let wake = &app.app.wake;
    let bells = [
        (Topic::Outbox, &wake.letters),
        (Topic::Job, &wake.jobs),
        (Topic::Audit, &wake.events),
        (Topic::SigningKey, &wake.keys),
    ];
    for (_, bell) in bells {
        let _at_the_start = has_rung(bell).await;
    }
    for (written, _) in bells {
        let announce = move |tx: &mut dyn Write| -> Result<(), StoreError> {
            tx.announce(written, Uuid::nil());
            Ok(())
        };
        app.app.store.write(announce).await.expect("the database answers");
        for (topic, bell) in bells {
            assert_eq!(has_rung(bell).await, topic == written, "{topic:?} after {written:?}");
        }
    }
}
