//! Table `outbox`: letters on their way, their content sealed.
//!
//! A letter is claimed by pushing its next attempt into the future, the length of a lease: whoever
//! dies holding it loses it to the next claim. So a letter may go out twice, and never not at all.
//! `claimed` tells a lease from a pause between two attempts, and `attempts` one claim from the next.

use super::encoding::{decode_texts, encode_texts};
use super::per_day::{self, PerDay};
use crate::model::invitation::MailStage;
use crate::model::{
    InvitationId, LetterDelivery, LetterId, LetterTrace, MailState, PageRequest, Search, Timestamp, UserId,
};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const INSERT: &str =
    "INSERT INTO outbox (id, kind, recipient, recipient_normalized, user_id, sealed, transient, stage, claimed,
    attempts, next_attempt_at, created_at, expires_at)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'queued', FALSE, 0, ?8, ?8, ?9)";
const CLAIM: &str = "UPDATE outbox SET claimed = TRUE, next_attempt_at = ?2, attempts = attempts + 1 WHERE id IN
    (SELECT id FROM outbox WHERE stage = 'queued' AND next_attempt_at <= ?1 ORDER BY next_attempt_at, id LIMIT ?3)
    RETURNING id, kind, recipient, sealed, attempts, created_at, expires_at";
const PROLONG_CLAIM: &str = "UPDATE outbox SET next_attempt_at = ?3
    WHERE id = ?1 AND attempts = ?2 AND stage = 'queued' AND claimed = TRUE";
const NEXT_DUE: &str = "SELECT next_attempt_at FROM outbox WHERE stage = 'queued'
    ORDER BY next_attempt_at LIMIT 1";
const MARK_FOR_RETRY: &str =
    "UPDATE outbox SET claimed = FALSE, next_attempt_at = ?3, detail = ?4, dialogue = ?5
    WHERE id = ?1 AND attempts = ?2 AND stage = 'queued'";
const MARK_SENT: &str =
    "UPDATE outbox SET stage = 'sent', detail = ?3, dialogue = ?4, sealed = NULL, next_attempt_at = NULL,
    finished_at = ?2 WHERE id = ?1 AND stage = 'queued'";
const MARK_FAILED: &str =
    "UPDATE outbox SET stage = 'failed', detail = ?4, dialogue = ?5, sealed = NULL, next_attempt_at = NULL,
    finished_at = ?3 WHERE id = ?1 AND attempts = ?2 AND stage = 'queued'";
const RETRY: &str =
    "UPDATE outbox SET next_attempt_at = ?2 WHERE id = ?1 AND stage = 'queued' AND claimed = FALSE";
const CANCEL: &str = "UPDATE outbox SET stage = 'cancelled', sealed = NULL, next_attempt_at = NULL,
    finished_at = ?2 WHERE stage = 'queued' AND id = ?1";
const DELETE_TRANSIENT: &str = "DELETE FROM outbox WHERE id = ?1 AND transient = TRUE AND stage <> 'queued'";
const CANCEL_LINKS_OF_USER: &str =
    "UPDATE outbox SET stage = 'cancelled', sealed = NULL, next_attempt_at = NULL,
    finished_at = ?2 WHERE user_id = ?1 AND stage = 'queued'
    AND kind IN ('activation', 'password_reset', 'email_change_requested', 'email_change_confirm')";
const CANCEL_LINKS_TO: &str = "UPDATE outbox SET stage = 'cancelled', sealed = NULL, next_attempt_at = NULL,
    finished_at = ?2 WHERE recipient_normalized = ?1 AND stage = 'queued'
    AND kind IN ('activation', 'password_reset', 'email_change_requested', 'email_change_confirm')";
const CANCEL_OF_INVITATION: &str =
    "UPDATE outbox SET stage = 'cancelled', sealed = NULL, next_attempt_at = NULL,
    finished_at = ?2 WHERE stage = 'queued' AND id = (SELECT letter_id FROM invitations WHERE id = ?1)";
const LIST_TO: &str = "SELECT id, kind, recipient, stage, detail, created_at FROM outbox
    WHERE recipient_normalized = ?1 ORDER BY id DESC";
