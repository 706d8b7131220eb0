//! Table `inbox`: letters delivered to the built-in inbox instead of a mail server.

use crate::model::{LetterId, Timestamp};
use crate::store::{Cells, Read, StoreError, Write};

const INSERT: &str = "INSERT INTO inbox (id, recipient, recipient_normalized, subject, body_text, body_html,
    created_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO NOTHING";
const LIST: &str = "SELECT id, recipient, subject, body_text, body_html, created_at FROM inbox
    ORDER BY id";
const DELETE_TO: &str = "DELETE FROM inbox WHERE recipient_normalized = ?1";
const DELETE_ALL: &str = "DELETE FROM inbox";

pub const ALL: &[&str] = &[INSERT, LIST, DELETE_TO, DELETE_ALL];

/// A letter in the built-in inbox.
#[derive(Clone, Debug)]
pub struct InboxMessage {
    /// The letter's id.
    pub id: LetterId,
    /// To whom.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// HTML.
    pub html: String,
    /// When it was queued.
    pub created_at: Timestamp,
}

fn from_row(cells: &mut Cells) -> Result<InboxMessage, StoreError> {
    Ok(InboxMessage {
        id: cells.id()?,
        to: cells.text()?,
        subject: cells.text()?,
        text: cells.text()?,
        html: cells.text()?,
        created_at: cells.at()?,
    })
}

/// Puts a letter into the inbox; the same letter twice is there once.
pub fn insert(tx: &mut dyn Write, message: &InboxMessage) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            message.id.into(),
            (&message.to).into(),
            message.to.to_ascii_lowercase().into(),
            (&message.subject).into(),
            (&message.text).into(),
            (&message.html).into(),
            message.created_at.into(),
        ],
    )
}

/// The letters, the oldest first.
pub fn list_inbox(tx: &mut dyn Read) -> Result<Vec<InboxMessage>, StoreError> {
    tx.query(LIST, &[])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Forgets the letters to an address.
pub fn delete_letters_to(tx: &mut dyn Write, recipient_normalized: &str) -> Result<(), StoreError> {
    tx.queue(DELETE_TO, &[recipient_normalized.into()])
}

/// Empties the inbox.
pub fn delete_inbox(tx: &mut dyn Write) -> Result<(), StoreError> {
    tx.queue(DELETE_ALL, &[])
}
