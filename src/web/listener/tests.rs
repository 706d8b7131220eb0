//! The listener before a small upstream, over real sockets.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{interval, timeout};

use super::{Listener, ListenerSettings, Peers};

const LONG: Duration = Duration::from_mins(1);
/// More than the kernel buffers on the way take.
const LARGE: usize = 64 * 1024 * 1024;
const SHORT: Duration = Duration::from_millis(200);

/// Far more than anything here takes: reaching it is a failure.
async fn soon<T>(future: impl Future<Output = T>) -> T {
    timeout(Duration::from_secs(30), future).await.expect("it happens soon")
}

fn settings() -> ListenerSettings {
    ListenerSettings { max_connections: 100, head_timeout: LONG, answer_timeout: LONG, max_head_bytes: 1024 }
}

/// A running listener and what stands behind it.
struct Door {
    address: SocketAddr,
    peers: Arc<Peers>,
    stop: oneshot::Sender<()>,
    running: JoinHandle<()>,
    /// One permit lets one request to `/slow` be answered.
    gate: Arc<Semaphore>,
    /// The paths whose requests reached the upstream.
    seen: mpsc::UnboundedReceiver<String>,
}

impl Door {
    async fn open(settings: ListenerSettings) -> Self {
        Self::open_with_grace(settings, LONG).await
    }

    async fn open_with_grace(settings: ListenerSettings, grace: Duration) -> Self {
        let gate = Arc::new(Semaphore::new(0));
        let (report, seen) = mpsc::unbounded_channel();
        let inner = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let upstream = inner.local_addr().unwrap();
        tokio::spawn({
            let gate = Arc::clone(&gate);
            async move {
                while let Ok((stream, remote)) = inner.accept().await {
                    tokio::spawn(answer_requests(stream, remote, Arc::clone(&gate), report.clone()));
                }
            }
        });
        let listener = Listener::bind("127.0.0.1:0".parse().unwrap(), settings).await.unwrap();
        let (address, peers) = (listener.local_addr(), listener.peers());
        let (stop, stopped) = oneshot::channel();
        let running = tokio::spawn(async move {
            let stop = async { drop(stopped.await) };
            listener.run(upstream, stop, grace).await;
        });
        Self { address, peers, stop, running, gate, seen }
    }

    async fn connect(&self) -> TcpStream {
        soon(TcpStream::connect(self.address)).await.unwrap()
    }

    /// Stops the listener and waits for its end.
    async fn close(self) {
        self.stop.send(()).unwrap();
        soon(self.running).await.unwrap();
        assert!(self.peers.is_empty(), "nobody is entered after the end");
    }
}

/// A keep-alive HTTP server in miniature; like Rocket's it drops a request whose client's sending side ends.
async fn answer_requests(
    mut stream: TcpStream,
    remote: SocketAddr,
    gate: Arc<Semaphore>,
    seen: mpsc::UnboundedSender<String>,
) {
    let mut unread = Vec::new();
    while let Some(head) = read_head(&mut stream, &mut unread).await {
        let path = head.split(' ').nth(1).unwrap().to_owned();
        seen.send(path.clone()).ok();
        let body = match path.as_str() {
            "/peer" => remote.to_string(),
            "/slow" => tokio::select! {
                permit = gate.acquire() => {
                    permit.unwrap().forget();
                    path
                }
                _ = stream.read_u8() => return,
            },
            "/endless" => {
                while stream.write_all(&[b'x'; 4096]).await.is_ok() {}
                seen.send("gave up".to_owned()).ok();
                return;
            }
            "/large" => "x".repeat(LARGE),
            "/silent" => std::future::pending().await,
            _ => path,
        };
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        let mut rest = answer.as_bytes();
        while !rest.is_empty() {
            let written = if let Ok(written) = timeout(SHORT, stream.write(rest)).await {
                written
            } else {
                seen.send("stuck".to_owned()).ok();
                stream.write(rest).await
            };
            match written {
                Ok(written) => rest = &rest[written..],
                Err(_) => return,
            }
        }
    }
}

/// The next head on a stream, `None` at its end; what was read beyond it stays in `unread`.
async fn read_head(stream: &mut TcpStream, unread: &mut Vec<u8>) -> Option<String> {
    loop {
        if let Some(end) = unread.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = unread.drain(..end + 4).collect();
            return Some(String::from_utf8(head).unwrap());
        }
        if stream.read_buf(unread).await.ok()? == 0 {
            return None;
        }
    }
}

fn request(path: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nhost: a\r\n\r\n")
}

async fn send(stream: &mut TcpStream, text: &str) {
    soon(stream.write_all(text.as_bytes())).await.unwrap();
}

/// Reads one answer of the upstream and gives its body.
async fn read_answer(stream: &mut TcpStream, unread: &mut Vec<u8>) -> String {
    let head = soon(read_head(stream, unread)).await.expect("an answer comes");
    let length: usize = head.split("content-length: ").nth(1).unwrap().trim().parse().unwrap();
    while unread.len() < length {
        assert!(soon(stream.read_buf(unread)).await.unwrap() > 0, "the answer is whole");
    }
    String::from_utf8(unread.drain(..length).collect()).unwrap()
}

