//! Changes a sign-up domain.

use crate::domain::actor::Actor;
use crate::domain::error::Missing;
use crate::domain::{App, Error, policy};
use crate::model::{Action, PageUrl, Principal, SignUpDomain, SignUpDomainId, Target};
use crate::store::queries::sign_up_domains;

/// What is to change; `None` leaves a thing as it is.
#[derive(Clone, Debug, Default)]
pub struct UpdateSignUpDomain {
    /// What it is called.
    pub title: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// What a person reads before signing up.
    pub help: Option<String>,
    /// Whether it is open.
    pub allow_signup: Option<bool>,
    /// The page that the letters of its sign-ups lead to; `Some(None)` for ours.
    pub sign_up_url: Option<Option<PageUrl>>,
    /// What is offered behind it is called.
    pub version_title: Option<String>,
    /// What is offered behind it.
    pub version_description: Option<String>,
}

/// Changes a sign-up domain. Closing it lets nobody sign up any more; letters that were sent stay good.
///
/// # Errors
/// `Forbidden` for anybody but an operator, `NotFound`.
pub async fn update(
    app: &App,
    principal: &Principal,
    id: SignUpDomainId,
    input: UpdateSignUpDomain,
) -> Result<SignUpDomain, Error> {
    let caller = principal.clone();
    app.change(Actor::of(principal), move |change| {
        policy::require_operator(change.tx, &caller)?;
        let mut domain = sign_up_domains::find_sign_up_domain(change.tx, id)?.ok_or(Missing::SignUpDomain)?;
        let UpdateSignUpDomain { title, description, help, allow_signup, sign_up_url, .. } = input.clone();
        replace(&mut domain.title, title);
        replace(&mut domain.description, description);
        replace(&mut domain.help, help);
        replace(&mut domain.allow_signup, allow_signup);
        replace(&mut domain.sign_up_url, sign_up_url.map(|url| url.map(PageUrl::into_string)));
        replace(&mut domain.version.title, input.version_title.clone());
        replace(&mut domain.version.description, input.version_description.clone());
        sign_up_domains::update_sign_up_domain(change.tx, &domain)?;
        change.record(Action::SignUpDomainUpdated, Target::SignUpDomain(id), None)?;
        Ok(domain)
    })
    .await
}

fn replace<T>(old: &mut T, new: Option<T>) {
    if let Some(new) = new {
        *old = new;
    }
}
