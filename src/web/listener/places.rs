//! The bounded number of places for connections, and who has to leave one.
//!
//! A connection's task notes on its place when the service answered; nobody sets a timer per read. The accept loop
//! looks over all places now and then and ends the tasks that are due.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;
use tokio::task::AbortHandle;

/// How long nothing may have moved after an answer until it counts as complete.
///
/// The listener does not parse HTTP, so it cannot see where an answer ends.
const SETTLED: Duration = Duration::from_millis(250);

/// All places of one listener.
pub(super) struct Places {
    opened_at: Instant,
    /// What connections note about themselves. Side by side, so that looking over thousands stays cheap.
    notes: Box<[Notes]>,
    occupancy: Mutex<Occupancy>,
    /// Signaled whenever a place becomes vacant. Only the accept loop waits for it.
    vacated: Notify,
    draining: AtomicBool,
}

/// These are read and written without order: a sweep that sees a note a moment late decides a moment late.
struct Notes {
    /// Microseconds from `opened_at` to the last bytes of an answer the client took, or to the connection's start.
    last_answer: AtomicU64,
    /// The client sent something after the last bytes of an answer.
    awaiting: AtomicBool,
    /// The client has ended its sending side, and Rocket was not told.
    hung_up: AtomicBool,
}

struct Occupancy {
    vacant: Vec<usize>,
    occupants: Box<[Occupant]>,
}

enum Occupant {
    Nobody,
    /// The place is taken, but its task not known yet.
    Arriving,
    Connection(AbortHandle),
    /// The task was told to end and has not done so yet.
    Leaving,
}

impl Places {
    /// As many places as said, but at least one.
    pub(super) fn new(count: usize) -> Arc<Self> {
        let count = count.max(1);
        let notes = || Notes {
            last_answer: AtomicU64::new(0),
            awaiting: AtomicBool::new(false),
            hung_up: AtomicBool::new(false),
        };
        Arc::new(Self {
            opened_at: Instant::now(),
            notes: std::iter::repeat_with(notes).take(count).collect(),
            occupancy: Mutex::new(Occupancy {
                vacant: (0..count).rev().collect(),
                occupants: std::iter::repeat_with(|| Occupant::Nobody).take(count).collect(),
            }),
            vacated: Notify::new(),
            draining: AtomicBool::new(false),
        })
    }

    /// Gives a place to a newcomer, at the cost of the connection longest without an answer if there is none left.
    pub(super) async fn admit(self: &Arc<Self>) -> Place {
        if let Some(place) = self.take_vacant() {
            return place;
        }
        self.close_longest_unanswered();
        loop {
            self.vacated().await;
            if let Some(place) = self.take_vacant() {
                return place;
            }
        }
    }

    /// Takes a vacant place, if there is one.
    fn take_vacant(self: &Arc<Self>) -> Option<Place> {
        let mut occupancy = self.occupancy();
        let index = occupancy.vacant.pop()?;
        occupancy.occupants[index] = Occupant::Arriving;
        let notes = &self.notes[index];
        notes.last_answer.store(self.now(), Relaxed);
        notes.awaiting.store(false, Relaxed);
        notes.hung_up.store(false, Relaxed);
        Some(Place { places: Arc::clone(self), index })
    }

    /// Makes known which task holds a place, so that it can be told to leave. Without effect if it has left already.
    pub(super) fn attach(&self, index: usize, task: AbortHandle) {
        let occupant = &mut self.occupancy().occupants[index];
        if matches!(occupant, Occupant::Arriving) {
            *occupant = Occupant::Connection(task);
        }
    }

    /// Closes the connection that has gone longest without an answer. Its place becomes vacant soon after.
    ///
    /// `false` means that there was none to close.
    pub(super) fn close_longest_unanswered(&self) -> bool {
        let mut occupancy = self.occupancy();
        let longest = (0..self.notes.len())
            .filter(|&index| matches!(occupancy.occupants[index], Occupant::Connection(_)))
            .min_by_key(|&index| self.notes[index].last_answer.load(Relaxed));
        let task = longest.and_then(|index| occupancy.dismiss(index));
        drop(occupancy);
        let Some(task) = task else {
            return false;
        };
        task.abort();
        tracing::debug!("closed the connection longest without an answer to make room");
        true
    }

    /// Waits until a place becomes vacant, or takes note that one did since the last call.
    pub(super) async fn vacated(&self) {
        self.vacated.notified().await;
    }

    /// Closes the connections that got no answer for `answer_timeout`, and those that are done:
    /// while draining every one with no request in flight, otherwise those whose client has hung up.
    pub(super) fn close_due(&self, answer_timeout: Duration) {
        let now = self.now();
        let draining = self.is_draining();
        let closed = self.close_where(|notes| {
            let quiet = Duration::from_micros(now.saturating_sub(notes.last_answer.load(Relaxed)));
            let done = (draining || notes.hung_up.load(Relaxed)) && !notes.awaiting.load(Relaxed);
            quiet >= answer_timeout || (done && quiet >= SETTLED)
        });
        if closed > 0 {
            tracing::debug!(closed, "closed connections without an answer to wait for");
        }
    }

    /// Closes every connection.
    pub(super) fn close_all(&self) {
        self.close_where(|_| true);
    }

    /// From here on no further request is read from a connection that has its answer.
    pub(super) fn start_draining(&self) {
        self.draining.store(true, Relaxed);
    }

    /// Waits until all places are vacant.
    pub(super) async fn emptied(&self) {
        while self.occupancy().vacant.len() < self.notes.len() {
            self.vacated().await;
        }
    }

