//! Sets another authenticator app up for whoever lost theirs: by the password and two recovery codes, in two calls.
//!
//! The first call answers what the new app is told; the old one goes on working, so that nobody loses anything by
//! breaking off. The second call shows a code of the new app and two more recovery codes, and puts it in the place of
//! the old one. Neither lets anybody in: they sign in afterwards, as ever.

use super::code::{digest_of, make_recovery_codes, open};
use super::set_up::{SetUp, put_in_place, told};
use crate::crypto::digest::Digest;
use crate::crypto::totp;
use crate::domain::accounts::security_notice;
use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Conflict, Forbidden, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::sessions::credentials::{Checked, Login, check_password, find, find_now, refuse};
use crate::domain::sessions::end::end_sessions;
use crate::domain::sessions::logins::record_login;
use crate::domain::{App, Error, policy};
use crate::model::letter::SecurityEvent;
use crate::model::login::LoginRefusal;
use crate::model::{Action, ClientInfo, Password, Target, User};
use crate::store::StoreError;
use crate::store::queries::{authenticators, recovery_codes};

/// The recovery codes that each call takes.
const CODES: usize = 2;

/// How often it starts over when the password changes under it.
const ATTEMPTS: usize = 3;

/// What somebody shows who lost their authenticator app.
#[derive(Clone, Debug)]
pub struct RecoverTwoFactor {
    /// An email address or a username.
    pub login: String,
    /// The password.
    pub password: Password,
    /// Two of the recovery codes.
    pub recovery_codes: Vec<String>,
    /// In the second call, a code of the new app.
    pub code: Option<String>,
}

/// What a call of the two came to.
#[derive(Clone)]
pub struct Recovered {
    /// What the new app is told.
    pub set_up: SetUp,
    /// Recovery codes in place of all before, once the new app is in force.
    pub recovery_codes: Option<Vec<String>>,
}

/// Without a code, sets a new app up. With one, puts it in force: the old app and all old recovery codes are good no
/// more, and every session ends. Either call spends both recovery codes or none, and is told by mail.
///
/// # Errors
/// `Invalid` unless two different recovery codes are shown. `Unauthenticated` and `Forbidden` as for signing in,
/// `Forbidden` also for wrong codes, which count as one wrong guess; `RateLimited` after too many. `Conflict` when no
/// second factor is on, and in the second call when no new app was set up.
pub async fn recover(app: &App, client: &ClientInfo, input: RecoverTwoFactor) -> Result<Recovered, Error> {
    let codes = Codes::of(&input)?;
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    let login = Login::of(&input.login);
    for _ in 0..ATTEMPTS {
        let found = find(app, &login).await?;
        app.check_account(Limited::SignIn, &found.counted_as).await?;
        let account = found.account.clone();
        match check_password(app, found, &input.password).await? {
            Checked::Right { user, stored, .. } => match show(app, client, user, stored, &codes).await? {
                Shown::Right(recovered) => return Ok(*recovered),
                Shown::WrongCodes => return Err(Forbidden::WrongCode.into()),
                Shown::PasswordChanged => {}
            },
            Checked::Refused { user, refusal } => {
                return Err(refuse(app, client, account, user, refusal).await?);
            }
        }
    }
    Err(Error::Unavailable)
}

/// The codes of one call.
#[derive(Clone)]
struct Codes {
    recovery: [Digest; CODES],
    code: Option<String>,
}

impl Codes {
    fn of(input: &RecoverTwoFactor) -> Result<Self, Error> {
        let digests: Vec<Digest> = input.recovery_codes.iter().map(|code| digest_of(code)).collect();
        match <[Digest; CODES]>::try_from(digests) {
            Ok([one, other]) if one != other => Ok(Self { recovery: [one, other], code: input.code.clone() }),
            _ => {
                let detail = "This takes two of your recovery codes, and each of them once.";
                Err(Error::invalid("recovery_codes", "two_needed", detail))
            }
        }
    }
}

/// What the codes came to.
enum Shown {
    Right(Box<Recovered>),
    WrongCodes,
    PasswordChanged,
}

