//! How letters leave the house: through a mail server, into a directory, or into the inbox of `gatepost dev`.
//!
//! A transport takes a finished letter and says what became of it, in the words of whoever took it. It
//! neither writes letters nor decides when to try again.

mod dialogue;
mod file;
mod inbox;
mod message;
mod smtp;

use super::RenderedLetter;
use super::reply;
use crate::model::{LetterId, Timestamp};

pub use dialogue::Dialogue;
pub use file::FileTransport;
pub use inbox::InboxTransport;
pub use smtp::{SmtpSettings, SmtpTransport, Tls};

/// Where letters go.
pub enum Transport {
    /// To a mail server.
    Smtp(SmtpTransport),
    /// Into a directory, one file each.
    File(FileTransport),
    /// Into the database, to be read at `/dev/inbox`.
    Inbox(InboxTransport),
}

/// A letter that is ready to go.
pub struct OutgoingLetter<'a> {
    /// Its id in the outbox; the `Message-ID` follows from it.
    pub id: LetterId,
    /// The address it goes to.
    pub to: &'a str,
    /// What it says.
    pub rendered: &'a RenderedLetter,
    /// When it was queued; its `Date`.
    pub created_at: Timestamp,
}

/// A letter was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivered {
    /// The words of whoever took it: one line without links.
    pub reply: String,
}

/// A letter was not taken. The words are one line without links, fit to be shown to an operator.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeliveryError {
    /// Trying again would end the same way.
    #[error("{0}")]
    Permanent(String),
    /// It may go better later.
    #[error("{0}")]
    Transient(String),
}

/// Why a transport can't be set up.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// The certificates to trust can't be read, or the host is no name that a certificate can have.
    #[error("TLS to the mail server can't be set up: {0}")]
    Tls(lettre::transport::smtp::Error),
    /// The directory for letters can't be made or written.
    #[error("The directory for letters, {path}, can't be used: {source}")]
    Directory {
        /// The directory.
        path: std::path::PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}

impl Transport {
    /// Hands a letter over. What is said with a mail server goes into `dialogue`, as it is said.
    ///
    /// # Errors
    /// [`DeliveryError`], with the last words of whoever refused it.
    pub async fn send(
        &self,
        letter: &OutgoingLetter<'_>,
        dialogue: &mut Dialogue,
    ) -> Result<Delivered, DeliveryError> {
        match self {
            Self::Smtp(transport) => transport.send(letter, dialogue).await,
            Self::File(transport) => transport.send(letter).await,
            Self::Inbox(transport) => transport.send(letter).await,
        }
    }
}

impl Delivered {
    fn with_reply(reply: &str) -> Self {
        Self { reply: reply::kept(reply) }
    }
}

impl DeliveryError {
    fn permanent(reply: &str) -> Self {
        Self::Permanent(reply::kept(reply))
    }

    fn transient(reply: &str) -> Self {
        Self::Transient(reply::kept(reply))
    }
}
