//! Signs somebody up whose account is there at once, as the documents of some dialects have it.
//!
//! Nothing has been proven by then: the account holds an address that may be somebody else's. So whoever has an account
//! is told to anybody who asks for another one with its address, and the account is not activated: the letter that
//! follows does that. Whoever proves the mailbox later takes the account over ([`super::mailbox`]).

use super::person::{add_proven_inactive, add_unproven, org_of, person_of, require_free};
use super::sign_up::SignedUp;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::domain::invitations::redeem::{self, Presented};
use crate::domain::members::approval::Admission;
use crate::domain::orgs::create::found;
use crate::model::{SignUp, User, UserState};

/// Makes the account of a sign-up, and its org. Native sign-ups that wait with the address do not stand in its way.
///
/// # Errors
/// `Conflict` for an address with an account, proven or not.
pub(super) fn open(change: &mut Change<'_>, waiting: &SignUp, state: UserState) -> Result<SignedUp, Error> {
    require_free(change.tx, &waiting.email)?;
    let org = org_of(waiting, change.now);
    let person = User { state, ..person_of(waiting) };
    let name = org.as_ref().map(|org| &org.name);
    let user = add_unproven(change, person, &waiting.password_hash, name)?;
    if let Some(org) = &org {
        found(change, org, user.id)?;
    }
    Ok(SignedUp { user, org, orgs_to_review: Vec::new(), waiting: None })
}

/// Makes the account of a sign-up by an invitation, and its membership. The mailed token proves the mailbox; the account
/// is to be activated all the same.
///
/// # Errors
/// `Conflict` for an address with an account; then `Expired` for an org that is gone; else as for [`redeem::join`].
pub(super) fn join(
    change: &mut Change<'_>,
    presented: Presented,
    waiting: &SignUp,
    state: UserState,
) -> Result<SignedUp, Error> {
    require_free(change.tx, &waiting.email)?;
    let redeemable = presented.require_org(change.tx)?;
    redeemable.require_allowed()?;
    let org = redeemable.org.clone();
    let add = if redeemable.proves_mailbox() { add_proven_inactive } else { add_unproven };
    let person = User { state, ..person_of(waiting) };
    let user = add(change, person, &waiting.password_hash, Some(&org.name))?;
    redeem::join(change, &redeemable, &user, Admission::of(&org))?;
    Ok(SignedUp { user, org: Some(org), orgs_to_review: Vec::new(), waiting: None })
}
