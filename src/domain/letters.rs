//! Queuing letters inside an operation's own transaction, the language they speak, and the links in them.

use super::change::Change;
use crate::crypto::tokens::one_time::OneTimeToken;
use crate::model::{
    Dialect, EmailAddress, JobId, Letter, LetterId, Locale, SignUpDomain, Timestamp, User, UserId,
};
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

/// Whom a letter is for.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) struct Reader<'a> {
    /// Their mailbox.
    pub(in crate::domain) to: &'a EmailAddress,
    /// Who they are, or will be, where that is known.
    pub(in crate::domain) user_id: Option<UserId>,
    /// The language they want to be written to in, where that is known.
    pub(in crate::domain) locale: Option<&'a Locale>,
}

impl<'a> From<&'a User> for Reader<'a> {
    fn from(user: &'a User) -> Self {
        Self { to: &user.email.address, user_id: Some(user.id), locale: user.locale.as_ref() }
    }
}

impl<'a> Reader<'a> {
    /// The same person at another mailbox.
    pub(in crate::domain) fn at(self, to: &'a EmailAddress) -> Self {
        Self { to, ..self }
    }

    /// Lets `locale` decide where theirs is not known.
    pub(in crate::domain) fn or_in(self, locale: Option<&'a Locale>) -> Self {
        Self { locale: self.locale.or(locale), ..self }
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

    /// Queues a letter, sealed, in its reader's language; it goes out after the commit and is given up at `expires_at`.
    pub(in crate::domain) fn enqueue<'a>(
        &mut self,
        reader: impl Into<Reader<'a>>,
        letter: &Letter,
        expires_at: Timestamp,
    ) -> Result<LetterId, StoreError> {
        let (id, reader) = (self.id(), reader.into());
        let locale = reader.locale.or_else(|| self.locale_of_asker(reader, letter));
        let content = encoding::encode_letter(&letter.fields(), locale);
        let sealed = self.app.vault.seal(self.chance.nonce(), &Letter::sealing_context(id), &content);
        let letter = NewLetter {
            id,
            kind: letter.name(),
            recipient: reader.to.as_str(),
            user_id: self.person(),
            sealed: &sealed,
            transient: letter.is_transient(),
            created_at: self.now,
            expires_at,
        };
        outbox::insert_letter(self.tx, &letter)?;
        Ok(id)
    }

    /// The language of whoever asks for a letter, where that is most likely its reader. A warning does not speak the
    /// language of whom it may warn of.
    fn locale_of_asker(&self, reader: Reader<'_>, letter: &Letter) -> Option<&Locale> {
        let is_reader = reader.user_id.is_some() && reader.user_id == self.person();
        self.locale().filter(|_| is_reader && !letter.is_warning())
    }
}
