//! What is sent. An empty text is as good as none.

use utoipa::ToSchema;

use super::ids;
use crate::domain::accounts::choices::Choice;
use crate::domain::accounts::sign_up::SignUpInput;
use crate::domain::accounts::update::UpdateAccount;
use crate::domain::orgs::create::CreateOrg;
use crate::domain::sessions::sign_in::SignIn;
use crate::domain::sessions::start::ActFor;
use crate::model::{
    Country, EmailAddress, OrgId, OrgName, Password, PersonName, SignUpDomainId, Username, ValueError,
};
use crate::web::body::{Fields, FromBody, Node, Reason, readers};

/// What somebody signs up with.
#[derive(Debug, ToSchema)]
pub struct SignUpBody {
    /// The domain that they come through.
    #[schema(value_type = String, example = "dom_01ELyq1wYqCVVNCtWaGvjT")]
    pub domain_id: SignUpDomainId,
    /// The title of the account.
    #[schema(value_type = String, example = "Acme Corp")]
    pub account_title: OrgName,
    /// How the person is called.
    #[schema(value_type = String, example = "June Doe")]
    pub name: PersonName,
    /// At least 8 characters, and not the password. Made from the name when left out.
    #[schema(value_type = Option<String>, example = "june.doe")]
    pub username: Option<Username>,
    /// At least 8 characters, and not the username. Made when left out.
    #[schema(value_type = Option<String>, format = "password")]
    pub password: Option<Password>,
    /// Where the activation letter goes.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: EmailAddress,
    /// Where the account is: ISO 3166-1 alpha-2.
    #[schema(value_type = String, example = "US")]
    pub country_id: Country,
}

impl FromBody for SignUpBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let domain_id = required(fields, "domain_id", read_domain);
        let account_title = required(fields, "account_title", parsed(OrgName::parse));
        let name = required(fields, "name", parsed(PersonName::parse));
        let username = optional(fields, "username", parsed(Username::parse));
        let password = optional(fields, "password", parsed(Password::present));
        let email = required(fields, "email", parsed(EmailAddress::parse));
        let country_id = required(fields, "country_id", parsed(Country::parse));
        Some(Self {
            domain_id: domain_id?,
            account_title: account_title?,
            name: name?,
            username,
            password,
            email: email?,
            country_id: country_id?,
        })
    }
}

impl From<SignUpBody> for SignUpInput {
    fn from(body: SignUpBody) -> Self {
        Self {
            email: body.email,
            password: body.password.map_or(Choice::Generated, Choice::Chosen),
            name: body.name,
            username: Some(body.username.map_or(Choice::Generated, Choice::Chosen)),
            org: Some(CreateOrg { name: body.account_title, country: Some(body.country_id) }),
            domain_id: Some(body.domain_id),
            invitation: None,
            terms_accepted: false,
            locale: None,
        }
    }
}

/// The token of a letter's link.
#[derive(Debug, ToSchema)]
pub struct TokenInput {
    /// The token.
    pub token: String,
}

impl FromBody for TokenInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { token: required(fields, "token", as_it_is)? })
    }
}

/// What somebody signs in with.
#[derive(Debug, ToSchema)]
pub struct LoginBody {
    /// Their username, or their email address.
    #[schema(example = "june.doe")]
    pub username: String,
    /// Their password.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
}

impl FromBody for LoginBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let username =
            required(fields, "username", |text| readers::text_up_to(320)(Node::Text(text.to_owned())));
        let password = required(fields, "password", parsed(Password::present));
        Some(Self { username: username?, password: password? })
    }
}

impl From<LoginBody> for SignIn {
    fn from(body: LoginBody) -> Self {
        Self { login: body.username, password: body.password, act_for: ActFor::TheOnlyOne, invitation: None }
    }
}

/// The account to act for.
#[derive(Debug, ToSchema)]
pub struct ChooseAccountBody {
    /// One of those that the session tells.
    #[schema(value_type = String, example = "act_01ELyq1wYqCVVNCtWaGvjT")]
    pub account_id: OrgId,
}

