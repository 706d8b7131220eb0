//! The few answers the listener gives itself, where Rocket never hears of the request.

use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use super::scratch::with_scratch;

/// How long a client may take to end its side after the last answer.
const LINGER: Duration = Duration::from_secs(1);

/// Why a connection is not passed on to Rocket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The head of the first request exceeds its size.
    HeaderTooLarge,
    /// The head of the first request took too long.
    RequestTimeout,
    /// Rocket could not be reached, or there was no descriptor left to reach it.
    Unavailable,
}

impl Refusal {
    /// All of them.
    const ALL: [Self; 3] = [Self::HeaderTooLarge, Self::RequestTimeout, Self::Unavailable];

    /// Status, its name, the stable word, and a sentence for people.
    fn parts(self) -> (u16, &'static str, &'static str, &'static str) {
        match self {
            Self::HeaderTooLarge => (
                431,
                "Request Header Fields Too Large",
                "header_too_large",
                "The request's header is larger than this service accepts. Send fewer or shorter header fields, \
                 cookies included.",
            ),
            Self::RequestTimeout => (
                408,
                "Request Timeout",
                "request_timeout",
                "The request's header did not arrive in time. Send the request again on a new connection.",
            ),
            Self::Unavailable => (
                503,
                "Service Unavailable",
                "unavailable",
                "The service cannot take the request right now. Try again in a moment.",
            ),
        }
    }

    /// Problem details as in RFC 9457.
    fn body(self) -> String {
        let (status, title, code, detail) = self.parts();
        format!(
            r#"{{"type":"about:blank","title":"{title}","status":{status},"detail":"{detail}","code":"{code}"}}"#
        )
    }

    /// The whole answer, and the connection's end.
    fn response(self) -> String {
        let (body, (status, title, ..)) = (self.body(), self.parts());
        let extra = if self == Self::Unavailable { "Retry-After: 1\r\n" } else { "" };
        format!(
            "HTTP/1.1 {status} {title}\r\nContent-Type: application/problem+json\r\nContent-Length: {}\r\n\
             Cache-Control: no-store\r\n{extra}Connection: close\r\n\r\n{body}",
            body.len()
        )
    }
}

/// What the listener may answer any request, for the reference: status, stable word and body.
pub(in crate::web) fn samples() -> impl Iterator<Item = (u16, &'static str, String)> {
    Refusal::ALL.into_iter().map(|refusal| {
        let (status, _, code, _) = refusal.parts();
        (status, code, refusal.body())
    })
}

/// Sends the refusal and ends the connection.
pub(super) async fn refuse(client: &mut TcpStream, refusal: Refusal) {
    tracing::debug!(?refusal, "refused a connection before its first request");
    if client.write_all(refusal.response().as_bytes()).await.is_ok() {
        end_gracefully(client).await;
    }
}

/// Tells the client that nothing more comes, and waits a little for it to end its side too.
///
/// Closing a socket with unread bytes in it resets the connection, and the client may then lose the answer it has not
/// read yet (RFC 9112, section 9.6). So what it still sends is read and dropped meanwhile.
pub(super) async fn end_gracefully(client: &mut TcpStream) {
    if client.shutdown().await.is_err() {
        return;
    }
    let client = &*client;
    let ended = async {
        while client.readable().await.is_ok() {
            match with_scratch(|scratch| client.try_read(scratch)) {
                Ok(0) => break,
                Err(error) if error.kind() != std::io::ErrorKind::WouldBlock => break,
                Ok(_) | Err(_) => {}
            }
            // A client that sends without end must leave this thread to others too.
            tokio::task::consume_budget().await;
        }
    };
    // Both ways the connection is over; which of them ended it changes nothing.
    let _ = tokio::time::timeout(LINGER, ended).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_an_http_answer_with_problem_details() {
        for (refusal, status, code) in [
            (Refusal::HeaderTooLarge, 431, "header_too_large"),
            (Refusal::RequestTimeout, 408, "request_timeout"),
            (Refusal::Unavailable, 503, "unavailable"),
        ] {
            let response = refusal.response();
            let (head, body) = response.split_once("\r\n\r\n").unwrap();
            assert!(head.starts_with(&format!("HTTP/1.1 {status} ")), "{head}");
            assert!(head.contains("\r\nConnection: close"), "{head}");
            assert!(head.contains("\r\nContent-Type: application/problem+json\r\n"), "{head}");
            assert!(head.contains(&format!("\r\nContent-Length: {}\r\n", body.len())), "{head}");

            let problem: serde_json::Value = serde_json::from_str(body).unwrap();
            assert_eq!(problem["type"], "about:blank");
            assert_eq!(problem["status"], status);
            assert_eq!(problem["code"], code);
            assert!(problem["title"].is_string() && problem["detail"].is_string());
        }
    }
}
