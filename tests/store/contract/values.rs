//! Values: what goes in comes out, read as what it is.

use gatepost::model::Timestamp;
use gatepost::store::{Cells, StoreError, Value};
use uuid::Uuid;

use super::Bench;

const UPSERT_TEXT: &str = "INSERT INTO inbox (id, recipient, recipient_normalized, subject, body_text,
    body_html, created_at) VALUES ('one', ?1, ?1, ?1, ?1, ?1, 0) ON CONFLICT (id) DO UPDATE SET subject = excluded.subject";
const FIND_TEXT: &str = "SELECT subject FROM inbox";
const UPSERT_NUMBER: &str = "INSERT INTO orgs (id, number, name, name_normalized, require_two_factor, allowed_email_domains,
    invitations_need_approval, state, created_at, updated_at, version)
    VALUES ('one', 1, 'numbered', 'numbered', FALSE, '[]', FALSE, 'active', 0, 0, ?1) ON CONFLICT (id) DO UPDATE SET version = excluded.version";
const FIND_NUMBER: &str = "SELECT version FROM orgs";
const UPSERT_TRUTH: &str = "INSERT INTO sign_up_domains (id, title, description, help, allow_signup,
    version_id, version_title, version_description)
    VALUES ('one', '', '', '', ?1, '', '', '') ON CONFLICT (id) DO UPDATE SET allow_signup = excluded.allow_signup";
const FIND_TRUTH: &str = "SELECT allow_signup FROM sign_up_domains";
const COUNT_TRUE: &str = "SELECT COUNT(*) FROM sign_up_domains WHERE allow_signup = TRUE";
const UPSERT_BYTES: &str = "INSERT INTO settings (name, value) VALUES ('one', ?1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value";
const FIND_BYTES: &str = "SELECT value FROM settings";
const UPSERT_LETTER: &str =
    "INSERT INTO outbox (id, kind, recipient, recipient_normalized, sealed, transient, stage, claimed, attempts,
    next_attempt_at, detail, created_at, expires_at)
    VALUES (?1, 'kind', 'recipient', 'recipient', ?2, FALSE, 'queued', FALSE, 0, ?3, ?4, 0, 0)
    ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, next_attempt_at = excluded.next_attempt_at,
    detail = excluded.detail";
const FIND_LETTER: &str = "SELECT sealed, next_attempt_at, detail FROM outbox";

/// Reads a text as what it is not.
type Misreading = fn(&mut Cells) -> Result<(), StoreError>;

/// Writes with one statement, and reads back the one row of another.
async fn round_trip<T: Send + 'static>(
    bench: &Bench,
    upsert: &'static str,
    params: Vec<Value>,
    find: &'static str,
    read: impl Fn(&mut Cells) -> Result<T, StoreError> + Send + 'static,
) -> T {
    let touched: Result<u64, StoreError> = bench.store.write(move |tx| tx.execute(upsert, &params)).await;
    assert_eq!(touched.expect("the value can be written"), 1);
    let value: Result<T, StoreError> =
        bench.store.read(move |tx| read(&mut tx.query(find, &[])?.remove(0).cells())).await;
    value.expect("the value can be read")
}

pub(super) async fn texts_come_back_as_they_went_in(bench: &Bench) {
    let long = "å".repeat(100_000);
    for text in [
        "",
        "plain",
        " blank around ",
        "line\r\nbreak\tand tab",
        "quotes ' \" ` and \\ and %_ and ?1 and $1",
        "a\u{308} is not ä",
        "שלום العالم 你好 🧑\u{200d}🚀",
        "\u{1}\u{7f}\u{feff}\u{fffd}\u{10ffff}",
        &long,
    ] {
        let read = round_trip(bench, UPSERT_TEXT, vec![text.into()], FIND_TEXT, Cells::text).await;
        assert_eq!(read, text);
    }
}

pub(super) async fn whole_numbers_come_back_as_they_went_in(bench: &Bench) {
    for number in [0, 1, -1, 1 << 31, -(1 << 31) - 1, (1 << 53) + 1, i64::MAX, i64::MIN] {
        let read = round_trip(bench, UPSERT_NUMBER, vec![number.into()], FIND_NUMBER, Cells::int).await;
        assert_eq!(read, number);
    }
}

