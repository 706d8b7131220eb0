//! `/setup`: what the link of the first start, and that of `gatepost operator create`, lead to.

use rocket::{Route, State, post, routes};
use utoipa::ToSchema;

use super::wire::user::{NameInput, UserBody, required_name};
use crate::domain::App;
use crate::domain::accounts::set_up_operator::{self, SetUpOperator};
use crate::model::{EmailAddress, Password, PersonName};
use crate::web::answer::{Created, CreatedResult};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_operator]
}

/// What an operator's account is made with.
#[derive(Debug, ToSchema)]
pub struct SetUpBody {
    /// The token of the printed link.
    pub token: String,
    /// Their address; the one that the link was made for, if by `gatepost operator create`.
    #[schema(value_type = String, example = "june@example.com")]
    pub email: EmailAddress,
    /// 8 characters to 1,024 bytes, and not easily guessed.
    #[schema(value_type = String, format = "password", min_length = 8, max_length = 1024)]
    pub password: Password,
    /// How they are called.
    #[schema(value_type = NameInput)]
    pub name: PersonName,
}

impl FromBody for SetUpBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let token = fields.required("token", readers::text);
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let password = fields.required("password", readers::parsed(Password::choose));
        let name = required_name(fields);
        Some(Self { token: token?, email: email?, password: password?, name: name? })
    }
}

impl From<SetUpBody> for SetUpOperator {
    fn from(body: SetUpBody) -> Self {
        Self { token: body.token, email: body.email, password: body.password, name: body.name }
    }
}

/// Make an operator's account.
///
/// Spends the link that the first start printed, or that `gatepost operator create` did. The first start's makes one
/// operator, ever.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", request_body = SetUpBody,
    responses(
        (status = 201, description = "The operator.", body = UserBody),
        (status = 403, description = "The link is for another address.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 404, description = "The token is not known.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 409, description = "The address has an account by now.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "The token was used, or is too old.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/setup", data = "<body>")]
pub(crate) async fn create_operator(
    app: &State<App>,
    client: Client,
    body: Body<SetUpBody>,
) -> CreatedResult<UserBody> {
    Ok(Created((&set_up_operator::set_up_operator(app, &client.0, body.0.into()).await?).into()))
}
