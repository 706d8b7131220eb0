//! `/api/org`: the orgs that one belongs to.

use rocket::{Route, State, delete, get, post, put, routes};

use super::{find_org, memberships_of};
use crate::domain::App;
use crate::domain::accounts::show;
use crate::domain::orgs::create::{self, CreateOrg};
use crate::domain::orgs::delete;
use crate::domain::orgs::show as show_org;
use crate::domain::orgs::update::{self, UpdateOrg};
use crate::domain::sessions::act_for_org;
use crate::web::body::Body;
use crate::web::dialects::pm415::failure::{Call, Failure, FailureBody};
use crate::web::dialects::pm415::wire::bodies::OrgNameBody;
use crate::web::dialects::pm415::wire::org::{Founded, Orgs, Renamed, Success, Switched, UserBody, current};
use crate::web::dialects::pm415::wire::{Answer, Pm415Result, Pm415Rules};
use crate::web::guards::bearer::Bearer;
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_org, list_orgs, switch_org, rename_org, delete_org]
}

/// Found an org.
///
/// Its owner is who asks.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["orgs:create"])), request_body = OrgNameBody,
    responses(
        (status = 200, description = "The org.", body = Founded),
        (status = 409, description = "Another org has this name.", body = FailureBody),
    )
)]
#[post("/api/org", data = "<body>")]
pub(crate) async fn create_org(
    app: &State<App>,
    caller: Caller,
    body: Body<OrgNameBody, Pm415Rules>,
) -> Pm415Result<Founded> {
    let user = show::show(&caller.0)?;
    let name = body.0.name;
    let call = Call::NameOrg { name: name.as_str().to_owned() };
    let org = create::create(app, &caller.0, CreateOrg { name, country: None })
        .await
        .map_err(|error| Failure::new(error, call))?;
    let user = UserBody::of(user, &memberships_of(app, &caller.0).await?);
    Ok(Answer(Founded { success: true, organization: (&org).into(), user }))
}

/// List one's orgs.
///
/// And the one that one acts for.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["account:read"])),
    responses((status = 200, description = "The orgs.", body = Orgs))
)]
#[get("/api/org")]
pub(crate) async fn list_orgs(app: &State<App>, caller: Caller) -> Pm415Result<Orgs> {
    let memberships = memberships_of(app, &caller.0).await?;
    let organizations = memberships.iter().map(Into::into).collect();
    let current = current(&caller.0, &memberships).map(Into::into);
    Ok(Answer(Orgs { success: true, organizations, current }))
}

/// Act for another org.
///
/// The token that is shown is worth nothing from then on.
#[utoipa::path(
    tag = "/org", security(("bearer" = [])),
    params(("id" = i64, Path, description = "The number of the org.")),
    responses((status = 200, description = "The org, and another token.", body = Switched))
)]
#[post("/api/org/switch/<id>")]
pub(crate) async fn switch_org(
    app: &State<App>,
    caller: Caller,
    bearer: Bearer<'_>,
    id: &str,
) -> Pm415Result<Switched> {
    let at = |error| Failure::new(error, Call::Switch { id: id.to_owned() });
    let org_id = find_org(app, &caller.0, id).await.map_err(at)?;
    let next = act_for_org::act_for_org(app, &caller.0.client, bearer.0, org_id).await.map_err(at)?;
    let membership = show_org::show(app, &caller.0, org_id).await.map_err(at)?;
    Ok(Answer(Switched { success: true, organization: (&membership).into(), token: next.token }))
}

/// Rename an org.
///
/// Its admins may.
#[utoipa::path(
    tag = "/org", security(("bearer" = ["org:update"])), request_body = OrgNameBody,
    params(("id" = i64, Path, description = "The number of the org.")),
    responses(
        (status = 200, description = "The org.", body = Renamed),
        (status = 409, description = "Another org has this name.", body = FailureBody),
    )
)]
#[put("/api/org/<id>", data = "<body>")]
pub(crate) async fn rename_org(
    app: &State<App>,
    caller: Caller,
    id: &str,
    body: Body<OrgNameBody, Pm415Rules>,
) -> Pm415Result<Renamed> {
    let name = body.0.name;
    let call = Call::NameOrg { name: name.as_str().to_owned() };
    let org_id = find_org(app, &caller.0, id).await?;
    let input = UpdateOrg { name: Some(name), ..UpdateOrg::default() };
    let membership =
        update::update(app, &caller.0, org_id, input).await.map_err(|error| Failure::new(error, call))?;
    Ok(Answer(Renamed { success: true, organization: (&membership).into() }))
}

/// Delete an org.
///
/// Its owners may, and each of them can take it back for a while: their letter tells how long.
#[utoipa::path(
    tag = "/org", security(("bearer" = [])),
    params(("id" = i64, Path, description = "The number of the org.")),
    responses((status = 200, description = "It is closed, and will be deleted.", body = Success))
)]
#[delete("/api/org/<id>")]
pub(crate) async fn delete_org(app: &State<App>, caller: Caller, id: &str) -> Pm415Result<Success> {
    let org_id = find_org(app, &caller.0, id).await?;
    delete::delete(app, &caller.0, org_id, None).await?;
    Ok(Answer(Success { success: true, message: None }))
}
