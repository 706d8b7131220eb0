//! What every way of using an invitation shares: is it open, and how one joins by it.

use crate::crypto::digest::Digest;
use crate::domain::accounts::mailbox::{self, Proof};
use crate::domain::change::Change;
use crate::domain::error::{Conflict, Expired, Forbidden, Missing, Unauthenticated};
use crate::domain::members::approval::{self, Admission};
use crate::domain::{Error, one_time};
use crate::model::{
    Action, Invitation, InvitationId, InvitationState, MembershipId, Org, Purpose, SessionId, Target,
    Timestamp, User,
};
use crate::store::Read;
use crate::store::queries::{invitations, memberships, one_time_tokens, orgs, outbox};

/// An open invitation into an org that is there.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Redeemable {
    pub(in crate::domain) invitation: Invitation,
    pub(in crate::domain) org: Org,
    /// By which token it was found, if by one.
    pub(in crate::domain) purpose: Option<Purpose>,
}

impl Redeemable {
    /// Whether its holder has shown to read the mailbox.
    pub(in crate::domain) fn proves_mailbox(&self) -> bool {
        self.purpose == Some(Purpose::InvitationMailed)
    }

    /// Refuses an address that the org does not let in: its rule may have changed since it invited.
    ///
    /// # Errors
    /// `Forbidden`.
    pub(in crate::domain) fn require_allowed(&self) -> Result<(), Error> {
        if self.org.policies.allow(&self.invitation.email) {
            Ok(())
        } else {
            Err(Forbidden::EmailDomainNotAllowed.into())
        }
    }
}

/// By what an invitation is named: one of its tokens, or its id.
#[derive(Clone, Copy, Debug)]
pub(in crate::domain) enum Reference {
    Token(Digest),
    Id(InvitationId),
}

impl Reference {
    /// Reads a token or an id.
    ///
    /// # Errors
    /// `NotFound` for anything that can be neither.
    pub(in crate::domain) fn parse(token_or_id: &str) -> Result<Self, Error> {
        match token_or_id.parse() {
            Ok(id) => Ok(Self::Id(id)),
            Err(_) => one_time::presented(token_or_id).map(Self::Token),
        }
    }
}

/// Whether an invitation is for this person's address.
pub(in crate::domain) fn is_for(invitation: &Invitation, user: &User) -> bool {
    invitation.email.normalized() == user.email.address.normalized()
}

/// Finds an open invitation. An id is no secret: it serves its own address alone, and only once that is
/// proven.
///
/// # Errors
/// `NotFound` for an unknown token or another's id; `Expired`, saying why; `Unauthenticated` for an id
/// from nobody.
pub(in crate::domain) fn find(
    tx: &mut dyn Read,
    reference: Reference,
    now: Timestamp,
    user: Option<&User>,
) -> Result<Redeemable, Error> {
    match reference {
        Reference::Token(digest) => find_by_token(tx, &digest, now),
        Reference::Id(id) => {
            let user = user.ok_or(Unauthenticated::NotSignedIn)?;
            invitations::find_invitation(tx, id)?
                .filter(|invitation| user.email.is_verified() && is_for(invitation, user))
                .ok_or(Missing::Invitation)?;
            find_by_id(tx, id, now)
        }
    }
}

/// An open invitation, whatever has become of its org.
#[derive(Clone, Debug)]
pub(in crate::domain) struct Presented {
    pub(in crate::domain) invitation: Invitation,
    purpose: Option<Purpose>,
}

impl Presented {
    /// Refuses an invitation that is for another address than `normalized`.
    ///
    /// # Errors
    /// `Forbidden`.
    pub(in crate::domain) fn require_for(&self, normalized: &str) -> Result<(), Error> {
        if self.invitation.email.normalized() == normalized {
            Ok(())
        } else {
            Err(Forbidden::WrongAccount.into())
        }
    }

    /// The invitation with its org.
    ///
    /// # Errors
    /// `Expired` for an org that is gone.
    pub(in crate::domain) fn require_org(self, tx: &mut dyn Read) -> Result<Redeemable, Error> {
        let org = orgs::find_org(tx, self.invitation.org_id)?.ok_or(Expired::OrgGone)?;
        Ok(Redeemable { invitation: self.invitation, org, purpose: self.purpose })
    }
}

/// Finds an open invitation by either of its tokens, and its org.
///
/// # Errors
/// As for [`find_presented`] and [`Presented::require_org`].
pub(in crate::domain) fn find_by_token(
    tx: &mut dyn Read,
    digest: &Digest,
    now: Timestamp,
) -> Result<Redeemable, Error> {
    find_presented(tx, digest, now)?.require_org(tx)
}

