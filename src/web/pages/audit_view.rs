//! What was done, as tables show it: an org's own, and the operators' of all there is. The template is
//! `audit_parts.html`.

use serde::Serialize;

use crate::model::audit::RecordedEvent;
use crate::model::{Action, PersonName};

/// So many last digits of an id tell it from its neighbours; the first ones are alike.
const SHORT: usize = 8;

/// One thing that was done.
#[derive(Serialize)]
pub struct AuditEventView {
    id: String,
    at: i64,
    /// Who did it; `None` for somebody not signed in, and for the service itself.
    actor: Option<ActorView>,
    /// The word for what was done.
    action: String,
    /// The name of the message that says it.
    action_message: String,
    target: TargetView,
    ip: Option<String>,
    /// Whether it is chained yet.
    chained: bool,
}

/// Who did it.
#[derive(Serialize)]
struct ActorView {
    id: String,
    short_id: String,
    /// What they are called; `None` once they are gone.
    name: Option<String>,
}

/// What it was done to.
#[derive(Serialize)]
struct TargetView {
    /// The name of the message that says what it is.
    message: String,
    kind: String,
    id: String,
    short_id: String,
    name: Option<String>,
}

impl From<&RecordedEvent> for AuditEventView {
    fn from(event: &RecordedEvent) -> Self {
        Self {
            id: event.id.to_string(),
            at: event.at.as_microsecond(),
            actor: event.actor.as_ref().map(|actor| ActorView {
                id: actor.id.to_string(),
                short_id: short(&actor.id.to_string()),
                name: actor.name.as_ref().map(PersonName::full),
            }),
            action: event.action.clone(),
            action_message: action_message(&event.action),
            target: TargetView {
                message: target_message(&event.target.kind),
                kind: event.target.kind.clone(),
                id: event.target.id.to_string(),
                short_id: short(&event.target.id.to_string()),
                name: event.target.name.clone(),
            },
            ip: event.ip.clone(),
            chained: event.hash.is_some(),
        }
    }
}

/// An action that a table can be narrowed to.
#[derive(Serialize)]
pub struct ActionChoice {
    /// The word for it.
    action: &'static str,
    /// The name of the message that says it.
    message: String,
}

/// The actions that a table can be narrowed to, of all those whose words begin with one of `beginnings`; none for all.
pub fn action_choices(beginnings: &[&str]) -> Vec<ActionChoice> {
    let is_offered =
        |word: &&str| beginnings.is_empty() || beginnings.iter().any(|beginning| word.starts_with(beginning));
    let words = Action::ALL.into_iter().map(Action::as_str).filter(is_offered);
    words.map(|action| ActionChoice { action, message: action_message(action) }).collect()
}

/// The name of the message that says an action.
fn action_message(word: &str) -> String {
    format!("action-{}", word.replace(['.', '_'], "-"))
}

/// The name of the message that says what something is.
fn target_message(kind: &str) -> String {
    format!("audit-target-{}", kind.replace('_', "-"))
}

/// The end of an id.
pub fn short(id: &str) -> String {
    id.chars().skip(id.chars().count().saturating_sub(SHORT)).collect()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::i18n::Words;
    use crate::model::Target;
    use crate::model::id::Id;

    #[test]
    fn every_action_is_said_in_words() {
        let words = Words::read().unwrap();
        let missing: Vec<_> =
            action_choices(&[]).into_iter().filter(|choice| !words.has(&choice.message)).collect();
        let missing: Vec<_> = missing.iter().map(|choice| choice.message.as_str()).collect();
        assert!(missing.is_empty(), "{missing:?}");
    }

    #[test]
    fn every_kind_of_target_is_said_in_words() {
        let words = Words::read().unwrap();
        let id = Uuid::nil();
        for target in [
            Target::User(Id::new(id)),
            Target::Org(Id::new(id)),
            Target::Session(Id::new(id)),
            Target::Invitation(Id::new(id)),
            Target::OwnershipTransfer(Id::new(id)),
            Target::SignUp(Id::new(id)),
            Target::ApiKey(Id::new(id)),
            Target::SignUpDomain(Id::new(id)),
            Target::Letter(Id::new(id)),
            Target::Service,
            Target::Nobody,
        ] {
            let message = target_message(target.parts().0);
            assert!(words.has(&message), "{message}");
        }
    }

    #[test]
    fn a_short_id_is_the_end_of_one() {
        assert_eq!(short("01936f5e-0000-7000-8000-00000000abcd"), "0000abcd");
        assert_eq!(short("ab"), "ab");
    }
}
