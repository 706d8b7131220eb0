//! The demo data of a fresh development database: an org with three people, two sign-up domains.

use zeroize::Zeroizing;

use crate::domain::audit::record::Actor;
use crate::domain::orgs::create::{found, new_org};
use crate::domain::{App, Error};
use crate::model::{
    EmailAddress, OrgId, OrgName, PersonName, Role, SignUpDomain, SignUpDomainId, Timestamp, User, UserEmail, UserId,
    UserState,
};
use crate::store::queries::{memberships, settings, sign_up_domains, users};
use crate::store::{StoreError, Write};

const NAME: &str = "demo_password";
const PASSWORD_LENGTH: usize = 16;

const PEOPLE: [(&str, &str, Role); 3] = [
    ("olivia@demo.example", "Olivia Owner", Role::Owner),
    ("adam@demo.example", "Adam Admin", Role::Admin),
    ("mia@demo.example", "Mia Member", Role::Member),
];

/// With what one signs in to the demo.
#[derive(Clone, Debug)]
pub struct DemoCredentials {
    /// The demo org.
    pub org: &'static str,
    /// Address and role of each person.
    pub people: Vec<(&'static str, &'static str)>,
    /// The password of all three.
    pub password: String,
}

/// Adds the demo data where there is none yet, and answers with what one signs in. The password is
/// random, and rests sealed beside its hash so that every start can tell it.
///
/// # Errors
/// When the database does not answer.
pub async fn ensure(app: &App) -> Result<DemoCredentials, Error> {
    let fresh = app.random.text(PASSWORD_LENGTH);
    let hash = app.hasher.hash(Zeroizing::new(fresh.clone().into_bytes()), app.random.bytes()).await?.into_string();
    let (vault, moment) = (std::sync::Arc::clone(&app.vault), app.moment());
    let sealed = app
        .store
        .write(move |tx| {
            if let Some(sealed) = settings::find_setting(tx, NAME)? {
                return Ok::<_, Error>(sealed);
            }
            let mut chance = moment.chance();
            let sealed = vault.seal(chance.nonce(), NAME, fresh.as_bytes());
            settings::upsert_setting(tx, NAME, &sealed)?;
            let name = OrgName::from_row("Demo Org".to_owned());
            let org = new_org(OrgId::new(chance.uuid()), name, None, moment.now);
            for (index, (address, name, role)) in PEOPLE.iter().enumerate() {
                let id = UserId::new(chance.uuid());
                add_person(tx, id, address, name, &hash, moment.now)?;
                if index == 0 {
                    found(tx, &mut chance, moment.now, &Actor::command_line(), &org, id)?;
                } else {
                    memberships::insert_membership(tx, id, org.id, *role, moment.now)?;
                }
            }
            add_domain(tx, SignUpDomainId::new(chance.uuid()), "Public", "Anybody may sign up here.", true)?;
            add_domain(tx, SignUpDomainId::new(chance.uuid()), "Partners", "Closed for the moment.", false)?;
            Ok(sealed)
        })
        .await?;
    let password = app.vault.open(NAME, &sealed).map_err(|error| Error::Internal(std::sync::Arc::new(error)))?;
    Ok(DemoCredentials {
        org: "Demo Org",
        people: PEOPLE.iter().map(|(address, _, role)| (*address, role.as_str())).collect(),
        password: String::from_utf8_lossy(&password).into_owned(),
    })
}

fn add_person(
    tx: &mut dyn Write,
    id: UserId,
    address: &str,
    name: &str,
    password_hash: &str,
    now: Timestamp,
) -> Result<(), Error> {
    let invalid = |_| Error::Internal(std::sync::Arc::new(std::fmt::Error));
    let user = User {
        id,
        name: PersonName::parse(name).map_err(|_| invalid(()))?,
        username: None,
        email: UserEmail {
            address: EmailAddress::parse(address).map_err(|_| invalid(()))?,
            verified_at: Some(now),
            added_at: now,
        },
        state: UserState::Active,
        password_generated: false,
        operator: false,
        locale: None,
        terms_accepted_at: None,
        created_at: now,
        updated_at: now,
        last_login_at: None,
        version: 1,
    };
    users::insert_user(tx, &user, Some(password_hash)).map_err(Error::from)
}

fn add_domain(
    tx: &mut dyn Write,
    id: SignUpDomainId,
    title: &str,
    description: &str,
    allow_signup: bool,
) -> Result<(), StoreError> {
    let domain = SignUpDomain {
        id,
        title: title.to_owned(),
        description: description.to_owned(),
        help: "Use your work address: your colleagues can then find you.".to_owned(),
        allow_signup,
    };
    sign_up_domains::insert_sign_up_domain(tx, &domain)
}