async fn ask(stream: &mut TcpStream, path: &str) -> String {
    send(stream, &request(path)).await;
    read_answer(stream, &mut Vec::new()).await
}

/// Reads until the connection is closed, whichever way, and gives what came.
async fn read_to_close(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    while let Ok(1..) = soon(stream.read_buf(&mut bytes)).await {}
    String::from_utf8(bytes).unwrap()
}

#[tokio::test]
async fn a_request_is_passed_on_and_answered() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    assert_eq!(ask(&mut client, "/hello").await, "/hello");
    door.close().await;
}

#[tokio::test]
async fn the_client_s_real_address_is_found_by_the_one_the_upstream_sees() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    let seen: SocketAddr = ask(&mut client, "/peer").await.parse().unwrap();
    assert_eq!(door.peers.peer_of(seen), Some(client.local_addr().unwrap()));
    assert_eq!(door.peers.peer_of(client.local_addr().unwrap()), None);
    door.close().await;
}

#[tokio::test]
async fn keep_alive_and_pipelined_requests_are_all_answered() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    for path in ["/a", "/b", "/c"] {
        assert_eq!(ask(&mut client, path).await, path);
    }
    send(&mut client, &format!("{}{}{}", request("/d"), request("/e"), request("/f"))).await;
    let mut unread = Vec::new();
    for path in ["/d", "/e", "/f"] {
        assert_eq!(read_answer(&mut client, &mut unread).await, path);
    }
    door.close().await;
}

#[tokio::test]
async fn an_answer_larger_than_every_buffer_arrives_whole() {
    let mut door = Door::open(settings()).await;
    let mut client = door.connect().await;
    send(&mut client, &request("/large")).await;
    // Nothing is read before the upstream has written all it can: every buffer in between has been full.
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "/large");
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "stuck");
    assert_eq!(read_answer(&mut client, &mut Vec::new()).await.len(), LARGE);
    door.close().await;
}

#[tokio::test]
async fn a_head_split_over_many_writes_is_passed_on() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    client.set_nodelay(true).unwrap();
    for byte in request("/pieces").chars() {
        send(&mut client, &byte.to_string()).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(read_answer(&mut client, &mut Vec::new()).await, "/pieces");
    door.close().await;
}

#[tokio::test]
async fn a_head_that_is_too_large_is_refused_and_never_passed_on() {
    let mut door = Door::open(settings()).await;
    let mut client = door.connect().await;
    send(&mut client, &format!("GET / HTTP/1.1\r\ncookie: {}\r\n\r\n", "x".repeat(4096))).await;
    let answer = read_to_close(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
    assert!(answer.contains(r#""code":"header_too_large""#), "{answer}");
    assert!(door.seen.try_recv().is_err());
    door.close().await;
}

#[tokio::test]
async fn a_head_of_exactly_the_largest_size_is_passed_on() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    let frame = "GET /full HTTP/1.1\r\ncookie: \r\n\r\n".len();
    send(&mut client, &format!("GET /full HTTP/1.1\r\ncookie: {}\r\n\r\n", "x".repeat(1024 - frame))).await;
    assert_eq!(read_answer(&mut client, &mut Vec::new()).await, "/full");
    door.close().await;
}

#[tokio::test]
async fn a_head_that_is_not_complete_in_time_is_refused() {
    let mut door = Door::open(ListenerSettings { head_timeout: SHORT, ..settings() }).await;
    let mut client = door.connect().await;
    send(&mut client, "GET / HTTP/1.1\r\nhost:").await;
    let answer = read_to_close(&mut client).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert!(answer.contains(r#""code":"request_timeout""#), "{answer}");
    assert!(door.seen.try_recv().is_err());
    door.close().await;
}

#[tokio::test]
async fn a_connection_that_sends_nothing_is_closed_without_a_word() {
    let door = Door::open(ListenerSettings { head_timeout: SHORT, ..settings() }).await;
    let mut client = door.connect().await;
    assert_eq!(read_to_close(&mut client).await, "");
    door.close().await;
}

#[tokio::test]
async fn an_idle_keep_alive_connection_is_closed_after_the_answer_timeout() {
    let door = Door::open(ListenerSettings { answer_timeout: SHORT, ..settings() }).await;
    let mut client = door.connect().await;
    assert_eq!(ask(&mut client, "/once").await, "/once");
    let answered = Instant::now();
    assert_eq!(read_to_close(&mut client).await, "");
    assert!(answered.elapsed() >= SHORT / 2, "closed long before it was due");
    door.close().await;
}

#[tokio::test]
async fn a_dribbled_body_does_not_keep_a_connection_open() {
    let door = Door::open(ListenerSettings { answer_timeout: SHORT, ..settings() }).await;
    let mut client = door.connect().await;
    send(&mut client, "POST /silent HTTP/1.1\r\ncontent-length: 1000000\r\n\r\n").await;
    let mut pace = interval(Duration::from_millis(10));
    let dribble = async {
        while client.write_all(b"x").await.is_ok() {
            pace.tick().await;
        }
    };
    soon(dribble).await;
    door.close().await;
}

#[tokio::test]
async fn a_connection_that_gets_answers_outlives_the_answer_timeout() {
    let door =
        Door::open(ListenerSettings { answer_timeout: Duration::from_millis(500), ..settings() }).await;
    let mut client = door.connect().await;
    let mut pace = interval(Duration::from_millis(50));
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_millis(1500) {
        pace.tick().await;
        assert_eq!(ask(&mut client, "/again").await, "/again");
    }
    door.close().await;
}

#[tokio::test]
async fn a_client_that_does_not_read_is_closed() {
    let mut door = Door::open(ListenerSettings { answer_timeout: SHORT, ..settings() }).await;
    let mut client = door.connect().await;
    send(&mut client, &request("/endless")).await;
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "/endless");
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "gave up");
    door.close().await;
}

#[tokio::test]
async fn dribbling_connections_do_not_keep_a_newcomer_from_an_answer() {
    let door = Door::open(settings()).await;
    let mut dribblers = Vec::new();
    for _ in 0..300 {
        let mut dribbler = door.connect().await;
        dribbler.write_all(b"GET / HT").await.unwrap();
        dribblers.push(dribbler);
    }
    let mut newcomer = door.connect().await;
    assert_eq!(ask(&mut newcomer, "/welcome").await, "/welcome");
    for dribbler in &mut dribblers[..201] {
        assert_eq!(read_to_close(dribbler).await, "");
    }
    door.close().await;
}

#[tokio::test]
async fn a_client_that_ends_its_sending_side_still_gets_its_answer() {
    let mut door = Door::open(settings()).await;
    let mut client = door.connect().await;
    send(&mut client, &request("/slow")).await;
    client.shutdown().await.unwrap();
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "/slow");
    door.gate.add_permits(1);
    assert!(read_to_close(&mut client).await.ends_with("/slow"));
    door.close().await;
}

#[tokio::test]
async fn a_connection_ends_when_its_client_hangs_up_after_the_answer() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    assert_eq!(ask(&mut client, "/bye").await, "/bye");
    client.shutdown().await.unwrap();
    assert_eq!(read_to_close(&mut client).await, "");
    door.close().await;
}

