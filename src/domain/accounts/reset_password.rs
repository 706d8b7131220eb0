//! Sets another password by a mailed link, and looks at such a link before.

use super::mailbox::{self, Proof};
use super::password::{Chooser, hash_chosen};
use super::security_notice;
use crate::domain::actor::Actor;
use crate::domain::api_keys::revoke::revoke_all;
use crate::domain::error::Missing;
use crate::domain::limits::Limited;
use crate::domain::lockout::{self, Account, Guess};
use crate::domain::passkeys::remove::remove_all;
use crate::domain::sessions::end::end_sessions;
use crate::domain::{App, Error, one_time};
use crate::model::letter::SecurityEvent;
use crate::model::{Action, ClientInfo, Membership, Password, Purpose, Target, Timestamp, User, UserId};
use crate::store::queries::{one_time_tokens, users};

/// Whose password a link sets, and until when.
#[derive(Clone, Debug)]
pub struct ResetLink {
    /// The person.
    pub user: User,
    /// Until when the link works.
    pub expires_at: Timestamp,
}

/// Whose password was set.
#[derive(Clone, Debug)]
pub struct Reset {
    /// The person.
    pub user: User,
    /// Orgs founded or joined under the address before this link proved it: to keep or to leave.
    pub orgs_to_review: Vec<Membership>,
}

/// Looks at a link. Changes nothing: mail scanners look too.
///
/// # Errors
/// `NotFound` for an unknown token, `Expired` for one that was used or is too old, `RateLimited`.
pub async fn look(app: &App, client: &ClientInfo, token: &str) -> Result<ResetLink, Error> {
    app.limits.check_ip(Limited::RedeemToken, client.ip)?;
    let (digest, now) = (one_time::presented(token)?, app.clock.now());
    app.store
        .read(move |tx| {
            let token = one_time::require_usable(tx, &digest, &[Purpose::PasswordReset], now)?;
            let user = users::find_user(tx, UserId::new(token.subject_id))?.ok_or(Missing::Token)?;
            Ok(ResetLink { user, expires_at: token.expires_at })
        })
        .await
}

/// Sets another password: whose it is says the token, and nothing else. Every session ends, every API key
/// and every other link is void, and the person is told by mail. The letter also proves the mailbox, and so
/// activates the account. A second factor is still asked for at the next sign-in.
///
/// # Errors
/// As for [`look`]; `Invalid` for a weak password, which leaves the link good.
pub async fn reset_password(
    app: &App,
    client: &ClientInfo,
    token: &str,
    password: Password,
) -> Result<Reset, Error> {
    let link = look(app, client, token).await?;
    let digest = one_time::presented(token)?;
    let password_hash =
        hash_chosen(app, app.customs(client), "password", &password, &Chooser::of(&link.user)).await?;
    let origin = client.clone();
    app.change(Actor::visitor(client), move |change| {
        let token = change.spend_token(&digest, &[Purpose::PasswordReset])?;
        let user_id = UserId::new(token.subject_id);
        let user = users::find_user(change.tx, user_id)?.ok_or(Missing::Token)?;
        change.act_as(user_id);
        let orgs_to_review = if user.email.is_verified() {
            mailbox::activate(change, &user)?;
            users::update_password_hash(change.tx, user_id, Some(&password_hash), change.now)?;
            one_time_tokens::spend_links_of_user(change.tx, user_id, change.now)?;
            end_sessions(change, user_id, None)?;
            revoke_all(change, user_id)?;
            remove_all(change, user_id)?;
            Vec::new()
        } else {
            mailbox::prove(change, &user, Proof::Reset { password_hash: &password_hash })?
        };
        lockout::forget(change, &Account::of(Guess::Password, user_id))?;
        change.record(Action::PasswordReset, Target::User(user_id), None)?;
        // The letter that lists the orgs tells of the new password too.
        if orgs_to_review.is_empty() {
            security_notice::write(change, &user, SecurityEvent::PasswordReset, Some(&origin))?;
        }
        let user = users::find_user(change.tx, user_id)?.unwrap_or(user);
        Ok(Reset { user, orgs_to_review })
    })
    .await
}
