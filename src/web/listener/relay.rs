//! Passes bytes between a client and Rocket, both ways in one task.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::net::tcp::{ReadHalf, WriteHalf};

use super::places::Place;
use super::scratch::with_scratch;

/// Passes `head` and everything after it to `upstream`, and every answer to `client`, until `upstream` ends.
///
/// At that time the client has taken all answers. Nothing is read from one side before the other took what came
/// before, so memory per connection is bounded and a slow side slows the other.
///
/// # Errors
/// The client is gone, or `upstream` broke off.
pub(super) async fn relay(
    client: &mut TcpStream,
    upstream: &mut TcpStream,
    head: Vec<u8>,
    place: &Place,
) -> io::Result<()> {
    let (from_client, to_client) = client.split();
    let (from_upstream, to_upstream) = upstream.split();
    let mut requests = Requests { pass: Pass::new(from_client, to_upstream, head), stage: Stage::Open };
    let mut answers = Pass::new(from_upstream, to_client, Vec::new());

    poll_fn(|cx| {
        if let Poll::Ready(Err(error)) = requests.poll(cx, place) {
            return Poll::Ready(Err(error));
        }
        answers.poll(cx, || (), || place.note_answer()).map_err(Broken::into_inner)
    })
    .await
}

/// The way of requests, from the client to Rocket.
struct Requests<'a> {
    pass: Pass<'a>,
    stage: Stage,
}

enum Stage {
    Open,
    /// The client has ended its sending side, and Rocket is being told.
    Ending,
    /// Nothing more is passed on.
    Over,
}

impl Requests<'_> {
    /// Ready when nothing more is passed on this way; with an error only when the client is gone.
    fn poll(&mut self, cx: &mut Context<'_>, place: &Place) -> Poll<io::Result<()>> {
        loop {
            match self.stage {
                Stage::Open => {
                    if self.pass.backlog.is_empty() && !place.takes_requests() {
                        return Poll::Pending;
                    }
                    self.stage = match ready!(self.pass.poll(cx, || place.note_request(), || ())) {
                        // Rocket's HTTP drops a request in flight when the sending side ends, though the client still
                        // waits for the answer. So it is not told; the connection is closed once it has been answered.
                        Ok(()) if place.is_awaiting_answer() => {
                            place.note_hang_up();
                            Stage::Over
                        }
                        Ok(()) => Stage::Ending,
                        Err(Broken::Source(error)) => return Poll::Ready(Err(error)),
                        // Rocket may refuse the rest of a body; its answer is still to be delivered.
                        Err(Broken::Sink(_)) => Stage::Over,
                    };
                }
                Stage::Ending => {
                    // If telling fails, Rocket has ended its side already.
                    let _ = ready!(Pin::new(&mut self.pass.sink).poll_shutdown(cx));
                    self.stage = Stage::Over;
                }
                Stage::Over => return Poll::Ready(Ok(())),
            }
        }
    }
}

/// One way from a socket to another.
struct Pass<'a> {
    source: ReadHalf<'a>,
    sink: WriteHalf<'a>,
    backlog: Backlog,
}

/// Which end of a [`Pass`] failed.
enum Broken {
    Source(io::Error),
    Sink(io::Error),
}

impl Broken {
    fn into_inner(self) -> io::Error {
        match self {
            Self::Source(error) | Self::Sink(error) => error,
        }
    }
}

impl<'a> Pass<'a> {
    /// A way on which `first` goes before anything that is read.
    fn new(source: ReadHalf<'a>, sink: WriteHalf<'a>, first: Vec<u8>) -> Self {
        Self { source, sink, backlog: Backlog { bytes: first, written: 0 } }
    }

    /// Passes on what is there; ready when the source has ended and the sink took everything.
    ///
    /// Calls `on_read` after each read of some bytes, and `on_taken` each time the sink took some.
    fn poll(
        &mut self,
        cx: &mut Context<'_>,
        on_read: impl Fn(),
        on_taken: impl Fn(),
    ) -> Poll<Result<(), Broken>> {
        loop {
            while !self.backlog.is_empty() {
                let written =
                    ready!(poll_write(&mut self.sink, cx, self.backlog.rest())).map_err(Broken::Sink)?;
                self.backlog.advance(written);
                on_taken();
            }
            let ended = with_scratch(|scratch| {
                let mut buffer = ReadBuf::new(scratch);
                ready!(Pin::new(&mut self.source).poll_read(cx, &mut buffer)).map_err(Broken::Source)?;
                let bytes = buffer.filled();
                if bytes.is_empty() {
                    return Poll::Ready(Ok(true));
                }
                on_read();
                let written = match poll_write(&mut self.sink, cx, bytes) {
                    Poll::Ready(written) => written.map_err(Broken::Sink)?,
                    Poll::Pending => 0,
                };
                if written > 0 {
                    on_taken();
                }
                self.backlog.keep(&bytes[written..]);
                Poll::Ready(Ok(false))
            });
            if ready!(ended)? {
                return Poll::Ready(Ok(()));
            }
        }
    }
}

/// Writes some of `bytes`, which must not be empty; a sink that takes none of them is broken.
fn poll_write(sink: &mut WriteHalf<'_>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
    match ready!(Pin::new(sink).poll_write(cx, bytes)) {
        Ok(0) => Poll::Ready(Err(io::ErrorKind::WriteZero.into())),
        written => Poll::Ready(written),
    }
}

/// Bytes that were read and not yet taken by the other side. It holds no memory while it is empty.
struct Backlog {
    bytes: Vec<u8>,
    written: usize,
}

impl Backlog {
    fn is_empty(&self) -> bool {
        self.written == self.bytes.len()
    }

    fn rest(&self) -> &[u8] {
        &self.bytes[self.written..]
    }

    fn advance(&mut self, written: usize) {
        self.written += written;
        if self.is_empty() {
            *self = Self { bytes: Vec::new(), written: 0 };
        }
    }

    /// Keeps what is left of a read; the backlog is empty before.
    fn keep(&mut self, bytes: &[u8]) {
        if !bytes.is_empty() {
            *self = Self { bytes: bytes.to_vec(), written: 0 };
        }
    }
}
