//! What becomes of letters in the outbox: which are sent, tried again, given up.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use gatepost::i18n::Language;
use gatepost::mail::{Clock, Dialogue, OutgoingLetter, Renderer};
use gatepost::model::{Letter, Timestamp};
use gatepost::store::queries::inbox::{self, InboxMessage};
use gatepost::store::queries::outbox::{Account, claim_due, mark_failed, mark_for_retry, prolong_claim};
use gatepost::store::{StoreError, Write};
use jiff::SignedDuration;

use super::outbox::{JUNE, Outbox, State, activation, file_transport};

async fn received(outbox: &Outbox) -> Vec<InboxMessage> {
    outbox.store.read(|tx| -> Result<_, StoreError> { inbox::list_inbox(tx) }).await.unwrap()
}

fn count_files(directory: &Path) -> usize {
    fs::read_dir(directory).unwrap().count()
}

#[tokio::test]
async fn every_letter_that_is_due_is_delivered_once() {
    let outbox = Outbox::open();
    let letters = Letter::samples();
    for letter in &letters {
        outbox.queue(letter, JUNE).await;
    }
    let worker = outbox.worker(outbox.inbox_transport());
    assert_eq!(worker.deliver_due().await, letters.len());
    assert_eq!(worker.deliver_due().await, 0);
    assert_eq!(received(&outbox).await.len(), letters.len());
}

#[tokio::test]
async fn a_delivered_letter_is_marked_and_readable_in_the_inbox() {
    let outbox = Outbox::open();
    let id = outbox.queue(&activation(), JUNE).await;
    outbox.worker(outbox.inbox_transport()).deliver_due().await;

    let state = outbox.state(id).await;
    assert_eq!((state.stage.as_str(), state.attempts, state.due_in_seconds), ("sent", 1, None));
    assert_eq!(state.detail.as_deref(), Some("kept in the built-in inbox"));
    let message = received(&outbox).await.remove(0);
    assert_eq!((message.id, message.to.as_str(), message.created_at), (id, JUNE, outbox.now()));
    assert_eq!(message.subject, "Open your account at Acme & Sons");
    for body in [&message.text, &message.html] {
        assert!(body.contains("https://accounts.example.com/activate?token=sample"), "{body}");
    }
}

#[tokio::test]
async fn a_letter_that_is_delivered_twice_is_in_the_inbox_once() {
    let outbox = Outbox::open();
    let transport = outbox.inbox_transport();
    let letter = activation();
    let templates = Renderer::new("Gatepost".to_owned()).unwrap();
    let rendered = templates.render(letter.name(), Language::English, &letter.fields()).unwrap();
    let id = "01932c07-209c-7f5b-8a3e-0123456789ab".parse().unwrap();
    let outgoing = OutgoingLetter { id, to: JUNE, rendered: &rendered, created_at: outbox.now() };
    for _ in 0..2 {
        transport.send(&outgoing, &mut Dialogue::default()).await.unwrap();
    }
    assert_eq!(received(&outbox).await.len(), 1);
}

#[tokio::test]
async fn a_letter_that_is_not_taken_is_tried_again_later() {
    let outbox = Outbox::open();
    let scratch = tempfile::tempdir().unwrap();
    let (transport, directory) = file_transport(&scratch);
    let worker = outbox.worker(transport);
    let id = outbox.queue(&activation(), JUNE).await;

    fs::remove_dir(&directory).unwrap();
    worker.deliver_due().await;
    let state = outbox.state(id).await;
    assert_eq!((state.stage.as_str(), state.attempts), ("queued", 1));
    assert!((54..=66).contains(&state.due_in_seconds.unwrap()), "{state:?}");
    assert!(state.detail.unwrap().contains("could not be written"));

    fs::create_dir(&directory).unwrap();
    outbox.advance(SignedDuration::from_secs(70));
    worker.deliver_due().await;
    assert_eq!(outbox.state(id).await.stage, "sent");
    assert_eq!(count_files(&directory), 1);
}

/// Lets the worker try a letter whenever it is due, without success, until it is given up.
async fn give_up(outbox: &Outbox, lifetime: SignedDuration) -> State {
    let scratch = tempfile::tempdir().unwrap();
    let (transport, directory) = file_transport(&scratch);
    let worker = outbox.worker(transport);
    let id = outbox.queue_for(&activation(), JUNE, lifetime).await;
    fs::remove_dir(&directory).unwrap();
    for _ in 0..20 {
        worker.deliver_due().await;
        let state = outbox.state(id).await;
        match state.due_in_seconds {
            Some(seconds) => outbox.advance(SignedDuration::from_secs(seconds + 1)),
            None => return state,
        }
    }
    panic!("the letter is never given up");
}

