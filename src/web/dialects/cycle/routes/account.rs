//! `/v1/account`: the caller's own account.

use rocket::{Route, get, routes};

use crate::domain::accounts::show;
use crate::web::dialects::cycle::wire::account::AccountBody;
use crate::web::dialects::cycle::wire::{Data, DataResult};
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_account]
}

/// getAccount.
///
/// Gets the Account associated with the authenticated bearer token.
#[utoipa::path(
    tag = "Account", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "The Account.", body = Data<AccountBody>))
)]
#[get("/v1/account")]
pub(crate) fn show_account(caller: Caller) -> DataResult<AccountBody> {
    Ok(Data::of(show::show(&caller.0)?))
}
