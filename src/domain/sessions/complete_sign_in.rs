//! The second step of signing in: the challenge that a right password got, and a second factor.

use super::logins::record_login;
use super::start::{self, SignedIn};
use crate::domain::actor::Actor;
use crate::domain::error::{Missing, Unauthenticated};
use crate::domain::limits::Limited;
use crate::domain::two_factor::{SecondFactor, check};
use crate::domain::{App, Error, one_time, policy};
use crate::model::login::LoginRefusal;
use crate::model::{ClientInfo, OrgId, Purpose, UserId};
use crate::store::queries::users;

/// Signs a person in who has shown their password before. The challenge stays good after a wrong code,
/// until its time is over; a right one spends it.
///
/// # Errors
/// `NotFound` and `Expired` (the challenge), `Unauthenticated` for a wrong code, `RateLimited` after too
/// many, `Forbidden` for a person suspended meanwhile.
pub async fn complete_sign_in(
    app: &App,
    client: &ClientInfo,
    challenge: &str,
    factor: SecondFactor,
    org_id: Option<OrgId>,
) -> Result<SignedIn, Error> {
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    let digest = one_time::presented(challenge)?;
    let (actor, client) = (Actor::visitor(client), client.clone());
    let started = app
        .change(actor, move |change| {
            let token =
                one_time::require_usable(change.tx, &digest, &[Purpose::TwoFactorChallenge], change.now)?;
            let user = users::find_user(change.tx, UserId::new(token.subject_id))?.ok_or(Missing::Token)?;
            policy::require_admitted(&user)?;
            if !check(change, &client, &user, &factor)? {
                record_login(change, &client, user.id, Some(LoginRefusal::WrongCode))?;
                return Ok(None);
            }
            change.spend_token(&digest, &[Purpose::TwoFactorChallenge])?;
            start::start_session(change, &client, user, org_id.into()).map(Some)
        })
        .await?;
    started.map(|started| started.sign(app)).ok_or(Unauthenticated::WrongCode.into())
}
