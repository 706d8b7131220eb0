//! `/v1/account`: the caller's own account, and who signed in to it.

use rocket::{Route, State, delete, get, patch, routes};

use crate::domain::App;
use crate::domain::accounts::{delete as deletion, show, update};
use crate::domain::sessions::list_logins::list_logins_slice;
use crate::web::body::{Body, DialectRules};
use crate::web::dialects::cycle::wire::account::AccountBody;
use crate::web::dialects::cycle::wire::bodies::UpdateAccountBody;
use crate::web::dialects::cycle::wire::job::DescriptorBody;
use crate::web::dialects::cycle::wire::list::{Part, PartQuery};
use crate::web::dialects::cycle::wire::login::LoginBody;
use crate::web::dialects::cycle::wire::{Accepted, AcceptedResult, Data, DataResult, List, ListResult};
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_account, update_account, delete_account, list_logins]
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

/// updateAccount.
///
/// Changes what is sent. Whether operators may sign in to help takes a session.
#[utoipa::path(
    tag = "Account", security(("bearer" = ["account:update"])), request_body = UpdateAccountBody,
    responses((status = 200, description = "The updated Account.", body = Data<AccountBody>))
)]
#[patch("/v1/account", data = "<body>")]
pub(crate) async fn update_account(
    app: &State<App>,
    caller: Caller,
    body: Body<UpdateAccountBody, DialectRules>,
) -> DataResult<AccountBody> {
    Ok(Data::of(&update::update(app, &caller.0, body.0.into()).await?))
}

/// deleteAccount.
///
/// Puts the Account into a deleted state. The owner of a hub that has no other owner is refused. Every session ends; the
/// bearer that asked may still read the job.
#[utoipa::path(
    tag = "Account", security(("bearer" = [])),
    responses((status = 202, description = "What begins.", body = Data<DescriptorBody>))
)]
#[delete("/v1/account")]
pub(crate) async fn delete_account(app: &State<App>, caller: Caller) -> AcceptedResult<DescriptorBody> {
    Ok(Accepted(Data::of(&deletion::delete(app, &caller.0, None).await?)))
}

/// getAccountLogins.
///
/// Refused attempts too; the newest first, unless `sort=time`.
#[utoipa::path(
    tag = "Account", security(("bearer" = [])),
    params(PartQuery),
    responses((status = 200, description = "The logins.", body = List<LoginBody>))
)]
#[get("/v1/account/logins")]
pub(crate) async fn list_logins(app: &State<App>, caller: Caller, part: Part) -> ListResult<LoginBody> {
    let logins = list_logins_slice(app, &caller.0, part.0).await?;
    Ok(List::of(&logins, |login| login.into()))
}
