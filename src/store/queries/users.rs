//! Table `users`: people. The password's hash is never read as part of one, but by [`super::credentials`].

use super::per_day::PerDay;
use crate::model::{
    EmailAddress, JobFailure, Locale, NamedUser, PageRequest, PersonName, Search, Timestamp, User, UserEmail,
    UserId, UserState, Username,
};
use crate::store::{Cells, Read, StoreError, Topic, Write};

const FIND: &str = "SELECT id, name_first, name_last, username, email_address, email_verified_at, email_added_at,
    state, state_changed_at, state_error, password_generated, operator, allow_support_login, two_factor, locale, activated_at, terms_accepted_at, created_at, updated_at, last_login_at, version
    FROM users WHERE id = ?1";
const FIND_BY_EMAIL: &str = "SELECT id, name_first, name_last, username, email_address, email_verified_at,
    email_added_at, state, state_changed_at, state_error, password_generated, operator, allow_support_login, two_factor, locale, activated_at, terms_accepted_at, created_at, updated_at,
    last_login_at, version FROM users WHERE email_normalized = ?1";
const FIND_BY_USERNAME: &str = "SELECT id, name_first, name_last, username, email_address, email_verified_at,
    email_added_at, state, state_changed_at, state_error, password_generated, operator, allow_support_login, two_factor, locale, activated_at, terms_accepted_at, created_at, updated_at,
    last_login_at, version FROM users WHERE username_normalized = ?1";
const LIST: &str = "SELECT id, name_first, name_last, username, email_address, email_verified_at, email_added_at,
    state, state_changed_at, state_error, password_generated, operator, allow_support_login, two_factor, locale, activated_at, terms_accepted_at, created_at, updated_at, last_login_at, version
    FROM users WHERE (CAST(?1 AS TEXT) IS NULL OR id < ?1) ORDER BY id DESC LIMIT ?2";
const SEARCH: &str = "SELECT id, name_first, name_last, username, email_address, email_verified_at, email_added_at,
    state, state_changed_at, state_error, password_generated, operator, allow_support_login, two_factor, locale, activated_at, terms_accepted_at, created_at, updated_at, last_login_at, version
    FROM users WHERE (CAST(?1 AS TEXT) IS NULL OR id < ?1)
    AND (id = ?3 OR (email_normalized >= ?4 AND email_normalized < ?5)
        OR (username_normalized >= ?6 AND username_normalized < ?7)
        OR (name_normalized >= ?6 AND name_normalized < ?7))
    ORDER BY id DESC LIMIT ?2";
const COUNT_OTHER_OPERATORS: &str =
    "SELECT COUNT(*) FROM users WHERE operator = TRUE AND state = 'active' AND id <> ?1";
const COUNT: &str = "SELECT COUNT(*) FROM users";
const COUNT_CREATED_PER_DAY: &str = "SELECT created_at / 86400000000 AS day, COUNT(*) FROM users
    WHERE created_at >= ?1 GROUP BY created_at / 86400000000 ORDER BY day";
const INSERT: &str = "INSERT INTO users (id, number, name_first, name_last, name_normalized, username, username_normalized, email_address,
    email_normalized, email_verified_at, email_added_at, state, password_hash, password_generated, operator, allow_support_login, two_factor, locale, activated_at,
    terms_accepted_at, created_at, updated_at, state_changed_at, last_login_at, version)
    VALUES (?1, ?2, ?3, ?4, ?21, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?20, ?20, NULL, 1)";
const UPDATE_PROFILE: &str = "UPDATE users SET name_first = ?2, name_last = ?3, username = ?4,
    username_normalized = ?5, locale = ?6, allow_support_login = ?7, updated_at = ?8, name_normalized = ?9,
    version = version + 1 WHERE id = ?1";
const UPDATE_PASSWORD_HASH: &str = "UPDATE users SET password_hash = ?2, password_generated = FALSE,
    updated_at = ?3, version = version + 1 WHERE id = ?1";
const UPDATE_REHASHED: &str = "UPDATE users SET password_hash = ?3 WHERE id = ?1 AND password_hash = ?2";
const UPDATE_EMAIL_VERIFIED: &str = "UPDATE users SET email_verified_at = ?2, updated_at = ?2,
    version = version + 1 WHERE id = ?1 AND email_verified_at IS NULL";
const UPDATE_EMAIL: &str =
    "UPDATE users SET email_address = ?2, email_normalized = ?3, email_verified_at = ?4,
    email_added_at = ?5, updated_at = ?6, version = version + 1 WHERE id = ?1";
const UPDATE_ACTIVATED: &str = "UPDATE users SET state = ?2, activated_at = ?3, updated_at = ?3,
    state_changed_at = CASE WHEN state = ?2 THEN state_changed_at ELSE ?3 END,
    state_error = CASE WHEN state = ?2 THEN state_error ELSE NULL END, version = version + 1 WHERE id = ?1";
