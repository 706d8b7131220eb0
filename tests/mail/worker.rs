//! The worker itself: what it survives, how it stops, what it logs.

use std::fs;
use std::io::Write;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use gatepost::mail::transport::{SmtpSettings, SmtpTransport, Tls};
use gatepost::mail::{Clock, Transport};
use jiff::SignedDuration;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, oneshot};

use super::outbox::{JUNE, Outbox, activation, file_transport};

#[tokio::test]
async fn a_panic_costs_one_attempt_and_not_the_worker() {
    let outbox = Outbox::open();
    let id = outbox.queue(&activation(), JUNE).await;
    // The worker asks for the time to claim the letter and when it has it, and the attempt asks next.
    let calls = AtomicU32::new(0);
    let now = outbox.clock();
    let clock: Clock = Arc::new(move || {
        assert_ne!(calls.fetch_add(1, Ordering::Relaxed), 2, "a fault on purpose");
        now()
    });
    let worker = outbox.worker_with_clock(outbox.inbox_transport(), clock);
    assert_eq!(worker.deliver_due().await, 1);
    let state = outbox.state(id).await;
    assert_eq!((state.stage.as_str(), state.attempts), ("queued", 1));
    assert_eq!(state.detail.as_deref(), Some("the attempt broke off by a fault of Gatepost"));
    outbox.advance(SignedDuration::from_secs(70));
    worker.deliver_due().await;
    assert_eq!(outbox.state(id).await.stage, "sent");
}

/// Answers one client as a mail server that takes everything, when told to begin.
async fn take_one_letter(stream: TcpStream, begin: oneshot::Receiver<()>) -> String {
    begin.await.unwrap();
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut content = String::new();
    let mut in_content = false;
    write.write_all(b"220 ready\r\n").await.unwrap();
    while let Some(line) = lines.next_line().await.unwrap() {
        if in_content && line != "." {
            content.push_str(&line);
            content.push('\n');
            continue;
        }
        let answer = if line == "DATA" { "354 go on\r\n" } else { "250 fine\r\n" };
        in_content = line == "DATA";
        write.write_all(answer.as_bytes()).await.unwrap();
        if line == "QUIT" {
            break;
        }
    }
    content
}

/// A mail server in the hands of the test, and the transport that goes there.
async fn smtp_transport() -> (Transport, TcpListener) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let settings = SmtpSettings {
        host: "127.0.0.1".to_owned(),
        port: listener.local_addr().unwrap().port(),
        tls: Tls::None,
        credentials: None,
        from: "no-reply@example.com".parse().unwrap(),
        ca_pem: None,
        timeout: SmtpSettings::TIMEOUT,
    };
    (Transport::Smtp(SmtpTransport::new(settings).unwrap()), listener)
}

#[tokio::test]
async fn a_letter_whose_worker_died_is_sent_by_another_after_twenty_seconds() {
    let outbox = Outbox::open();
    let id = outbox.queue(&activation(), JUNE).await;
    let (transport, listener) = smtp_transport().await;
    let dying = outbox.worker(transport);
    let delivery = tokio::spawn(async move { dying.deliver_due().await });
    let _connection = listener.accept().await.unwrap();
    delivery.abort();

    let worker = outbox.worker(outbox.inbox_transport());
    outbox.advance(SignedDuration::from_secs(19));
    assert_eq!(worker.deliver_due().await, 0, "the first may still be at it");
    outbox.advance(SignedDuration::from_secs(1));
    assert_eq!(worker.deliver_due().await, 1);
    let state = outbox.state(id).await;
    assert_eq!((state.stage.as_str(), state.attempts), ("sent", 2));
}

#[tokio::test]
async fn a_claim_that_took_longer_than_its_lease_is_left_to_whoever_followed() {
    let outbox = Arc::new(Outbox::open());
    let id = outbox.queue(&activation(), JUNE).await;
    // It claims the letter, and gets it only when the lease is over and another worker has sent it.
    let (calls, there) = (AtomicU32::new(0), Arc::clone(&outbox));
    let clock: Clock = Arc::new(move || {
        if calls.fetch_add(1, Ordering::Relaxed) == 1 {
            there.advance(SignedDuration::from_secs(20));
            let quick = there.worker(there.inbox_transport());
            let sent = aside(async move { quick.deliver_due().await });
            assert_eq!(sent, 1);
        }
        there.now()
    });
    let scratch = tempfile::tempdir().unwrap();
    let (transport, directory) = file_transport(&scratch);
    assert_eq!(outbox.worker_with_clock(transport, clock).deliver_due().await, 0);
    assert_eq!(fs::read_dir(directory).unwrap().count(), 0, "it is not sent a second time");
    let state = outbox.state(id).await;
    assert_eq!((state.stage.as_str(), state.attempts), ("sent", 2));
}

