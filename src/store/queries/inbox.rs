//! Table `inbox`: letters delivered to the built-in inbox instead of a mail server.

use crate::model::{LetterId, Timestamp};
use crate::store::{Cells, Read, StoreError, Write};

const INSERT: &str = "INSERT INTO inbox (id, recipient, subject, body_text, body_html, created_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO NOTHING";
const LIST: &str = "SELECT id, recipient, subject, body_text, body_html, created_at FROM inbox
    ORDER BY id";
const DELETE_ALL: &str = "DELETE FROM inbox";

pub const ALL: &[&str] = &[INSERT, LIST, DELETE_ALL];

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
    tx.execute(
        INSERT,
        &[
            message.id.into(),
            (&message.to).into(),
            (&message.subject).into(),
            (&message.text).into(),
            (&message.html).into(),
            message.created_at.into(),
        ],
    )
    .map(|_| ())
}

/// The letters, the oldest first.
pub fn list_inbox(tx: &mut dyn Read) -> Result<Vec<InboxMessage>, StoreError> {
    tx.query(LIST, &[])?.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// Empties the inbox.
pub fn delete_inbox(tx: &mut dyn Write) -> Result<(), StoreError> {
    tx.execute(DELETE_ALL, &[]).map(|_| ())
}
