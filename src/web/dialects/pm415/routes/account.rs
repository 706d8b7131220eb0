//! `/api/account`: signing in, signing up, and what the links of letters are for.

use rocket::{Route, State, get, post, routes};

use crate::domain::accounts::activate_unproven::activate_unproven;
use crate::domain::accounts::choices::Choice;
use crate::domain::accounts::request_password_reset::request_password_reset;
use crate::domain::accounts::reset_password::reset_password;
use crate::domain::accounts::sign_up::{SignUpInput, sign_up};
use crate::domain::error::Missing;
use crate::domain::orgs::create::CreateOrg;
use crate::domain::sessions::sign_in::{SignIn, sign_in};
use crate::domain::sessions::start::ActFor;
use crate::domain::{App, Error};
use crate::model::PersonName;
use crate::web::body::Body;
use crate::web::dialects::pm415::failure::{Call, Failure, FailureBody, TOKEN_UNUSABLE};
use crate::web::dialects::pm415::wire::account::{Done, LoggedIn, MessageSent, Verified};
use crate::web::dialects::pm415::wire::bodies::{
    ChangePasswordBody, ForgotPasswordBody, LoginBody, RegisterBody,
};
use crate::web::dialects::pm415::wire::{Answer, Pm415Result, Pm415Rules};
use crate::web::guards::client::Client;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![login, forgot_password, register, verify, change_password]
}

/// Login.
///
/// Retrieves a token that can be set as Bearer in the authorization header. With the token of an invitation, accepts
/// that too.
#[utoipa::path(
    tag = "/account", request_body = LoginBody,
    responses(
        (status = 200, description = "Login successful.", body = LoggedIn),
        (status = 401, description = "The password is wrong.", body = FailureBody),
        (status = 403, description = "Not activated yet, or suspended; or a second factor is on.", body = FailureBody),
        (status = 404, description = "Nobody has this address; or the org of the invitation is gone.", body = FailureBody),
        (status = 409, description = "The invitation was used, or its person is a member.", body = FailureBody),
        (status = 422, description = "The invitation can't be used, or is for another address.", body = FailureBody),
    )
)]
#[post("/api/account/login", data = "<body>")]
pub(crate) async fn login(
    app: &State<App>,
    client: Client,
    body: Body<LoginBody, Pm415Rules>,
) -> Pm415Result<LoggedIn> {
    let LoginBody { email, password, token } = body.0;
    let call = Call::Login { email: email.clone() };
    let input = SignIn { login: email, password, act_for: ActFor::First, invitation: token };
    let signed_in = sign_in(app, &client.0, input).await.map_err(|error| Failure::new(error, call))?;
    Ok(Answer(signed_in.into()))
}

/// Forgot Password.
///
/// Sends a letter whose link sets another password.
#[utoipa::path(
    tag = "/account", request_body = ForgotPasswordBody,
    responses(
        (status = 200, description = "The letter is on its way.", body = MessageSent),
        (status = 404, description = "Nobody has this address.", body = FailureBody),
    )
)]
#[post("/api/account/forgotpassword", data = "<body>")]
pub(crate) async fn forgot_password(
    app: &State<App>,
    client: Client,
    body: Body<ForgotPasswordBody, Pm415Rules>,
) -> Pm415Result<MessageSent> {
    let email = body.0.email;
    match request_password_reset(app, &client.0, email.address).await {
        Ok(user) => Ok(Answer(MessageSent::to(&email.text, user.as_ref()))),
        Err(error) => Err(Failure::new(error, Call::ForgotPassword { email: email.text })),
    }
}

/// Register.
///
/// With `organization`, founds it; with the token of an invitation, joins its org and waits there for an admin.
/// Whoever registered may log in once the link of the letter was opened.
#[utoipa::path(
    tag = "/account", request_body = RegisterBody,
    responses(
        (status = 200, description = "Registration successful.", body = Done),
        (status = 403, description = "Sign-up is closed.", body = FailureBody),
        (status = 404, description = "The org of the invitation is gone.", body = FailureBody),
        (status = 409, description = "Somebody has this address, or another org this name; or the invitation was used.", body = FailureBody),
        (status = 422, description = "The invitation can't be used, or is for another address.", body = FailureBody),
    )
)]
#[post("/api/account/register", data = "<body>")]
pub(crate) async fn register(
    app: &State<App>,
    client: Client,
    body: Body<RegisterBody, Pm415Rules>,
) -> Pm415Result<Done> {
    let body = body.0;
    let name = body.organization.as_ref().map(|name| name.as_str().to_owned());
    let call = Call::Register { email: body.email.text.clone(), organization: name.unwrap_or_default() };
    let signed_up =
        sign_up(app, &client.0, input_of(body)).await.map_err(|error| Failure::new(error, call))?;
    Ok(Answer(Done::to(&signed_up.user, None)))
}

/// What somebody signs up with: beside the token of an invitation, an org to found is passed over.
fn input_of(body: RegisterBody) -> SignUpInput {
    let founded = body.organization.filter(|_| body.token.is_none());
    SignUpInput {
        email: body.email.address,
        password: Choice::Chosen(body.password),
        name: PersonName::from_parts(body.first_name, body.last_name),
        username: None,
        org: founded.map(|name| CreateOrg { name, country: None }),
        domain_id: None,
        invitation: body.token,
        terms_accepted: true,
        locale: None,
    }
}

/// Verify account.
///
/// Activates an account by the token of its letter, as often as it is called while the letter is good. A link that
/// can't be used is told with status 200.
#[utoipa::path(
    tag = "/account",
    params(("token" = Option<String>, Query, description = "The token of the letter.")),
    responses((status = 200, description = "Verified; or, with `success` false, not.", body = Verified))
)]
#[get("/api/account/verify?<token>")]
pub(crate) async fn verify(app: &State<App>, client: Client, token: Option<&str>) -> Pm415Result<Verified> {
    let message = "User registration is completed, lets go login";
    match activate_unproven(app, &client.0, token.unwrap_or_default()).await {
        Ok(user) => Ok(Answer(Verified::Done(Done::to(&user, Some(message))))),
        Err(Error::NotFound(Missing::User)) => Ok(Answer(Verified::refused("User not found"))),
        Err(Error::NotFound(_) | Error::Expired(_)) => Ok(Answer(Verified::refused(TOKEN_UNUSABLE))),
        Err(error) => Err(error.into()),
    }
}

/// Change Password.
///
/// Sets another password by the token of the letter that a forgotten one brought. Ends every session.
#[utoipa::path(
    tag = "/account", request_body = ChangePasswordBody,
    responses(
        (status = 200, description = "Password changed.", body = Done),
        (status = 422, description = "The token can't be used.", body = FailureBody),
    )
)]
#[post("/api/account/changepassword", data = "<body>")]
pub(crate) async fn change_password(
    app: &State<App>,
    client: Client,
    body: Body<ChangePasswordBody, Pm415Rules>,
) -> Pm415Result<Done> {
    let ChangePasswordBody { token, password, .. } = body.0;
    let reset = reset_password(app, &client.0, &token, password).await?;
    Ok(Answer(Done::to(&reset.user, Some("New password saved"))))
}
