//! What every form asks for that makes an account.

use crate::domain::accounts::choices::Choice;
use crate::domain::accounts::sign_up::SignUpInput;
use crate::model::{EmailAddress, Locale, Password, PersonName};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::Visitor;
use crate::web::pages::frame::form::ticked;

/// Somebody who is to have an account.
pub(in crate::web::pages) struct NewPerson {
    pub(in crate::web::pages) name: PersonName,
    pub(in crate::web::pages) email: EmailAddress,
    pub(in crate::web::pages) password: Password,
}

impl FromBody for NewPerson {
    fn read(fields: &mut Fields) -> Option<Self> {
        let first = fields.required("first", readers::parsed(PersonName::parse_part));
        let last = fields.optional("last", readers::parsed(PersonName::parse_part)).unwrap_or_default();
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let password = fields.required("password", readers::parsed(Password::choose));
        let name = first.and_then(|first| fields.check("first", PersonName::new(&first, &last)));
        Some(Self { name: name?, email: email?, password: password? })
    }
}

impl NewPerson {
    /// A sign-up, to be written to in the language in which they read the page.
    pub(in crate::web::pages) fn sign_up(self, visitor: &Visitor, terms_accepted: bool) -> SignUpInput {
        SignUpInput {
            email: self.email,
            password: Choice::Chosen(self.password),
            name: self.name,
            username: None,
            org: None,
            domain_id: None,
            invitation: None,
            terms_accepted,
            locale: Locale::parse(visitor.language.tag()).ok(),
        }
    }
}

/// Whether the terms were accepted: required where the form asked for it, which is where there are any.
pub(in crate::web::pages) fn accepted_terms(fields: &mut Fields) -> Option<bool> {
    if fields.has("asks_terms") {
        fields.required("terms_accepted", ticked)
    } else {
        Some(fields.optional("terms_accepted", ticked).unwrap_or_default())
    }
}
