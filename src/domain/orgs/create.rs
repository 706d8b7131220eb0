//! Founds an org.

use crate::crypto::chance::Chance;
use crate::domain::audit::record::Actor;
use crate::domain::{App, Error};
use crate::model::{Action, Country, Org, OrgId, OrgName, OrgState, Principal, Role, Target, Timestamp, UserId};
use crate::store::queries::{memberships, orgs};
use crate::store::{StoreError, Write};

/// What an org is founded with.
#[derive(Clone, Debug)]
pub struct CreateOrg {
    /// What it is called.
    pub name: OrgName,
    /// Where it is.
    pub country: Option<Country>,
}

/// Founds an org whose owner is the caller.
///
/// # Errors
/// When the database does not answer.
pub async fn create(app: &App, principal: &Principal, input: CreateOrg) -> Result<Org, Error> {
    let (principal, moment) = (principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let mut chance = moment.chance();
            let org = new_org(OrgId::new(chance.uuid()), input.name.clone(), input.country, moment.now);
            found(tx, &mut chance, moment.now, &Actor::of(&principal), &org, principal.user_id())?;
            Ok(org)
        })
        .await
}

/// An org as it is founded.
pub(in crate::domain) fn new_org(id: OrgId, name: OrgName, country: Option<Country>, now: Timestamp) -> Org {
    Org { id, name, country, state: OrgState::Active, created_at: now, updated_at: now, version: 1 }
}

/// Adds an org and its first owner: never one without the other.
pub(in crate::domain) fn found(
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    actor: &Actor,
    org: &Org,
    owner: UserId,
) -> Result<(), StoreError> {
    orgs::insert_org(tx, org)?;
    memberships::insert_membership(tx, owner, org.id, Role::Owner, now)?;
    actor.record(tx, chance, now, Action::OrgCreated, Target::Org(org.id), Some(org.id))?;
    actor.record(tx, chance, now, Action::MemberJoined, Target::User(owner), Some(org.id))
}
