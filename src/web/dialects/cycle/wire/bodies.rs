//! What is sent. A password is held to no length here: what one must be is for the operations to say.

use utoipa::ToSchema;

use crate::domain::accounts::update::UpdateAccount;
use crate::domain::two_factor::recover::RecoverTwoFactor;
use crate::model::{EmailAddress, NameChange, Password, PersonName};
use crate::web::body::{Fields, FromBody, Node, Reason, readers};

/// Codes are short: more is nobody's honest doing.
const MAX_CODE: usize = 64;

/// As many recovery codes as anybody has.
const RECOVERY_CODES: usize = 10;

/// What is to change; what is left out stays.
#[derive(Debug, ToSchema)]
pub struct UpdateAccountBody {
    /// How they are called.
    #[schema(value_type = Option<NameInput>)]
    pub name: Option<NameChange>,
    /// Whether operators may sign in as them to help.
    #[schema(value_type = Option<bool>)]
    pub allow_support_login: Option<bool>,
}

/// A name; a part that is left out stays.
#[derive(Debug, ToSchema)]
pub struct NameInput {
    /// The first part.
    #[schema(example = "June")]
    pub first: Option<String>,
    /// The last part, perhaps empty.
    #[schema(example = "Doe")]
    pub last: Option<String>,
}

/// A name, read.
struct NameParts(NameChange);

impl FromBody for NameParts {
    fn read(fields: &mut Fields) -> Option<Self> {
        let first = fields.optional("first", readers::parsed(PersonName::parse_part));
        let last = fields.optional("last", readers::parsed(PersonName::parse_part));
        fields.check("first", NameChange::new(first.as_deref(), last.as_deref())).map(Self)
    }
}

impl FromBody for UpdateAccountBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let name = fields.optional_object::<NameParts>("name").map(|parts| parts.0);
        let allow_support_login = fields.optional("allow_support_login", readers::truth);
        Some(Self { name, allow_support_login })
    }
}

impl From<UpdateAccountBody> for UpdateAccount {
    fn from(body: UpdateAccountBody) -> Self {
        Self { name: body.name, allow_support_login: body.allow_support_login, ..Self::default() }
    }
}

/// Another password, and the one in force.
#[derive(Debug, ToSchema)]
pub struct ChangePasswordBody {
    /// The password in force.
    #[schema(value_type = String, format = "password")]
    pub current: Password,
    /// At least 8 characters.
    #[schema(value_type = String, format = "password", min_length = 8)]
    pub new: Password,
}

impl FromBody for ChangePasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let current = fields.required("current", readers::presented_password);
        let new = fields.required("new", readers::presented_password);
        Some(Self { current: current?, new: new? })
    }
}

/// Either call of a password reset.
#[derive(Debug, ToSchema)]
#[serde(untagged)]
pub enum ResetPasswordBody {
    /// The first: whom to write to.
    Request {
        /// Whose.
        #[schema(value_type = EmailInput)]
        email: EmailAddress,
    },
    /// The second: another password.
    Reset {
        /// The token of the letter's link.
        token: String,
        /// At least 8 characters.
        #[schema(value_type = String, format = "password", min_length = 8)]
        password: Password,
    },
}

/// A mailbox.
#[derive(Debug, ToSchema)]
pub struct EmailInput {
    /// The address.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub address: EmailAddress,
}

impl FromBody for EmailInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { address: fields.required("address", readers::parsed(EmailAddress::parse))? })
    }
}

impl FromBody for ResetPasswordBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        if fields.has_value("token") || fields.has_value("password") {
            let token = fields.required("token", readers::text);
            let password = fields.required("password", readers::presented_password);
            Some(Self::Reset { token: token?, password: password? })
        } else {
            let email = fields.required_object::<EmailInput>("email")?;
            Some(Self::Request { email: email.address })
        }
    }
}

/// A code of an authenticator app.
#[derive(Debug, ToSchema)]
pub struct CodeBody {
    /// The code.
    #[schema(example = "123456")]
    pub token: String,
}

impl FromBody for CodeBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { token: fields.required("token", readers::text_up_to(MAX_CODE))? })
    }
}

/// What somebody shows who lost their authenticator app.
#[derive(Debug, ToSchema)]
pub struct RecoverBody {
    /// Their address.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub email: EmailAddress,
    /// Their password.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
    /// Two of their recovery codes.
    pub recovery_codes: Vec<String>,
    /// In the second call, a code of the new app.
    #[schema(example = "123456")]
    pub token: Option<String>,
}

impl FromBody for RecoverBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let password = fields.required("password", readers::presented_password);
        let code = |node| readers::text_up_to(MAX_CODE)(node);
        let recovery_codes = fields.required_values("recovery_codes", RECOVERY_CODES, code);
        let token = fields.optional("token", readers::text_up_to(MAX_CODE));
        Some(Self { email: email?, password: password?, recovery_codes: recovery_codes?, token })
    }
}

impl From<RecoverBody> for RecoverTwoFactor {
    fn from(body: RecoverBody) -> Self {
        Self {
            login: body.email.as_str().to_owned(),
            password: body.password,
            recovery_codes: body.recovery_codes,
            code: body.token,
        }
    }
}

/// What is said to an invitation: one of the two is true.
#[derive(Debug, ToSchema)]
#[schema(as = AnswerInviteBody)]
pub struct AnswerInput {
    /// Join.
    pub accept: Option<bool>,
    /// Do not join.
    pub decline: Option<bool>,
}

/// What is said to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerInviteBody {
    /// Yes.
    Accept,
    /// No.
    Decline,
}

impl FromBody for AnswerInviteBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let accepts = fields.member("accept", truth_or_nothing);
        let declines = fields.member("decline", truth_or_nothing);
        match (accepts?, declines?) {
            (true, false) => Some(Self::Accept),
            (false, true) => Some(Self::Decline),
            (true, true) => {
                refuse(fields, "decline", Reason::new("both_given", "Give `accept` or `decline`, not both."))
            }
            (false, false) => {
                refuse(fields, "accept", Reason::new("required", "Give `accept` or `decline`."))
            }
        }
    }
}

/// A truth value; what is not there is not true.
fn truth_or_nothing(node: Option<Node>) -> Result<bool, Reason> {
    match node {
        None | Some(Node::Null) => Ok(false),
        Some(node) => readers::truth(node),
    }
}

fn refuse<T>(fields: &mut Fields, name: &str, reason: Reason) -> Option<T> {
    fields.member(name, |_| Err(reason))
}
