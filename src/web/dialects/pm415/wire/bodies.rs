//! What requests say, member by member in the order in which pm415 checks them.

use utoipa::ToSchema;

use super::joi::{self, SentAddress};
use crate::model::{Number, OrgName, Password};
use crate::web::body::{Fields, FromBody};

/// Who signs in.
#[derive(Debug, ToSchema)]
pub struct LoginBody {
    /// The address, in whatever form.
    #[schema(example = "june@example.com")]
    pub email: String,
    /// The password.
    #[schema(value_type = String, example = "wandering copper teapot")]
    pub password: Password,
    /// The token of an invitation to accept with it.
    pub token: Option<String>,
}

impl FromBody for LoginBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.member("email", joi::text("Email"));
        let password = fields.member("password", joi::presented_password("Password"));
        let token = fields.member("token", joi::optional_text("token"));
        Some(Self { email: email?, password: password?, token: token? })
    }
}

/// Who forgot their password.
#[derive(Debug, ToSchema)]
pub struct ForgotPasswordBody {
    /// The address.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: SentAddress,
}

impl FromBody for ForgotPasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { email: fields.member("email", joi::email("Email"))? })
    }
}

/// Who signs up.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct RegisterBody {
    /// The address.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: SentAddress,
    /// The password: at least four characters, unless the service is told to be strict.
    #[schema(value_type = String, min_length = 4, example = "wandering copper teapot")]
    pub password: Password,
    /// The first part of the name.
    #[schema(example = "June")]
    pub first_name: String,
    /// The last part of the name.
    #[schema(example = "Doe")]
    pub last_name: String,
    /// The password once more.
    #[schema(value_type = String, example = "wandering copper teapot")]
    pub confirmation: (),
    /// That the terms are accepted.
    #[schema(value_type = String, example = "Y")]
    pub tos_accepted: (),
    /// The org to found; passed over beside a token.
    #[schema(value_type = Option<String>, example = "Acme")]
    pub organization: Option<OrgName>,
    /// The token of the invitation they came by. One of `organization` and `token` is there.
    pub token: Option<String>,
}

impl FromBody for RegisterBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.member("email", joi::email("Email"));
        let password = fields.member("password", joi::chosen_password("Password"));
        let first_name = fields.member("firstName", joi::part_of_name("First Name"));
        let last_name = fields.member("lastName", joi::part_of_name("Last Name"));
        let typed = password.as_ref().map(|(_, typed)| typed.as_str());
        let confirmation = fields.member("confirmation", joi::confirmation(typed));
        let tos_accepted = fields.member("tosAccepted", joi::accepted_terms("Terms of Service"));
        let organization = fields.member("organization", joi::optional_org_name("Organization"));
        let founds_org = !matches!(organization, Some(None));
        let token = fields.member("token", |node| match node {
            None if !founds_org => joi::missing("Token"),
            node => joi::optional_text("token")(node),
        });
        Some(Self {
            email: email?,
            password: password?.0,
            first_name: first_name?,
            last_name: last_name?,
            confirmation: confirmation?,
            tos_accepted: tos_accepted?,
            organization: organization?,
            token: token?,
        })
    }
}

/// Another password, by the token of a letter.
#[derive(Debug, ToSchema)]
pub struct ChangePasswordBody {
    /// The token of the letter.
    pub token: String,
    /// The password: at least four characters, unless the service is told to be strict.
    #[schema(value_type = String, min_length = 4, example = "wandering copper teapot")]
    pub password: Password,
    /// The password once more.
    #[schema(value_type = String, example = "wandering copper teapot")]
    pub confirmation: (),
}

impl FromBody for ChangePasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let token = fields.member("token", joi::text("token"));
        let password = fields.member("password", joi::chosen_password("Password"));
        let typed = password.as_ref().map(|(_, typed)| typed.as_str());
        let confirmation = fields.member("confirmation", joi::confirmation(typed));
        Some(Self { token: token?, password: password?.0, confirmation: confirmation? })
    }
}

/// What is to change of oneself.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct UpdateUserBody {
    /// The first part of the name, perhaps empty.
    #[schema(example = "June")]
    pub first_name: Option<String>,
    /// The last part of the name.
    #[schema(example = "Doe")]
    pub last_name: Option<String>,
    /// The address: the one in force, or another one, which takes effect once its letter is used.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: SentAddress,
    /// Another password: at least four characters, unless the service is told to be strict.
    #[schema(value_type = Option<String>, min_length = 4, example = "wandering copper teapot")]
    pub password: Option<Password>,
    /// That password once more.
    #[schema(value_type = Option<String>, example = "wandering copper teapot")]
    pub confirmation: bool,
}

impl FromBody for UpdateUserBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let first_name = fields.member("firstName", joi::optional_part_of_name("Firstname", true));
        let last_name = fields.member("lastName", joi::optional_part_of_name("Lastname", false));
        let email = fields.member("email", joi::email("Email"));
        let password = fields.member("password", joi::optional_password("password"));
        let typed = password.as_ref().and_then(Option::as_ref).map(|(_, typed)| typed.as_str());
        let confirmation = fields.member("confirmation", joi::optional_confirmation(typed));
        Some(Self {
            first_name: first_name?,
            last_name: last_name?,
            email: email?,
            password: password?.map(|(password, _)| password),
            confirmation: confirmation?,
        })
    }
}

/// What an org is to be called.
#[derive(Debug, ToSchema)]
pub struct OrgNameBody {
    /// The name, of at least two characters.
    #[schema(value_type = String, min_length = 2, example = "Acme")]
    pub name: OrgName,
}

impl FromBody for OrgNameBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { name: fields.member("name", joi::org_name("Name"))? })
    }
}

/// Whom to invite.
#[derive(Debug, ToSchema)]
pub struct InviteLinkBody {
    /// The address.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: SentAddress,
    /// Passed over: the letter is always sent.
    pub send: Option<bool>,
}

impl FromBody for InviteLinkBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.member("email", joi::email("Email"));
        let send = fields.member("send", joi::optional_truth("send"));
        Some(Self { email: email?, send: send? })
    }
}

/// Some members of an org.
#[derive(Debug, ToSchema)]
#[schema(rename_all = "camelCase")]
pub struct UsersBody {
    /// Their numbers. Whoever is no member is left out.
    #[schema(value_type = Vec<i64>, max_items = 200)]
    pub users_id: Vec<Number>,
}

impl FromBody for UsersBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { users_id: fields.member("usersId", joi::numbers("usersId"))? })
    }
}
