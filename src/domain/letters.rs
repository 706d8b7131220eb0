//! Queuing letters inside an operation's own transaction, and the links in them.

use super::change::Change;
use crate::crypto::tokens::one_time::OneTimeToken;
use crate::model::{Dialect, EmailAddress, JobId, Letter, LetterId, SignUpDomain, Timestamp};
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
    /// Let the address of an account change.
    AcceptEmailChange,
    /// Stop the change of an address.
    DenyEmailChange,
    /// Prove the mailbox that is to be an account's.
    ConfirmEmailChange,
    /// Look at an ownership transfer, accept or decline.
    OwnershipTransfer,
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
            Self::AcceptEmailChange => "email-change/accept",
            Self::DenyEmailChange => "email-change/deny",
            Self::ConfirmEmailChange => "email-change/confirm",
            Self::OwnershipTransfer => "ownership-transfer",
            Self::SetUp => "setup",
        }
    }

    /// The page that the app of a dialect has for it; `None` where it has none, so that ours serves.
    fn path_in(self, dialect: Dialect) -> Option<&'static str> {
        match (dialect, self) {
            // The paths of pm415's own web front end.
            (Dialect::Pm415, Self::Activate) => Some("account/verify/"),
            (Dialect::Pm415, Self::Reset) => Some("account/reset-password/"),
            (Dialect::Pm415, Self::Invitation) => Some("account/invite/"),
            // These document that a link leads to the app, and no path: ours are as good as any.
            // Backstack's sign-ups lead where their sign-up domain says.
            (Dialect::Polygonid, Self::Activate | Self::Reset | Self::AcceptEmailChange)
            | (Dialect::Cycle | Dialect::Backstack, Self::Reset) => Some(self.path()),
            _ => None,
        }
    }
}

impl Change<'_> {
    /// `<public URL>/<journey>?token=…`; for a change asked for in a dialect, the page of that dialect's app, where
    /// it has one. Built from settings alone, never from a request.
    pub(in crate::domain) fn link(&self, journey: Journey, token: &OneTimeToken) -> String {
        let rules = &self.app.rules;
        let page_of_app = self
            .face()
            .dialect()
            .and_then(|dialect| Some((rules.dialects.app_urls.get(&dialect)?, journey.path_in(dialect)?)));
        let (base, path) = page_of_app.unwrap_or((&rules.public_url, journey.path()));
        format!("{base}/{path}?token={}", token.as_str())
    }

    /// The link that opens the account of a sign-up: where the sign-up domain that it came through says, else as
    /// [`Change::link`].
    pub(in crate::domain) fn activation_link(
        &self,
        domain: Option<&SignUpDomain>,
        token: &OneTimeToken,
    ) -> String {
        match domain.and_then(|domain| domain.sign_up_url.as_deref()) {
            Some(url) => {
                let joint = if url.contains('?') { '&' } else { '?' };
                format!("{url}{joint}token={}", token.as_str())
            }
            None => self.link(Journey::Activate, token),
        }
    }

    /// Where to sign in.
    pub(in crate::domain) fn sign_in_link(&self) -> String {
        format!("{}/sign-in", self.app.rules.public_url)
    }

    /// Where a job is shown, and can be taken back by whoever may.
    pub(in crate::domain) fn job_link(&self, id: JobId) -> String {
        format!("{}/jobs/{id}", self.app.rules.public_url)
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
            user_id: self.person(),
            sealed: &sealed,
            transient: letter.is_transient(),
            created_at: self.now,
            expires_at,
        };
        outbox::insert_letter(self.tx, &letter)?;
        Ok(id)
    }
}
