//! The built-in inbox: letters are kept in the database, to be read at `/dev/inbox` and by tests.

use super::{Delivered, DeliveryError, OutgoingLetter};
use crate::store::queries::inbox::{self, InboxMessage};
use crate::store::{Store, StoreError};

/// Keeps letters in the database.
pub struct InboxTransport {
    store: Store,
}

impl InboxTransport {
    /// Keeps letters in `store`.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Keeps the letter; the second time too there is one.
    pub(super) async fn send(&self, letter: &OutgoingLetter<'_>) -> Result<Delivered, DeliveryError> {
        let message = InboxMessage {
            id: letter.id,
            to: letter.to.to_owned(),
            subject: letter.rendered.subject.clone(),
            text: letter.rendered.text.clone(),
            html: letter.rendered.html.clone(),
            created_at: letter.created_at,
        };
        let kept = self.store.write(move |tx| -> Result<(), StoreError> { inbox::insert(tx, &message) });
        match kept.await {
            Ok(()) => Ok(Delivered::with_reply("kept in the built-in inbox")),
            Err(error) => {
                Err(DeliveryError::transient(&format!("the built-in inbox can't be written: {error}")))
            }
        }
    }
}
