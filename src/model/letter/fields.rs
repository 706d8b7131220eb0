//! What the templates of each letter may show, and under which names.

use super::{Letter, Timestamp};

/// What a template shows under one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// One text.
    Text(String),
    /// A time: templates write it as the letter's language does.
    Time(Timestamp),
    /// Nothing: templates test for it.
    Absent,
    /// Several texts.
    List(Vec<String>),
}

impl From<&String> for Field {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&Option<String>> for Field {
    fn from(text: &Option<String>) -> Self {
        text.as_ref().map_or(Self::Absent, Self::from)
    }
}

impl From<&Timestamp> for Field {
    fn from(at: &Timestamp) -> Self {
        Self::Time(*at)
    }
}

impl From<&Option<Timestamp>> for Field {
    fn from(at: &Option<Timestamp>) -> Self {
        at.as_ref().map_or(Self::Absent, Self::from)
    }
}

impl From<&Vec<String>> for Field {
    fn from(texts: &Vec<String>) -> Self {
        Self::List(texts.clone())
    }
}

impl Letter {
    /// What its templates may show, by name.
    #[expect(clippy::too_many_lines, reason = "one arm for each letter, and nothing but its fields in it")]
    pub fn fields(&self) -> Vec<(&'static str, Field)> {
        match self {
            Self::Activation { person, org, username, password, link, not_me_link, expires } => vec![
                ("person", person.into()),
                ("org", org.into()),
                ("username", username.into()),
                ("password", password.into()),
                ("link", link.into()),
                ("not_me_link", not_me_link.into()),
                ("expires", expires.into()),
            ],
            Self::AccountExists { person, sign_in_link }
            | Self::EmailChangeTaken { person, sign_in_link }
            | Self::EmailChangeUndone { person, sign_in_link } => {
                vec![("person", person.into()), ("sign_in_link", sign_in_link.into())]
            }
            Self::OrganizationInvitation { org, inviter, role, message, link, expires } => vec![
                ("org", org.into()),
                ("inviter", inviter.into()),
                ("role", role.into()),
                ("message", message.into()),
                ("link", link.into()),
                ("expires", expires.into()),
            ],
            Self::MemberAwaitsApproval { person, newcomer, email, org, role, sign_in_link } => vec![
                ("person", person.into()),
                ("newcomer", newcomer.into()),
                ("email", email.into()),
                ("org", org.into()),
                ("role", role.into()),
                ("sign_in_link", sign_in_link.into()),
            ],
            Self::MembershipApproved { person, org, role, sign_in_link } => vec![
                ("person", person.into()),
                ("org", org.into()),
                ("role", role.into()),
                ("sign_in_link", sign_in_link.into()),
            ],
            Self::OwnershipTransfer { person, owner, org, link, expires } => vec![
                ("person", person.into()),
                ("owner", owner.into()),
                ("org", org.into()),
                ("link", link.into()),
                ("expires", expires.into()),
            ],
            Self::OwnershipNotice { person, event, owner, successor, org, sign_in_link } => vec![
                ("person", person.into()),
                ("event", Field::Text(event.as_str().to_owned())),
                ("owner", owner.into()),
                ("successor", successor.into()),
                ("org", org.into()),
                ("sign_in_link", sign_in_link.into()),
            ],
            Self::OrgsToReview { person, orgs, sign_in_link }
            | Self::AccountNotDeleted { person, orgs, sign_in_link } => {
                vec![("person", person.into()), ("orgs", orgs.into()), ("sign_in_link", sign_in_link.into())]
            }
            Self::PasswordReset { person, link, expires }
            | Self::EmailChangeConfirm { person, link, expires } => {
                vec![("person", person.into()), ("link", link.into()), ("expires", expires.into())]
            }
            Self::EmailChangeRequested {
                person,
                new_address,
                at,
                device,
                ip,
                agreement,
                accept_link,
                deny_link,
                expires,
            } => vec![
                ("person", person.into()),
                ("new_address", new_address.into()),
                ("at", at.into()),
                ("device", device.into()),
                ("ip", ip.into()),
                ("agreement", Field::Text(agreement.as_str().to_owned())),
                ("accept_link", accept_link.into()),
                ("deny_link", deny_link.into()),
                ("expires", expires.into()),
            ],
            Self::EmailChanged { person, at, device, ip, not_me_link, expires } => vec![
                ("person", person.into()),
                ("at", at.into()),
                ("device", device.into()),
                ("ip", ip.into()),
                ("not_me_link", not_me_link.into()),
                ("expires", expires.into()),
            ],
            Self::SecurityNotice { person, event, at, device, ip, not_me_link } => vec![
                ("person", person.into()),
                ("event", Field::Text(event.as_str().to_owned())),
                ("at", at.into()),
                ("device", device.into()),
                ("ip", ip.into()),
                ("not_me_link", not_me_link.into()),
            ],
            Self::AccountDeletion { person, due, at, device, ip, sign_in_link, not_me_link } => vec![
                ("person", person.into()),
                ("due", due.into()),
                ("at", at.into()),
                ("device", device.into()),
                ("ip", ip.into()),
                ("sign_in_link", sign_in_link.into()),
                ("not_me_link", not_me_link.into()),
            ],
            Self::AccountDeleted { person } => vec![("person", person.into())],
            Self::OperatorNotice { person, event, operator, at, until, sign_in_link, not_me_link } => vec![
                ("person", person.into()),
                ("event", Field::Text(event.as_str().to_owned())),
                ("operator", operator.into()),
                ("at", at.into()),
                ("until", until.into()),
                ("sign_in_link", sign_in_link.into()),
                ("not_me_link", not_me_link.into()),
            ],
            Self::OrgDeletion { person, org, owner, due, job_link, not_me_link } => vec![
                ("person", person.into()),
                ("org", org.into()),
                ("owner", owner.into()),
                ("due", due.into()),
                ("job_link", job_link.into()),
                ("not_me_link", not_me_link.into()),
            ],
            Self::OrgDeletionNotice { person, event, org, sign_in_link } => vec![
                ("person", person.into()),
                ("event", Field::Text(event.as_str().to_owned())),
                ("org", org.into()),
                ("sign_in_link", sign_in_link.into()),
            ],
            Self::Test { operator, sign_in_link } => {
                vec![("operator", operator.into()), ("sign_in_link", sign_in_link.into())]
            }
            Self::SessionReused { person, device, at, sign_in_link } => vec![
                ("person", person.into()),
                ("device", device.into()),
                ("at", at.into()),
                ("sign_in_link", sign_in_link.into()),
            ],
        }
    }
}