/// Looks at the codes of somebody whose password was right, unless it was changed since it was checked.
async fn show(
    app: &App,
    client: &ClientInfo,
    user: User,
    stored: String,
    codes: &Codes,
) -> Result<Shown, Error> {
    let (actor, client, codes) = (Actor::visitor(client), client.clone(), codes.clone());
    let secret = totp::Authenticator::draw(&app.random);
    app.change(actor, move |change| {
        let (password, guess) = (Account::of(Guess::Password, user.id), Account::of(Guess::Code, user.id));
        let found = find_now(change.tx, user.id, change.now)?;
        lockout::require_open(change.tx, &guess, change.now)?;
        let user = found.user.ok_or(Unauthenticated::WrongCredentials)?;
        if found.password_hash.as_deref() != Some(stored.as_str()) {
            return Ok(Shown::PasswordChanged);
        }
        if found.lockout.is_some() {
            lockout::forget(change, &password)?;
        }
        policy::require_active(&user)?;
        if !user.two_factor {
            return Err(Conflict::TwoFactorOff.into());
        }
        change.act_as(user.id);
        let recovered = match &codes.code {
            None => begin(change, &client, &user, &codes.recovery, &secret)?,
            Some(code) => finish(change, &client, &user, &codes.recovery, code)?,
        };
        let Some(recovered) = recovered else {
            lockout::count_wrong(change, &guess)?;
            record_login(change, &client, user.id, Some(LoginRefusal::WrongCode))?;
            return Ok(Shown::WrongCodes);
        };
        lockout::forget(change, &guess)?;
        Ok(Shown::Right(Box::new(recovered)))
    })
    .await
}

/// Sets a new app up beside the one in force; `None` for wrong recovery codes.
fn begin(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user: &User,
    recovery: &[Digest; CODES],
    secret: &[u8; totp::SECRET_LENGTH],
) -> Result<Option<Recovered>, Error> {
    if !are_unspent(change, user, recovery)? {
        return Ok(None);
    }
    for digest in recovery {
        recovery_codes::spend_recovery_code(change.tx, user.id, digest.as_bytes(), change.now)?;
    }
    let set_up = put_in_place(change, user, secret)?;
    change.record(Action::TwoFactorRecoveryStarted, Target::User(user.id), None)?;
    security_notice::write(change, user, SecurityEvent::RecoveryCodeUsed, Some(client))?;
    Ok(Some(Recovered { set_up, recovery_codes: None }))
}

/// Puts the app that was set up in the place of the old one; `None` for wrong codes. All recovery codes before, the
/// two that are shown among them, make room for new ones.
fn finish(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user: &User,
    recovery: &[Digest; CODES],
    code: &str,
) -> Result<Option<Recovered>, Error> {
    let pending =
        authenticators::find_pending_authenticator(change.tx, user.id)?.ok_or(Conflict::TwoFactorNotSetUp)?;
    let opened = open(change, &pending, user)?;
    let Some(step) = opened.step_of(code, change.now) else { return Ok(None) };
    if !are_unspent(change, user, recovery)? {
        return Ok(None);
    }
    authenticators::delete_enabled_authenticator(change.tx, user.id)?;
    if !authenticators::enable_authenticator(change.tx, pending.id, step, change.now)? {
        return Ok(None);
    }
    let fresh = make_recovery_codes(change, user.id)?;
    end_sessions(change, user.id, None)?;
    change.record(Action::TwoFactorRecovered, Target::User(user.id), None)?;
    security_notice::write(change, user, SecurityEvent::TwoFactorRecovered, Some(client))?;
    Ok(Some(Recovered { set_up: told(&opened)?, recovery_codes: Some(fresh) }))
}

fn are_unspent(change: &mut Change<'_>, user: &User, recovery: &[Digest; CODES]) -> Result<bool, StoreError> {
    for digest in recovery {
        if !recovery_codes::exists_unspent_recovery_code(change.tx, user.id, digest.as_bytes())? {
            return Ok(false);
        }
    }
    Ok(true)
}