#[tokio::test]
async fn a_service_that_cannot_be_reached_is_told_as_unavailable() {
    let vacated = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let nobody = vacated.local_addr().unwrap();
    drop(vacated);
    let listener = Listener::bind("127.0.0.1:0".parse().unwrap(), settings()).await.unwrap();
    let mut client = soon(TcpStream::connect(listener.local_addr())).await.unwrap();
    let running = tokio::spawn(listener.run(nobody, std::future::pending(), LONG));
    send(&mut client, &request("/")).await;
    assert!(read_to_close(&mut client).await.starts_with("HTTP/1.1 503 "));
    running.abort();
}

#[tokio::test]
async fn stopping_delivers_the_answer_in_flight_and_accepts_nobody_new() {
    let mut door = Door::open(settings()).await;
    let (mut idle, mut waiting) = (door.connect().await, door.connect().await);
    assert_eq!(ask(&mut idle, "/idle").await, "/idle");
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "/idle");
    send(&mut waiting, &request("/slow")).await;
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "/slow");

    door.stop.send(()).unwrap();

    assert_eq!(read_to_close(&mut idle).await, "", "an idle connection is closed");
    assert!(soon(TcpStream::connect(door.address)).await.is_err(), "nobody listens any more");
    assert!(!door.running.is_finished(), "the answer in flight is waited for");
    door.gate.add_permits(1);
    assert!(read_to_close(&mut waiting).await.ends_with("/slow"));
    soon(door.running).await.unwrap();
    assert!(door.peers.is_empty());
}

#[tokio::test]
async fn a_connection_that_always_asks_again_does_not_hold_up_the_end() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    assert_eq!(ask(&mut client, "/first").await, "/first");
    let asking = tokio::spawn(async move {
        let mut answer = [0; 4096];
        while client.write_all(request("/again").as_bytes()).await.is_ok() {
            if !matches!(soon(client.read(&mut answer)).await, Ok(1..)) {
                break;
            }
        }
    });
    door.close().await;
    soon(asking).await.unwrap();
}

#[tokio::test]
async fn what_is_not_answered_within_the_grace_is_closed() {
    let mut door = Door::open_with_grace(settings(), SHORT).await;
    let mut client = door.connect().await;
    send(&mut client, &request("/slow")).await;
    assert_eq!(soon(door.seen.recv()).await.unwrap(), "/slow");
    door.close().await;
    assert_eq!(read_to_close(&mut client).await, "");
}

#[tokio::test]
async fn dropping_the_listener_closes_its_connections() {
    let door = Door::open(settings()).await;
    let mut client = door.connect().await;
    assert_eq!(ask(&mut client, "/here").await, "/here");
    door.running.abort();
    assert_eq!(read_to_close(&mut client).await, "");
}
