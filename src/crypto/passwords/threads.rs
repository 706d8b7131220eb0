//! The threads that compute password hashes, and the bounded queue in front of them.
//!
//! Hashing has threads of its own rather than tokio's blocking pool: that pool has hundreds of threads, so that a burst
//! of sign-ins takes fresh memory hundreds of times over, and everything slows down together, database reads included.
//! Here there are as many hashes at a time as there are threads, each in memory that its thread keeps; the rest waits in
//! order, and what cannot be served soon is refused at once, which costs next to nothing.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use zeroize::Zeroizing;

use super::argon::{HashingMemory, Recipe};
use super::error::{HasherError, HasherStartError};

/// A hash, or Argon2's refusal.
pub type Computed = Result<Zeroizing<Vec<u8>>, argon2::Error>;
/// What a thread does with its memory for one job.
pub type Work = Box<dyn FnOnce(&mut HashingMemory) -> Computed + Send>;

/// What a job's caller gets.
pub type Answer = Result<Zeroizing<Vec<u8>>, HasherError>;

/// How many threads there are, and what waits in front of them.
#[derive(Clone, Copy, Debug)]
pub struct ThreadsSettings {
    /// How many hashes are computed at a time; one for each core is what gives the most.
    pub count: NonZeroUsize,
    /// How many jobs may wait besides those that are being computed.
    pub queue_length: usize,
    /// How long a job may wait before its turn.
    pub queue_wait: Duration,
    /// After how long without work a thread gives its memory back.
    pub rest: Duration,
}

/// Runs jobs on its threads, which end when it is dropped.
pub struct HashingThreads {
    shared: Arc<Shared>,
    handles: Mutex<Vec<JoinHandle<()>>>,
}

struct Shared {
    settings: ThreadsSettings,
    recipe: Recipe,
    state: Mutex<State>,
    /// Signals that a job has come, or that the threads must stop.
    changed: Condvar,
    buffers: AtomicUsize,
}

struct State {
    jobs: VecDeque<Job>,
    busy: usize,
    stopping: bool,
}

/// A job that is dropped unanswered tells its caller that the hasher is busy.
struct Job {
    work: Work,
    deadline: Instant,
    reply: oneshot::Sender<Answer>,
}

impl Job {
    /// Whether anybody still waits for the answer.
    fn is_wanted(&self, now: Instant) -> bool {
        !self.reply.is_closed() && now < self.deadline
    }
}

/// What a thread does next.
enum Next {
    Run(Job),
    GiveMemoryBack,
    Stop,
}

impl HashingThreads {
    /// Starts the threads. Each will hold the memory that `recipe` needs from its first job on.
    ///
    /// # Errors
    /// [`HasherStartError::Threads`] when the operating system refuses one; those already started end.
    pub fn start(settings: ThreadsSettings, recipe: Recipe) -> Result<Self, HasherStartError> {
        let threads = Self {
            shared: Arc::new(Shared {
                settings,
                recipe,
                state: Mutex::new(State { jobs: VecDeque::new(), busy: 0, stopping: false }),
                changed: Condvar::new(),
                buffers: AtomicUsize::new(0),
            }),
            handles: Mutex::default(),
        };
        for number in 1..=settings.count.get() {
            let shared = Arc::clone(&threads.shared);
            let handle = thread::Builder::new()
                .name(format!("gatepost-hash-{number}"))
                .spawn(move || shared.work())
                .map_err(HasherStartError::Threads)?;
            threads.handles().push(handle);
        }
        Ok(threads)
    }

    /// Runs `work` when its turn comes. The job is in the queue when this returns; dropping the future withdraws it.
    ///
    /// A job whose turn comes too late is refused at that moment, not earlier: at most one hash later than its time.
    ///
    /// # Errors
    /// [`HasherError::Busy`], at once when the queue is full; [`HasherError::Failed`] when the work fails or panics.
    pub fn submit(&self, work: Work) -> impl Future<Output = Answer> + Send + use<> {
        let answer = self.shared.enqueue(work);
        async move { answer?.await.unwrap_or(Err(HasherError::Busy)) }
    }

    /// How many threads hold their memory at this moment.
    #[must_use]
    pub fn buffers_held(&self) -> usize {
        self.shared.buffers.load(Ordering::Acquire)
    }

    /// Lets the threads finish the hash they are at, refuses those that wait, and returns when the threads have ended.
    pub fn stop(&self) {
        {
            let mut state = self.shared.state();
            state.stopping = true;
            state.jobs.clear();
        }
        self.shared.changed.notify_all();
        for handle in self.handles().drain(..) {
            // A thread that panicked has ended as well.
            let _ = handle.join();
        }
    }

