//! The letters to the mailbox of an account, or of one that is to be.

use uuid::Uuid;

use super::sign_up::WAITS;
use crate::crypto::tokens::one_time::OneTimeToken;
use crate::domain::Error;
use crate::domain::change::Change;
use crate::domain::clock::later;
use crate::domain::letters::{Journey, Reader};
use crate::model::{
    ClientInfo, EmailAddress, Letter, Locale, Org, OrgName, PersonName, Purpose, SignUp, SignUpDomain,
    Timestamp, User, UserId, Username,
};
use crate::store::StoreError;
use crate::store::queries::{invitations, one_time_tokens, orgs, sign_up_domains, sign_ups};

/// Writes the letter that opens a sign-up's account, and that its owner can disown. It tells what the service made for
/// them. `purpose` says whether its token proves the mailbox. Answers the token.
pub(super) fn write_activation(
    change: &mut Change<'_>,
    sign_up: &SignUp,
    purpose: Purpose,
) -> Result<OneTimeToken, Error> {
    let joined = find_joined_org(change, sign_up)?;
    let domain = find_domain(change, sign_up)?;
    let proof = ProofLetter {
        reader: Reader {
            to: &sign_up.email,
            user_id: Some(sign_up.user_id),
            locale: sign_up.locale.as_ref(),
        },
        person: &sign_up.name,
        org: sign_up.org.as_ref().map(|org| &org.name).or(joined.as_ref()),
        domain: domain.as_ref(),
        username: sign_up.username.as_ref().filter(|_| sign_up.username_generated),
        password: open_password(change, sign_up)?,
        purpose,
        subject_id: sign_up.id.uuid(),
        user_id: None,
    };
    Ok(proof.write(change)?)
}

/// The password that the service made for somebody who signed up.
fn open_password(change: &Change<'_>, sign_up: &SignUp) -> Result<Option<String>, Error> {
    let Some(sealed) = &sign_up.sealed_password else { return Ok(None) };
    let context = SignUp::sealing_context(sign_up.id);
    let opened = change.app.vault.open(&context, sealed).map_err(Error::internal)?;
    Ok(Some(String::from_utf8_lossy(&opened).into_owned()))
}

/// Sign-ups of one address that are written to again: more are nobody's honest doing.
const LETTERS: u32 = 5;

/// Writes again to the newest sign-ups that wait with an address: only its owner can tell which of them is
/// theirs. They wait anew from now on. Who asked for it is most likely who signed up last.
pub(super) fn write_to_waiting(change: &mut Change<'_>, email: &EmailAddress) -> Result<(), Error> {
    let expires_at = change.link_expiry(change.app.rules.lifetimes.activation);
    let waiting = sign_ups::list_live_sign_ups(change.tx, email.normalized(), change.now, LETTERS)?;
    if let Some(newest) = waiting.first() {
        change.concern(newest.user_id);
    }
    for waiting in waiting {
        sign_ups::update_expiry(change.tx, waiting.id, later(change.now, WAITS))?;
        one_time_tokens::update_expiry_of_subject(change.tx, waiting.id.uuid(), expires_at)?;
        // Nobody was told this token: whoever shows it has read the letter.
        write_activation(change, &waiting, Purpose::Activation)?;
    }
    Ok(())
}

/// The name of the org that a sign-up joins by its invitation.
fn find_joined_org(change: &mut Change<'_>, sign_up: &SignUp) -> Result<Option<OrgName>, StoreError> {
    let Some(id) = sign_up.invitation_id else { return Ok(None) };
    let Some(invitation) = invitations::find_invitation(change.tx, id)? else { return Ok(None) };
    Ok(orgs::find_org(change.tx, invitation.org_id)?.map(|org| org.name))
}

/// The sign-up domain that somebody came through.
pub(super) fn find_domain(
    change: &mut Change<'_>,
    sign_up: &SignUp,
) -> Result<Option<SignUpDomain>, StoreError> {
    match sign_up.domain_id {
        Some(id) => sign_up_domains::find_sign_up_domain(change.tx, id),
        None => Ok(None),
    }
}