const UPDATE_LAST_LOGIN: &str = "UPDATE users SET last_login_at = ?2 WHERE id = ?1";
const UPDATE_STATE: &str =
    "UPDATE users SET state = ?2, state_changed_at = ?3, state_error = NULL, updated_at = ?3,
    version = version + 1 WHERE id = ?1";
const UPDATE_STATE_ERROR: &str = "UPDATE users SET state_error = ?2, version = version + 1 WHERE id = ?1";
const UPDATE_OPERATOR: &str = "UPDATE users SET operator = ?3, updated_at = ?2, version = version + 1
    WHERE id = ?1";
const UPDATE_TWO_FACTOR: &str = "UPDATE users SET two_factor = ?2, updated_at = ?3, version = version + 1
    WHERE id = ?1";
const DELETE: &str = "DELETE FROM users WHERE id = ?1";

pub const ALL: &[&str] = &[
    FIND,
    FIND_BY_EMAIL,
    FIND_BY_USERNAME,
    LIST,
    SEARCH,
    COUNT_OTHER_OPERATORS,
    COUNT,
    COUNT_CREATED_PER_DAY,
    INSERT,
    UPDATE_PROFILE,
    UPDATE_PASSWORD_HASH,
    UPDATE_REHASHED,
    UPDATE_EMAIL_VERIFIED,
    UPDATE_EMAIL,
    UPDATE_ACTIVATED,
    UPDATE_LAST_LOGIN,
    UPDATE_STATE,
    UPDATE_STATE_ERROR,
    UPDATE_OPERATOR,
    UPDATE_TWO_FACTOR,
    DELETE,
];

/// Reads a person from the next twenty columns, in the order of the statements above.
pub(super) fn from_row(cells: &mut Cells) -> Result<User, StoreError> {
    Ok(User {
        id: cells.id()?,
        name: PersonName::from_parts(cells.text()?, cells.text()?),
        username: cells.opt_parsed(|text| Username::parse(text).ok())?,
        email: UserEmail {
            address: cells.parsed(|text| EmailAddress::parse(text).ok())?,
            verified_at: cells.opt_at()?,
            added_at: cells.at()?,
        },
        state: cells.parsed(UserState::parse)?,
        state_changed_at: cells.at()?,
        state_error: cells.opt_parsed(JobFailure::parse)?,
        password_generated: cells.bool()?,
        operator: cells.bool()?,
        allow_support_login: cells.bool()?,
        two_factor: cells.bool()?,
        locale: cells.opt_parsed(|text| Locale::parse(text).ok())?,
        activated_at: cells.opt_at()?,
        terms_accepted_at: cells.opt_at()?,
        created_at: cells.at()?,
        updated_at: cells.at()?,
        last_login_at: cells.opt_at()?,
        version: cells.int()?,
    })
}

/// Reads a person by name alone from the next four columns: id, both parts of the name, address.
pub(super) fn named_from_row(cells: &mut Cells) -> Result<NamedUser, StoreError> {
    let (id, name) = (cells.id()?, PersonName::from_parts(cells.text()?, cells.text()?));
    Ok(NamedUser::new(id, &name, &cells.parsed(|text| EmailAddress::parse(text).ok())?))
}