    fn handles(&self) -> MutexGuard<'_, Vec<JoinHandle<()>>> {
        self.handles.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for HashingThreads {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enqueue(&self, work: Work) -> Result<oneshot::Receiver<Answer>, HasherError> {
        let (reply, answer) = oneshot::channel();
        let now = Instant::now();
        let mut state = self.state();
        if self.is_full(&state) {
            // Places of callers that have gone away are free.
            state.jobs.retain(|job| job.is_wanted(now));
        }
        if state.stopping || self.is_full(&state) {
            return Err(HasherError::Busy);
        }
        state.jobs.push_back(Job { work, deadline: now + self.settings.queue_wait, reply });
        drop(state);
        self.changed.notify_one();
        Ok(answer)
    }

    fn is_full(&self, state: &State) -> bool {
        state.busy + state.jobs.len() >= self.settings.count.get() + self.settings.queue_length
    }

    /// The life of one thread.
    fn work(&self) {
        lower_priority();
        let mut memory = None;
        loop {
            match self.next(memory.is_some()) {
                Next::Run(job) => {
                    let answer = self.run(job.work, &mut memory);
                    // Before the answer, so that whoever asks again upon it finds the place free.
                    self.state().busy -= 1;
                    // A caller that went away meanwhile needs no answer.
                    let _ = job.reply.send(answer);
                }
                Next::GiveMemoryBack => memory = None,
                Next::Stop => return,
            }
        }
    }

    /// Waits for a job that is still wanted and counts this thread as busy with it.
    fn next(&self, holds_memory: bool) -> Next {
        let resting_since = Instant::now();
        let mut state = self.state();
        loop {
            if state.stopping {
                return Next::Stop;
            }
            while let Some(job) = state.jobs.pop_front() {
                if job.is_wanted(Instant::now()) {
                    state.busy += 1;
                    return Next::Run(job);
                }
            }
            if !holds_memory {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let Some(left) =
                self.settings.rest.checked_sub(resting_since.elapsed()).filter(|left| !left.is_zero())
            else {
                return Next::GiveMemoryBack;
            };
            (state, _) = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner);
        }
    }

    fn run<'a>(&'a self, work: Work, memory: &mut Option<Held<'a>>) -> Answer {
        // A panic must end the job and not the thread. The memory may then be in any state, so the next job gets new.
        let held = memory.take().unwrap_or_else(|| Held::new(self));
        let computed = catch_unwind(AssertUnwindSafe(move || {
            let mut held = held;
            let computed = work(&mut held.memory);
            (held, computed)
        }));
        let Ok((held, computed)) = computed else {
            return Err(HasherError::Failed);
        };
        *memory = Some(held);
        computed.map_err(|_| HasherError::Failed)
    }
}

/// A thread's memory, counted as long as it lives.
struct Held<'a> {
    memory: HashingMemory,
    buffers: &'a AtomicUsize,
}

impl<'a> Held<'a> {
    fn new(shared: &'a Shared) -> Self {
        shared.buffers.fetch_add(1, Ordering::AcqRel);
        Self { memory: HashingMemory::new(&shared.recipe), buffers: &shared.buffers }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.buffers.fetch_sub(1, Ordering::AcqRel);
    }
}

