//! What each face of the service may do differently: every difference between the native API and the dialects,
//! as data, in one place.
//!
//! A dialect's document allows things that the native API refuses, and the other way round. The folders of dialects
//! hold no rule: they parse, call the same operations, and present. An operation asks here what holds for the face it
//! was called through. With the setting `dialects.strict` the service's own policy goes first where a document is more
//! lenient than it.

mod gives_away;

use std::time::Duration;

pub use gives_away::gives_away;

use super::App;
use super::change::Change;
use super::clock::later;
use crate::model::{Agreement, ClientInfo, Dialect, Face, Timestamp, UserState};

/// The customs of one face.
#[derive(Debug)]
pub struct Customs {
    /// What a chosen password must be; all of it.
    pub password: &'static [PasswordRule],
    /// The fewest characters of a username.
    pub username_characters: usize,
    /// When a sign-up's account comes to be.
    pub opens: Opens,
    /// What a sign-up with an address that has an account is told.
    pub taken_address: Telling,
    /// What somebody is told who wants a letter to an address that nobody has.
    pub unknown_address: Telling,
    /// What somebody is told who signs in as nobody, or as somebody who may not.
    pub unknown_login: Telling,
    /// Whether two orgs may have one name.
    pub org_names: OrgNames,
    /// Whose word puts a change of address into effect.
    pub address_change: Agreement,
    /// How long a session's token can be refreshed.
    pub refresh: Refresh,
    /// How long a session's token lives.
    pub token: TokenLife,
    /// How long the links of its letters live; `None` for the settings.
    pub links: Option<Duration>,
    /// What takes no more than a session.
    pub session_suffices: &'static [Deed],
    /// Whether the API key of the profile can be shown again.
    pub profile_key: ProfileKey,
    /// What becomes of a username that was taken before the letter of its sign-up was used.
    pub taken_username: TakenUsername,
}

/// One thing that a chosen password must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordRule {
    /// Eight characters, and hard to guess (NIST SP 800-63B-4 §3.1.1.2).
    Strength,
    /// So many characters.
    Characters(usize),
    /// A lower-case and an upper-case letter, a digit and a special character.
    FourKinds,
}

/// When a sign-up's account comes to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// With the token that was mailed: whoever uses it has proven the mailbox.
    ByLetter,
    /// With a token that the caller is told too, and that therefore proves nothing.
    ByToldToken,
    /// At once; its person may sign in.
    AtOnce,
    /// At once; its person may sign in once it is activated.
    AtOnceClosed,
}

impl Opens {
    /// The state of an account that is made at once; `None` where it is not.
    pub fn state_at_once(self) -> Option<UserState> {
        match self {
            Self::ByLetter | Self::ByToldToken => None,
            Self::AtOnce => Some(UserState::Active),
            Self::AtOnceClosed => Some(UserState::Pending),
        }
    }
}

/// Whether something that reveals who has an account is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// The answer is the same either way.
    Hidden,
    /// It is told, as documented.
    Told,
}

/// Whether two orgs may have one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrgNames {
    /// They may.
    Free,
    /// An org is neither founded nor renamed with the name of another one.
    Unique,
}

/// How long a session's token can be refreshed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresh {
    /// As long as its session lives, and for a grace time once more after it was replaced.
    WhileSessionLives,
    /// As long as it lives itself and has not been replaced.
    WhileTokenLives,
}

/// How long a session's token lives. None outlives its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenLife {
    /// As long as the setting says.
    Setting,
    /// So long.
    Fixed(Duration),
    /// As long as its session may.
    Session,
}

/// Something that takes the password, unless a face's customs say that a session suffices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Activate the account.
    Activate,
    /// Choose another password.
    SetPassword,
    /// Change the email address.
    ChangeAddress,
    /// Set the second factor up, or turn it off.
    TwoFactor,
    /// Delete the account.
    DeleteAccount,
    /// Delete an org.
    DeleteOrg,
}

/// Whether the API key of the profile can be shown again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProfileKey {
    /// Its beginning alone; only its digest is stored.
    Masked,
    /// Whole: it is stored sealed.
    ShownAgain,
}

/// What becomes of a username that was taken before the letter of its sign-up was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenUsername {
    /// It is left out: the letter must not be lost to it.
    LeftOut,
    /// The activation is refused.
    Refused,
}

const DAY: Duration = Duration::from_hours(24);

/// The native API.
static NATIVE: Customs = Customs {
    password: &[PasswordRule::Strength],
    username_characters: 3,
    opens: Opens::ByLetter,
    taken_address: Telling::Hidden,
    unknown_address: Telling::Hidden,
    unknown_login: Telling::Hidden,
    org_names: OrgNames::Free,
    address_change: Agreement::Both,
    refresh: Refresh::WhileSessionLives,
    token: TokenLife::Setting,
    links: None,
    session_suffices: &[],
    profile_key: ProfileKey::Masked,
    taken_username: TakenUsername::LeftOut,
};

