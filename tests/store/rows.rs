//! Rows that tests write and read, in statements that every engine understands.

use gatepost::model::{OrgId, Timestamp, UserId};
use gatepost::store::queries::settings;
use gatepost::store::{Read, Row, Store, StoreError, Value, Write};
use uuid::Uuid;

/// Lists the names of all marks.
pub(crate) const LIST_MARKS: &str = "SELECT name FROM settings ORDER BY name";
const INSERT_ORG: &str =
    "INSERT INTO orgs (id, number, name, name_normalized, country, require_two_factor, allowed_email_domains,
    invitations_need_approval, state, created_at, updated_at, version) VALUES (?1, ?6, ?2, ?2, ?3, FALSE, '[]', FALSE, 'active', ?4, ?4, ?5)";
const INSERT_USER: &str = "INSERT INTO users (id, number, name_first, name_last, name_normalized, email_address, email_normalized,
    email_added_at, state, state_changed_at, password_generated, operator, allow_support_login, two_factor, created_at,
    updated_at, version)
    VALUES (?1, ?3, 'Ada', 'Lovelace', 'ada lovelace', ?2, ?2, 0, 'active', 0, FALSE, FALSE, FALSE, FALSE, 0, 0, 1)";

/// Leaves a row that can be found again by its name.
pub(crate) fn mark(tx: &mut dyn Write, name: &str) -> Result<(), StoreError> {
    settings::upsert_setting(tx, name, b"")
}

/// The names of all rows that [`mark`] left, in order.
pub(crate) fn list_marks(tx: &mut dyn Read) -> Result<Vec<String>, StoreError> {
    names(tx.query(LIST_MARKS, &[])?)
}

/// The names in the rows that [`LIST_MARKS`] answers.
pub(crate) fn names(rows: Vec<Row>) -> Result<Vec<String>, StoreError> {
    rows.into_iter().map(|row| row.cells().text()).collect()
}

/// As [`list_marks`], in a read of its own.
pub(crate) async fn marks(store: &Store) -> Vec<String> {
    store.read(list_marks).await.expect("rows can be read")
}

/// An org whose columns a test chooses.
#[derive(Clone)]
pub(crate) struct OrgRow {
    pub(crate) id: Uuid,
    pub(crate) name: String,
    pub(crate) country: Option<&'static str>,
    pub(crate) created_at: Timestamp,
    pub(crate) version: i64,
}

impl OrgRow {
    /// An org of that number; numbers order as their ids do.
    pub(crate) fn new(number: u128, name: &str) -> Self {
        Self {
            id: Uuid::from_u128(number),
            name: name.to_owned(),
            country: None,
            created_at: Timestamp::UNIX_EPOCH,
            version: 1,
        }
    }
}

/// Adds an org.
pub(crate) fn insert_org(tx: &mut dyn Write, org: &OrgRow) -> Result<u64, StoreError> {
    let number = OrgId::new(org.id).number();
    let values: [Value; 6] = [
        org.id.into(),
        (&org.name).into(),
        org.country.into(),
        org.created_at.into(),
        org.version.into(),
        number.into(),
    ];
    tx.execute(INSERT_ORG, &values)
}

/// Adds a person.
pub(crate) fn insert_user(tx: &mut dyn Write, id: Uuid, email: &str) -> Result<u64, StoreError> {
    tx.execute(INSERT_USER, &[id.into(), email.into(), UserId::new(id).number().into()])
}
