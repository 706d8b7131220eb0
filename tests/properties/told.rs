//! What one operation may change, and what the audit must tell of it.

use super::operation::Verb;
use super::rows::Changes;
use crate::support::Answer;

/// What may change although a request is refused: what is counted, and the record of who tried to sign in.
const COUNTED: [&str; 3] = ["lockouts", "logins", "rate_limits"];

/// What changes without being told: counters, letters and links on their way, answers that are remembered.
const UNTOLD: [&str; 7] =
    ["lockouts", "logins", "rate_limits", "outbox", "one_time_tokens", "idempotency_keys", "inbox"];

/// What is wrong about the changes of one request.
pub(super) fn faults(verb: Verb, answer: &Answer, changes: &Changes) -> Vec<String> {
    let mut faults = Vec::new();
    if changes.lost_events > 0 {
        faults.push("an event is not as it was".to_owned());
    }
    if answer.status >= 400 {
        let (tables, actions) = allowed_of_refusal(verb, answer.body["code"].as_str().unwrap_or_default());
        for (table, change) in &changes.tables {
            if !COUNTED.contains(table) && !tables.contains(table) {
                faults.push(format!("a refusal changes {change}"));
            }
        }
        faults.extend(untrue(&changes.actions, actions));
        return faults;
    }
    faults.extend(untrue(&changes.actions, actions(verb)));
    let untold = |table: &&str| UNTOLD.contains(table) || unaudited(verb).contains(table);
    if let Some(table) = changes.tables.keys().find(|table| !untold(table))
        && changes.actions.is_empty()
    {
        faults.push(format!("nothing is told of {}", changes.tables[table]));
    }
    faults
}

fn untrue(told: &[String], possible: &[&str]) -> Vec<String> {
    let strange = told.iter().filter(|action| !possible.contains(&action.as_str()));
    strange.map(|action| format!("{action} is told, which did not happen")).collect()
}

/// The tables that a refusal may change beyond what is counted, and what is told of it.
fn allowed_of_refusal(verb: Verb, code: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match (verb, code) {
        // The right password: a challenge is made.
        (Verb::SignIn, "two_factor_required") => (&["one_time_tokens"], &[]),
        // A spent token was shown again: the session ends, and its person is told by mail.
        (Verb::Refresh, "not_signed_in") => {
            (&["sessions", "audit_personal", "outbox"], &["session.token_reused"])
        }
        _ => (&[], &[]),
    }
}

/// What an operation changes that is not audited: a set-up that nobody went on with gates nothing.
fn unaudited(verb: Verb) -> &'static [&'static str] {
    match verb {
        Verb::SetUpTwoFactor => &["authenticators"],
        _ => &[],
    }
}

