//! One try to deliver one letter: opens it, writes it, hands it over. Records nothing.

use std::sync::Arc;

use super::Shared;
use crate::i18n::Language;
use crate::mail::transport::{Delivered, DeliveryError, Dialogue, OutgoingLetter};
use crate::mail::{RenderedLetter, reply};
use crate::model::Letter;
use crate::store::queries::encoding::decode_letter;
use crate::store::queries::outbox::OutboxLetter;

/// What came of it, in words fit to be kept.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It was taken.
    Sent(String),
    /// It was not taken; later it may be.
    NotNow(String),
    /// It will never be taken.
    Failed(String),
}

/// Makes one try, and answers what came of it with what was said.
pub(super) async fn make(shared: Arc<Shared>, letter: Arc<OutboxLetter>) -> (Outcome, Vec<String>) {
    let mut dialogue = Dialogue::default();
    let outcome = try_once(&shared, &letter, &mut dialogue).await;
    (outcome, dialogue.into_lines())
}

async fn try_once(shared: &Shared, letter: &OutboxLetter, dialogue: &mut Dialogue) -> Outcome {
    if letter.expires_at <= (shared.clock)() {
        return Outcome::Failed("its link expired before a mail server took it".to_owned());
    }
    let rendered = match write(shared, letter) {
        Ok(rendered) => rendered,
        Err(words) => return Outcome::Failed(words),
    };
    let outgoing = OutgoingLetter {
        id: letter.id,
        to: &letter.recipient,
        rendered: &rendered,
        created_at: letter.created_at,
    };
    match shared.transport.send(&outgoing, dialogue).await {
        Ok(Delivered { reply }) => Outcome::Sent(reply),
        Err(DeliveryError::Transient(words)) => Outcome::NotNow(words),
        Err(DeliveryError::Permanent(words)) => Outcome::Failed(words),
    }
}

/// Opens and writes the letter, or says why that can't be done.
fn write(shared: &Shared, letter: &OutboxLetter) -> Result<RenderedLetter, String> {
    let opened = shared
        .vault
        .open(&Letter::sealing_context(letter.id), &letter.sealed)
        .map_err(|error| format!("what it says can't be opened: {error}"))?;
    let (fields, locale) =
        decode_letter(&opened).map_err(|_| "what it says can't be read back".to_owned())?;
    let language = locale.as_ref().map_or(Language::English, Language::of_locale);
    shared
        .renderer
        .render(&letter.kind, language, &fields)
        .map_err(|error| reply::kept(&format!("it can't be written: {error}")))
}