const LIST: &str =
    "SELECT id, kind, recipient, stage, detail, created_at, attempts, next_attempt_at, expires_at, finished_at
    FROM outbox WHERE (CAST(?1 AS TEXT) IS NULL OR stage = ?1)
    AND (CAST(?2 AS TEXT) IS NULL OR (recipient_normalized >= ?2 AND recipient_normalized < ?3))
    AND (CAST(?4 AS TEXT) IS NULL OR id < ?4) ORDER BY id DESC LIMIT ?5";
const FIND: &str =
    "SELECT id, kind, recipient, stage, detail, created_at, attempts, next_attempt_at, expires_at, finished_at,
    dialogue FROM outbox WHERE id = ?1";
const COUNT_QUEUED: &str = "SELECT COUNT(*) FROM outbox WHERE stage = 'queued'";
const COUNT_FAILED: &str = "SELECT COUNT(*) FROM outbox WHERE stage = 'failed'";
const COUNT_FINISHED_PER_DAY: &str = "SELECT finished_at / 86400000000 AS day,
    COUNT(CASE WHEN stage = 'sent' THEN 1 END), COUNT(CASE WHEN stage = 'failed' THEN 1 END) FROM outbox
    WHERE finished_at >= ?1 GROUP BY finished_at / 86400000000 ORDER BY day";
const OLDEST_QUEUED: &str =
    "SELECT created_at FROM outbox WHERE stage = 'queued' ORDER BY created_at LIMIT 1";
const DELETE_TO: &str = "DELETE FROM outbox WHERE recipient_normalized = ?1";
const DELETE_OF_USER: &str = "DELETE FROM outbox WHERE user_id = ?1";
const DELETE_FINISHED: &str = "DELETE FROM outbox WHERE id IN
    (SELECT id FROM outbox WHERE finished_at < ?1 ORDER BY finished_at, id LIMIT ?2)";

pub const ALL: &[&str] = &[
    INSERT,
    CLAIM,
    PROLONG_CLAIM,
    NEXT_DUE,
    MARK_FOR_RETRY,
    MARK_SENT,
    MARK_FAILED,
    RETRY,
    CANCEL,
    DELETE_TRANSIENT,
    CANCEL_LINKS_OF_USER,
    CANCEL_LINKS_TO,
    CANCEL_OF_INVITATION,
    LIST_TO,
    LIST,
    FIND,
    COUNT_QUEUED,
    COUNT_FAILED,
    COUNT_FINISHED_PER_DAY,
    OLDEST_QUEUED,
    DELETE_TO,
    DELETE_OF_USER,
    DELETE_FINISHED,
];

fn trace_from_row(cells: &mut Cells) -> Result<LetterTrace, StoreError> {
    Ok(LetterTrace {
        id: cells.id()?,
        kind: cells.text()?,
        recipient: cells.text()?,
        mail: MailState { stage: cells.parsed(MailStage::parse)?, detail: cells.opt_text()? },
        created_at: cells.at()?,
    })
}

fn delivery_from_row(cells: &mut Cells) -> Result<LetterDelivery, StoreError> {
    Ok(LetterDelivery {
        letter: trace_from_row(cells)?,
        attempts: cells.int()?,
        next_attempt_at: cells.opt_at()?,
        expires_at: cells.at()?,
        finished_at: cells.opt_at()?,
    })
}

/// The letters to the compared form of an address, the newest first, without what they say.
pub fn list_letters_to(tx: &mut dyn Read, normalized: &str) -> Result<Vec<LetterTrace>, StoreError> {
    tx.query(LIST_TO, &[normalized.into()])?.into_iter().map(|row| trace_from_row(&mut row.cells())).collect()
}

/// All letters that fit, the newest first, with one more than `page.limit`, without what they say.
pub fn list_letters(
    tx: &mut dyn Read,
    stage: Option<MailStage>,
    recipient: Option<&Search>,
    page: PageRequest,
) -> Result<Vec<LetterDelivery>, StoreError> {
    let addresses = recipient.map(Search::addresses);
    let params = [
        stage.map(MailStage::as_str).into(),
        addresses.as_ref().map(|addresses| addresses.from.as_str()).into(),
        addresses.as_ref().map(|addresses| addresses.until.as_str()).into(),
        page.after.into(),
        (page.limit + 1).into(),
    ];
    tx.query(LIST, &params)?.into_iter().map(|row| delivery_from_row(&mut row.cells())).collect()
}