/// Makes this thread yield to the others of the process (nice +10).
///
/// Hashes keep every core busy for as long as sign-ins queue up. At the same priority all other requests, which need
/// microseconds, would wait for whole time slices behind them. Where the call fails or has no effect on a single thread,
/// all is as it would have been without it.
fn lower_priority() {
    // Only on Linux does "the calling process" mean this thread.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::setpriority_process(None, 10);
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::AtomicBool;
    use std::sync::mpsc;

    use super::super::parameters::Argon2Parameters;
    use super::*;

    const LONG: Duration = Duration::from_hours(1);

    fn start(queue_length: usize, queue_wait: Duration, rest: Duration) -> HashingThreads {
        let settings = ThreadsSettings { count: NonZeroUsize::MIN, queue_length, queue_wait, rest };
        let recipe = Recipe::new(Argon2Parameters { memory_kib: 8, iterations: 1, lanes: 1 }).unwrap();
        HashingThreads::start(settings, recipe).unwrap()
    }

    fn answer_with(byte: u8) -> Work {
        Box::new(move |_| Ok(Zeroizing::new(vec![byte])))
    }

    /// Work that reports that it has begun, and ends when the sender that comes with it is used or dropped.
    fn gate() -> (Work, mpsc::Receiver<()>, mpsc::Sender<()>) {
        let (begun, has_begun) = mpsc::channel();
        let (open, opened) = mpsc::channel();
        let work: Work = Box::new(move |_| {
            begun.send(()).unwrap();
            let _ = opened.recv();
            Ok(Zeroizing::new(Vec::new()))
        });
        (work, has_begun, open)
    }

    /// Waits until `condition` holds, at most 10 seconds.
    fn until(condition: impl Fn() -> bool) {
        let start = Instant::now();
        while !condition() {
            assert!(start.elapsed() < Duration::from_secs(10), "the condition did not come to hold");
            thread::yield_now();
        }
    }

    #[tokio::test]
    async fn a_full_queue_refuses_at_once() {
        let threads = start(1, LONG, LONG);
        let (work, has_begun, open) = gate();
        let running = threads.submit(work);
        has_begun.recv().unwrap();
        let waiting = threads.submit(answer_with(1));
        assert_eq!(threads.submit(answer_with(2)).await, Err(HasherError::Busy));
        open.send(()).unwrap();
        assert!(running.await.is_ok());
        assert_eq!(*waiting.await.unwrap(), [1]);
        assert_eq!(*threads.submit(answer_with(3)).await.unwrap(), [3]);
    }

    #[tokio::test]
    async fn without_a_queue_an_idle_thread_still_takes_a_job() {
        let threads = start(0, LONG, LONG);
        assert_eq!(*threads.submit(answer_with(1)).await.unwrap(), [1]);
        assert_eq!(*threads.submit(answer_with(2)).await.unwrap(), [2]);
    }

    #[tokio::test]
    async fn a_job_that_has_waited_too_long_is_refused_without_being_run() {
        let queue_wait = Duration::from_millis(5);
        let threads = start(1, queue_wait, LONG);
        let (work, has_begun, open) = gate();
        let running = threads.submit(work);
        has_begun.recv().unwrap();
        let ran = Arc::new(AtomicBool::new(false));
        let waiting = threads.submit(flagging(&ran));
        let submitted = Instant::now();
        until(|| submitted.elapsed() > queue_wait);
        open.send(()).unwrap();
        assert!(running.await.is_ok());
        assert_eq!(waiting.await, Err(HasherError::Busy));
        assert!(!ran.load(Ordering::Acquire));
    }

    fn flagging(ran: &Arc<AtomicBool>) -> Work {
        let ran = Arc::clone(ran);
        Box::new(move |_| {
            ran.store(true, Ordering::Release);
            Ok(Zeroizing::new(Vec::new()))
        })
    }

    #[tokio::test]
    async fn a_job_whose_caller_has_gone_is_skipped_and_its_place_is_free() {
        let threads = start(1, LONG, LONG);
        let (work, has_begun, open) = gate();
        let running = threads.submit(work);
        has_begun.recv().unwrap();
        let ran = Arc::new(AtomicBool::new(false));
        drop(threads.submit(flagging(&ran)));
        let next = threads.submit(answer_with(1));
        open.send(()).unwrap();
        assert!(running.await.is_ok());
        assert_eq!(*next.await.unwrap(), [1]);
        assert!(!ran.load(Ordering::Acquire));
    }

    #[tokio::test]
    async fn a_panicking_job_fails_alone() {
        let threads = start(1, LONG, LONG);
        let panicking = threads.submit(Box::new(|_| panic!("expected by this test")));
        assert_eq!(panicking.await, Err(HasherError::Failed));
        assert_eq!(*threads.submit(answer_with(1)).await.unwrap(), [1]);
        assert_eq!(threads.buffers_held(), 1);
    }

    #[tokio::test]
    async fn memory_is_taken_with_the_first_job_kept_while_busy_and_given_back_after_a_rest() {
        let threads = start(1, LONG, LONG);
        assert_eq!(threads.buffers_held(), 0);
        assert!(threads.submit(answer_with(1)).await.is_ok());
        assert_eq!(threads.buffers_held(), 1);

        let threads = start(1, LONG, Duration::from_millis(1));
        for _ in 0..3 {
            assert!(threads.submit(answer_with(1)).await.is_ok());
            until(|| threads.buffers_held() == 0);
        }
    }

    #[tokio::test]
    async fn stopping_finishes_the_running_job_and_refuses_the_waiting_ones() {
        let threads = start(8, LONG, LONG);
        let (work, has_begun, open) = gate();
        let running = threads.submit(work);
        has_begun.recv().unwrap();
        let waiting = threads.submit(answer_with(1));
        thread::scope(|scope| {
            let stopped = scope.spawn(|| threads.stop());
            until(|| threads.shared.state().stopping);
            open.send(()).unwrap();
            stopped.join().unwrap();
        });
        assert!(running.await.is_ok());
        assert_eq!(waiting.await, Err(HasherError::Busy));
        assert_eq!(threads.submit(answer_with(2)).await, Err(HasherError::Busy));
        assert_eq!(threads.buffers_held(), 0);
    }

    #[test]
    fn the_threads_end_with_what_started_them() {
        let threads = start(1, LONG, LONG);
        let shared = Arc::clone(&threads.shared);
        drop(threads);
        assert_eq!(Arc::strong_count(&shared), 1);
    }
}
