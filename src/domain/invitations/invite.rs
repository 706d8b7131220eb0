//! Invites people into an org, one or many, all or none.

use std::collections::HashSet;

use crate::crypto::chance::Chance;
use crate::crypto::tokens::one_time::OneTimeToken;
use crate::domain::audit::record::Actor;
use crate::domain::clock::later;
use crate::domain::error::{Conflict, InvalidField, Unauthenticated};
use crate::domain::letters::{Journey, Post, told_time};
use crate::domain::limits::Limited;
use crate::domain::one_time::{self, Grant};
use crate::domain::{App, Error, policy};
use crate::model::invitation::{Inviter, MailStage};
use crate::model::{
    Action, EmailAddress, Invitation, InvitationId, Letter, LetterId, Locale, MailState, Org, OrgId, Permission,
    Principal, Purpose, Role, Target, Timestamp, User,
};
use crate::store::queries::{invitations, memberships, one_time_tokens, users};
use crate::store::{StoreError, Write};

/// Whom to invite, and as what.
#[derive(Clone, Debug)]
pub struct Invite {
    /// Whose address.
    pub email: EmailAddress,
    /// As what.
    pub role: Role,
    /// A word from the inviter.
    pub message: Option<String>,
    /// The language of the letter.
    pub locale: Option<Locale>,
}

/// An invitation with the link to hand over. The link is told once.
#[derive(Clone, Debug)]
pub struct Invited {
    /// The invitation.
    pub invitation: Invitation,
    /// Holds the shared token. A secret.
    pub link: String,
}

/// Invites people. Whoever has an open invitation already gets it renewed, and its earlier tokens are
/// void. The answer is the same whether or not an address has an account.
///
/// # Errors
/// `NotFound` for strangers; `Forbidden` when the caller's role does not allow it or is below the
/// role to give; `Conflict` for a member; `Invalid` for an address named twice; `RateLimited`.
pub async fn invite(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    invites: Vec<Invite>,
) -> Result<Vec<Invited>, Error> {
    let letters = u32::try_from(invites.len()).unwrap_or(u32::MAX);
    app.limits.check_ip(Limited::Invite, principal.client.ip)?;
    app.limits.check_account(Limited::Invite, &principal.user_id().to_string(), letters)?;
    require_distinct(&invites)?;
    let (app_, principal, moment) = (app.clone(), principal.clone(), app.moment());
    app.store
        .write(move |tx| {
            let (now, mut chance) = (moment.now, moment.chance());
            let membership = policy::require(tx, principal.user_id(), org_id, Permission::ManageInvitations)?;
            let inviter = users::find_user(tx, principal.user_id())?.ok_or(Unauthenticated::NotSignedIn)?;
            let desk = Desk { app: &app_, now, actor: Actor::of(&principal), org: membership.org, inviter };
            invites
                .iter()
                .map(|invite| {
                    policy::require_not_above(membership.role, invite.role)?;
                    desk.invite(tx, &mut chance, invite)
                })
                .collect()
        })
        .await
}

fn require_distinct(invites: &[Invite]) -> Result<(), Error> {
    let mut seen = HashSet::new();
    let repeated: Vec<InvalidField> = invites
        .iter()
        .enumerate()
        .filter(|(_, invite)| !seen.insert(invite.email.normalized()))
        .map(|(index, _)| {
            InvalidField::new(
                format!("invitations/{index}/email"),
                "email_address_repeated",
                "This address is in the list already.",
            )
        })
        .collect();
    if repeated.is_empty() { Ok(()) } else { Err(Error::Invalid(repeated)) }
}

/// What the invitations of one call share.
struct Desk<'a> {
    app: &'a App,
    now: Timestamp,
    actor: Actor,
    org: Org,
    inviter: User,
}

impl Desk<'_> {
    fn invite(&self, tx: &mut dyn Write, chance: &mut Chance, invite: &Invite) -> Result<Invited, Error> {
        let normalized = invite.email.normalized();
        if memberships::exists_member_with_email(tx, self.org.id, normalized)? {
            return Err(Conflict::AlreadyMember.into());
        }
        let open = invitations::find_open_invitation(tx, self.org.id, normalized)?;
        let invitation = Invitation {
            id: open.as_ref().map_or_else(|| InvitationId::new(chance.uuid()), |open| open.id),
            org_id: self.org.id,
            email: invite.email.clone(),
            role: invite.role,
            message: invite.message.clone(),
            locale: invite.locale.clone(),
            inviter: Inviter { id: self.inviter.id, name: self.inviter.name.clone() },
            created_at: self.now,
            expires_at: later(self.now, self.app.rules.lifetimes.invitation),
            accepted_at: None,
            declined_at: None,
            revoked_at: None,
            mail: MailState { stage: MailStage::Queued, detail: None },
        };
        one_time_tokens::spend_tokens_of_subject(tx, invitation.id.uuid(), self.now)?;
        let letter_id = write_letter(self.app, tx, chance, self.now, &self.org, &invitation)?;
        if open.is_some() {
            invitations::renew_invitation(tx, &invitation, letter_id)?;
        } else {
            invitations::insert_invitation(tx, &invitation, letter_id)?;
        }
        let shared = issue(tx, chance, self.now, &invitation, Purpose::InvitationShared)?;
        let target = Target::Invitation(invitation.id);
        self.actor.record(tx, chance, self.now, Action::InvitationCreated, target, Some(self.org.id))?;
        let link = Post::of(self.app).link(Journey::Invitation, &shared);
        Ok(Invited { invitation, link })
    }
}

fn issue(
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    invitation: &Invitation,
    purpose: Purpose,
) -> Result<OneTimeToken, StoreError> {
    let (subject_id, expires_at) = (invitation.id.uuid(), invitation.expires_at);
    one_time::issue(tx, chance, now, Grant { purpose, subject_id, user_id: None, expires_at })
}

/// Writes an invitation's letter, with a mailed token of its own.
pub(super) fn write_letter(
    app: &App,
    tx: &mut dyn Write,
    chance: &mut Chance,
    now: Timestamp,
    org: &Org,
    invitation: &Invitation,
) -> Result<LetterId, StoreError> {
    let mailed = issue(tx, chance, now, invitation, Purpose::InvitationMailed)?;
    let post = Post::of(app);
    let letter = Letter::OrganizationInvitation {
        org: org.name.as_str().to_owned(),
        inviter: invitation.inviter.name.full(),
        role: invitation.role.as_str().to_owned(),
        message: invitation.message.clone(),
        link: post.link(Journey::Invitation, &mailed),
        expires: told_time(invitation.expires_at),
    };
    post.enqueue(tx, chance, &invitation.email, &letter, now, invitation.expires_at)
}
