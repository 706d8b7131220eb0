//! Signs somebody up.
//!
//! Without an invitation nothing is made but a sign-up that waits for its letter; with one the person
//! joins in the same transaction ([`super::sign_up_by_invitation`]). The answer is the same whether or
//! not the address has an account: its owner is told by mail.

use super::password::hash_chosen;
use super::sign_up_by_invitation;
use crate::crypto::chance::{Chance, Moment};
use crate::domain::audit::record::Actor;
use crate::domain::clock::later;
use crate::domain::error::{Conflict, Forbidden};
use crate::domain::letters::{Journey, Post, told_time};
use crate::domain::limits::Limited;
use crate::domain::one_time::{self, Grant};
use crate::domain::orgs::create::{CreateOrg, new_org};
use crate::domain::{App, Error};
use crate::model::{
    Action, ClientInfo, EmailAddress, FoundedOrg, InvitationId, Letter, Locale, Org, OrgId, Password, PersonName,
    Purpose, SignUp, SignUpDomainId, SignUpId, Target, Timestamp, User, UserEmail, UserId, UserState, Username,
};
use crate::store::queries::{sign_up_domains, sign_ups, users};
use crate::store::{Read, StoreError, Write};

/// What a person signs up with.
#[derive(Clone, Debug)]
pub struct SignUpInput {
    /// Their address.
    pub email: EmailAddress,
    /// The password they chose.
    pub password: Password,
    /// How they are called.
    pub name: PersonName,
    /// A username, if they want one.
    pub username: Option<Username>,
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
}

/// Signs somebody up.
///
/// # Errors
/// `Invalid` (weak password, closed domain, address not let in), `Forbidden` (sign-up closed,
/// invitation for another address), `Conflict` (username taken; address with an account, to the holder
/// of its mailed invitation), `NotFound` and `Expired` (the invitation), `RateLimited`, `Unavailable`.
pub async fn sign_up(app: &App, client: &ClientInfo, input: SignUpInput) -> Result<SignedUp, Error> {
    app.limits.check_ip(Limited::SignUp, client.ip)?;
    app.limits.check_account(Limited::SignUp, input.email.normalized(), 1)?;
    let invitation = input.invitation.as_deref().map(one_time::presented).transpose()?;
    if invitation.is_none() {
        require_open(app, &input.email)?;
    } else if input.org.is_some() {
        let detail = "An invitation leads into its own org: leave `org` out, and found another one later.";
        return Err(Error::invalid("org", "org_with_invitation", detail));
    }
    let password_hash = hash_chosen(app, &input.password, &about(&input)).await?;
    let (app_, client, moment) = (app.clone(), client.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (app, mut chance) = (&app_, moment.chance());
            require_usable(tx, &input)?;
            let waiting = waiting(app, &moment, &mut chance, &input, &password_hash);
            let actor = Actor::visitor(&client);
            match &invitation {
                Some(digest) => {
                    sign_up_by_invitation::join(app, tx, &mut chance, moment.now, &client, digest, waiting)
                }
                None => hold(app, tx, &mut chance, moment.now, &actor, waiting, UserState::Pending),
            }
        })
        .await
}

/// What somebody who guesses the password would try first.
fn about(input: &SignUpInput) -> Vec<&str> {
    let mut about = vec![input.email.as_str(), input.name.first(), input.name.last()];
    about.extend(input.username.as_ref().map(Username::as_str));
    about.extend(input.org.as_ref().map(|org| org.name.as_str()));
    about
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
    Err(Error::invalid("email", "email_domain_not_allowed", detail))
}

fn require_usable(tx: &mut dyn Read, input: &SignUpInput) -> Result<(), Error> {
    if let Some(domain_id) = input.domain_id {
        let domain = sign_up_domains::find_sign_up_domain(tx, domain_id)?;
        if !domain.is_some_and(|domain| domain.allow_signup) {
            let detail = "This sign-up domain is not open.";
            return Err(Error::invalid("domain_id", "sign_up_domain_closed", detail));
        }
    }
    if let Some(username) = &input.username
        && users::find_user_by_username(tx, username.normalized())?.is_some()
    {
        return Err(Conflict::UsernameTaken.into());
    }
    Ok(())
}