/// Finds an open invitation by either of its tokens.
///
/// # Errors
/// `NotFound` for an unknown token; `Expired`, saying why, for one that was ours.
pub(in crate::domain) fn find_presented(
    tx: &mut dyn Read,
    digest: &Digest,
    now: Timestamp,
) -> Result<Presented, Error> {
    let purposes = [Purpose::InvitationMailed, Purpose::InvitationShared];
    let token = one_time::require_token(tx, digest, &purposes)?;
    let found = find_open(tx, InvitationId::new(token.subject_id), now)?;
    // The invitation is open, and this token of it is not: a newer one took its place.
    if token.spent_at.is_some() {
        return Err(Expired::TokenSpent.into());
    }
    Ok(Presented { purpose: Some(token.purpose), ..found })
}

/// Finds an open invitation by its id.
///
/// # Errors
/// As for [`find_by_token`].
pub(in crate::domain) fn find_by_id(
    tx: &mut dyn Read,
    id: InvitationId,
    now: Timestamp,
) -> Result<Redeemable, Error> {
    find_open(tx, id, now)?.require_org(tx)
}

fn find_open(tx: &mut dyn Read, id: InvitationId, now: Timestamp) -> Result<Presented, Error> {
    // It went with its org, or with the person who made or got it.
    let invitation = invitations::find_invitation(tx, id)?.ok_or(Expired::TokenSpent)?;
    match invitation.state(now) {
        InvitationState::Pending => {}
        InvitationState::Accepted => return Err(Expired::InvitationAccepted.into()),
        InvitationState::Declined => return Err(Expired::InvitationDeclined.into()),
        InvitationState::Revoked => return Err(Expired::InvitationRevoked.into()),
        InvitationState::Expired => return Err(Expired::TokenExpired.into()),
    }
    Ok(Presented { invitation, purpose: None })
}

/// Lets a signed-in person accept: whoever has proven their address needs no more than to be invited there, and
/// anybody else the mailed token, which proves it.
///
/// # Errors
/// `Forbidden` for another address, and for an unproven one without the mailed token; `Conflict` for a member; else
/// as for [`join`].
pub(in crate::domain) fn accept(
    change: &mut Change<'_>,
    redeemable: &Redeemable,
    user: &User,
    session_id: SessionId,
) -> Result<(), Error> {
    if !is_for(&redeemable.invitation, user) {
        return Err(Forbidden::WrongAccount.into());
    }
    if memberships::find_membership(change.tx, user.id, redeemable.org.id)?.is_some() {
        return Err(Conflict::AlreadyMember.into());
    }
    if !user.email.is_verified() {
        if !redeemable.proves_mailbox() {
            return Err(Forbidden::EmailNotVerified.into());
        }
        mailbox::prove(change, user, Proof::OwnSession(session_id))?;
    }
    join(change, redeemable, user, Admission::of(&redeemable.org))
}

/// Uses an invitation up and makes the person a member, perhaps one who waits for approval. Of however
/// many try at once, one succeeds.
///
/// # Errors
/// `Forbidden` for an address that the org does not let in, `Expired` when somebody was faster,
/// `Conflict` for a member.
pub(in crate::domain) fn join(
    change: &mut Change<'_>,
    redeemable: &Redeemable,
    user: &User,
    admission: Admission,
) -> Result<(), Error> {
    redeemable.require_allowed()?;
    let Redeemable { invitation, org, .. } = redeemable;
    if !invitations::accept_invitation(change.tx, invitation.id, user.id, change.now)? {
        return Err(Expired::InvitationAccepted.into());
    }
    let insert = match admission {
        Admission::AtOnce => memberships::insert_membership,
        Admission::OnApproval => memberships::insert_pending_membership,
    };
    // An invitation is a membership that is not there yet, and becomes it.
    let id = MembershipId::new(invitation.id.uuid());
    if !insert(change.tx, id, user.id, org.id, invitation.role, change.now)? {
        return Err(Conflict::AlreadyMember.into());
    }
    one_time_tokens::spend_tokens_of_subject(change.tx, invitation.id.uuid(), change.now)?;
    outbox::cancel_letter_of_invitation(change.tx, invitation.id, change.now)?;
    change.record(Action::InvitationAccepted, Target::Invitation(invitation.id), Some(org.id))?;
    change.record(Action::MemberJoined, Target::User(user.id), Some(org.id))?;
    if admission == Admission::OnApproval {
        approval::write_to_owners(change, org, user, invitation.role)?;
    }
    Ok(())
}
