//! Signs a person in with a passkey, which stands for both factors.

use super::{PasskeyAnswer, judge};
use crate::domain::actor::Actor;
use crate::domain::error::Unauthenticated;
use crate::domain::limits::Limited;
use crate::domain::sessions::start::{self, ActFor, SignedIn};
use crate::domain::{App, Error};
use crate::model::ClientInfo;
use crate::model::login::LoginKind;
use crate::store::queries::users;

/// Signs in whoever's passkey answers [`super::ask::for_any`].
///
/// # Errors
/// `Unauthenticated` for an answer that is not right, `Expired` for one that comes twice or late; `Forbidden` for a
/// person who is suspended or not activated; `RateLimited`.
pub async fn sign_in(
    app: &App,
    client: &ClientInfo,
    answer: PasskeyAnswer,
    act_for: ActFor,
) -> Result<SignedIn, Error> {
    app.limits.check_ip(Limited::SignIn, client.ip)?;
    let (actor, client) = (Actor::visitor(client), client.clone());
    let started = app
        .change(actor, move |change| {
            let Some(passkey) = judge(change, None, &answer)? else { return Ok(None) };
            let user = users::find_user(change.tx, passkey.user_id)?.ok_or(Unauthenticated::WrongPasskey)?;
            let prepared = start::prepare(change.tx, &client, user.id)?;
            prepared.start(change, &client, user, act_for, LoginKind::Passkey).map(Some)
        })
        .await?;
    started.map(|started| started.sign(app)).ok_or(Unauthenticated::WrongPasskey.into())
}
