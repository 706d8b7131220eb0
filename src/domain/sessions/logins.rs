//! Writes attempts to sign in down, and tells the places that they come from apart.

use std::net::IpAddr;

use crate::crypto::digest::Digest;
use crate::domain::change::Change;
use crate::model::login::{LoginKind, LoginRefusal};
use crate::model::{ClientInfo, Login, UserId};
use crate::store::StoreError;
use crate::store::queries::logins;

/// An attempt to be let in to an account that exists.
pub(in crate::domain) struct Attempt {
    /// Whose account.
    pub(in crate::domain) user_id: UserId,
    /// By what.
    pub(in crate::domain) kind: LoginKind,
    /// The operator who signed in as the person.
    pub(in crate::domain) operator_id: Option<UserId>,
    /// Why it was refused; `None` when it succeeded.
    pub(in crate::domain) refusal: Option<LoginRefusal>,
    /// Tells apart network and kind of device.
    pub(in crate::domain) place: String,
}

/// Writes down an attempt to sign in with the password.
pub(in crate::domain) fn record_login(
    change: &mut Change<'_>,
    client: &ClientInfo,
    user_id: UserId,
    refusal: Option<LoginRefusal>,
) -> Result<(), StoreError> {
    let kind = LoginKind::Password;
    let attempt = Attempt { user_id, kind, operator_id: None, refusal, place: place(client) };
    record(change, client, attempt)
}

/// Writes down an attempt.
pub(in crate::domain) fn record(
    change: &mut Change<'_>,
    client: &ClientInfo,
    attempt: Attempt,
) -> Result<(), StoreError> {
    let login = Login {
        id: change.id(),
        user_id: attempt.user_id,
        at: change.now,
        ip: client.ip.to_string(),
        device: client.user_agent.clone(),
        kind: attempt.kind,
        refusal: attempt.refusal,
        operator_id: attempt.operator_id,
        place: attempt.place,
    };
    logins::insert_login(change.tx, &login)
}

/// Network and kind of device in one mark: an IPv4 /16 or IPv6 /32, for addresses of one provider
/// change, and the user agent without its numbers, for versions do.
pub(in crate::domain) fn place(client: &ClientInfo) -> String {
    let network = match client.ip.to_canonical() {
        IpAddr::V4(ip) => ip.octets()[..2].to_vec(),
        IpAddr::V6(ip) => ip.octets()[..4].to_vec(),
    };
    let device = client.user_agent.as_deref().unwrap_or_default();
    let kind: String = device.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect();
    let mark = Digest::of(&[&network, kind.as_bytes()].concat());
    mark.as_bytes()[..8].iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}
