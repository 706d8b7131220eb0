//! The bodies that calls take. A password is held to no length here: what one must be is for the operations to say.

use utoipa::ToSchema;

use crate::domain::accounts::choices::Choice;
use crate::domain::accounts::sign_up::SignUpInput;
use crate::domain::orgs::create::CreateOrg;
use crate::domain::sessions::sign_in::SignIn;
use crate::domain::sessions::start::ActFor;
use crate::model::{EmailAddress, OrgName, Password, PersonName};
use crate::web::body::{Fields, FromBody, readers};

/// The longest name of an org; an address may be longer.
const NAME_CHARACTERS: usize = 100;

/// Whom an account is for.
#[derive(Debug, ToSchema)]
pub struct CreateAccountBody {
    /// The address to sign in with, and to write to.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: EmailAddress,
    /// 8 characters to 1,024 bytes, with a lower-case and an upper-case letter, a digit and a special character.
    #[schema(value_type = String, format = "password", example = "Some123456789123123Pwd!")]
    pub password: Password,
    #[schema(ignore)]
    org_name: OrgName,
}

impl FromBody for CreateAccountBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let password = fields.required("password", readers::presented_password);
        let email = email?;
        let name: String = email.as_str().chars().take(NAME_CHARACTERS).collect();
        let org_name = fields.check("email", OrgName::parse(&name));
        Some(Self { email, password: password?, org_name: org_name? })
    }
}

impl From<CreateAccountBody> for SignUpInput {
    /// A person without a name, and an org that is named by the address.
    fn from(body: CreateAccountBody) -> Self {
        Self {
            email: body.email,
            password: Choice::Chosen(body.password),
            name: PersonName::unnamed(),
            username: None,
            org: Some(CreateOrg { name: body.org_name, country: None }),
            domain_id: None,
            invitation: None,
            terms_accepted: false,
            locale: None,
        }
    }
}

/// What one signs in with.
#[derive(Debug, ToSchema)]
pub struct SignInBody {
    /// The address.
    #[schema(example = "june@example.com")]
    pub email: String,
    /// The password.
    #[schema(value_type = String, format = "password", example = "Some123456789123123Pwd!")]
    pub password: Password,
}

impl FromBody for SignInBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.required("email", readers::text);
        let password = fields.required("password", readers::presented_password);
        Some(Self { email: email?, password: password? })
    }
}

impl From<SignInBody> for SignIn {
    fn from(body: SignInBody) -> Self {
        Self { login: body.email, password: body.password, act_for: ActFor::First, invitation: None }
    }
}

/// Whom to write to.
#[derive(Debug, ToSchema)]
pub struct EmailBody {
    /// The address of an account.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: EmailAddress,
}

impl FromBody for EmailBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { email: fields.required("email", readers::parsed(EmailAddress::parse))? })
    }
}

/// The password in force and the one to take its place.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct UpdateAccountBody {
    /// The password in force.
    #[schema(value_type = String, format = "password", example = "Some123456789123123Pwd!")]
    pub password: Password,
    /// The one to take its place: as at creation.
    #[schema(value_type = String, format = "password", example = "Other123456789123123Pwd!")]
    pub new_password: Password,
}

impl FromBody for UpdateAccountBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.required("password", readers::presented_password);
        let new_password = fields.required("newPassword", readers::presented_password);
        Some(Self { password: password?, new_password: new_password? })
    }
}

/// Another password.
#[derive(Debug, ToSchema)]
pub struct ResetPasswordBody {
    /// As at creation.
    #[schema(value_type = String, format = "password", example = "Other123456789123123Pwd!")]
    pub password: Password,
}

impl FromBody for ResetPasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { password: fields.required("password", readers::presented_password)? })
    }
}

/// Another address.
#[derive(Debug, ToSchema)]
pub struct UpdateEmailBody {
    /// The password in force.
    #[schema(value_type = String, format = "password", example = "Some123456789123123Pwd!")]
    pub password: Password,
    /// The address to be.
    #[schema(value_type = String, format = "email", example = "june@new.example.com")]
    pub email: EmailAddress,
}

impl FromBody for UpdateEmailBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.required("password", readers::presented_password);
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        Some(Self { password: password?, email: email? })
    }
}