    /// Closes the connections whose notes are as described, and says how many.
    fn close_where(&self, is_due: impl Fn(&Notes) -> bool) -> usize {
        let mut occupancy = self.occupancy();
        let due: Vec<AbortHandle> = (0..self.notes.len())
            .filter(|&index| is_due(&self.notes[index]))
            .filter_map(|index| occupancy.dismiss(index))
            .collect();
        // Ending a task may run its destructor, which takes this lock.
        drop(occupancy);
        due.iter().for_each(AbortHandle::abort);
        due.len()
    }

    fn is_draining(&self) -> bool {
        self.draining.load(Relaxed)
    }

    /// Microseconds since the listener was opened.
    fn now(&self) -> u64 {
        u64::try_from(self.opened_at.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// Every change under this lock is complete in itself, so a poisoned one still guards a sound state.
    fn occupancy(&self) -> MutexGuard<'_, Occupancy> {
        self.occupancy.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Occupancy {
    /// Marks a connection as leaving and gives the task to end; `None` if there is no connection to close.
    fn dismiss(&mut self, index: usize) -> Option<AbortHandle> {
        let occupant = &mut self.occupants[index];
        let Occupant::Connection(task) = occupant else {
            return None;
        };
        let task = task.clone();
        *occupant = Occupant::Leaving;
        Some(task)
    }
}

/// One connection's place, vacant again on drop. It must be dropped after the connection's sockets.
pub(super) struct Place {
    places: Arc<Places>,
    index: usize,
}

impl Place {
    pub(super) fn index(&self) -> usize {
        self.index
    }

    /// The client has sent something that wants an answer.
    pub(super) fn note_request(&self) {
        self.notes().awaiting.store(true, Relaxed);
    }

    /// The client has taken bytes of an answer.
    pub(super) fn note_answer(&self) {
        let notes = self.notes();
        notes.last_answer.store(self.places.now(), Relaxed);
        notes.awaiting.store(false, Relaxed);
    }

    /// The client sends nothing more: the connection is done when its answer is complete.
    pub(super) fn note_hang_up(&self) {
        self.notes().hung_up.store(true, Relaxed);
    }

    /// Whether the client sent something after the last bytes of an answer.
    pub(super) fn is_awaiting_answer(&self) -> bool {
        self.notes().awaiting.load(Relaxed)
    }

    /// Whether a further request may be read from the client.
    pub(super) fn takes_requests(&self) -> bool {
        !self.places.is_draining() || self.is_awaiting_answer()
    }

    fn notes(&self) -> &Notes {
        &self.places.notes[self.index]
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut occupancy = self.places.occupancy();
        occupancy.occupants[self.index] = Occupant::Nobody;
        occupancy.vacant.push(self.index);
        drop(occupancy);
        self.places.vacated.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::task::JoinHandle;
    use tokio::time::timeout;

    async fn soon<T>(future: impl Future<Output = T>) -> T {
        timeout(Duration::from_secs(30), future).await.expect("it happens soon")
    }

    /// A connection that holds its place until it is closed.
    async fn connect(places: &Arc<Places>) -> (usize, JoinHandle<()>) {
        let place = soon(places.admit()).await;
        let index = place.index();
        let task = tokio::spawn(async move {
            let _place = place;
            std::future::pending::<()>().await;
        });
        places.attach(index, task.abort_handle());
        (index, task)
    }

    fn set_last_answer(places: &Places, index: usize, micros: u64) {
        places.notes[index].last_answer.store(micros, Relaxed);
    }

    #[tokio::test]
    async fn a_newcomer_takes_the_place_of_the_longest_unanswered() {
        let places = Places::new(3);
        let (first, first_task) = connect(&places).await;
        let (second, second_task) = connect(&places).await;
        let (third, third_task) = connect(&places).await;
        set_last_answer(&places, first, 30);
        set_last_answer(&places, second, 10);
        set_last_answer(&places, third, 20);

        let newcomer = soon(places.admit()).await;

        assert_eq!(newcomer.index(), second);
        assert!(soon(second_task).await.unwrap_err().is_cancelled());
        assert!(!first_task.is_finished() && !third_task.is_finished());
    }

    #[tokio::test]
    async fn each_newcomer_costs_one_connection() {
        let places = Places::new(2);
        let (_, first) = connect(&places).await;
        let (_, second) = connect(&places).await;
        connect(&places).await;
        assert!(soon(first).await.unwrap_err().is_cancelled());
        assert!(!second.is_finished());
        connect(&places).await;
        assert!(soon(second).await.unwrap_err().is_cancelled());
    }

    #[tokio::test]
    async fn only_overdue_connections_are_closed() {
        let places = Places::new(2);
        let (overdue, overdue_task) = connect(&places).await;
        let (lively, lively_task) = connect(&places).await;
        set_last_answer(&places, overdue, 0);
        set_last_answer(&places, lively, u64::MAX);
        places.close_due(Duration::from_micros(1));
        assert!(soon(overdue_task).await.unwrap_err().is_cancelled());
        assert!(!lively_task.is_finished());
    }

    #[tokio::test]
    async fn a_closed_place_is_vacant_again() {
        let places = Places::new(2);
        connect(&places).await;
        connect(&places).await;
        places.close_all();
        timeout(Duration::from_secs(30), places.emptied()).await.expect("all places become vacant");
        assert!(places.take_vacant().is_some());
    }

    #[tokio::test]
    async fn a_task_that_ended_before_it_was_attached_leaves_its_place_vacant() {
        let places = Places::new(1);
        let place = soon(places.admit()).await;
        let index = place.index();
        let task = tokio::spawn(async move { drop(place) });
        let handle = task.abort_handle();
        soon(task).await.unwrap();
        places.attach(index, handle);
        assert!(matches!(places.occupancy().occupants[index], Occupant::Nobody));
    }
}
