//! Callers of operations as a face of the service passes them on.

use gatepost::domain::accounts::choices::Choice;
use gatepost::domain::accounts::sign_up::SignUpInput;
use gatepost::domain::orgs::create::CreateOrg;
use gatepost::model::{
    ClientInfo, Dialect, EmailAddress, Face, OrgName, Password, PersonName, SignUpDomain, SignUpDomainVersion,
};
use gatepost::store::queries::sign_up_domains::insert_sign_up_domain;

use super::{PASSWORD, TestApp};

/// Somebody who calls in a dialect.
pub fn caller_in(dialect: Dialect) -> ClientInfo {
    ClientInfo { ip: [127, 0, 0, 1].into(), user_agent: None, locale: None, face: Face::Dialect(dialect) }
}

/// June Doe with [`PASSWORD`], who founds Acme.
pub fn sign_up_of(email: &str) -> SignUpInput {
    SignUpInput {
        email: EmailAddress::parse(email).expect("an address"),
        password: Choice::Chosen(Password::present(PASSWORD).expect("a password")),
        name: PersonName::parse("June Doe").expect("a name"),
        username: None,
        org: Some(CreateOrg { name: OrgName::parse("Acme").expect("a name"), country: None }),
        domain_id: None,
        invitation: None,
        terms_accepted: false,
        locale: None,
    }
}

impl TestApp {
    /// Adds an open sign-up domain whose letters lead to `sign_up_url`.
    pub async fn sign_up_domain(&self, sign_up_url: Option<&str>) -> SignUpDomain {
        let now = self.app.clock.now();
        let domain = SignUpDomain {
            id: self.app.random.uuid_v7(now).into(),
            title: "Public".to_owned(),
            description: "Anybody may sign up here.".to_owned(),
            help: "Use your work address.".to_owned(),
            allow_signup: true,
            sign_up_url: sign_up_url.map(str::to_owned),
            version: SignUpDomainVersion {
                id: self.app.random.uuid_v7(now).into(),
                title: "Standard".to_owned(),
                description: "Everything there is.".to_owned(),
            },
        };
        let added = domain.clone();
        self.app
            .store
            .write(move |tx| insert_sign_up_domain(tx, &added))
            .await
            .expect("the database answers");
        domain
    }
}
