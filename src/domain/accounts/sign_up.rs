//! Signs somebody up.
//!
//! Without an invitation nothing is made but a sign-up that waits for its letter; with one the person
//! joins in the same transaction (`sign_up_by_invitation`). The answer is the same whether or
//! not the address has an account: its owner is told by mail. Some dialects document otherwise: that the account is
//! there at once (`sign_up_at_once`), or that whoever signed up is told the token that opens it.

use std::time::Duration;

use super::choices::{Choice, Settled, settle};
use super::letters::{write_account_exists, write_activation};
use super::person::{org_of, person_of, require_free};
use super::{sign_up_at_once, sign_up_by_invitation};
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::customs::{Opens, Telling};
use crate::domain::error::{Conflict, EMAIL_DOMAIN_NOT_ALLOWED, Forbidden};
use crate::domain::limits::Limited;
use crate::domain::once::{self, Once, Outcome};
use crate::domain::orgs::create::CreateOrg;
use crate::domain::{App, Error, one_time};
use crate::model::{
    Action, ClientInfo, EmailAddress, FoundedOrg, Locale, Membership, Org, Password, PersonName, Purpose,
    SignUp, SignUpDomainId, SignUpId, Target, User, UserState, Username,
};
use crate::store::Read;
use crate::store::queries::{sign_up_domains, sign_ups, users};

/// A sign-up waits longer than its letter is good, so that whoever comes late can ask for another one.
pub(super) const WAITS: Duration = Duration::from_hours(30 * 24);

/// What a person signs up with.
#[derive(Clone, Debug)]
pub struct SignUpInput {
    /// Their address.
    pub email: EmailAddress,
    /// The password.
    pub password: Choice<Password>,
    /// How they are called.
    pub name: PersonName,
    /// A username, if they want one.
    pub username: Option<Choice<Username>>,
    /// The org to found.
    pub org: Option<CreateOrg>,
    /// The sign-up domain they came through.
    pub domain_id: Option<SignUpDomainId>,
    /// The token of the invitation they came by.
    pub invitation: Option<String>,
    /// Whether they accepted the terms.
    pub terms_accepted: bool,
    /// The language they want to be written to in.
    pub locale: Option<Locale>,
}

/// What a sign-up answers.
#[derive(Clone, Debug)]
pub struct SignedUp {
    /// The person, as they are or will be.
    pub user: User,
    /// The org they found or join.
    pub org: Option<Org>,
    /// Orgs founded or joined under the address before a mailed invitation proved it: to keep or to leave.
    pub orgs_to_review: Vec<Membership>,
    /// What waits for its letter, if anything does.
    pub waiting: Option<WaitingSignUp>,
}

/// A sign-up that waits for its letter.
#[derive(Clone, Debug)]
pub struct WaitingSignUp {
    /// Its id, which opens nothing.
    pub id: SignUpId,
    /// What opens it, where whoever signed up is told that. A secret.
    pub token: Option<String>,
}

/// Signs somebody up.
///
/// # Errors
/// `Invalid` (username, weak password, closed domain, address not let in), `Forbidden` (sign-up closed,
/// invitation for another address), `Conflict` (username taken; address with an account, to the holder
/// of its mailed invitation, and to anybody through a face that tells who exists), `NotFound` and `Expired` (the
/// invitation), `RateLimited`, `Unavailable`.
pub async fn sign_up(app: &App, client: &ClientInfo, input: SignUpInput) -> Result<SignedUp, Error> {
    let work = prepare(app, client, input).await?;
    app.change(Actor::visitor(client), work).await
}

/// As [`sign_up`], with an idempotency key.
///
/// # Errors
/// As for [`sign_up`]; `Conflict` when the key came with another request.
pub async fn sign_up_once(
    app: &App,
    client: &ClientInfo,
    input: SignUpInput,
    once: Option<Once<SignedUp>>,
) -> Result<Outcome<SignedUp>, Error> {
    if let Some(before) = once::find_before(app, once.as_ref()).await? {
        return Ok(before);
    }
    let work = prepare(app, client, input).await?;
    app.change_once(Actor::visitor(client), once, work).await
}