/// A letter without what it says, with what was said with the mail server at the last try.
pub fn find_letter(
    tx: &mut dyn Read,
    id: LetterId,
) -> Result<Option<(LetterDelivery, Vec<String>)>, StoreError> {
    let Some(row) = tx.query(FIND, &[id.into()])?.pop() else { return Ok(None) };
    let cells = &mut row.cells();
    let delivery = delivery_from_row(cells)?;
    let dialogue = cells.opt_parsed(|texts| decode_texts(texts, |text| Some(text.to_owned())))?;
    Ok(Some((delivery, dialogue.unwrap_or_default())))
}

/// What became of a try, in the words of whoever took the letter or did not.
#[derive(Clone, Debug)]
pub struct Account {
    /// Their last words: one line without links.
    pub reply: String,
    /// All that was said, line by line.
    pub dialogue: Vec<String>,
}

impl Account {
    fn dialogue(&self) -> String {
        encode_texts(self.dialogue.iter().map(String::as_str))
    }
}

/// A letter to be queued.
#[derive(Clone, Debug)]
pub struct NewLetter<'a> {
    /// Its id.
    pub id: LetterId,
    /// The name of its templates.
    pub kind: &'static str,
    /// Where it goes.
    pub recipient: &'a str,
    /// By whose doing it is written, where that is known; mostly it is to them too.
    pub user_id: Option<UserId>,
    /// Its fields, sealed for this id.
    pub sealed: &'a [u8],
    /// Whether nothing is kept of it once it was sent or given up.
    pub transient: bool,
    /// Queued at.
    pub created_at: Timestamp,
    /// Pointless after.
    pub expires_at: Timestamp,
}

/// A letter that has been claimed.
#[derive(Clone)]
pub struct OutboxLetter {
    /// Its id.
    pub id: LetterId,
    /// The name of its templates.
    pub kind: String,
    /// Where it goes.
    pub recipient: String,
    /// Its fields, sealed for this id.
    pub sealed: Vec<u8>,
    /// How often it has been tried, this time included.
    pub attempts: i64,
    /// Queued at.
    pub created_at: Timestamp,
    /// Pointless after.
    pub expires_at: Timestamp,
}

fn from_row(cells: &mut Cells) -> Result<OutboxLetter, StoreError> {
    Ok(OutboxLetter {
        id: cells.id()?,
        kind: cells.text()?,
        recipient: cells.text()?,
        sealed: cells.bytes()?,
        attempts: cells.int()?,
        created_at: cells.at()?,
        expires_at: cells.at()?,
    })
}

/// Queues a letter.
pub fn insert_letter(tx: &mut dyn Write, letter: &NewLetter<'_>) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            letter.id.into(),
            letter.kind.into(),
            letter.recipient.into(),
            letter.recipient.to_ascii_lowercase().into(),
            letter.user_id.into(),
            letter.sealed.into(),
            letter.transient.into(),
            letter.created_at.into(),
            letter.expires_at.into(),
        ],
    )?;
    tx.announce(Topic::Outbox, letter.id.uuid());
    Ok(())
}

/// Claims up to `limit` letters that are due, until `lease_until`.
pub fn claim_due(
    tx: &mut dyn Write,
    now: Timestamp,
    lease_until: Timestamp,
    limit: u32,
) -> Result<Vec<OutboxLetter>, StoreError> {
    tx.query(CLAIM, &[now.into(), lease_until.into(), limit.into()])?
        .into_iter()
        .map(|row| from_row(&mut row.cells()))
        .collect()
}

/// Makes a claim last longer; `false` when another one has followed it, or there is nothing left to send.
pub fn prolong_claim(
    tx: &mut dyn Write,
    id: LetterId,
    attempts: i64,
    lease_until: Timestamp,
) -> Result<bool, StoreError> {
    Ok(tx.execute(PROLONG_CLAIM, &[id.into(), attempts.into(), lease_until.into()])? == 1)
}

/// When the next letter is due, if any waits.
pub fn next_due_at(tx: &mut dyn Read) -> Result<Option<Timestamp>, StoreError> {
    tx.query(NEXT_DUE, &[])?.pop().map(|row| row.cells().at()).transpose()
}

/// Notes that the mail server took a letter, and forgets what it said.
pub fn mark_sent(
    tx: &mut dyn Write,
    id: LetterId,
    now: Timestamp,
    account: &Account,
) -> Result<(), StoreError> {
    let params = [id.into(), now.into(), (&account.reply).into(), account.dialogue().into()];
    tx.queue(MARK_SENT, &params)?;
    tx.queue(DELETE_TRANSIENT, &[id.into()])
}