/// Writes the letter that proves the mailbox of an account that is open already. It names the org, if
/// any, that the person joined by it, and its owner can disown it.
pub(in crate::domain) fn write_verification(
    change: &mut Change<'_>,
    user: &User,
    org: Option<&OrgName>,
) -> Result<(), StoreError> {
    let proof = ProofLetter {
        reader: user.into(),
        person: &user.name,
        org,
        domain: None,
        username: None,
        password: None,
        purpose: Purpose::EmailVerification,
        subject_id: user.id.uuid(),
        user_id: Some(user.id),
    };
    proof.write(change).map(|_| ())
}

/// Tells the owner of a proven address that they have an account; in the language that was asked for with it, if they
/// have chosen none.
pub(super) fn write_account_exists(
    change: &mut Change<'_>,
    owner: &User,
    locale: Option<&Locale>,
) -> Result<(), StoreError> {
    let letter = Letter::AccountExists { person: owner.called(), sign_in_link: change.sign_in_link() };
    let expires_at = change.link_expiry(change.app.rules.lifetimes.activation);
    change.enqueue(Reader::from(owner).or_in(locale), &letter, expires_at)?;
    Ok(())
}

/// Tells a person that their account is to be deleted at `due_at`, with a link that says it was somebody
/// else.
pub(super) fn write_deletion(
    change: &mut Change<'_>,
    user: &User,
    client: &ClientInfo,
    due_at: Timestamp,
) -> Result<(), StoreError> {
    let disowning = change.issue_token(Purpose::NotMe, user.id.uuid(), Some(user.id), due_at)?;
    let letter = Letter::AccountDeletion {
        person: user.called(),
        due: due_at,
        at: change.now,
        device: client.user_agent.clone(),
        ip: client.ip.to_string(),
        sign_in_link: change.sign_in_link(),
        not_me_link: change.link(Journey::NotMe, &disowning),
    };
    change.enqueue(user, &letter, due_at)?;
    Ok(())
}

/// Tells a person that their account stays, since these orgs would be left without an owner.
pub(super) fn write_not_deleted(
    change: &mut Change<'_>,
    user: &User,
    owned_alone: &[Org],
) -> Result<(), StoreError> {
    let letter = Letter::AccountNotDeleted {
        person: user.called(),
        orgs: owned_alone.iter().map(|org| org.name.as_str().to_owned()).collect(),
        sign_in_link: change.sign_in_link(),
    };
    let expires_at = later(change.now, change.app.rules.lifetimes.session_total);
    change.enqueue(user, &letter, expires_at)?;
    Ok(())
}

/// A letter whose link proves the mailbox, with another link that disowns what was done in its name.
struct ProofLetter<'a> {
    reader: Reader<'a>,
    person: &'a PersonName,
    org: Option<&'a OrgName>,
    /// Through which somebody signed up: its page takes the link.
    domain: Option<&'a SignUpDomain>,
    username: Option<&'a Username>,
    password: Option<String>,
    purpose: Purpose,
    subject_id: Uuid,
    user_id: Option<UserId>,
}

impl ProofLetter<'_> {
    fn write(self, change: &mut Change<'_>) -> Result<OneTimeToken, StoreError> {
        let expires_at = change.link_expiry(change.app.rules.lifetimes.activation);
        let token = change.issue_token(self.purpose, self.subject_id, self.user_id, expires_at)?;
        let disowning = change.issue_token(Purpose::NotMe, self.subject_id, self.user_id, expires_at)?;
        let letter = Letter::Activation {
            person: self.person.or_named_by(self.reader.to).full(),
            org: self.org.map(|name| name.as_str().to_owned()),
            username: self.username.map(|username| username.as_str().to_owned()),
            password: self.password,
            link: change.activation_link(self.domain, &token),
            not_me_link: change.link(Journey::NotMe, &disowning),
            expires: expires_at,
        };
        change.enqueue(self.reader, &letter, expires_at)?;
        Ok(token)
    }
}
