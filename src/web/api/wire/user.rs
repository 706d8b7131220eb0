//! A person, as themselves and as other members see them.

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::model::{JobFailure, Locale, NamedUser, Password, PersonName, Role, User, Username};
use crate::web::answer::time;
use crate::web::body::{Fields, FromBody, Node, Reason, readers};

/// A name in two parts.
#[derive(Debug, Serialize, ToSchema)]
pub struct NameBody {
    /// The first part.
    #[schema(example = "June")]
    pub first: String,
    /// The last part, perhaps empty.
    #[schema(example = "Doe")]
    pub last: String,
}

impl From<&PersonName> for NameBody {
    fn from(name: &PersonName) -> Self {
        Self { first: name.first().to_owned(), last: name.last().to_owned() }
    }
}

/// A person by name alone.
#[derive(Debug, Serialize, ToSchema)]
pub struct NamedUserBody {
    /// The person's id.
    pub id: Uuid,
    /// How they are called.
    pub name: NameBody,
}

impl From<&NamedUser> for NamedUserBody {
    fn from(user: &NamedUser) -> Self {
        Self { id: user.id.uuid(), name: (&user.name).into() }
    }
}

/// A mailbox.
#[derive(Debug, Serialize, ToSchema)]
pub struct EmailBody {
    /// The address.
    #[schema(example = "june@example.com")]
    pub address: String,
    /// Whether its owner proved that they read it.
    pub verified: bool,
    /// When it became this account's address.
    pub added_at: String,
}

/// A person.
#[derive(Debug, Serialize, ToSchema)]
pub struct UserBody {
    /// The person's id.
    pub id: Uuid,
    /// How they are called.
    pub name: NameBody,
    /// A second name to sign in with.
    pub username: Option<String>,
    /// Their mailbox.
    pub email: EmailBody,
    /// Whether signing in takes a second factor.
    pub two_factor: bool,
    /// Whether the service made their password for them.
    pub password_generated: bool,
    /// The language they want to be written to in.
    pub locale: Option<String>,
    /// Whether operators may sign in as them to help.
    pub allow_support_login: bool,
    /// When they accepted the terms.
    pub terms_accepted_at: Option<String>,
    /// When the account was made.
    pub created_at: String,
    /// When it last changed.
    pub updated_at: String,
    /// When they last signed in.
    pub last_login_at: Option<String>,
    /// `pending` (signed up, letter not used yet), `active`, `suspended` or `deleting`.
    #[schema(example = "active")]
    pub state: &'static str,
    /// Since when that is so.
    pub state_changed_at: String,
    /// Why a job that was to change it has failed: `sole_owner`.
    pub state_error: Option<&'static str>,
}

impl From<&User> for UserBody {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.uuid(),
            name: (&user.name).into(),
            username: user.username.as_ref().map(|username| username.as_str().to_owned()),
            email: email_body(user),
            two_factor: user.two_factor,
            password_generated: user.password_generated,
            locale: user.locale.as_ref().map(ToString::to_string),
            allow_support_login: user.allow_support_login,
            terms_accepted_at: user.terms_accepted_at.map(time),
            created_at: time(user.created_at),
            updated_at: time(user.updated_at),
            last_login_at: user.last_login_at.map(time),
            state: user.state.as_str(),
            state_changed_at: time(user.state_changed_at),
            state_error: user.state_error.map(JobFailure::as_str),
        }
    }
}

fn email_body(user: &User) -> EmailBody {
    EmailBody {
        address: user.email.address.as_str().to_owned(),
        verified: user.email.is_verified(),
        added_at: time(user.email.added_at),
    }
}

/// A person as other members of an org see them.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonBody {
    /// The person's id.
    pub id: Uuid,
    /// How they are called.
    pub name: NameBody,
    /// A second name to sign in with.
    pub username: Option<String>,
    /// Their mailbox.
    pub email: EmailBody,
}

impl From<&User> for PersonBody {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.uuid(),
            name: (&user.name).into(),
            username: user.username.as_ref().map(|username| username.as_str().to_owned()),
            email: email_body(user),
        }
    }
}

/// A member's state: waiting for approval, else that of the account.
pub fn member_state(user: &User, role: Role) -> &'static str {
    if role == Role::Pending { role.as_str() } else { user.state.as_str() }
}

/// A name as clients give it: one text, or two parts.
#[derive(Debug, ToSchema)]
#[schema(as = NameInput)]
#[serde(untagged)]
pub enum NameInput {
    /// A whole name; it splits at its last space.
    #[schema(example = "June Doe")]
    Whole(String),
    /// Both parts.
    Parts {
        /// The first part.
        first: String,
        /// The last part, perhaps empty.
        last: String,
    },
}

/// A name in two parts, read.
struct NameParts(PersonName);

impl FromBody for NameParts {
    fn read(fields: &mut Fields) -> Option<Self> {
        let first = fields.required("first", readers::parsed(PersonName::parse_part));
        let last = fields.required("last", readers::parsed(PersonName::parse_part));
        let name = PersonName::new(&first?, &last?);
        fields.check("first", name).map(Self)
    }
}

/// Reads the member `name`, one text or two parts, that must be there.
pub fn required_name(fields: &mut Fields) -> Option<PersonName> {
    if fields.is_object("name") {
        fields.optional_object::<NameParts>("name").map(|parts| parts.0)
    } else {
        fields.required("name", readers::parsed(PersonName::parse))
    }
}

/// Reads the member `name`, one text or two parts, that may be left out.
pub fn optional_name(fields: &mut Fields) -> Option<PersonName> {
    if fields.is_object("name") {
        fields.optional_object::<NameParts>("name").map(|parts| parts.0)
    } else {
        fields.optional("name", readers::parsed(PersonName::parse))
    }
}

/// Reads a username.
pub fn read_username(node: Node) -> Result<Username, Reason> {
    readers::parsed(Username::parse)(node)
}

/// Reads a language tag.
pub fn read_locale(node: Node) -> Result<Locale, Reason> {
    readers::parsed(Locale::parse)(node)
}

/// A body with nothing but my password, to confirm something.
#[derive(Debug, ToSchema)]
pub struct PasswordInput {
    /// The password in force.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
}

impl FromBody for PasswordInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { password: fields.required("password", readers::presented_password)? })
    }
}

/// A body with nothing but a token.
#[derive(Debug, ToSchema)]
pub struct TokenInput {
    /// The token of the letter's link.
    pub token: String,
}

impl FromBody for TokenInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { token: fields.required("token", readers::text)? })
    }
}
