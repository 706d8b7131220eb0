//! `/account/password`

use rocket::{Route, State, put, routes};
use utoipa::ToSchema;

use crate::domain::App;
use crate::domain::accounts::change_password;
use crate::model::Password;
use crate::web::answer::{Done, DoneResult};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![update_password]
}

/// The old password and the new one.
#[derive(Debug, ToSchema)]
pub struct UpdatePasswordBody {
    /// The password in force.
    #[schema(value_type = String, format = "password")]
    pub current: Password,
    /// The one to take its place: 8 characters to 1,024 bytes, and not easily guessed.
    #[schema(value_type = String, format = "password", min_length = 8, max_length = 1024)]
    pub new: Password,
}

impl FromBody for UpdatePasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let current = fields.required("current", readers::presented_password);
        let new = fields.required("new", readers::parsed(Password::choose));
        Some(Self { current: current?, new: new? })
    }
}

/// Change my password.
///
/// Ends all my other sessions, voids links mailed before, and tells me by mail. Too many wrong passwords
/// in a row lock this for a while.
#[utoipa::path(
    context_path = "/api/v1", tag = "Account", security(("bearer" = [])), request_body = UpdatePasswordBody,
    responses((status = 204, description = "Changed."))
)]
#[put("/account/password", data = "<body>")]
pub(crate) async fn update_password(
    app: &State<App>,
    caller: Caller,
    body: Body<UpdatePasswordBody>,
) -> DoneResult {
    change_password::change_password(app, &caller.0, Some(body.0.current), body.0.new).await?;
    Ok(Done)
}