pub(super) async fn truth_values_come_back_as_they_went_in(bench: &Bench) {
    for truth in [true, false] {
        let read = round_trip(bench, UPSERT_TRUTH, vec![truth.into()], FIND_TRUTH, Cells::bool).await;
        assert_eq!(read, truth);
        let count: Result<i64, StoreError> =
            bench.store.read(|tx| tx.query(COUNT_TRUE, &[])?.remove(0).cells().int()).await;
        assert_eq!(count.expect("rows can be counted"), i64::from(truth));
    }
}

pub(super) async fn bytes_come_back_as_they_went_in(bench: &Bench) {
    let every_byte: Vec<u8> = (0..=u8::MAX).collect();
    for bytes in [b"".as_slice(), b"\0", b"not \xff text", &every_byte, &every_byte.repeat(1000)] {
        let read = round_trip(bench, UPSERT_BYTES, vec![bytes.into()], FIND_BYTES, Cells::bytes).await;
        assert_eq!(read, bytes);
    }
}

pub(super) async fn times_come_back_to_the_microsecond(bench: &Bench) {
    for microseconds in [0, 1, -1, 1_795_305_600_123_456, -62_135_596_800_000_000, 253_402_207_199_999_999] {
        let time = Timestamp::from_microsecond(microseconds).expect("a valid time");
        let read = round_trip(bench, UPSERT_NUMBER, vec![time.into()], FIND_NUMBER, Cells::at).await;
        assert_eq!(read, time);
    }
    let finer = Timestamp::from_nanosecond(1_234_567_999).expect("a valid time");
    let read = round_trip(bench, UPSERT_NUMBER, vec![finer.into()], FIND_NUMBER, Cells::at).await;
    assert_eq!(read.as_nanosecond(), 1_234_567_000, "what is finer is cut off");
}

pub(super) async fn absent_values_come_back_absent(bench: &Bench) {
    let id = Uuid::from_u128(1);
    let read = |cells: &mut Cells| Ok((cells.opt_bytes()?, cells.opt_at()?, cells.opt_text()?));
    let absent = vec![id.into(), Value::Null, Value::Null, Value::Null];
    let found = round_trip(bench, UPSERT_LETTER, absent, FIND_LETTER, read).await;
    assert_eq!(found, (None, None, None));
    // Present but empty is something else than absent.
    let present = vec![id.into(), b"".as_slice().into(), Timestamp::UNIX_EPOCH.into(), "".into()];
    let found = round_trip(bench, UPSERT_LETTER, present, FIND_LETTER, read).await;
    assert_eq!(found, (Some(vec![]), Some(Timestamp::UNIX_EPOCH), Some(String::new())));
}

pub(super) async fn a_value_of_another_type_is_refused(bench: &Bench) {
    for (upsert, value) in [
        (UPSERT_NUMBER, Value::from("many")),
        (UPSERT_TRUTH, Value::from("yes, please")),
        (UPSERT_BYTES, Value::Int(7)),
    ] {
        let params = [value];
        let outcome: Result<u64, StoreError> = bench.store.write(move |tx| tx.execute(upsert, &params)).await;
        assert!(outcome.is_err(), "{outcome:?} for {upsert}");
    }
}

pub(super) async fn a_cell_read_as_something_else_fails_without_telling_its_content(bench: &Bench) {
    let misread: [Misreading; 6] = [
        |cells| cells.int().map(drop),
        |cells| cells.bool().map(drop),
        |cells| cells.bytes().map(drop),
        |cells| cells.at().map(drop),
        |cells| cells.parsed(|_| None::<()>),
        |cells| {
            cells.text()?;
            cells.text().map(drop)
        },
    ];
    for read in misread {
        let outcome =
            round_trip(bench, UPSERT_TEXT, vec!["ada@example.com".into()], FIND_TEXT, move |cells| {
                Ok(read(cells))
            })
            .await;
        let Err(failure @ StoreError::Driver(_)) = outcome else {
            panic!("{outcome:?}");
        };
        let told = format!("{failure} {failure:?}");
        assert!(!told.contains("ada"), "{told}");
    }
}
