//! A client over a socket, for what only a real process and a real connection show.
//!
//! One request per connection, blocking, and an answer counts only when all of it has come.

use std::io::{self, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use serde_json::Value;

use super::Answer;

/// How long an answer may take before the test fails instead of hanging.
const PATIENCE: Duration = Duration::from_secs(30);

/// A client of one service, with or without a token.
#[derive(Clone, Debug)]
pub struct Http {
    address: SocketAddr,
    headers: String,
}

/// A request that has been sent, and whose answer has not been read.
pub struct Sent(TcpStream);

impl Http {
    /// A client of the service at an address.
    pub fn new(address: SocketAddr) -> Self {
        Self { address, headers: format!("Host: localhost:{}\r\nConnection: close\r\n", address.port()) }
    }

    /// The same with a token.
    #[must_use]
    pub fn bearer(&self, token: &str) -> Self {
        self.header("Authorization", &format!("Bearer {token}"))
    }

    /// The token that it shows.
    #[track_caller]
    pub fn token(&self) -> &str {
        let (_, token) = self.headers.split_once("Bearer ").expect("it shows a token");
        token.lines().next().expect("a line")
    }

    /// The same with one more header on every request.
    #[must_use]
    pub fn header(&self, name: &str, value: &str) -> Self {
        Self { address: self.address, headers: format!("{}{name}: {value}\r\n", self.headers) }
    }

    /// `GET`
    #[track_caller]
    pub fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None).and_then(Sent::answer).expect("the service answers")
    }

    /// `DELETE`
    #[track_caller]
    pub fn delete(&self, path: &str) -> Answer {
        self.send("DELETE", path, None).and_then(Sent::answer).expect("the service answers")
    }

    /// `POST` with a JSON body.
    #[track_caller]
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, Some(body)).and_then(Sent::answer).expect("the service answers")
    }

    /// Sends a request, and leaves reading the answer for later.
    ///
    /// # Errors
    /// When there is no connection, or it breaks.
    pub fn send(&self, method: &str, path: &str, body: Option<&Value>) -> io::Result<Sent> {
        let body = body.map(Value::to_string).unwrap_or_default();
        let described = if body.is_empty() {
            String::new()
        } else {
            format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len())
        };
        let mut stream = self.connect()?;
        stream.write_all(
            format!("{method} {path} HTTP/1.1\r\n{}{described}\r\n{body}", self.headers).as_bytes(),
        )?;
        Ok(Sent(stream))
    }

    /// A bare connection.
    ///
    /// # Errors
    /// When it is not accepted.
    pub fn connect(&self) -> io::Result<TcpStream> {
        let stream = TcpStream::connect_timeout(&self.address, PATIENCE)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        Ok(stream)
    }
}

impl Sent {
    /// Reads the answer.
    ///
    /// # Errors
    /// When the connection breaks before all of it has come.
    pub fn answer(mut self) -> io::Result<Answer> {
        let mut bytes = Vec::new();
        let end = self.0.read_to_end(&mut bytes);
        // A reset after the whole answer takes nothing of it away.
        parse(&bytes).ok_or_else(|| end.err().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into()))
    }
}

/// Reads an answer whose length is told; `None` when some of it is missing.
fn parse(bytes: &[u8]) -> Option<Answer> {
    let text = str::from_utf8(bytes).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let length = headers.iter().find(|(name, _)| name == "content-length").map_or("0", |(_, length)| length);
    let text = body.get(..length.parse().ok()?)?.to_owned();
    Some(Answer {
        status,
        headers,
        body: serde_json::from_str(&text).unwrap_or(Value::Null),
        bytes: text.clone().into_bytes(),
        text,
    })
}
