//! What goes on beside the requests: letters go out, jobs are done, audit events are chained, what is over is
//! forgotten.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::domain::App;
use crate::domain::audit::chain;
use crate::domain::jobs::run_due;
use crate::domain::machine::{housekeeping, signing_keys};
use crate::mail::{Delivery, Renderer, Transport};

/// How often the housekeeping looks for what is over.
const SWEEP_EVERY: Duration = Duration::from_mins(10);

/// How long jobs and the chaining rest when nothing wakes them: some may be another process's, which dies.
const LONGEST_REST: Duration = Duration::from_mins(1);

/// How long they rest at least.
const SHORTEST_REST: Duration = Duration::from_millis(200);

/// How long events gather before they are chained, so that a crowd of them is chained at once.
const CHAIN_AFTER: Duration = Duration::from_millis(250);

/// How long the chaining waits after a failure.
const CHAIN_AGAIN_AFTER: Duration = Duration::from_secs(10);

/// The tasks beside the requests.
pub(super) struct Background {
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Background {
    /// Starts the tasks. Without a transport, letters stay where they are.
    pub(super) fn start(app: &App, renderer: Renderer, transport: Option<Transport>) -> Self {
        let (stop, stopped) = watch::channel(false);
        let mut tasks = vec![
            tokio::spawn(sweep_now_and_then(app.clone(), stopped.clone())),
            tokio::spawn(run_jobs_when_due(app.clone(), stopped.clone())),
            tokio::spawn(chain_as_they_come(app.clone(), stopped.clone())),
            tokio::spawn(read_keys_anew(app.clone(), stopped.clone())),
        ];
        if let Some(transport) = transport {
            let clock = app.clock.clone();
            let clock = Arc::new(move || clock.now());
            let delivery =
                Delivery::new(app.store.clone(), Arc::clone(&app.vault), renderer, transport, clock);
            let letters_queued = Arc::clone(&app.wake.letters);
            tasks.push(tokio::spawn(delivery.run(letters_queued, until(stopped))));
        }
        Self { stop, tasks }
    }

    /// Lets what is under way finish, and ends the tasks.
    pub(super) async fn stop(self) {
        let _nobody = self.stop.send(true);
        for task in self.tasks {
            let _panicked = task.await;
        }
    }
}

async fn until(mut stopped: watch::Receiver<bool>) {
    let _sender_gone = stopped.wait_for(|stopped| *stopped).await;
}

/// Chains what an earlier process left, then what is written, until told to stop; then what is left.
async fn chain_as_they_come(app: App, stopped: watch::Receiver<bool>) {
    let mut stop = std::pin::pin!(until(stopped));
    loop {
        let mut pause = CHAIN_AFTER;
        if let Err(error) = chain::chain(&app).await {
            tracing::error!(%error, "Audit events could not be chained; it will be tried again.");
            pause = CHAIN_AGAIN_AFTER;
        }
        let next = async {
            tokio::time::sleep(pause).await;
            let _nothing_was_written = tokio::time::timeout(LONGEST_REST, app.wake.events.notified()).await;
        };
        tokio::select! {
            () = &mut stop => break,
            () = next => {}
        }
    }
    if let Err(error) = chain::chain(&app).await {
        tracing::error!(%error, "Audit events could not be chained; the next start will do it.");
    }
}

/// Reads the signing keys anew when another one may be in force: `gatepost keys rotate` is another process.
async fn read_keys_anew(app: App, stopped: watch::Receiver<bool>) {
    let mut stop = std::pin::pin!(until(stopped));
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = app.wake.keys.notified() => {}
        }
        if let Err(error) = signing_keys::reload(&app).await {
            tracing::warn!(%error, "The signing keys can't be read; the ones before are held on.");
        }
    }
}

async fn sweep_now_and_then(app: App, stopped: watch::Receiver<bool>) {
    let mut stop = std::pin::pin!(until(stopped));
    loop {
        tokio::select! {
            () = &mut stop => return,
            () = tokio::time::sleep(SWEEP_EVERY) => {}
        }
        match housekeeping::sweep(&app).await {
            Ok(swept) => tracing::debug!(?swept, "Forgot what is over."),
            Err(error) => {
                tracing::warn!(%error, "The housekeeping could not be done; it will be tried again.");
            }
        }
    }
}

async fn run_jobs_when_due(app: App, stopped: watch::Receiver<bool>) {
    let mut stop = std::pin::pin!(until(stopped));
    loop {
        let rest = match run_due::run_due(&app).await {
            Ok(Some(next)) => Duration::try_from(next.duration_since(app.clock.now())).unwrap_or_default(),
            Ok(None) => LONGEST_REST,
            Err(error) => {
                tracing::warn!(%error, "The jobs can't be read; they wait.");
                LONGEST_REST
            }
        };
        tokio::select! {
            () = &mut stop => return,
            () = app.wake.jobs.notified() => {}
            () = tokio::time::sleep(rest.clamp(SHORTEST_REST, LONGEST_REST)) => {}
        }
    }
}
