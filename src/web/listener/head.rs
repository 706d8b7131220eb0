//! Collects the head of a connection's first request, up to the empty line that ends it.

use std::io;

use tokio::net::TcpStream;

use super::scratch::with_scratch;

/// Why no head came.
#[derive(Debug, thiserror::Error)]
pub(super) enum HeadError {
    /// The head does not end within the bytes it may have.
    #[error("the head of the request is too large")]
    TooLarge,
    /// The client went away before the head was complete.
    #[error("the client left before its request was complete")]
    Left,
}

/// The bytes of a head as they come in.
pub(super) struct Head {
    bytes: Vec<u8>,
    max_bytes: usize,
    end: EndOfHead,
}

impl Head {
    pub(super) fn new(max_bytes: usize) -> Self {
        Self { bytes: Vec::new(), max_bytes: max_bytes.max(1), end: EndOfHead::BeforeRequestLine }
    }

    /// Reads from the client until the head is complete; bytes of a body may come along.
    ///
    /// May be dropped at any time: what was read stays.
    pub(super) async fn read_from(&mut self, client: &TcpStream) -> Result<(), HeadError> {
        loop {
            client.readable().await.map_err(|_| HeadError::Left)?;
            let allowance = self.max_bytes - self.bytes.len();
            let complete = with_scratch(|scratch| {
                let size = scratch.len().min(allowance);
                let read = client.try_read(&mut scratch[..size])?;
                Ok(if read == 0 { None } else { Some(self.append(&scratch[..read])) })
            });
            match complete {
                Ok(Some(true)) => return Ok(()),
                Ok(Some(false)) if self.bytes.len() >= self.max_bytes => return Err(HeadError::TooLarge),
                Ok(Some(false)) => {}
                Err(error) if is_transient(&error) => {}
                Ok(None) | Err(_) => return Err(HeadError::Left),
            }
        }
    }

    /// Whether the client has sent anything yet.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Takes more bytes and says whether the head is complete now.
    fn append(&mut self, bytes: &[u8]) -> bool {
        self.bytes.extend_from_slice(bytes);
        for &byte in bytes {
            self.end = self.end.after(byte);
            if self.end == EndOfHead::Seen {
                return true;
            }
        }
        false
    }
}

fn is_transient(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted)
}

/// How far the search for the end of a head has come; it looks at each byte once, however slowly they come.
///
/// It ends at the first empty line after the request line. Like Rocket's parser it skips empty lines before the request
/// line and takes a bare LF for a line's end (RFC 9112, section 2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum EndOfHead {
    BeforeRequestLine,
    InLine,
    AtLineStart,
    Seen,
}

impl EndOfHead {
    fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::BeforeRequestLine, b'\r' | b'\n') => Self::BeforeRequestLine,
            (Self::InLine, b'\n') | (Self::AtLineStart, b'\r') => Self::AtLineStart,
            (Self::AtLineStart, b'\n') | (Self::Seen, _) => Self::Seen,
            (Self::BeforeRequestLine | Self::InLine | Self::AtLineStart, _) => Self::InLine,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_complete(pieces: &[&str]) -> bool {
        let mut head = Head::new(1024);
        pieces.iter().any(|piece| head.append(piece.as_bytes()))
    }

    #[test]
    fn a_head_ends_with_an_empty_line() {
        assert!(is_complete(&["GET / HTTP/1.1\r\nhost: a\r\n\r\n"]));
        assert!(is_complete(&["POST / HTTP/1.1\r\nhost: a\r\n\r\nthe body"]));
        assert!(is_complete(&["GET / HTTP/1.0\n\n"]));
        assert!(!is_complete(&["GET / HTTP/1.1\r\nhost: a\r\n"]));
        assert!(!is_complete(&["GET / HTTP/1.1\r\nhost: a\r\n\r"]));
    }

    #[test]
    fn a_head_may_come_in_pieces_of_any_size() {
        let head = "GET / HTTP/1.1\r\nhost: a\r\n\r\n";
        for cut in 1..head.len() {
            assert!(is_complete(&[&head[..cut], &head[cut..]]), "cut at {cut}");
            assert!(!is_complete(&[&head[..cut]]), "cut at {cut}");
        }
    }

    #[test]
    fn empty_lines_before_the_request_line_do_not_end_a_head() {
        assert!(!is_complete(&["\r\n\r\n\r\n"]));
        assert!(is_complete(&["\r\n\r\nGET / HTTP/1.1\r\n\r\n"]));
    }
}