/// The sign-up as it waits, with the ids its person and org will have.
fn waiting(app: &App, moment: &Moment, chance: &mut Chance, input: &SignUpInput, password_hash: &str) -> SignUp {
    let now = moment.now;
    SignUp {
        id: SignUpId::new(chance.uuid()),
        user_id: UserId::new(chance.uuid()),
        email: input.email.clone(),
        name: input.name.clone(),
        username: input.username.clone(),
        password_hash: password_hash.to_owned(),
        org: input.org.as_ref().map(|org| FoundedOrg {
            id: OrgId::new(chance.uuid()),
            name: org.name.clone(),
            country: org.country,
        }),
        invitation_id: None,
        locale: input.locale.clone(),
        terms_accepted_at: input.terms_accepted.then_some(now),
        created_at: now,
        expires_at: later(now, app.rules.lifetimes.activation),
    }
}

/// Lets a sign-up wait, and writes to the address: to a proven one that it has an account, to any
/// other the letter that opens this one. `shown` is the state the answer tells.
pub(super) fn hold(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    actor: &Actor,
    waiting: SignUp,
    shown: UserState,
) -> Result<SignedUp, Error> {
    let owner = users::find_user_by_email(tx, waiting.email.normalized())?.filter(|user| user.email.is_verified());
    sign_ups::insert_sign_up(tx, &waiting)?;
    match owner {
        Some(owner) => write_account_exists(app, tx, chance, now, &owner)?,
        None => write_activation(app, tx, chance, now, &waiting)?,
    }
    actor.record(tx, chance, now, Action::SignUpStarted, Target::SignUp(waiting.id), None)?;
    let org = waiting.org.clone().map(|org| new_org(org.id, org.name, org.country, now));
    Ok(SignedUp { user: new_user(&waiting, shown, None), org })
}

/// The person that a sign-up makes.
pub(super) fn new_user(sign_up: &SignUp, state: UserState, verified_at: Option<Timestamp>) -> User {
    User {
        id: sign_up.user_id,
        name: sign_up.name.clone(),
        username: sign_up.username.clone(),
        email: UserEmail { address: sign_up.email.clone(), verified_at, added_at: sign_up.created_at },
        state,
        password_generated: false,
        operator: false,
        locale: sign_up.locale.clone(),
        terms_accepted_at: sign_up.terms_accepted_at,
        created_at: sign_up.created_at,
        updated_at: sign_up.created_at,
        last_login_at: None,
        version: 1,
    }
}

/// Writes the letter that opens a sign-up's account, and that its owner can disown.
pub(super) fn write_activation(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    waiting: &SignUp,
) -> Result<(), StoreError> {
    let letter = ActivationLetter {
        to: &waiting.email,
        person: &waiting.name,
        org: waiting.org.as_ref().map(|org| org.name.as_str().to_owned()),
        purpose: Purpose::Activation,
        subject_id: waiting.id.uuid(),
        user_id: None,
    };
    letter.write(app, tx, chance, now)
}

/// A letter whose link proves the mailbox, with one that disowns what was done in its name.
pub(super) struct ActivationLetter<'a> {
    pub(super) to: &'a EmailAddress,
    pub(super) person: &'a PersonName,
    pub(super) org: Option<String>,
    pub(super) purpose: Purpose,
    pub(super) subject_id: uuid::Uuid,
    pub(super) user_id: Option<UserId>,
}

impl ActivationLetter<'_> {
    pub(super) fn write(
        self,
        app: &App,
        tx: &mut dyn Write,
        chance: &mut Chance,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let expires_at = later(now, app.rules.lifetimes.activation);
        let grant = Grant { purpose: self.purpose, subject_id: self.subject_id, user_id: self.user_id, expires_at };
        let token = one_time::issue(tx, chance, now, grant)?;
        let disowning = one_time::issue(tx, chance, now, Grant { purpose: Purpose::NotMe, ..grant })?;
        let post = Post::of(app);
        let letter = Letter::Activation {
            person: self.person.full(),
            org: self.org,
            link: post.link(Journey::Activate, &token),
            not_me_link: post.link(Journey::NotMe, &disowning),
            expires: told_time(expires_at),
        };
        post.enqueue(tx, chance, self.to, &letter, now, expires_at).map(|_| ())
    }
}

/// Tells the owner of a proven address that they have an account.
pub(super) fn write_account_exists(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    owner: &User,
) -> Result<(), StoreError> {
    let post = Post::of(app);
    let letter = Letter::AccountExists { person: owner.name.full(), sign_in_link: post.sign_in_link() };
    let expires_at = later(now, app.rules.lifetimes.activation);
    post.enqueue(tx, chance, &owner.email.address, &letter, now, expires_at).map(|_| ())
}

/// A sign-up that waits to join by an invitation once its letter is used.
pub(super) fn joining(waiting: SignUp, invitation_id: InvitationId) -> SignUp {
    SignUp { invitation_id: Some(invitation_id), ..waiting }
}