impl FromBody for ChooseAccountBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { account_id: required(fields, "account_id", read_account)? })
    }
}

/// An address.
#[derive(Debug, ToSchema)]
pub struct ForgotPasswordBody {
    /// Whose password is forgotten.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: EmailAddress,
}

impl FromBody for ForgotPasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { email: required(fields, "email", parsed(EmailAddress::parse))? })
    }
}

/// Another password, and what allows it.
#[derive(Debug, ToSchema)]
pub struct ResetPasswordBody {
    /// The token of the letter's link.
    pub token: String,
    /// At least 8 characters, and not the username.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
    /// The same again.
    #[schema(value_type = String, format = "password")]
    pub confirm: Password,
}

impl FromBody for ResetPasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let token = required(fields, "token", as_it_is);
        let password = required(fields, "password", parsed(Password::present));
        let confirm = required(fields, "confirm", |text| {
            let confirm = parsed(Password::present)(text)?;
            match &password {
                Some(password) if password.expose() != confirm.expose() => {
                    Err(Reason::new("confirmation_differs", "Must match the password."))
                }
                _ => Ok(confirm),
            }
        });
        Some(Self { token: token?, password: password?, confirm: confirm? })
    }
}

/// What is to change; what is left out, or empty, stays.
#[derive(Debug, ToSchema)]
pub struct UpdateUserBody {
    /// At least 8 characters, and not the password.
    #[schema(value_type = Option<String>, example = "june.doe")]
    pub username: Option<Username>,
    /// At least 8 characters, and not the username.
    #[schema(value_type = Option<String>, format = "password")]
    pub password: Option<Password>,
    /// How they are called.
    #[schema(value_type = Option<String>, example = "June Doe")]
    pub name: Option<PersonName>,
    /// Where letters go, once its mailbox agrees.
    #[schema(value_type = Option<String>, format = "email", example = "june@example.com")]
    pub email: Option<EmailAddress>,
}

impl FromBody for UpdateUserBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let username = optional(fields, "username", parsed(Username::parse));
        let password = optional(fields, "password", parsed(Password::present));
        let name = optional(fields, "name", parsed(PersonName::parse));
        let email = optional(fields, "email", parsed(EmailAddress::parse));
        Some(Self { username, password, name, email })
    }
}

impl From<UpdateUserBody> for UpdateAccount {
    fn from(body: UpdateUserBody) -> Self {
        Self {
            name: body.name.map(Into::into),
            username: body.username.map(Some),
            password: body.password,
            email: body.email,
            ..Self::default()
        }
    }
}

fn required<T>(fields: &mut Fields, name: &str, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
    fields.member(name, |node| match filled(node)? {
        Some(text) => read(&text),
        None => Err(Reason::new("required", "This value is required.")),
    })
}

fn optional<T>(fields: &mut Fields, name: &str, read: impl FnOnce(&str) -> Result<T, Reason>) -> Option<T> {
    fields.member(name, |node| filled(node)?.map(|text| read(&text)).transpose()).flatten()
}

fn filled(node: Option<Node>) -> Result<Option<String>, Reason> {
    match node {
        None | Some(Node::Null) => Ok(None),
        Some(node) => Ok(Some(readers::text(node)?).filter(|text| !text.is_empty())),
    }
}

fn parsed<T, E: ValueError>(parse: fn(&str) -> Result<T, E>) -> impl FnOnce(&str) -> Result<T, Reason> {
    move |text| Ok(parse(text)?)
}

#[expect(clippy::unnecessary_wraps, reason = "a reader may refuse, and this one never does")]
fn as_it_is(text: &str) -> Result<String, Reason> {
    Ok(text.to_owned())
}

fn read_domain(text: &str) -> Result<SignUpDomainId, Reason> {
    ids::read_domain(text).ok_or_else(|| Reason::new("id_malformed", "There is no such domain."))
}

fn read_account(text: &str) -> Result<OrgId, Reason> {
    ids::read_account(text).ok_or_else(|| Reason::new("id_malformed", "There is no such account."))
}