/// Notes that a letter could not go out now, why, and when it is tried again; unless another claim has followed.
pub fn mark_for_retry(
    tx: &mut dyn Write,
    id: LetterId,
    attempts: i64,
    next_attempt_at: Timestamp,
    account: &Account,
) -> Result<(), StoreError> {
    let (reply, dialogue) = ((&account.reply).into(), account.dialogue().into());
    let params = [id.into(), attempts.into(), next_attempt_at.into(), reply, dialogue];
    tx.queue(MARK_FOR_RETRY, &params)
}

/// Gives a letter up, notes why, and forgets what it said; unless another claim has followed.
pub fn mark_failed(
    tx: &mut dyn Write,
    id: LetterId,
    attempts: i64,
    now: Timestamp,
    account: &Account,
) -> Result<(), StoreError> {
    let (reply, dialogue) = ((&account.reply).into(), account.dialogue().into());
    tx.queue(MARK_FAILED, &[id.into(), attempts.into(), now.into(), reply, dialogue])?;
    tx.queue(DELETE_TRANSIENT, &[id.into()])
}

/// Takes back a person's letters that have not gone out and whose links are void by now.
pub fn cancel_links_of_user(tx: &mut dyn Write, user_id: UserId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(CANCEL_LINKS_OF_USER, &[user_id.into(), now.into()])
}

/// Takes back the letters to an address that have not gone out and whose links are void by now.
pub fn cancel_links_to(
    tx: &mut dyn Write,
    recipient_normalized: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(CANCEL_LINKS_TO, &[recipient_normalized.into(), now.into()])
}

/// Lets a letter be tried now that waits for its next try. One that is on its way goes on.
pub fn retry_letter(tx: &mut dyn Write, id: LetterId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(RETRY, &[id.into(), now.into()])?;
    tx.announce(Topic::Outbox, id.uuid());
    Ok(())
}

/// Takes back a letter that has not gone out; `false` for one that has, or was given up or taken back before.
pub fn cancel_letter(tx: &mut dyn Write, id: LetterId, now: Timestamp) -> Result<bool, StoreError> {
    Ok(tx.execute(CANCEL, &[id.into(), now.into()])? == 1)
}

/// Takes back an invitation's letter that has not gone out: its link is void.
pub fn cancel_letter_of_invitation(
    tx: &mut dyn Write,
    id: InvitationId,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(CANCEL_OF_INVITATION, &[id.into(), now.into()])
}

/// How many letters wait, and since when the oldest does.
pub fn count_queued(tx: &mut dyn Read) -> Result<(i64, Option<Timestamp>), StoreError> {
    let count = tx.query(COUNT_QUEUED, &[])?.pop().map_or(Ok(0), |row| row.cells().int())?;
    let oldest = tx.query(OLDEST_QUEUED, &[])?.pop().map(|row| row.cells().at()).transpose()?;
    Ok((count, oldest))
}

/// How many letters were given up, of those that are kept.
pub fn count_failed(tx: &mut dyn Read) -> Result<i64, StoreError> {
    tx.query(COUNT_FAILED, &[])?.pop().map_or(Ok(0), |row| row.cells().int())
}

/// How many letters went out and how many were given up on each day since `since`, of those that are kept.
pub fn count_finished_per_day(tx: &mut dyn Read, since: Timestamp) -> Result<(PerDay, PerDay), StoreError> {
    per_day::count_two(tx, COUNT_FINISHED_PER_DAY, since)
}

/// Forgets every letter that was written by a person's doing, one that waits too.
pub fn delete_letters_of_user(tx: &mut dyn Write, user_id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE_OF_USER, &[user_id.into()])
}

/// Forgets every letter to an address, one that waits too.
pub fn delete_letters_to(tx: &mut dyn Write, recipient_normalized: &str) -> Result<(), StoreError> {
    tx.queue(DELETE_TO, &[recipient_normalized.into()])
}

/// Forgets up to `limit` letters that were sent or given up before `before`.
pub fn delete_finished_letters(tx: &mut dyn Write, before: Timestamp, limit: u32) -> Result<u64, StoreError> {
    tx.execute(DELETE_FINISHED, &[before.into(), limit.into()])
}