/// A browser keeps the token in a cookie, and nothing refreshes it there: a lost answer would sign somebody out.
static PAGES: Customs = Customs { token: TokenLife::Session, ..NATIVE };

static POLYGONID: Customs = Customs {
    password: &[PasswordRule::Characters(8), PasswordRule::FourKinds],
    opens: Opens::AtOnce,
    taken_address: Telling::Told,
    address_change: Agreement::Old,
    refresh: Refresh::WhileTokenLives,
    session_suffices: &[Deed::Activate, Deed::SetPassword],
    ..NATIVE
};

static POLYGONID_STRICT: Customs = Customs {
    password: &[PasswordRule::Characters(8), PasswordRule::FourKinds, PasswordRule::Strength],
    session_suffices: &[],
    ..POLYGONID
};

static PM415: Customs = Customs {
    password: &[PasswordRule::Characters(4)],
    opens: Opens::AtOnceClosed,
    taken_address: Telling::Told,
    unknown_address: Telling::Told,
    unknown_login: Telling::Told,
    org_names: OrgNames::Unique,
    address_change: Agreement::New,
    // It has no call to refresh a token.
    token: TokenLife::Fixed(Duration::from_hours(7 * 24)),
    links: Some(DAY),
    session_suffices: &[Deed::SetPassword, Deed::ChangeAddress, Deed::DeleteOrg],
    profile_key: ProfileKey::ShownAgain,
    ..NATIVE
};

/// A sign-up answers with the person's id, so that a taken address can't be hidden even here.
static PM415_STRICT: Customs = Customs {
    password: &[PasswordRule::Strength],
    unknown_address: Telling::Hidden,
    unknown_login: Telling::Hidden,
    org_names: OrgNames::Free,
    links: None,
    session_suffices: &[Deed::ChangeAddress],
    profile_key: ProfileKey::Masked,
    ..PM415
};

static CYCLE: Customs = Customs {
    password: &[PasswordRule::Characters(8)],
    // Its calls have no member for a password.
    session_suffices: &[Deed::TwoFactor, Deed::DeleteAccount],
    ..NATIVE
};

static CYCLE_STRICT: Customs = Customs { password: &[PasswordRule::Strength], ..CYCLE };

static BACKSTACK: Customs = Customs {
    password: &[PasswordRule::Characters(8)],
    username_characters: 8,
    opens: Opens::ByToldToken,
    taken_address: Telling::Told,
    unknown_address: Telling::Told,
    address_change: Agreement::New,
    session_suffices: &[Deed::SetPassword, Deed::ChangeAddress],
    taken_username: TakenUsername::Refused,
    ..NATIVE
};

/// Who forgot a password is answered with ids, so that an unknown address can't be hidden even here.
static BACKSTACK_STRICT: Customs = Customs {
    password: &[PasswordRule::Strength],
    opens: Opens::ByLetter,
    taken_address: Telling::Hidden,
    session_suffices: &[Deed::ChangeAddress],
    ..BACKSTACK
};

impl Customs {
    /// The customs of a face.
    pub fn of(face: Face, strict: bool) -> &'static Self {
        let dialect = match face {
            Face::Native => return &NATIVE,
            Face::Pages => return &PAGES,
            Face::Dialect(dialect) => dialect,
        };
        match (dialect, strict) {
            (Dialect::Polygonid, false) => &POLYGONID,
            (Dialect::Polygonid, true) => &POLYGONID_STRICT,
            (Dialect::Pm415, false) => &PM415,
            (Dialect::Pm415, true) => &PM415_STRICT,
            (Dialect::Cycle, false) => &CYCLE,
            (Dialect::Cycle, true) => &CYCLE_STRICT,
            (Dialect::Backstack, false) => &BACKSTACK,
            (Dialect::Backstack, true) => &BACKSTACK_STRICT,
        }
    }

    /// Whether a deed takes no more than a session.
    pub fn lets(&self, deed: Deed) -> bool {
        self.session_suffices.contains(&deed)
    }
}

impl App {
    /// The customs of the face that somebody calls through.
    pub(in crate::domain) fn customs(&self, client: &ClientInfo) -> &'static Customs {
        Customs::of(client.face, self.rules.dialects.strict)
    }
}

impl Change<'_> {
    /// The customs of the face that this change is asked for through.
    pub(in crate::domain) fn customs(&self) -> &'static Customs {
        Customs::of(self.face(), self.app.rules.dialects.strict)
    }

    /// Until when a link that is written now works, where the settings say `lifetime`.
    pub(in crate::domain) fn link_expiry(&self, lifetime: Duration) -> Timestamp {
        later(self.now, self.customs().links.unwrap_or(lifetime))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strictness_never_allows_what_leniency_refuses() {
        for dialect in Dialect::ALL {
            let face = Face::Dialect(dialect);
            let (lenient, strict) = (Customs::of(face, false), Customs::of(face, true));
            assert!(strict.session_suffices.iter().all(|deed| lenient.lets(*deed)), "{dialect:?}");
            assert!(strict.password.contains(&PasswordRule::Strength), "{dialect:?}");
        }
    }
}