/// What the audit may tell of an operation that succeeded.
#[expect(clippy::too_many_lines, reason = "it is one table")]
fn actions(verb: Verb) -> &'static [&'static str] {
    match verb {
        Verb::SignUp | Verb::SignUpWithOrg => &["sign_up.started"],
        Verb::SignUpInvited => &[
            "sign_up.started",
            "user.created",
            "user.activated",
            "user.email_verified",
            "session.ended",
            "api_key.revoked",
            "invitation.accepted",
            "member.joined",
            "user.deletion_cancelled",
            "org.deletion_cancelled",
        ],
        Verb::Activate => &[
            "user.created",
            "user.activated",
            "user.email_verified",
            "session.ended",
            "api_key.revoked",
            "org.created",
            "member.joined",
            "invitation.accepted",
            "user.deletion_cancelled",
            "org.deletion_cancelled",
        ],
        Verb::ResendActivation => &["user.activation_resend_requested"],
        Verb::SignIn | Verb::CompleteTwoFactor => &["session.started", "user.deletion_cancelled"],
        Verb::SignOut | Verb::EndSession | Verb::EndSessions => &["session.ended"],
        Verb::Refresh => &["session.refreshed"],
        Verb::ActForOrg => &["session.org_changed"],
        Verb::UpdateAccount => &["user.updated", "session.ended"],
        Verb::ChangePassword => &["user.password_changed", "session.ended"],
        Verb::AskReset => &["user.password_reset_requested"],
        Verb::Reset => &[
            "user.password_reset",
            "session.ended",
            "user.activated",
            "user.email_verified",
            "api_key.revoked",
            "user.deletion_cancelled",
            "org.deletion_cancelled",
        ],
        Verb::AskEmailChange => &["user.email_change_requested"],
        Verb::AcceptEmailChange => {
            &["user.email_change_accepted", "user.email_changed", "user.activated", "session.ended"]
        }
        Verb::ConfirmEmailChange => {
            &["user.email_change_confirmed", "user.email_changed", "user.activated", "session.ended"]
        }
        Verb::DenyEmailChange => &[
            "user.email_change_denied",
            "user.deletion_cancelled",
            "org.deletion_cancelled",
            "session.ended",
            "api_key.revoked",
        ],
        Verb::Disown => &[
            "sign_up.disowned",
            "user.disowned",
            "user.email_restored",
            "user.deletion_cancelled",
            "org.deletion_cancelled",
            "session.ended",
            "api_key.revoked",
        ],
        Verb::EnableTwoFactor => &["two_factor.enabled", "session.ended"],
        Verb::DisableTwoFactor => &["two_factor.disabled", "session.ended"],
        Verb::RegenerateCodes => &["two_factor.recovery_codes_regenerated"],
        Verb::MakeKey => &["api_key.created"],
        Verb::RevokeKey => &["api_key.revoked"],
        Verb::UseKey | Verb::CreateOrg => &["org.created", "member.joined"],
        Verb::DeleteAccount => {
            &["user.deletion_requested", "session.ended", "invitation.revoked", "ownership_transfer.voided"]
        }
        Verb::UpdateOrg => &["org.updated"],
        Verb::DeleteOrg => &["org.deletion_requested"],
        Verb::TakeJobBack => &["user.deletion_cancelled", "org.deletion_cancelled"],
        Verb::Invite | Verb::InviteMany => &["invitation.created"],
        Verb::ResendInvitation => &["invitation.resent"],
        Verb::RevokeInvitation => &["invitation.revoked"],
        Verb::Accept | Verb::AcceptById => &[
            "invitation.accepted",
            "member.joined",
            "user.activated",
            "user.email_verified",
            "session.ended",
            "api_key.revoked",
        ],
        Verb::Decline => &["invitation.declined"],
        Verb::ChangeRole => {
            &["member.role_changed", "member.approved", "ownership_transfer.voided", "invitation.revoked"]
        }
        Verb::RemoveMember | Verb::Leave => {
            &["member.removed", "ownership_transfer.voided", "invitation.revoked", "api_key.revoked"]
        }
        Verb::AskTransfer => &["ownership_transfer.started", "ownership_transfer.voided"],
        Verb::AcceptTransfer => &[
            "ownership_transfer.accepted",
            "member.role_changed",
            "ownership_transfer.voided",
            "invitation.revoked",
        ],
        Verb::DeclineTransfer => &["ownership_transfer.declined"],
        Verb::CancelTransfer => &["ownership_transfer.cancelled"],
        // The operator signs in anew for these when their session is over.
        Verb::Suspend => &["user.suspended", "session.ended", "session.started"],
        Verb::Restore => &["user.restored", "session.started"],
        Verb::SignOutUser => &["user.signed_out", "session.ended", "session.started"],
        Verb::SupportLogin => &["user.support_login", "session.started"],
        Verb::ResetTwoFactor => &["two_factor.reset", "session.ended", "session.started"],
        Verb::SetAddress => {
            &["user.email_set", "user.email_verified", "session.ended", "session.started", "api_key.revoked"]
        }
        Verb::LookAround => &["session.started"],
        Verb::WhoAmI
        | Verb::SetUpTwoFactor
        | Verb::LookAtJob
        | Verb::PutClockForward
        | Verb::WorkInBackground => &[],
    }
}
