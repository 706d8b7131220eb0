//! Queuing letters inside an operation's own transaction, and the links in them.

use std::sync::Arc;

use super::App;
use super::settings::Rules;
use crate::crypto::chance::Chance;
use crate::crypto::tokens::one_time::OneTimeToken;
use crate::crypto::vault::Vault;
use crate::model::{EmailAddress, Letter, LetterId, Timestamp};
use crate::store::queries::outbox::{self, NewLetter};
use crate::store::queries::encoding;
use crate::store::{StoreError, Write};

/// Writes letters into the outbox. Made before the transaction, so that its closure captures no more than this.
#[derive(Clone)]
pub struct Post {
    vault: Arc<Vault>,
    rules: Arc<Rules>,
}

/// Where a link leads: the page that then asks what its name says.
#[derive(Clone, Copy, Debug)]
pub enum Journey {
    /// Prove the mailbox and open the account.
    Activate,
    /// Say that somebody else signed up.
    NotMe,
    /// Look at an invitation, join or decline.
    Invitation,
    /// Make an operator's account.
    SetUp,
}

impl Journey {
    fn path(self) -> &'static str {
        match self {
            Self::Activate => "activate",
            Self::NotMe => "not-me",
            Self::Invitation => "invitation",
            Self::SetUp => "setup",
        }
    }
}

impl Post {
    /// The post of a service.
    pub fn of(app: &App) -> Self {
        Self { vault: Arc::clone(&app.vault), rules: Arc::clone(&app.rules) }
    }

    /// `<public URL>/<journey>?token=…`. Never built from a request.
    pub fn link(&self, journey: Journey, token: &OneTimeToken) -> String {
        format!("{}/{}?token={}", self.rules.public_url, journey.path(), token.as_str())
    }

    /// Where to sign in.
    pub fn sign_in_link(&self) -> String {
        format!("{}/sign-in", self.rules.public_url)
    }

    /// Queues a letter, sealed; it goes out after the commit and is given up at `expires_at`.
    pub fn enqueue(
        &self,
        tx: &mut dyn Write,
        chance: &mut Chance,
        to: &EmailAddress,
        letter: &Letter,
        now: Timestamp,
        expires_at: Timestamp,
    ) -> Result<LetterId, StoreError> {
        let id = LetterId::new(chance.uuid());
        let fields = encoding::encode_letter_fields(&letter.fields());
        let sealed = self.vault.seal(chance.nonce(), &sealing_context(id), &fields);
        let letter = NewLetter {
            id,
            kind: letter.name(),
            recipient: to.as_str(),
            sealed: &sealed,
            created_at: now,
            expires_at,
        };
        outbox::insert_letter(tx, &letter)?;
        Ok(id)
    }
}

/// What a letter's fields are sealed for: this letter and no other.
fn sealing_context(id: LetterId) -> String {
    format!("letter:{id}")
}

/// A time as letters tell it.
pub fn told_time(at: Timestamp) -> String {
    at.strftime("%-d %B %Y, %H:%M UTC").to_string()
}
