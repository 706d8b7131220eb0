//! What is said with a mail server over one letter, kept for whoever asks why it does not arrive.
//!
//! Neither passwords nor what the letter says are in it, and no links of it that a server quotes.

use crate::mail::reply;

/// The lines of one attempt: `>` what we said, `<` what the server answered, `=` what happened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dialogue {
    lines: Vec<String>,
}

impl Dialogue {
    /// Adds what we said.
    pub(super) fn said(&mut self, text: &str) {
        self.add('>', text);
    }

    /// Adds what the server answered.
    pub(super) fn answered(&mut self, text: &str) {
        self.add('<', text);
    }

    /// Adds what happened.
    pub(super) fn noted(&mut self, text: &str) {
        self.add('=', text);
    }

    fn add(&mut self, who: char, text: &str) {
        self.lines.push(format!("{who} {}", reply::kept(text)));
    }

    /// The lines, in order.
    pub fn into_lines(self) -> Vec<String> {
        self.lines
    }
}
