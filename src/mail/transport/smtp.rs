//! Letters through a mail server: SMTP (RFC 5321), encrypted by STARTTLS (RFC 3207) or from the start (RFC 8314).
//!
//! Each letter has a connection of its own. A kept one would save a handshake, and after a dialogue
//! that was given up it could hold the answer to an earlier command: one letter would be taken for
//! accepted because another was.

use std::error::Error as _;
use std::fmt::Display;
use std::io::{self, ErrorKind};
use std::time::Duration;

use lettre::Message;
use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use secrecy::{ExposeSecret as _, SecretString};
use tokio::time::{Instant, timeout, timeout_at};

use super::message::compose;
use super::{Delivered, DeliveryError, Dialogue, OutgoingLetter, TransportError};

/// How long the server may take to answer the `QUIT` after a letter; the letter's fate is known by then.
const FAREWELL: Duration = Duration::from_secs(1);

/// Which server, and how it is talked to.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// The server's name, which its certificate must have.
    pub host: String,
    /// Its port: 587 for STARTTLS, 465 for TLS from the start, usually.
    pub port: u16,
    /// How the connection is encrypted.
    pub tls: Tls,
    /// User name and password, where the server asks for them.
    pub credentials: Option<(String, SecretString)>,
    /// The sender of all letters.
    pub from: Mailbox,
    /// Certificates (PEM) to trust beside the public ones, for a server with one of its own.
    pub ca_pem: Option<Vec<u8>>,
    /// How long one letter may take, from connecting to the server's last answer. [`SmtpSettings::TIMEOUT`] is right.
    pub timeout: Duration,
}

impl SmtpSettings {
    /// Long enough for a server that looks a sender up first, short enough not to hold up other letters.
    pub const TIMEOUT: Duration = Duration::from_secs(30);
}

/// How the connection to the mail server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Plain at first, then upgraded. A server that offers no upgrade gets no letter.
    StartTls,
    /// Encrypted from the first byte.
    Tls,
    /// Not at all: for a server on this machine.
    None,
}

/// Hands letters to a mail server.
pub struct SmtpTransport {
    settings: SmtpSettings,
    trust: TlsParameters,
    hello_name: ClientId,
}

impl SmtpTransport {
    /// Checks the settings; the first letter makes the first connection.
    ///
    /// # Errors
    /// [`TransportError::Tls`].
    pub fn new(settings: SmtpSettings) -> Result<Self, TransportError> {
        let mut trust = TlsParameters::builder(settings.host.clone());
        if let Some(pem) = &settings.ca_pem {
            trust = trust.add_root_certificate(Certificate::from_pem(pem).map_err(TransportError::Tls)?);
        }
        let trust = trust.build_rustls().map_err(TransportError::Tls)?;
        Ok(Self { settings, trust, hello_name: ClientId::default() })
    }

    pub(super) async fn send(
        &self,
        letter: &OutgoingLetter<'_>,
        dialogue: &mut Dialogue,
    ) -> Result<Delivered, DeliveryError> {
        let message = compose(&self.settings.from, letter)?;
        let deadline = Instant::now() + self.settings.timeout;
        let mut connection = match timeout_at(deadline, self.connect()).await {
            Err(_) => return Err(self.gave_up(dialogue)),
            Ok(Err(error)) => {
                let words = self.words(&error);
                dialogue.noted(&words);
                return Err(DeliveryError::transient(&words));
            }
            Ok(Ok(connection)) => connection,
        };
        dialogue.noted(&self.connected());
        let Ok(answer) = timeout_at(deadline, self.transfer(&mut connection, &message, dialogue)).await
        else {
            return Err(self.gave_up(dialogue));
        };
        // Whatever comes of it, the letter's fate is known.
        let _ = timeout(FAREWELL, connection.quit()).await;
        answer
    }

    fn gave_up(&self, dialogue: &mut Dialogue) -> DeliveryError {
        let words = self.no_answer();
        dialogue.noted(&words);
        DeliveryError::transient(&words)
    }

    /// How the connection was made.
    fn connected(&self) -> String {
        let encrypted = match self.settings.tls {
            Tls::StartTls => ", encrypted by STARTTLS",
            Tls::Tls => ", encrypted by TLS",
            Tls::None => ", not encrypted",
        };
        let signed_in = if self.settings.credentials.is_some() { ", signed in" } else { "" };
        format!("connected to {}{encrypted}{signed_in}", self.server())
    }

