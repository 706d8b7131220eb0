//! More people who can sign in. Whoever signs in alone meets themselves, on a database where changes of the same rows at
//! the same time are in each other's way.

use std::error::Error;
use std::fmt::Write as _;

use crate::data::{Data, EMAIL};

/// How many people there are beside the one who was there first. They have their password.
pub(crate) const PEOPLE: u32 = 1_000;

/// The address of one of them, by their number; the number is left for others to put in.
pub(crate) const EMAIL_OF_MANY: &str = "june%d@example.com";

/// Adds them.
pub(crate) fn add(data: &Data) -> Result<(), Box<dyn Error>> {
    let mut statements = String::new();
    for person in 1..=PEOPLE {
        let email = EMAIL_OF_MANY.replace("%d", &person.to_string());
        writeln!(
            statements,
            "INSERT INTO users (id, number, name_first, name_last, name_normalized, email_address, email_normalized,
                 email_verified_at, email_added_at, state, state_changed_at, password_hash, password_generated, operator,
                 allow_support_login, two_factor, activated_at, created_at, updated_at, version)
             SELECT '01a00000-0000-7000-8000-{person:012x}', {person}, name_first, name_last, name_normalized,
                 '{email}', '{email}', email_verified_at, email_added_at, state, state_changed_at, password_hash,
                 password_generated, FALSE, allow_support_login, two_factor, activated_at, created_at, updated_at, version
             FROM users WHERE email_normalized = '{EMAIL}';"
        )?;
    }
    match data.database() {
        None => {
            let mut connection = rusqlite::Connection::open(data.path().join("gatepost.db"))?;
            let transaction = connection.transaction()?;
            transaction.execute_batch(&statements)?;
            transaction.commit()?;
        }
        // A batch is one transaction there.
        Some(url) => postgres::Client::connect(url, postgres::NoTls)?.batch_execute(&statements)?,
    }
    Ok(())
}
