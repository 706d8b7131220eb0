//! Makes a sign-up domain.

use crate::domain::actor::Actor;
use crate::domain::{App, Error, policy};
use crate::model::{Action, PageUrl, Principal, SignUpDomain, SignUpDomainVersion, Target};
use crate::store::queries::sign_up_domains;

/// What a sign-up domain is made with.
#[derive(Clone, Debug)]
pub struct CreateSignUpDomain {
    /// What it is called.
    pub title: String,
    /// What it is for.
    pub description: String,
    /// What a person reads before signing up.
    pub help: String,
    /// Whether it is open.
    pub allow_signup: bool,
    /// The page that the letters of its sign-ups lead to; ours where there is none.
    pub sign_up_url: Option<PageUrl>,
    /// What whoever comes through it subscribes to: title and description.
    pub version: (String, String),
}

/// Makes a sign-up domain.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn create(
    app: &App,
    principal: &Principal,
    input: CreateSignUpDomain,
) -> Result<SignUpDomain, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        policy::require_operator(change.tx, &caller)?;
        let input = input.clone();
        let (title, description) = input.version;
        let domain = SignUpDomain {
            id: change.id(),
            title: input.title,
            description: input.description,
            help: input.help,
            allow_signup: input.allow_signup,
            sign_up_url: input.sign_up_url.map(PageUrl::into_string),
            version: SignUpDomainVersion { id: change.id(), title, description },
        };
        sign_up_domains::insert_sign_up_domain(change.tx, &domain)?;
        change.record(Action::SignUpDomainCreated, Target::SignUpDomain(domain.id), None)?;
        Ok(domain)
    })
    .await
}