    /// Connects, encrypts and signs in. Whatever goes wrong here is not the letter's fault, so that
    /// even a refusal with 5xx, such as that of a wrong password, is worth another try.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let settings = &self.settings;
        let mut connection = AsyncSmtpConnection::connect_tokio1(
            (settings.host.as_str(), settings.port),
            Some(settings.timeout),
            &self.hello_name,
            (settings.tls == Tls::Tls).then(|| self.trust.clone()),
            None,
        )
        .await?;
        if settings.tls == Tls::StartTls {
            connection.starttls(self.trust.clone(), &self.hello_name).await?;
        }
        if let Some((username, password)) = &settings.credentials {
            let credentials = Credentials::new(username.clone(), password.expose_secret().to_owned());
            connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
        }
        Ok(connection)
    }

    /// Hands over one message. A refusal of the sender says that the service is set up wrongly; from
    /// the recipient on, a refusal with 5xx is about this letter, and final (RFC 5321 §4.2.1).
    async fn transfer(
        &self,
        connection: &mut AsyncSmtpConnection,
        message: &Message,
        dialogue: &mut Dialogue,
    ) -> Result<Delivered, DeliveryError> {
        let later = |error: Error| DeliveryError::transient(&self.words(&error));
        let judge = |error: Error| {
            if error.is_permanent() { DeliveryError::permanent(&self.words(&error)) } else { later(error) }
        };
        let from = Mail::new(Some(self.settings.from.email.clone()), vec![]);
        self.say(connection, from, dialogue).await.map_err(later)?;
        for recipient in message.envelope().to() {
            self.say(connection, Rcpt::new(recipient.clone(), vec![]), dialogue).await.map_err(judge)?;
        }
        self.say(connection, Data, dialogue).await.map_err(judge)?;
        let content = message.formatted();
        dialogue.said(&format!("(the letter, {} bytes)", content.len()));
        let response = self.heard(connection.message(&content).await, dialogue).map_err(judge)?;
        Ok(Delivered::with_reply(&reply_text(&response)))
    }

    /// Says one command, and keeps it with its answer.
    async fn say(
        &self,
        connection: &mut AsyncSmtpConnection,
        command: impl Display,
        dialogue: &mut Dialogue,
    ) -> Result<Response, Error> {
        dialogue.said(&command.to_string());
        self.heard(connection.command(command).await, dialogue)
    }

    /// Keeps an answer.
    fn heard(&self, answer: Result<Response, Error>, dialogue: &mut Dialogue) -> Result<Response, Error> {
        match &answer {
            Ok(response) => dialogue.answered(&reply_text(response)),
            Err(error) if error.status().is_some() => dialogue.answered(&self.words(error)),
            Err(error) => dialogue.noted(&self.words(error)),
        }
        answer
    }

    /// The server's last words, or what happened where it said none.
    fn words(&self, error: &Error) -> String {
        if let Some(code) = error.status() {
            let text = error.source().map(ToString::to_string).unwrap_or_default();
            return format!("{code} {text}");
        }
        if let Some(error) = io_error(error) {
            return self.connection_words(error);
        }
        let reason = error.source().map_or_else(|| error.to_string(), ToString::to_string);
        format!("the dialogue with {} failed: {reason}", self.server())
    }

    fn connection_words(&self, error: &io::Error) -> String {
        let server = self.server();
        match error.kind() {
            ErrorKind::ConnectionRefused => format!("connection refused by {server}"),
            ErrorKind::TimedOut => self.no_answer(),
            ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::BrokenPipe => {
                format!("{server} closed the connection")
            }
            // This is how the TLS library reports what it does not accept.
            ErrorKind::InvalidData => format!("no TLS connection that can be trusted with {server}: {error}"),
            _ => format!("no connection with {server}: {error}"),
        }
    }

    fn no_answer(&self) -> String {
        format!("no answer from {} within {} s", self.server(), self.settings.timeout.as_secs_f32())
    }

    fn server(&self) -> String {
        format!("{}:{}", self.settings.host, self.settings.port)
    }
}

fn reply_text(response: &Response) -> String {
    let lines: Vec<&str> = response.message().collect();
    format!("{} {}", response.code(), lines.join(" "))
}

fn io_error(error: &Error) -> Option<&io::Error> {
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(error) = cause.downcast_ref() {
            return Some(error);
        }
        source = cause.source();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings() -> SmtpSettings {
        SmtpSettings {
            host: "localhost".to_owned(),
            port: 587,
            tls: Tls::StartTls,
            credentials: Some(("mailer".to_owned(), SecretString::from("open sesame"))),
            from: "Gatepost <no-reply@example.com>".parse().unwrap(),
            ca_pem: None,
            timeout: SmtpSettings::TIMEOUT,
        }
    }

    #[test]
    fn certificates_that_can_not_be_read_are_refused_at_the_start() {
        assert!(SmtpTransport::new(settings()).is_ok());
        let certificate = b"-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n".to_vec();
        let trust = SmtpSettings { ca_pem: Some(certificate), ..settings() };
        assert!(matches!(SmtpTransport::new(trust), Err(TransportError::Tls(_))));
    }

    #[test]
    fn the_password_is_not_shown() {
        let shown = format!("{:?}", settings());
        assert!(!shown.contains("sesame"), "{shown}");
    }
}
