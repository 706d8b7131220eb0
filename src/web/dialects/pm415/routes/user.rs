//! `/api/user`: oneself.

use rocket::{Route, State, get, routes};

use super::memberships_of;
use crate::domain::App;
use crate::domain::accounts::show;
use crate::web::dialects::pm415::wire::org::{Me, MyOrgs, UserBody, current};
use crate::web::dialects::pm415::wire::{Answer, Pm415Result};
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_user, list_user_orgs]
}

/// Show oneself.
///
/// With all of one's orgs, and the one that one acts for.
#[utoipa::path(
    tag = "/user", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "Oneself.", body = Me))
)]
#[get("/api/user")]
pub(crate) async fn show_user(app: &State<App>, caller: Caller) -> Pm415Result<Me> {
    let user = show::show(&caller.0)?;
    let memberships = memberships_of(app, &caller.0).await?;
    let organization = current(&caller.0, &memberships).map(Into::into);
    Ok(Answer(Me { success: true, user: UserBody::of(user, &memberships), organization }))
}

/// List one's orgs.
///
/// With one's role in each.
#[utoipa::path(
    tag = "/user", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "The orgs.", body = MyOrgs))
)]
#[get("/api/user/orgs")]
pub(crate) async fn list_user_orgs(app: &State<App>, caller: Caller) -> Pm415Result<MyOrgs> {
    let memberships = memberships_of(app, &caller.0).await?;
    Ok(Answer(MyOrgs { success: true, organizations: memberships.iter().map(Into::into).collect() }))
}
