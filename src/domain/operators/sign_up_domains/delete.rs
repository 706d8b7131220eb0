//! Removes a sign-up domain.

use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Action, Principal, SignUpDomainId, Target};
use crate::store::queries::sign_up_domains;

/// Removes a sign-up domain. Whoever signed up through it, and what they founded, stays; letters that were sent stay
/// good.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn delete(app: &App, principal: &Principal, id: SignUpDomainId) -> Result<(), Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        policy::require_operator(change.tx, &caller)?;
        if !sign_up_domains::delete_sign_up_domain(change.tx, id)? {
            return Err(Missing::SignUpDomain.into());
        }
        Ok(change.record(Action::SignUpDomainDeleted, Target::SignUpDomain(id), None)?)
    })
    .await
}
