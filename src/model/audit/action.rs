//! What audit events tell: one action for each thing that is done.

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Somebody signed up; the letter waits to be used.
    SignUpStarted,
    /// The owner of the mailbox said that a sign-up was not theirs.
    SignUpDisowned,
    /// An account was made.
    UserCreated,
    /// An account was activated, by its letter or without one.
    UserActivated,
    /// A mailbox was proven.
    EmailVerified,
    /// A person changed their account.
    UserUpdated,
    /// A person changed their password.
    PasswordChanged,
    /// A person asked for another address.
    EmailChangeRequested,
    /// The old mailbox accepted a change of address.
    EmailChangeAccepted,
    /// The new mailbox of a change of address was proven.
    EmailChangeConfirmed,
    /// The old mailbox denied a change of address.
    EmailChangeDenied,
    /// A person's address changed.
    EmailChanged,
    /// The former address was put back.
    EmailRestored,
    /// Somebody asked for the letter that proves a mailbox again.
    ActivationResendRequested,
    /// Somebody asked for a letter to reset their password.
    PasswordResetRequested,
    /// A person set another password by a letter.
    PasswordReset,
    /// A person turned their second factor on.
    TwoFactorEnabled,
    /// A person turned their second factor off.
    TwoFactorDisabled,
    /// A passkey was added.
    PasskeyAdded,
    /// A passkey was removed.
    PasskeyRemoved,
    /// A person made new recovery codes.
    RecoveryCodesRegenerated,
    /// A person who lost their authenticator app set another one up, by recovery codes.
    TwoFactorRecoveryStarted,
    /// That other app took the place of the lost one.
    TwoFactorRecovered,
    /// The owner of a mailbox said that what happened to their account was not their doing.
    UserDisowned,
    /// A person asked for the deletion of their account.
    DeletionRequested,
    /// The deletion of an account was taken back.
    DeletionCancelled,
    /// A person was erased.
    UserDeleted,
    /// A person was made an operator.
    OperatorGranted,
    /// A person is an operator no longer.
    OperatorRemoved,
    /// An operator shut an account.
    UserSuspended,
    /// An operator opened a suspended account again.
    UserRestored,
    /// An operator signed a person out everywhere.
    UserSignedOut,
    /// An operator turned a lost second factor off.
    TwoFactorReset,
    /// An operator gave a person who lost their mailbox another address.
    EmailSet,
    /// An operator signed in as a person, to help them.
    SupportLogin,
    /// An operator made a sign-up domain.
    SignUpDomainCreated,
    /// An operator changed a sign-up domain.
    SignUpDomainUpdated,
    /// An operator removed a sign-up domain.
    SignUpDomainDeleted,
    /// An operator had a letter tried again.
    LetterResent,
    /// An operator took a letter back.
    LetterCancelled,
    /// An operator sent a test letter.
    TestLetterSent,
    /// Another key was put in force, to sign session tokens.
    SigningKeyRotated,
    /// A person made an API key.
    ApiKeyCreated,
    /// An API key was taken back, or fell with what it stood on.
    ApiKeyRevoked,
    /// Somebody signed in.
    SessionStarted,
    /// A session's token was replaced.
    SessionRefreshed,
    /// A session's token was replaced by one for another org.
    SessionOrgChanged,
    /// A session ended.
    SessionEnded,
    /// A spent token was shown again; its session ended.
    SessionTokenReused,
    /// An org was founded.
    OrgCreated,
    /// An org's settings changed.
    OrgUpdated,
    /// An owner asked for the deletion of an org.
    OrgDeletionRequested,
    /// The deletion of an org was taken back.
    OrgDeletionCancelled,
    /// An org was erased.
    OrgDeleted,
    /// Somebody joined.
    MemberJoined,
    /// Somebody who had joined and waited was let in.
    MemberApproved,
    /// A member's role changed.
    MemberRoleChanged,
    /// A member was removed or left.
    MemberRemoved,
    /// An owner asked a member to take their place.
    OwnershipTransferStarted,
    /// The member took the place.
    OwnershipTransferAccepted,
    /// The member did not want to.
    OwnershipTransferDeclined,
    /// An owner took it back.
    OwnershipTransferCancelled,
    /// Its owner lost the role, or its member left.
    OwnershipTransferVoided,
    /// Somebody was invited, or invited again.
    InvitationCreated,
    /// An invitation's letter was sent again.
    InvitationResent,
    /// An invitation was taken back.
    InvitationRevoked,
    /// Somebody joined by an invitation.
    InvitationAccepted,
    /// An invitation was declined.
    InvitationDeclined,
}

