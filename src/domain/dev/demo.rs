//! The demo data of a fresh development database: an org with three people, an operator, two sign-up domains.

use std::sync::Arc;

use zeroize::Zeroizing;

use crate::domain::accounts::first_operator;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::orgs::create::{found, new_org};
use crate::domain::{App, Error};
use crate::model::{
    EmailAddress, OrgName, PersonName, Role, SignUpDomain, SignUpDomainVersion, User, UserId,
};
use crate::store::StoreError;
use crate::store::queries::{memberships, settings, sign_up_domains, users};

/// The setting that keeps the demo's sealed password.
const NAME: &str = "demo_password";
const PASSWORD_LENGTH: usize = 16;
const ORG: &str = "Demo Org";

/// Each with their role in the org; who has none runs the service.
const PEOPLE: [(&str, &str, Option<Role>); 4] = [
    ("olivia@demo.example", "Olivia Owner", Some(Role::Owner)),
    ("adam@demo.example", "Adam Admin", Some(Role::Admin)),
    ("mia@demo.example", "Mia Member", Some(Role::Member)),
    ("rita@demo.example", "Rita Root", None),
];

/// With what one signs in to the demo.
#[derive(Clone, Debug)]
pub struct DemoCredentials {
    /// The demo org.
    pub org: &'static str,
    /// Address and role of each person; the last is the operator.
    pub people: Vec<(&'static str, &'static str)>,
    /// The password of all four.
    pub password: String,
}

/// Adds the demo data where there is none yet, and answers with what one signs in. The password is
/// random, and rests sealed beside its hash so that every start can tell it.
///
/// # Errors
/// When the database does not answer.
pub async fn ensure(app: &App) -> Result<DemoCredentials, Error> {
    let people = people()?;
    let org_name = OrgName::parse(ORG).map_err(fault)?;
    let fresh = app.random.text(PASSWORD_LENGTH);
    let hash =
        app.hasher.hash(Zeroizing::new(fresh.clone().into_bytes()), app.random.bytes()).await?.into_string();
    let sealed = app
        .change(Actor::command_line(), move |change| {
            if let Some(sealed) = settings::find_setting(change.tx, NAME)? {
                return Ok(sealed);
            }
            let sealed = change.app.vault.seal(change.chance.nonce(), NAME, fresh.as_bytes());
            settings::upsert_setting(change.tx, NAME, &sealed)?;
            let org = new_org(change.id(), org_name.clone(), None, change.now);
            for person in &people {
                let user_id = add_person(change, person, &hash)?;
                match person.role {
                    Some(Role::Owner) => found(change, &org, user_id)?,
                    Some(role) => {
                        let id = change.id();
                        memberships::insert_membership(change.tx, id, user_id, org.id, role, change.now)?;
                    }
                    None => first_operator::close(change)?,
                }
            }
            add_domain(change, "Public", "Anybody may sign up here.", true)?;
            add_domain(change, "Partners", "Closed for the moment.", false)?;
            Ok(sealed)
        })
        .await?;
    let password = app.vault.open(NAME, &sealed).map_err(fault)?;
    Ok(DemoCredentials {
        org: ORG,
        people: PEOPLE
            .iter()
            .map(|(address, _, role)| (*address, role.map_or("operator", Role::as_str)))
            .collect(),
        password: String::from_utf8_lossy(&password).into_owned(),
    })
}

struct DemoPerson {
    address: EmailAddress,
    name: PersonName,
    role: Option<Role>,
}

fn people() -> Result<Vec<DemoPerson>, Error> {
    PEOPLE
        .into_iter()
        .map(|(address, name, role)| {
            let address = EmailAddress::parse(address).map_err(fault)?;
            Ok(DemoPerson { address, name: PersonName::parse(name).map_err(fault)?, role })
        })
        .collect()
}

/// Nothing that a caller did: the data above, or what rests of it, is not as it should be.
fn fault(source: impl std::error::Error + Send + Sync + 'static) -> Error {
    Error::Internal(Arc::new(source))
}

fn add_person(
    change: &mut Change<'_>,
    person: &DemoPerson,
    password_hash: &str,
) -> Result<UserId, StoreError> {
    let mut user = User::new(change.id(), person.name.clone(), person.address.clone(), change.now);
    user.email.verified_at = Some(change.now);
    user.activated_at = Some(change.now);
    user.operator = person.role.is_none();
    users::insert_user(change.tx, &user, Some(password_hash))?;
    Ok(user.id)
}

fn add_domain(
    change: &mut Change<'_>,
    title: &str,
    description: &str,
    allow_signup: bool,
) -> Result<(), StoreError> {
    let domain = SignUpDomain {
        id: change.id(),
        title: title.to_owned(),
        description: description.to_owned(),
        help: "Use your work address: your colleagues can then find you.".to_owned(),
        allow_signup,
        sign_up_url: None,
        version: SignUpDomainVersion {
            id: change.id(),
            title: "Standard".to_owned(),
            description: "Everything there is.".to_owned(),
        },
    };
    sign_up_domains::insert_sign_up_domain(change.tx, &domain)
}
