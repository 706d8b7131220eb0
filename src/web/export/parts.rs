//! The parts of an archive: one JSON file each, in the shapes of the native API.

use serde::Serialize;
use serde_json::Value;

use crate::domain::accounts::export::Everything;
use crate::model::{EmailChange, LetterTrace};
use crate::web::answer::time;
use crate::web::api::api_keys::ApiKeyBody;
use crate::web::api::audit::AuditEventBody;
use crate::web::api::logins::LoginBody;
use crate::web::api::wire::invitation::InvitationBody;
use crate::web::api::wire::job::JobBody;
use crate::web::api::wire::org::MembershipBody;
use crate::web::api::wire::session::SessionBody;
use crate::web::api::wire::user::UserBody;

/// One file.
pub(super) struct Part {
    /// Its name in the archive.
    pub(super) file: &'static str,
    /// What a person calls it.
    pub(super) title: &'static str,
    /// What it tells.
    pub(super) about: &'static str,
    /// What is in it.
    pub(super) content: Value,
}

/// A change of address.
#[derive(Serialize)]
struct EmailChangeRecord {
    created_at: String,
    old: String,
    new: String,
    accepted_at: Option<String>,
    confirmed_at: Option<String>,
    expires_at: String,
}

impl From<&EmailChange> for EmailChangeRecord {
    fn from(change: &EmailChange) -> Self {
        Self {
            created_at: time(change.created_at),
            old: change.old.address.as_str().to_owned(),
            new: change.new.as_str().to_owned(),
            accepted_at: change.accepted_at.map(time),
            confirmed_at: change.confirmed_at.map(time),
            expires_at: time(change.expires_at),
        }
    }
}

/// A letter, without what it said.
#[derive(Serialize)]
struct LetterRecord {
    created_at: String,
    kind: String,
    recipient: String,
    state: &'static str,
    detail: Option<String>,
}

impl From<&LetterTrace> for LetterRecord {
    fn from(letter: &LetterTrace) -> Self {
        Self {
            created_at: time(letter.created_at),
            kind: letter.kind.clone(),
            recipient: letter.recipient.clone(),
            state: letter.mail.stage.as_str(),
            detail: letter.mail.detail.clone(),
        }
    }
}

/// The parts, in the order they are shown.
pub(super) fn of(everything: &Everything) -> Vec<Part> {
    let Everything { at, user, sessions, logins, memberships, invitations, .. } = everything;
    vec![
        part("account.json", "Account", "What you are called and how you are reached.", UserBody::from(user)),
        list("orgs.json", "Orgs", "The orgs that you belong to.", memberships, MembershipBody::from),
        list("sessions.json", "Sessions", "Where you are, or lately were, signed in.", sessions, |session| {
            SessionBody::new(session, None)
        }),
        list("logins.json", "Sign-ins", "Attempts to sign in to your account.", logins, LoginBody::from),
        list(
            "invitations.json",
            "Invitations",
            "Invitations to you, and those that you made.",
            invitations,
            |invitation| InvitationBody::new(invitation, *at),
        ),
        list(
            "api_keys.json",
            "API keys",
            "Keys that act as you; not the keys themselves.",
            &everything.api_keys,
            ApiKeyBody::from,
        ),
        list(
            "email_changes.json",
            "Changes of address",
            "Other addresses that you asked for or had lately.",
            &everything.email_changes,
            EmailChangeRecord::from,
        ),
        list(
            "letters.json",
            "Letters",
            "That we wrote to you, and what became of it.",
            &everything.letters,
            LetterRecord::from,
        ),
        list("jobs.json", "Deletions", "What you asked us to delete.", &everything.jobs, JobBody::from),
        list(
            "audit_events.json",
            "Audit",
            "What you did, and what was done to your account.",
            &everything.audit_events,
            AuditEventBody::from,
        ),
    ]
}

fn list<'a, M, T: Serialize>(
    file: &'static str,
    title: &'static str,
    about: &'static str,
    records: &'a [M],
    present: impl Fn(&'a M) -> T,
) -> Part {
    part(file, title, about, records.iter().map(present).collect::<Vec<_>>())
}

fn part(file: &'static str, title: &'static str, about: &'static str, content: impl Serialize) -> Part {
    let content = serde_json::to_value(content).unwrap_or_default();
    Part { file, title, about, content }
}
