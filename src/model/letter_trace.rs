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