/// Judges what can be judged before, hashes the password, and tells what is left to do in the transaction.
async fn prepare(
    app: &App,
    client: &ClientInfo,
    input: SignUpInput,
) -> Result<impl Fn(&mut Change<'_>) -> Result<SignedUp, Error> + Send + 'static, Error> {
    app.limits.check_ip(Limited::SignUp, client.ip)?;
    app.check_account(Limited::SignUp, input.email.normalized()).await?;
    let invitation = input.invitation.as_deref().map(one_time::presented).transpose()?;
    if invitation.is_none() {
        require_open(app, &input.email)?;
    } else if input.org.is_some() {
        let detail = "An invitation leads into its own org: leave `org` out, and found another one later.";
        return Err(Error::invalid("org", "org_with_invitation", detail));
    }
    let settled = settle(app, client, &input).await?;
    Ok(move |change: &mut Change<'_>| {
        require_usable(change.tx, &input, &settled)?;
        let waiting = waiting(change, &input, &settled);
        change.concern(waiting.user_id);
        match (&invitation, change.customs().opens.state_at_once()) {
            (Some(digest), _) => sign_up_by_invitation::join(change, digest, waiting),
            (None, Some(state)) => sign_up_at_once::open(change, &waiting, state),
            (None, None) => {
                if change.customs().taken_address == Telling::Told {
                    require_free(change.tx, &waiting.email)?;
                }
                hold(change, waiting, UserState::Pending)
            }
        }
    })
}

fn require_open(app: &App, email: &EmailAddress) -> Result<(), Error> {
    if !app.rules.sign_up_open {
        return Err(Forbidden::SignUpClosed.into());
    }
    let domains = &app.rules.sign_up_email_domains;
    if domains.is_empty() || domains.iter().any(|domain| domain == email.domain()) {
        return Ok(());
    }
    let detail = "Sign-up is open only to some organizations' addresses, and this is none of them.";
    Err(Error::invalid("email", EMAIL_DOMAIN_NOT_ALLOWED, detail))
}

fn require_usable(tx: &mut dyn Read, input: &SignUpInput, settled: &Settled) -> Result<(), Error> {
    if let Some(domain_id) = input.domain_id {
        let domain = sign_up_domains::find_sign_up_domain(tx, domain_id)?;
        if !domain.is_some_and(|domain| domain.allow_signup) {
            let detail = "This sign-up domain is not open.";
            return Err(Error::invalid("domain_id", "sign_up_domain_closed", detail));
        }
    }
    if let Some(username) = &settled.username
        && users::find_user_by_username(tx, username.normalized())?.is_some()
    {
        return Err(Conflict::UsernameTaken.into());
    }
    Ok(())
}

/// The sign-up as it waits, with the ids its person and org will have.
fn waiting(change: &mut Change<'_>, input: &SignUpInput, settled: &Settled) -> SignUp {
    let id = change.id();
    let sealed_password = settled.generated_password.as_ref().map(|password| {
        let (context, nonce) = (SignUp::sealing_context(id), change.chance.nonce());
        change.app.vault.seal(nonce, &context, password.as_bytes())
    });
    SignUp {
        id,
        user_id: change.id(),
        email: input.email.clone(),
        name: input.name.clone(),
        username: settled.username.clone(),
        username_generated: settled.username_generated,
        password_hash: settled.password_hash.clone(),
        sealed_password,
        org: input.org.as_ref().map(|org| FoundedOrg {
            id: change.id(),
            name: org.name.clone(),
            country: org.country,
        }),
        domain_id: input.domain_id,
        invitation_id: None,
        locale: input.locale.clone().or_else(|| change.locale().cloned()),
        terms_accepted_at: input.terms_accepted.then_some(change.now),
        created_at: change.now,
        expires_at: later(change.now, WAITS),
    }
}

/// Lets a sign-up wait, and writes to the address: to a proven one that it has an account, to any
/// other the letter that opens this one. `shown` is the state the answer tells.
pub(super) fn hold(change: &mut Change<'_>, waiting: SignUp, shown: UserState) -> Result<SignedUp, Error> {
    let owner = users::find_user_by_email(change.tx, waiting.email.normalized())?
        .filter(|user| user.email.is_verified());
    sign_ups::insert_sign_up(change.tx, &waiting)?;
    let is_told = change.customs().opens == Opens::ByToldToken;
    let mut token = None;
    match owner {
        Some(owner) => {
            change.concern(owner.id);
            write_account_exists(change, &owner, waiting.locale.as_ref())?;
        }
        None if is_told => {
            let opening = write_activation(change, &waiting, Purpose::ActivationShared)?;
            token = Some(opening.as_str().to_owned());
        }
        None => {
            write_activation(change, &waiting, Purpose::Activation)?;
        }
    }
    change.record(Action::SignUpStarted, Target::SignUp(waiting.id), None)?;
    let user = User { state: shown, ..person_of(&waiting) };
    let org = org_of(&waiting, change.now);
    let waiting = Some(WaitingSignUp { id: waiting.id, token });
    Ok(SignedUp { user, org, orgs_to_review: Vec::new(), waiting })
}
