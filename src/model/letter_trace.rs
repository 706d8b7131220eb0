//! That a letter was written, without what it said.

use super::{LetterId, MailState, Timestamp};

/// A letter as it is kept once it is on its way.
#[derive(Clone, Debug)]
pub struct LetterTrace {
    /// Its id.
    pub id: LetterId,
    /// Which letter, by the name of its templates.
    pub kind: String,
    /// Where it went.
    pub recipient: String,
    /// What became of it.
    pub mail: MailState,
    /// When it was written.
    pub created_at: Timestamp,
}

/// A letter as it is kept, with how its delivery goes.
#[derive(Clone, Debug)]
pub struct LetterDelivery {
    /// The letter.
    pub letter: LetterTrace,
    /// How often it was tried.
    pub attempts: i64,
    /// When it is tried next; `None` once nothing more becomes of it.
    pub next_attempt_at: Option<Timestamp>,
    /// From when on it is pointless.
    pub expires_at: Timestamp,
    /// When it was sent, given up or taken back.
    pub finished_at: Option<Timestamp>,
}
