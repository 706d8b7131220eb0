//! Changes a person's account: what they say of themselves and, through some faces, what they sign in with.

use super::change_password;
use super::choices::{judge_username, username_is_password};
use super::email_change::request as email_change;
use super::password::{self, Chooser, confirm_for};
use crate::domain::actor::Actor;
use crate::domain::customs::{Deed, Telling};
use crate::domain::error::{Conflict, Unauthenticated};
use crate::domain::expected::Expected;
use crate::domain::sessions::end::end_support_sessions;
use crate::domain::{App, Error, policy};
use crate::model::{
    Action, EmailAddress, Locale, NameChange, Password, Principal, Scope, Target, User, Username,
};
use crate::store::Read;
use crate::store::queries::users;

/// What is to change; `None` leaves a thing as it is.
#[derive(Clone, Debug, Default)]
pub struct UpdateAccount {
    /// How they are called.
    pub name: Option<NameChange>,
    /// Their username; `Some(None)` gives it up.
    pub username: Option<Option<Username>>,
    /// The language they want to be written to in; `Some(None)` forgets it.
    pub locale: Option<Option<Locale>>,
    /// Whether operators may sign in as them to help.
    pub allow_support_login: Option<bool>,
    /// Their password, where a session suffices to choose another one.
    pub password: Option<Password>,
    /// Their address, where a session suffices to ask for another one: the mailboxes still have their say.
    pub email: Option<EmailAddress>,
    /// Which versions of the account it may be made to.
    pub expected: Expected,
}

impl UpdateAccount {
    fn is_of_profile(&self) -> bool {
        self.name.is_some()
            || self.username.is_some()
            || self.locale.is_some()
            || self.allow_support_login.is_some()
    }

    /// What one signs in with, and who else may.
    fn is_of_credentials(&self) -> bool {
        self.username.is_some()
            || self.allow_support_login.is_some()
            || self.password.is_some()
            || self.email.is_some()
    }
}

/// Changes the caller's account, everything or nothing. What one signs in with, and who else may, takes a session.
/// Another password ends every other session and voids every link, with a notice; another address takes effect as
/// [`super::email_change`] says, and is not part of the answer before.
///
/// # Errors
/// `Forbidden` for an API key without the scope or that would change what takes a session, and where a session does not
/// suffice; `Invalid` for a username or password that can't be; `Conflict` when somebody else has the username or,
/// where that is told, the address, and for another version than was expected; `RateLimited` for too many letters.
pub async fn update(app: &App, principal: &Principal, input: UpdateAccount) -> Result<User, Error> {
    policy::require_scope(principal, Scope::UpdateAccount)?;
    if input.is_of_credentials() {
        policy::require_session(principal)?;
    }
    let fresh = settle(app, principal, &input).await?;
    let (user_id, session_id) = (principal.user_id(), principal.session().map(|session| session.id));
    let client = principal.client.clone();
    app.change(Actor::of(principal), move |change| {
        let user = users::find_user(change.tx, user_id)?.ok_or(Unauthenticated::NotSignedIn)?;
        input.expected.require(user.version)?;
        let changed = changed(&user, &input);
        require_username_free(change.tx, &changed)?;
        let email = input.email.as_ref().filter(|email| is_other(email, &user));
        if let Some(email) = email
            && change.customs().taken_address == Telling::Told
            && users::find_user_by_email(change.tx, email.normalized())?.is_some()
        {
            return Err(Conflict::EmailAddressTaken.into());
        }
        if input.is_of_profile() {
            users::update_profile(change.tx, &changed, change.now)?;
            change.record(Action::UserUpdated, Target::User(user_id), None)?;
            if !changed.allow_support_login {
                end_support_sessions(change, user_id)?;
            }
        }
        if let Some(session_id) = session_id {
            if let Some(fresh) = &fresh {
                change_password::put_in_place(change, &user, session_id, fresh, &client)?;
            }
            // After the password, which voids what was mailed before.
            if let Some(email) = email {
                email_change::note(change, &user, session_id, email, &client)?;
            }
        }
        Ok(users::find_user(change.tx, user_id)?.unwrap_or(changed))
    })
    .await
}

/// Judges the credentials that are to change, and hashes the password.
async fn settle(app: &App, principal: &Principal, input: &UpdateAccount) -> Result<Option<String>, Error> {
    let (customs, user) = (app.customs(&principal.client), &principal.identity.user);
    let username = input.username.as_ref().and_then(Option::as_ref);
    let mut faults = Vec::new();
    // One that they have already stays good, whatever it is like.
    let fresh_username = username.filter(|username| user.username.as_ref() != Some(*username));
    faults.extend(fresh_username.and_then(|username| judge_username(customs, username)));
    if let Some(password) = &input.password {
        confirm_for(app, principal, Deed::SetPassword, None).await?;
        if username.is_some_and(|username| password::is_username(password, username)) {
            faults.push(username_is_password());
        }
        let mut chooser = Chooser::of(user);
        chooser.username = username.or(chooser.username.filter(|_| input.username.is_none()));
        faults.extend(password::judge(customs, "password", password, &chooser));
    }
    if !faults.is_empty() {
        return Err(Error::Invalid(faults));
    }
    if let Some(email) = input.email.as_ref().filter(|email| is_other(email, user)) {
        confirm_for(app, principal, Deed::ChangeAddress, None).await?;
        email_change::check_limits(app, principal, email).await?;
    }
    match &input.password {
        Some(password) => password::hash(app, password).await.map(Some),
        None => Ok(None),
    }
}

fn is_other(email: &EmailAddress, user: &User) -> bool {
    email.normalized() != user.email.address.normalized()
}

/// A person with what they say of themselves changed.
fn changed(user: &User, input: &UpdateAccount) -> User {
    let mut user = user.clone();
    if let Some(name) = &input.name {
        user.name = name.of(&user.name);
    }
    if let Some(username) = &input.username {
        user.username.clone_from(username);
    }
    if let Some(locale) = &input.locale {
        user.locale.clone_from(locale);
    }
    if let Some(allowed) = input.allow_support_login {
        user.allow_support_login = allowed;
    }
    user
}

fn require_username_free(tx: &mut dyn Read, user: &User) -> Result<(), Error> {
    let Some(username) = &user.username else { return Ok(()) };
    match users::find_user_by_username(tx, username.normalized())? {
        Some(other) if other.id != user.id => Err(Conflict::UsernameTaken.into()),
        _ => Ok(()),
    }
}