/// A person by id.
pub fn find_user(tx: &mut dyn Read, id: UserId) -> Result<Option<User>, StoreError> {
    tx.query(FIND, &[id.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// A person by the compared form of their address.
pub fn find_user_by_email(tx: &mut dyn Read, normalized: &str) -> Result<Option<User>, StoreError> {
    tx.query(FIND_BY_EMAIL, &[normalized.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// A person by the compared form of their username.
pub fn find_user_by_username(tx: &mut dyn Read, normalized: &str) -> Result<Option<User>, StoreError> {
    tx.query(FIND_BY_USERNAME, &[normalized.into()])?.pop().map(|row| from_row(&mut row.cells())).transpose()
}

/// Everybody, the newest account first, with one more than `page.limit`; with `search`, those whose address, username
/// or name begins with it, and whoever it is the id of.
pub fn list_users(
    tx: &mut dyn Read,
    search: Option<&Search>,
    page: PageRequest,
) -> Result<Vec<User>, StoreError> {
    let (after, limit) = (page.after.into(), (page.limit + 1).into());
    let rows = match search {
        None => tx.query(LIST, &[after, limit])?,
        Some(search) => {
            let (addresses, names) = (search.addresses(), search.names());
            let params = [
                after,
                limit,
                search.id().into(),
                addresses.from.into(),
                addresses.until.into(),
                names.from.into(),
                names.until.into(),
            ];
            tx.query(SEARCH, &params)?
        }
    };
    rows.into_iter().map(|row| from_row(&mut row.cells())).collect()
}

/// How many operators who can act there are beside this one.
pub fn count_other_operators(tx: &mut dyn Read, id: UserId) -> Result<i64, StoreError> {
    tx.query(COUNT_OTHER_OPERATORS, &[id.into()])?.pop().map_or(Ok(0), |row| row.cells().int())
}

/// How many people there are.
pub fn count_users(tx: &mut dyn Read) -> Result<i64, StoreError> {
    tx.query(COUNT, &[])?.pop().map_or(Ok(0), |row| row.cells().int())
}

/// How many of the people there are came to be on each day since `since`.
pub fn count_created_per_day(tx: &mut dyn Read, since: Timestamp) -> Result<PerDay, StoreError> {
    tx.query(COUNT_CREATED_PER_DAY, &[since.into()])?
        .into_iter()
        .map(|row| {
            let cells = &mut row.cells();
            Ok((cells.int()?, cells.int()?))
        })
        .collect()
}

/// Adds a person.
pub fn insert_user(tx: &mut dyn Write, user: &User, password_hash: Option<&str>) -> Result<(), StoreError> {
    tx.queue(
        INSERT,
        &[
            user.id.into(),
            user.id.number().into(),
            user.name.first().into(),
            user.name.last().into(),
            user.username.as_ref().map(Username::as_str).into(),
            user.username.as_ref().map(Username::normalized).into(),
            user.email.address.as_str().into(),
            user.email.address.normalized().into(),
            user.email.verified_at.into(),
            user.email.added_at.into(),
            user.state.as_str().into(),
            password_hash.into(),
            user.password_generated.into(),
            user.operator.into(),
            user.allow_support_login.into(),
            user.two_factor.into(),
            user.locale.as_ref().map(ToString::to_string).into(),
            user.activated_at.into(),
            user.terms_accepted_at.into(),
            user.created_at.into(),
            user.name.normalized().into(),
        ],
    )
}

/// Writes what a person says of themselves.
pub fn update_profile(tx: &mut dyn Write, user: &User, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(
        UPDATE_PROFILE,
        &[
            user.id.into(),
            user.name.first().into(),
            user.name.last().into(),
            user.username.as_ref().map(Username::as_str).into(),
            user.username.as_ref().map(Username::normalized).into(),
            user.locale.as_ref().map(ToString::to_string).into(),
            user.allow_support_login.into(),
            now.into(),
            user.name.normalized().into(),
        ],
    )?;
    tx.announce(Topic::User, user.id.uuid());
    Ok(())
}

/// Gives a person another password, or none.
pub fn update_password_hash(
    tx: &mut dyn Write,
    id: UserId,
    password_hash: Option<&str>,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_PASSWORD_HASH, &[id.into(), password_hash.into(), now.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Puts a fresh hash of the same password in place of `old`; touches nothing if that one has changed.
pub fn update_rehashed(tx: &mut dyn Write, id: UserId, old: &str, new: &str) -> Result<(), StoreError> {
    tx.queue(UPDATE_REHASHED, &[id.into(), old.into(), new.into()])
}

/// Notes that a person's mailbox is proven, unless it was before.
pub fn update_email_verified(tx: &mut dyn Write, id: UserId, now: Timestamp) -> Result<(), StoreError> {
    tx.queue(UPDATE_EMAIL_VERIFIED, &[id.into(), now.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Gives a person another mailbox.
pub fn update_email(
    tx: &mut dyn Write,
    id: UserId,
    email: &UserEmail,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(
        UPDATE_EMAIL,
        &[
            id.into(),
            email.address.as_str().into(),
            email.address.normalized().into(),
            email.verified_at.into(),
            email.added_at.into(),
            now.into(),
        ],
    )?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Notes that a person's account is activated, and in which state it is from then on.
pub fn update_activated(
    tx: &mut dyn Write,
    id: UserId,
    state: UserState,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_ACTIVATED, &[id.into(), state.as_str().into(), now.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Notes when a person last signed in.
pub fn update_last_login(tx: &mut dyn Write, id: UserId, now: Timestamp) -> Result<(), StoreError> {
    // Not announced: what other sessions remember of this time may be a sign-in behind.
    tx.queue(UPDATE_LAST_LOGIN, &[id.into(), now.into()])
}

/// Notes whether a person may sign in. Why it was not changed before is forgotten.
pub fn update_state(
    tx: &mut dyn Write,
    id: UserId,
    state: UserState,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_STATE, &[id.into(), state.as_str().into(), now.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Notes why the job that was to change a person's state failed.
pub fn update_state_error(tx: &mut dyn Write, id: UserId, failure: JobFailure) -> Result<(), StoreError> {
    tx.queue(UPDATE_STATE_ERROR, &[id.into(), failure.as_str().into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Makes a person an operator, or one no longer.
pub fn update_operator(
    tx: &mut dyn Write,
    id: UserId,
    operator: bool,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_OPERATOR, &[id.into(), now.into(), operator.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Notes whether signing in asks a person for a second factor.
pub fn update_two_factor(
    tx: &mut dyn Write,
    id: UserId,
    two_factor: bool,
    now: Timestamp,
) -> Result<(), StoreError> {
    tx.queue(UPDATE_TWO_FACTOR, &[id.into(), two_factor.into(), now.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}

/// Erases a person, and with them every row that is theirs alone.
pub fn delete_user(tx: &mut dyn Write, id: UserId) -> Result<(), StoreError> {
    tx.queue(DELETE, &[id.into()])?;
    tx.announce(Topic::User, id.uuid());
    Ok(())
}
