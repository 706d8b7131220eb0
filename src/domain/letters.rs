//! Queuing letters inside an operation's own transaction, and the links in them.

use super::change::Change;
use crate::crypto::tokens::one_time::OneTimeToken;
use crate::model::{EmailAddress, Letter, LetterId, Timestamp};
use crate::store::StoreError;
use crate::store::queries::encoding;
use crate::store::queries::outbox::{self, NewLetter};

/// Where a link leads: the page that then asks what its name says.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) enum Journey {
    /// Prove the mailbox and open the account.
    Activate,
    /// Say that somebody else signed up.
    NotMe,
    /// Look at an invitation, join or decline.
    Invitation,
    /// Choose another password.
    Reset,
    /// Make an operator's account.
    SetUp,
}

impl Journey {
    fn path(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::NotMe => "not-me",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::SetUp => "setup",
        }
    }
}

impl Change<'_> {
    /// `<public URL>/<journey>?token=…`. Never built from a request.
    pub(in crate::domain) fn link(&self, journey: Journey, token: &OneTimeToken) -> String {
        format!("{}/{}?token={}", self.app.rules.public_url, journey.path(), token.as_str())
    }

    /// Where to sign in.
    pub(in crate::domain) fn sign_in_link(&self) -> String {
        format!("{}/sign-in", self.app.rules.public_url)
    }

    /// Queues a letter, sealed; it goes out after the commit and is given up at `expires_at`.
    pub(in crate::domain) fn enqueue(
        &mut self,
        to: &EmailAddress,
        letter: &Letter,
        expires_at: Timestamp,
    ) -> Result<LetterId, StoreError> {
        let id = self.id();
        let fields = encoding::encode_letter_fields(&letter.fields());
        let sealed = self.app.vault.seal(self.chance.nonce(), &Letter::sealing_context(id), &fields);
        let letter = NewLetter {
            id,
            kind: letter.name(),
            recipient: to.as_str(),
            sealed: &sealed,
            created_at: self.now,
            expires_at,
        };
        outbox::insert_letter(self.tx, &letter)?;
        Ok(id)
    }
}