#[tokio::test]
async fn a_claim_that_took_long_is_made_to_last_before_its_letter_is_sent() {
    let outbox = Arc::new(Outbox::open());
    let id = outbox.queue(&activation(), JUNE).await;
    let (calls, there) = (AtomicU32::new(0), Arc::clone(&outbox));
    let clock: Clock = Arc::new(move || {
        if calls.fetch_add(1, Ordering::Relaxed) == 1 {
            there.advance(SignedDuration::from_secs(30));
        }
        there.now()
    });
    let (transport, listener) = smtp_transport().await;
    let slow = outbox.worker_with_clock(transport, clock);
    let delivery = tokio::spawn(async move { slow.deliver_due().await });
    let _connection = listener.accept().await.unwrap();
    assert_eq!(outbox.state(id).await.due_in_seconds, Some(20));
    assert_eq!(outbox.worker(outbox.inbox_transport()).deliver_due().await, 0, "the first is at it");
    delivery.abort();
}

/// Runs something to its end on a thread of its own.
fn aside<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let runtime = || tokio::runtime::Runtime::new().unwrap();
    std::thread::spawn(move || runtime().block_on(work)).join().unwrap()
}

#[tokio::test]
async fn a_letter_on_its_way_stays_with_its_worker_however_long_it_takes() {
    let outbox = Outbox::open();
    let id = outbox.queue(&activation(), JUNE).await;
    let (transport, listener) = smtp_transport().await;
    let slow = outbox.worker(transport);
    let delivery = tokio::spawn(async move { slow.deliver_due().await });
    let _connection = listener.accept().await.unwrap();
    outbox.advance(SignedDuration::from_secs(15));
    let prolonged = || async { outbox.state(id).await.due_in_seconds == Some(20) };
    while !prolonged().await {
        tokio::task::yield_now().await;
    }
    outbox.advance(SignedDuration::from_secs(19));
    assert_eq!(outbox.worker(outbox.inbox_transport()).deliver_due().await, 0, "the first is still at it");
    delivery.abort();
}

#[tokio::test]
async fn a_worker_that_is_stopped_finishes_the_letter_on_its_way() {
    let outbox = Outbox::open();
    let (transport, listener) = smtp_transport().await;
    let worker = outbox.worker(transport);
    let wake = Arc::new(Notify::new());
    let (stop, stopped) = oneshot::channel::<()>();
    let run = tokio::spawn(worker.run(Arc::clone(&wake), async {
        let _ = stopped.await;
    }));

    let id = outbox.queue(&activation(), JUNE).await;
    wake.notify_one();
    let (stream, _) = listener.accept().await.unwrap();
    stop.send(()).unwrap();
    let later = outbox.queue(&activation(), JUNE).await;
    let (begin, may_begin) = oneshot::channel();
    let taken = tokio::spawn(take_one_letter(stream, may_begin));
    begin.send(()).unwrap();

    run.await.unwrap();
    assert_eq!(outbox.state(id).await.stage, "sent");
    assert_eq!(outbox.state(later).await.attempts, 0, "nothing new is begun after the stop");
    assert!(taken.await.unwrap().contains(&format!("Message-ID: <{id}@example.com>")));
}

/// Everything that was logged while it was there.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn the_log_tells_neither_address_nor_subject_nor_link() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .finish();
    // With one dispatcher in the process, tracing asks the thread that first comes by an event whether anybody
    // listens, and keeps the answer for all threads: another test's "no" would silence this one. Two are both asked.
    let _second = tracing::Dispatch::new(tracing_subscriber::registry());
    let _guard = tracing::subscriber::set_default(subscriber);

    let outbox = Outbox::open();
    let scratch = tempfile::tempdir().unwrap();
    let (transport, directory) = file_transport(&scratch);
    let worker = outbox.worker(transport);
    let id = outbox.queue(&activation(), JUNE).await;
    outbox.queue(&activation(), "june at example.org").await;
    fs::remove_dir(&directory).unwrap();
    worker.deliver_due().await;
    fs::create_dir(&directory).unwrap();
    outbox.advance(SignedDuration::from_secs(70));
    worker.deliver_due().await;

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for told in
        ["tried again", "failed for good", "was sent", &id.to_string(), "activation", "j***@example.org"]
    {
        assert!(log.contains(told), "{told:?} is not in {log}");
    }
    for secret in ["june", "token", "Acme", "June"] {
        assert!(!log.contains(secret), "{secret:?} is in {log}");
    }
}
