//! Operations as they are drawn, shrunk and kept: a verb, and three numbers that choose among what there is.
//!
//! The numbers name nothing by themselves. What they choose is found when the operation is run, so a sequence stays
//! one whatever is taken out of it.

use std::fmt;
use std::str::FromStr;

use proptest::strategy::{Just, Strategy, Union};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    SignUp,
    SignUpWithOrg,
    SignUpInvited,
    Activate,
    ResendActivation,
    SignIn,
    CompleteTwoFactor,
    SignOut,
    EndSession,
    EndSessions,
    Refresh,
    ActForOrg,
    WhoAmI,
    UpdateAccount,
    ChangePassword,
    AskReset,
    Reset,
    AskEmailChange,
    AcceptEmailChange,
    ConfirmEmailChange,
    DenyEmailChange,
    Disown,
    SetUpTwoFactor,
    EnableTwoFactor,
    DisableTwoFactor,
    RegenerateCodes,
    MakeKey,
    RevokeKey,
    UseKey,
    DeleteAccount,
    CreateOrg,
    UpdateOrg,
    DeleteOrg,
    TakeJobBack,
    LookAtJob,
    Invite,
    InviteMany,
    ResendInvitation,
    RevokeInvitation,
    Accept,
    AcceptById,
    Decline,
    ChangeRole,
    RemoveMember,
    Leave,
    AskTransfer,
    AcceptTransfer,
    DeclineTransfer,
    CancelTransfer,
    Suspend,
    Restore,
    SignOutUser,
    SupportLogin,
    ResetTwoFactor,
    SetAddress,
    LookAround,
    PutClockForward,
    WorkInBackground,
}

impl Verb {
    /// Every verb with its share. What leads to others is drawn more often.
    const SHARES: [(Self, u32); 58] = [
        (Self::SignUp, 6),
        (Self::SignUpWithOrg, 6),
        (Self::SignUpInvited, 5),
        (Self::Activate, 12),
        (Self::ResendActivation, 1),
        (Self::SignIn, 16),
        (Self::CompleteTwoFactor, 4),
        (Self::SignOut, 2),
        (Self::EndSession, 1),
        (Self::EndSessions, 1),
        (Self::Refresh, 5),
        (Self::ActForOrg, 3),
        (Self::WhoAmI, 3),
        (Self::UpdateAccount, 2),
        (Self::ChangePassword, 2),
        (Self::AskReset, 3),
        (Self::Reset, 3),
        (Self::AskEmailChange, 3),
        (Self::AcceptEmailChange, 3),
        (Self::ConfirmEmailChange, 3),
        (Self::DenyEmailChange, 1),
        (Self::Disown, 1),
        (Self::SetUpTwoFactor, 2),
        (Self::EnableTwoFactor, 3),
        (Self::DisableTwoFactor, 2),
        (Self::RegenerateCodes, 2),
        (Self::MakeKey, 2),
        (Self::RevokeKey, 1),
        (Self::UseKey, 3),
        (Self::DeleteAccount, 2),
        (Self::CreateOrg, 4),
        (Self::UpdateOrg, 3),
        (Self::DeleteOrg, 1),
        (Self::TakeJobBack, 2),
        (Self::LookAtJob, 2),
        (Self::Invite, 9),
        (Self::InviteMany, 2),
        (Self::ResendInvitation, 2),
        (Self::RevokeInvitation, 2),
        (Self::Accept, 8),
        (Self::AcceptById, 2),
        (Self::Decline, 2),
        (Self::ChangeRole, 6),
        (Self::RemoveMember, 3),
        (Self::Leave, 3),
        (Self::AskTransfer, 6),
        (Self::AcceptTransfer, 4),
        (Self::DeclineTransfer, 1),
        (Self::CancelTransfer, 2),
        (Self::Suspend, 2),
        (Self::Restore, 3),
        (Self::SignOutUser, 1),
        (Self::SupportLogin, 2),
        (Self::ResetTwoFactor, 1),
        (Self::SetAddress, 1),
        (Self::LookAround, 3),
        (Self::PutClockForward, 8),
        (Self::WorkInBackground, 3),
    ];
}

/// One operation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Operation {
    /// What is done.
    pub(super) verb: Verb,
    /// By whom.
    pub(super) who: u8,
    /// To what.
    pub(super) what: u8,
    /// In which way.
    pub(super) how: u8,
}

/// As a kept sequence has it: `Invite 3 0 7`.
impl fmt::Display for Operation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { verb, who, what, how } = self;
        write!(out, "{verb:?} {who} {what} {how}")
    }
}

impl fmt::Debug for Operation {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Operation {
    type Err = String;

    fn from_str(line: &str) -> Result<Self, String> {
        let unknown = || format!("no operation: {line}");
        let mut words = line.split_whitespace();
        let word = words.next().ok_or_else(unknown)?;
        let verb = Verb::SHARES.iter().map(|(verb, _)| *verb).find(|verb| format!("{verb:?}") == word);
        let mut number = || words.next().and_then(|number| number.parse().ok()).ok_or_else(unknown);
        Ok(Self { verb: verb.ok_or_else(unknown)?, who: number()?, what: number()?, how: number()? })
    }
}

/// Draws operations.
pub(super) fn operation() -> impl Strategy<Value = Operation> {
    let verbs = Union::new_weighted(Verb::SHARES.map(|(verb, share)| (share, Just(verb))).to_vec());
    (verbs, 0..16_u8, 0..16_u8, 0..16_u8).prop_map(|(verb, who, what, how)| Operation {
        verb,
        who,
        what,
        how,
    })
}

#[test]
fn an_operation_is_kept_as_a_line() {
    for (verb, _) in Verb::SHARES {
        let operation = Operation { verb, who: 3, what: 0, how: 15 };
        assert_eq!(operation.to_string().parse(), Ok(operation));
    }
    for line in ["", "Invite", "Invite 1 2", "Fly 1 2 3", "Invite 1 2 300"] {
        assert!(line.parse::<Operation>().is_err(), "{line}");
    }
}
