//! The letters about a change of address, to either mailbox.

use super::UNDO_WITHIN;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::letters::{Journey, Reader};
use crate::model::{Agreement, ClientInfo, EmailChange, Letter, Purpose, Timestamp, User};
use crate::store::StoreError;

/// Asks the old mailbox, which can deny, and accept where its word is needed.
pub(super) fn write_request(
    change: &mut Change<'_>,
    user: &User,
    asked: &EmailChange,
    client: &ClientInfo,
) -> Result<(), StoreError> {
    let (subject, expires_at) = (asked.id.uuid(), asked.expires_at);
    let accepting = match asked.agreement {
        Agreement::Both | Agreement::Old => {
            let purpose = Purpose::EmailChangeAccept;
            Some(change.issue_token(purpose, subject, Some(user.id), expires_at)?)
        }
        Agreement::New => None,
    };
    let denying = change.issue_token(Purpose::EmailChangeDeny, subject, Some(user.id), expires_at)?;
    let letter = Letter::EmailChangeRequested {
        person: user.called(),
        new_address: asked.new.as_str().to_owned(),
        at: change.now,
        device: client.user_agent.clone(),
        ip: client.ip.to_string(),
        agreement: asked.agreement,
        accept_link: accepting.map(|token| change.link(Journey::AcceptEmailChange, &token)),
        deny_link: change.link(Journey::DenyEmailChange, &denying),
        expires: expires_at,
    };
    change.enqueue(Reader::from(user).at(&asked.old.address), &letter, expires_at)?;
    Ok(())
}

/// Asks the new mailbox to prove that its owner reads it.
pub(super) fn write_proof(
    change: &mut Change<'_>,
    user: &User,
    asked: &EmailChange,
) -> Result<(), StoreError> {
    let (subject, expires_at) = (asked.id.uuid(), asked.expires_at);
    let proving = change.issue_token(Purpose::EmailChangeConfirm, subject, Some(user.id), expires_at)?;
    let letter = Letter::EmailChangeConfirm {
        person: user.called(),
        link: change.link(Journey::ConfirmEmailChange, &proving),
        expires: expires_at,
    };
    change.enqueue(Reader::from(user).at(&asked.new), &letter, expires_at)?;
    Ok(())
}

/// Tells the owner of a proven address that somebody wanted it for another account.
pub(super) fn write_taken(
    change: &mut Change<'_>,
    owner: &User,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let letter = Letter::EmailChangeTaken { person: owner.called(), sign_in_link: change.sign_in_link() };
    change.enqueue(owner, &letter, expires_at)?;
    Ok(())
}

/// Tells the mailbox that was left, with a link that puts its address back. `user` is the person as they
/// were before.
pub(super) fn write_changed(
    change: &mut Change<'_>,
    user: &User,
    agreed: &EmailChange,
    client: &ClientInfo,
) -> Result<(), StoreError> {
    let expires_at = later(change.now, UNDO_WITHIN);
    let undoing =
        change.issue_token(Purpose::EmailChangeUndo, agreed.id.uuid(), Some(user.id), expires_at)?;
    let letter = Letter::EmailChanged {
        person: user.called(),
        at: change.now,
        device: client.user_agent.clone(),
        ip: client.ip.to_string(),
        not_me_link: change.link(Journey::NotMe, &undoing),
        expires: expires_at,
    };
    change.enqueue(Reader::from(user).at(&agreed.old.address), &letter, expires_at)?;
    Ok(())
}

/// Tells the mailbox that a change is taken back from. `user` is the person as they were before.
pub(super) fn write_undone(change: &mut Change<'_>, user: &User) -> Result<(), StoreError> {
    let letter = Letter::EmailChangeUndone { person: user.called(), sign_in_link: change.sign_in_link() };
    let expires_at = later(change.now, UNDO_WITHIN);
    change.enqueue(user, &letter, expires_at)?;
    Ok(())
}
