//! Invites people into an org, one or many, all or none.

use std::collections::HashSet;

use crate::domain::actor::Actor;
use crate::domain::change::Change;
use crate::domain::error::{Conflict, EMAIL_DOMAIN_NOT_ALLOWED, Forbidden, InvalidField, Unauthenticated};
use crate::domain::letters::{Journey, Reader};
use crate::domain::limits::{Attempts, Limited};
use crate::domain::once::{self, Once, Outcome};
use crate::domain::{App, Error, policy};
use crate::model::invitation::MailStage;
use crate::model::{
    Action, EmailAddress, Invitation, Letter, LetterId, Locale, MailState, Membership, Org, OrgId,
    Permission, Principal, Purpose, Role, Target, User,
};
use crate::store::StoreError;
use crate::store::queries::{invitations, memberships, one_time_tokens, outbox, users};

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

/// How people are asked for: it decides what a refusal calls an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// One, by its own members.
    One,
    /// A list of them.
    Many,
    /// A list that a person has typed: members among them are told one by one, with whatever else is wrong.
    Typed,
}

impl Asked {
    /// What the address of the invitation at `index` is called.
    fn email(self, index: usize) -> String {
        match self {
            Self::One => "email".to_owned(),
            Self::Many | Self::Typed => format!("invitations/{index}/email"),
        }
    }
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
/// void; only who manages invitations may renew one that lets its person in. The answer is the same whether or not an address has an account.
///
/// # Errors
/// `NotFound` for strangers; `Forbidden` when the caller's role does not allow it or is below the
/// role to give; `Conflict` for a member; `Invalid` for an address named twice, and for one that the org
/// does not let in; `RateLimited`.
pub async fn invite(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    invites: Vec<Invite>,
    asked: Asked,
) -> Result<Vec<Invited>, Error> {
    let work = prepare(app, principal, org_id, invites, asked).await?;
    app.change(Actor::of(principal), work).await
}

/// As [`invite`], with an idempotency key.
///
/// # Errors
/// As for [`invite`]; `Conflict` when the key came with another request.
pub async fn invite_once(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    invites: Vec<Invite>,
    asked: Asked,
    once: Option<Once<Vec<Invited>>>,
) -> Result<Outcome<Vec<Invited>>, Error> {
    if let Some(before) = once::find_before(app, once.as_ref()).await? {
        return Ok(before);
    }
    let work = prepare(app, principal, org_id, invites, asked).await?;
    app.change_once(Actor::of(principal), once, work).await
}

/// Judges what can be judged before, and tells what is left to do in the transaction.
async fn prepare(
    app: &App,
    principal: &Principal,
    org_id: OrgId,
    invites: Vec<Invite>,
    asked: Asked,
) -> Result<impl Fn(&mut Change<'_>) -> Result<Vec<Invited>, Error> + Send + 'static, Error> {
    app.limits.check_ip(Limited::Invite, principal.client.ip)?;
    require_distinct(&invites, asked)?;
    let letters = u32::try_from(invites.len()).unwrap_or(u32::MAX);
    let sender_id = principal.user_id().to_string();
    let addresses = invites.iter().map(|invite| Attempts::one(Limited::LetterTo, invite.email.normalized()));
    app.check_accounts(addresses.chain([Attempts::new(Limited::Invite, &sender_id, letters)])).await?;
    let caller = principal.clone();
    Ok(move |change: &mut Change<'_>| {
        let membership = policy::require(change.tx, &caller, org_id, permission_for(&invites))?;
        require_allowed(&membership.org, &invites, asked)?;
        if asked == Asked::Typed {
            require_no_members(change, org_id, &invites, asked)?;
        }
        let sender = users::find_user(change.tx, caller.user_id())?.ok_or(Unauthenticated::NotSignedIn)?;
        invites.iter().map(|invite| invite_one(change, &membership, &sender, invite)).collect()
    })
}

/// What it takes to invite: less for people who will wait to be let in.
fn permission_for(invites: &[Invite]) -> Permission {
    if invites.iter().all(|invite| invite.role == Role::Pending) {
        Permission::ProposeMembers
    } else {
        Permission::ManageInvitations
    }
}

fn require_distinct(invites: &[Invite], asked: Asked) -> Result<(), Error> {
    let mut seen = HashSet::new();
    let detail = "This address is in the list already.";
    refuse_where(invites, asked, "email_address_repeated", detail, |invite| {
        !seen.insert(invite.email.normalized().to_owned())
    })
}

fn require_allowed(org: &Org, invites: &[Invite], asked: Asked) -> Result<(), Error> {
    let detail = "The org lets only addresses of some domains in, and this is none of them.";
    refuse_where(invites, asked, EMAIL_DOMAIN_NOT_ALLOWED, detail, |invite| {
        !org.policies.allow(&invite.email)
    })
}

fn require_no_members(
    change: &mut Change<'_>,
    org_id: OrgId,
    invites: &[Invite],
    asked: Asked,
) -> Result<(), Error> {
    let is_member =
        |invite: &Invite| memberships::exists_member_with_email(change.tx, org_id, invite.email.normalized());
    let mut are_members = invites.iter().map(is_member).collect::<Result<Vec<_>, _>>()?.into_iter();
    let refusal = Error::from(Conflict::AlreadyMember);
    refuse_where(invites, asked, refusal.code(), &refusal.to_string(), |_| are_members.next() == Some(true))
}

/// Refuses every address for which `is_wrong` holds, all at once.
fn refuse_where(
    invites: &[Invite],
    asked: Asked,
    code: &'static str,
    detail: &str,
    mut is_wrong: impl FnMut(&Invite) -> bool,
) -> Result<(), Error> {
    let wrong = invites.iter().enumerate().filter(|(_, invite)| is_wrong(invite));
    let faults: Vec<InvalidField> =
        wrong.map(|(index, _)| InvalidField::new(asked.email(index), code, detail)).collect();
    if faults.is_empty() { Ok(()) } else { Err(Error::Invalid(faults)) }
}

fn invite_one(
    change: &mut Change<'_>,
    membership: &Membership,
    sender: &User,
    invite: &Invite,
) -> Result<Invited, Error> {
    policy::require_not_above(membership.role, invite.role)?;
    let (org, normalized) = (&membership.org, invite.email.normalized());
    if memberships::exists_member_with_email(change.tx, org.id, normalized)? {
        return Err(Conflict::AlreadyMember.into());
    }
    let open = invitations::find_open_invitation(change.tx, org.id, normalized)?;
    if let Some(open) = &open {
        policy::require_not_above(membership.role, open.role)?;
        if open.role != Role::Pending && !membership.role.may(Permission::ManageInvitations) {
            return Err(Forbidden::RoleTooLow.into());
        }
    }
    let invitation = Invitation {
        id: open.as_ref().map_or_else(|| change.id(), |open| open.id),
        org_id: org.id,
        email: invite.email.clone(),
        role: invite.role,
        message: invite.message.clone(),
        locale: invite.locale.clone(),
        inviter: sender.named(),
        created_at: change.now,
        expires_at: change.link_expiry(change.app.rules.lifetimes.invitation),
        accepted_at: None,
        declined_at: None,
        revoked_at: None,
        mail: MailState { stage: MailStage::Queued, detail: None },
    };
    one_time_tokens::spend_tokens_of_subject(change.tx, invitation.id.uuid(), change.now)?;
    outbox::cancel_letter_of_invitation(change.tx, invitation.id, change.now)?;
    let letter_id = write_letter(change, org, &invitation, sender)?;
    if open.is_some() {
        invitations::renew_invitation(change.tx, &invitation, letter_id)?;
    } else {
        invitations::insert_invitation(change.tx, &invitation, letter_id)?;
    }
    let link = issue_link(change, &invitation, Purpose::InvitationShared)?;
    change.record(Action::InvitationCreated, Target::Invitation(invitation.id), Some(org.id))?;
    Ok(Invited { invitation, link })
}

/// A link with a token of its own, as good as the invitation is long.
fn issue_link(
    change: &mut Change<'_>,
    invitation: &Invitation,
    purpose: Purpose,
) -> Result<String, StoreError> {
    let token = change.issue_token(purpose, invitation.id.uuid(), None, invitation.expires_at)?;
    Ok(change.link(Journey::Invitation, &token))
}

/// Writes an invitation's letter, with a mailed token of its own. It speaks the language of whoever has an account with
/// the address, else the one that was asked for, else that of `sender`, who sends it.
pub(super) fn write_letter(
    change: &mut Change<'_>,
    org: &Org,
    invitation: &Invitation,
    sender: &User,
) -> Result<LetterId, StoreError> {
    let account = users::find_user_by_email(change.tx, invitation.email.normalized())?;
    let letter = Letter::OrganizationInvitation {
        org: org.name.as_str().to_owned(),
        inviter: invitation.inviter.name.full(),
        role: invitation.role.as_str().to_owned(),
        message: invitation.message.clone(),
        link: issue_link(change, invitation, Purpose::InvitationMailed)?,
        expires: invitation.expires_at,
    };
    let locales = [account.and_then(|user| user.locale), invitation.locale.clone(), sender.locale.clone()];
    let locale = locales.iter().flatten().next();
    let reader = Reader { to: &invitation.email, user_id: None, locale };
    change.enqueue(reader, &letter, invitation.expires_at)
}
