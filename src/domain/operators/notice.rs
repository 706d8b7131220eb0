//! Tells a person what an operator, or whoever has the command line of the service, did to their account.

use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::letters::Journey;
use crate::model::letter::OperatorDeed;
use crate::model::{Letter, Purpose, User};
use crate::store::StoreError;

/// Queues the letter, to the address that the person has as they are given here. Nobody is named as the operator where it
/// was done at the command line.
pub(in crate::domain) fn write(
    change: &mut Change<'_>,
    operator: Option<&User>,
    person: &User,
    event: OperatorDeed,
) -> Result<(), StoreError> {
    let expires_at = later(change.now, change.app.rules.lifetimes.session_idle);
    // Whoever talked an operator into it is on the way into the account: its owner can stop that.
    let not_me_link = match event {
        OperatorDeed::TwoFactorReset => {
            let token = change.issue_token(Purpose::NotMe, person.id.uuid(), Some(person.id), expires_at)?;
            Some(change.link(Journey::NotMe, &token))
        }
        OperatorDeed::Suspended
        | OperatorDeed::Restored
        | OperatorDeed::SignedOut
        | OperatorDeed::AddressSet
        | OperatorDeed::SupportLogin
        | OperatorDeed::Granted
        | OperatorDeed::Removed => None,
    };
    let letter = Letter::OperatorNotice {
        person: person.called(),
        event,
        operator: operator.map(User::called),
        at: change.now,
        until: (event == OperatorDeed::SupportLogin)
            .then(|| later(change.now, change.app.rules.lifetimes.support)),
        sign_in_link: change.sign_in_link(),
        not_me_link,
    };
    change.enqueue(person, &letter, expires_at)?;
    Ok(())
}