#[tokio::test]
async fn a_letter_is_given_up_after_two_days_of_attempts() {
    let outbox = Outbox::open();
    let queued_at = outbox.now();
    let state = give_up(&outbox, SignedDuration::from_hours(7 * 24)).await;
    assert_eq!((state.stage.as_str(), state.attempts), ("failed", 9));
    assert!(state.detail.unwrap().contains("could not be written"), "the last words are kept");
    assert!((41..=52).contains(&outbox.now().duration_since(queued_at).as_hours()));
}

#[tokio::test]
async fn a_letter_is_given_up_as_soon_as_its_link_has_expired() {
    let outbox = Outbox::open();
    let queued_at = outbox.now();
    let state = give_up(&outbox, SignedDuration::from_hours(1)).await;
    assert_eq!(state.stage, "failed");
    assert_eq!(state.detail.as_deref(), Some("its link expired before a mail server took it"));
    assert_eq!(outbox.now().duration_since(queued_at).as_mins(), 60, "not at the end of a longer pause");
}

#[tokio::test]
async fn a_letter_refused_for_good_fails_at_once() {
    let outbox = Outbox::open();
    let scratch = tempfile::tempdir().unwrap();
    let (transport, directory) = file_transport(&scratch);
    let id = outbox.queue(&activation(), "june at example.org").await;
    outbox.worker(transport).deliver_due().await;
    let state = outbox.state(id).await;
    assert_eq!((state.stage.as_str(), state.attempts), ("failed", 1));
    assert_eq!(state.detail.as_deref(), Some("the recipient is not an address that mail can be sent to"));
    assert_eq!(count_files(&directory), 0);
}

#[tokio::test]
async fn a_letter_that_can_not_be_written_fails_and_the_next_one_goes_out() {
    let outbox = Outbox::open();
    let lifetime = SignedDuration::from_hours(1);
    let unknown = outbox.queue_fields("unheard_of", br#"{"fields":{}}"#.to_vec(), JUNE, lifetime).await;
    let empty = outbox.queue_fields("activation", br#"{"fields":{}}"#.to_vec(), JUNE, lifetime).await;
    let damaged = outbox.queue_fields("activation", b"not JSON".to_vec(), JUNE, lifetime).await;
    let good = outbox.queue(&activation(), JUNE).await;
    assert_eq!(outbox.worker(outbox.inbox_transport()).deliver_due().await, 4);
    for (id, words) in
        [(unknown, "it can't be written"), (empty, "it can't be written"), (damaged, "what it says")]
    {
        let state = outbox.state(id).await;
        assert_eq!(state.stage, "failed");
        assert!(state.detail.as_deref().unwrap().starts_with(words), "{state:?}");
    }
    assert_eq!(outbox.state(good).await.stage, "sent");
}

#[tokio::test]
async fn what_was_on_its_way_at_a_crash_goes_out_when_its_lease_is_over() {
    let outbox = Outbox::open();
    let claimed = outbox.queue(&activation(), JUNE).await;
    let (now, lease_until) = (outbox.now(), outbox.now() + SignedDuration::from_secs(20));
    let claim = move |tx: &mut dyn Write| -> Result<_, StoreError> { claim_due(tx, now, lease_until, 9) };
    assert_eq!(outbox.store.write(claim).await.unwrap().len(), 1);

    let next = outbox.worker(outbox.inbox_transport());
    assert_eq!(next.deliver_due().await, 0, "it is not this worker's");
    // Whoever held it before, and was followed by this claim, changes nothing of it.
    let stale = move |tx: &mut dyn Write| -> Result<_, StoreError> {
        let account = Account { reply: "no such mailbox".to_owned(), dialogue: Vec::new() };
        mark_for_retry(tx, claimed, 0, Timestamp::MAX, &account)?;
        mark_failed(tx, claimed, 0, now, &account)?;
        prolong_claim(tx, claimed, 0, Timestamp::MAX)
    };
    assert!(!outbox.store.write(stale).await.unwrap());
    assert_eq!(outbox.state(claimed).await.detail, None);
    outbox.advance(SignedDuration::from_secs(20));
    assert_eq!(next.deliver_due().await, 1);
    assert_eq!(outbox.state(claimed).await.stage, "sent");
}

#[tokio::test]
async fn a_letter_of_the_future_waits() {
    let outbox = Outbox::open();
    let scratch = tempfile::tempdir().unwrap();
    let (transport, directory) = file_transport(&scratch);
    outbox.queue(&activation(), JUNE).await;
    let early: Clock = Arc::new(|| Timestamp::UNIX_EPOCH);
    assert_eq!(outbox.worker_with_clock(transport, early).deliver_due().await, 0);
    assert_eq!(count_files(&directory), 0);
}
