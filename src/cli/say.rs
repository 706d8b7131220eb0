//! What commands tell the person who typed them.

use std::io::Write as _;

/// Writes a line to standard output. A reader who has gone away is no failure of ours.
pub(super) fn line(text: &str) {
    let mut out = std::io::stdout().lock();
    let _gone = writeln!(out, "{text}").and_then(|()| out.flush());
}

/// Writes why a command could not do its work, in one line, to standard error.
pub(super) fn refuse(error: &anyhow::Error) {
    let told = format!("{error:#}").replace('\n', " ");
    let _gone = writeln!(std::io::stderr(), "gatepost: {told}");
}
