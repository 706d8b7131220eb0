//! People, as operators see them and what operators do to them.

pub mod list;
pub mod reset_two_factor;
pub mod restore;
pub mod set_address;
pub mod show;
pub mod sign_out;
pub mod support_login;
pub mod suspend;

use crate::domain::Error;
use crate::domain::error::{Forbidden, Missing};
use crate::model::{User, UserId};
use crate::store::Read;
use crate::store::queries::users;

/// The person that an operator does something to.
///
/// # Errors
/// `NotFound`; `Forbidden` for the operator's own account.
fn require_other(tx: &mut dyn Read, operator: &User, id: UserId) -> Result<User, Error> {
    if operator.id == id {
        return Err(Forbidden::OwnAccount.into());
    }
    users::find_user(tx, id)?.ok_or(Missing::User.into())
}
