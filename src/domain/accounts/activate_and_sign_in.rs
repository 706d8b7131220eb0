//! Activates an account by its letter, and signs its person in, where a dialect answers with a session.

use super::activate::redeem_letter;
use crate::domain::actor::Actor;
use crate::domain::error::Forbidden;
use crate::domain::limits::Limited;
use crate::domain::sessions::start::{ActFor, SignedIn, start_session};
use crate::domain::{App, Error, one_time};
use crate::model::{ClientInfo, Purpose};

/// Does what [`super::activate::activate`] does, and starts a session. The letter stands in for the password alone:
/// whoever has a second factor is refused, and the letter stays good.
///
/// # Errors
/// As for [`super::activate::activate`]; `Forbidden` for a person with a second factor, or a suspended one.
pub async fn activate_and_sign_in(app: &App, client: &ClientInfo, token: &str) -> Result<SignedIn, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let digest = one_time::presented(token)?;
    let (actor, client) = (Actor::visitor(client), client.clone());
    let started = app
        .change(actor, move |change| {
            let user =
                redeem_letter(change, &digest, &[Purpose::Activation, Purpose::EmailVerification])?.user;
            if user.two_factor {
                return Err(Forbidden::TwoFactorElsewhere.into());
            }
            start_session(change, &client, user, ActFor::First)
        })
        .await?;
    Ok(started.sign(app))
}
