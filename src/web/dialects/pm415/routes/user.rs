//! `/api/user`: oneself.

use rocket::http::Status;
use rocket::{Route, State, get, post, put, routes};

use super::memberships_of;
use crate::domain::App;
use crate::domain::accounts::show;
use crate::domain::accounts::update::{self, UpdateAccount};
use crate::domain::api_keys::profile;
use crate::model::NameChange;
use crate::web::body::Body;
use crate::web::dialects::pm415::failure::{Call, Failure, FailureBody};
use crate::web::dialects::pm415::wire::bodies::UpdateUserBody;
use crate::web::dialects::pm415::wire::org::{Me, MyOrgs, NewKey, ShownKey, UpdatedMe, UserBody, current};
use crate::web::dialects::pm415::wire::{Answer, Pm415Result, Pm415Rules};
use crate::web::guards::caller::Caller;
use crate::web::refusal::Refusal;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![show_user, update_user, show_api_key, replace_api_key, list_user_orgs]
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

/// Change oneself.
///
/// Another address takes effect once the link of its letter is used, and is not in the answer before. Another password
/// ends every other session.
#[utoipa::path(
    tag = "/user", security(("bearer" = [])), request_body = UpdateUserBody,
    responses(
        (status = 200, description = "Oneself.", body = UpdatedMe),
        (status = 409, description = "Somebody has this address.", body = FailureBody),
        (status = 422, description = "The password is there once alone.", body = FailureBody),
    )
)]
#[put("/api/user", data = "<body>")]
pub(crate) async fn update_user(
    app: &State<App>,
    caller: Caller,
    body: Body<UpdateUserBody, Pm415Rules>,
) -> Pm415Result<UpdatedMe> {
    let UpdateUserBody { first_name, last_name, email, password, confirmation } = body.0;
    let call = Call::UpdateUser { email: email.text };
    if password.is_some() && !confirmation {
        return Err(Failure::new(Refusal::Other(Status::UnprocessableEntity), call));
    }
    let is_named = first_name.is_some() || last_name.is_some();
    let name = is_named.then(|| NameChange::from_parts(first_name, last_name));
    let input = UpdateAccount { name, password, email: Some(email.address), ..UpdateAccount::default() };
    let user = update::update(app, &caller.0, input).await.map_err(|error| Failure::new(error, call))?;
    let memberships = memberships_of(app, &caller.0).await?;
    let organization = current(&caller.0, &memberships).map(Into::into);
    let user = UserBody::of(&user, &memberships);
    Ok(Answer(UpdatedMe { success: true, user, organization, do_logout: false }))
}

/// Show the API key of one's profile.
///
/// Null before the first one was made. Its beginning alone, where the service is told to be strict.
#[utoipa::path(
    tag = "/user", security(("bearer" = [])),
    responses((status = 200, description = "The key.", body = ShownKey))
)]
#[get("/api/user/apikey")]
pub(crate) async fn show_api_key(app: &State<App>, caller: Caller) -> Pm415Result<ShownKey> {
    Ok(Answer(ShownKey { success: true, apikey: profile::show(app, &caller.0).await? }))
}

/// Make another API key for one's profile.
///
/// The one before is worth nothing from then on.
#[utoipa::path(
    tag = "/user", security(("bearer" = [])),
    responses((status = 200, description = "The key.", body = NewKey))
)]
#[post("/api/user/apikey")]
pub(crate) async fn replace_api_key(app: &State<App>, caller: Caller) -> Pm415Result<NewKey> {
    let apikey = profile::replace(app, &caller.0).await?;
    Ok(Answer(NewKey { success: true, api_key: apikey.clone(), apikey }))
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