impl Action {
    /// All of them.
    pub const ALL: [Self; 68] = [
        Self::SignUpStarted,
        Self::SignUpDisowned,
        Self::UserCreated,
        Self::UserActivated,
        Self::EmailVerified,
        Self::UserUpdated,
        Self::PasswordChanged,
        Self::EmailChangeRequested,
        Self::EmailChangeAccepted,
        Self::EmailChangeConfirmed,
        Self::EmailChangeDenied,
        Self::EmailChanged,
        Self::EmailRestored,
        Self::ActivationResendRequested,
        Self::PasswordResetRequested,
        Self::PasswordReset,
        Self::TwoFactorEnabled,
        Self::TwoFactorDisabled,
        Self::PasskeyAdded,
        Self::PasskeyRemoved,
        Self::RecoveryCodesRegenerated,
        Self::TwoFactorRecoveryStarted,
        Self::TwoFactorRecovered,
        Self::UserDisowned,
        Self::DeletionRequested,
        Self::DeletionCancelled,
        Self::UserDeleted,
        Self::OperatorGranted,
        Self::OperatorRemoved,
        Self::UserSuspended,
        Self::UserRestored,
        Self::UserSignedOut,
        Self::TwoFactorReset,
        Self::EmailSet,
        Self::SupportLogin,
        Self::SignUpDomainCreated,
        Self::SignUpDomainUpdated,
        Self::SignUpDomainDeleted,
        Self::LetterResent,
        Self::LetterCancelled,
        Self::TestLetterSent,
        Self::SigningKeyRotated,
        Self::ApiKeyCreated,
        Self::ApiKeyRevoked,
        Self::SessionStarted,
        Self::SessionRefreshed,
        Self::SessionOrgChanged,
        Self::SessionEnded,
        Self::SessionTokenReused,
        Self::OrgCreated,
        Self::OrgUpdated,
        Self::OrgDeletionRequested,
        Self::OrgDeletionCancelled,
        Self::OrgDeleted,
        Self::MemberJoined,
        Self::MemberApproved,
        Self::MemberRoleChanged,
        Self::MemberRemoved,
        Self::OwnershipTransferStarted,
        Self::OwnershipTransferAccepted,
        Self::OwnershipTransferDeclined,
        Self::OwnershipTransferCancelled,
        Self::OwnershipTransferVoided,
        Self::InvitationCreated,
        Self::InvitationResent,
        Self::InvitationRevoked,
        Self::InvitationAccepted,
        Self::InvitationDeclined,
    ];

    /// The word for it in APIs and rows.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SignUpStarted => "sign_up.started",
            Self::SignUpDisowned => "sign_up.disowned",
            Self::UserCreated => "user.created",
            Self::UserActivated => "user.activated",
            Self::EmailVerified => "user.email_verified",
            Self::UserUpdated => "user.updated",
            Self::PasswordChanged => "user.password_changed",
            Self::EmailChangeRequested => "user.email_change_requested",
            Self::EmailChangeAccepted => "user.email_change_accepted",
            Self::EmailChangeConfirmed => "user.email_change_confirmed",
            Self::EmailChangeDenied => "user.email_change_denied",
            Self::EmailChanged => "user.email_changed",
            Self::EmailRestored => "user.email_restored",
            Self::ActivationResendRequested => "user.activation_resend_requested",
            Self::PasswordResetRequested => "user.password_reset_requested",
            Self::PasswordReset => "user.password_reset",
            Self::TwoFactorEnabled => "two_factor.enabled",
            Self::TwoFactorDisabled => "two_factor.disabled",
            Self::PasskeyAdded => "passkey.added",
            Self::PasskeyRemoved => "passkey.removed",
            Self::RecoveryCodesRegenerated => "two_factor.recovery_codes_regenerated",
            Self::TwoFactorRecoveryStarted => "two_factor.recovery_started",
            Self::TwoFactorRecovered => "two_factor.recovered",
            Self::UserDisowned => "user.disowned",
            Self::DeletionRequested => "user.deletion_requested",
            Self::DeletionCancelled => "user.deletion_cancelled",
            Self::UserDeleted => "user.deleted",
            Self::OperatorGranted => "user.operator_granted",
            Self::OperatorRemoved => "user.operator_removed",
            Self::UserSuspended => "user.suspended",
            Self::UserRestored => "user.restored",
            Self::UserSignedOut => "user.signed_out",
            Self::TwoFactorReset => "two_factor.reset",
            Self::EmailSet => "user.email_set",
            Self::SupportLogin => "user.support_login",
            Self::SignUpDomainCreated => "sign_up_domain.created",
            Self::SignUpDomainUpdated => "sign_up_domain.updated",
            Self::SignUpDomainDeleted => "sign_up_domain.deleted",
            Self::LetterResent => "letter.resent",
            Self::LetterCancelled => "letter.cancelled",
            Self::TestLetterSent => "letter.test_sent",
            Self::SigningKeyRotated => "signing_key.rotated",
            Self::ApiKeyCreated => "api_key.created",
            Self::ApiKeyRevoked => "api_key.revoked",
            Self::SessionStarted => "session.started",
            Self::SessionRefreshed => "session.refreshed",
            Self::SessionOrgChanged => "session.org_changed",
            Self::SessionEnded => "session.ended",
            Self::SessionTokenReused => "session.token_reused",
            Self::OrgCreated => "org.created",
            Self::OrgUpdated => "org.updated",
            Self::OrgDeletionRequested => "org.deletion_requested",
            Self::OrgDeletionCancelled => "org.deletion_cancelled",
            Self::OrgDeleted => "org.deleted",
            Self::MemberJoined => "member.joined",
            Self::MemberApproved => "member.approved",
            Self::MemberRoleChanged => "member.role_changed",
            Self::MemberRemoved => "member.removed",
            Self::OwnershipTransferStarted => "ownership_transfer.started",
            Self::OwnershipTransferAccepted => "ownership_transfer.accepted",
            Self::OwnershipTransferDeclined => "ownership_transfer.declined",
            Self::OwnershipTransferCancelled => "ownership_transfer.cancelled",
            Self::OwnershipTransferVoided => "ownership_transfer.voided",
            Self::InvitationCreated => "invitation.created",
            Self::InvitationResent => "invitation.resent",
            Self::InvitationRevoked => "invitation.revoked",
            Self::InvitationAccepted => "invitation.accepted",
            Self::InvitationDeclined => "invitation.declined",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn all_actions_are_listed_and_each_has_a_word_of_its_own() {
        let words: BTreeSet<&str> = Action::ALL.into_iter().map(Action::as_str).collect();
        let arms = include_str!("action.rs").lines().filter(|line| line.contains(" => \"")).count();
        assert_eq!((words.len(), Action::ALL.len()), (arms, arms));
    }
}
