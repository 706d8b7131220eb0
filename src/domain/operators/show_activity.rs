//! Tells what went on lately, day by day.

use crate::domain::{App, Error, policy};
use crate::model::{Principal, Timestamp};
use crate::store::queries::per_day::{MICROS_PER_DAY, PerDay};
use crate::store::queries::{logins, orgs, outbox, users};

/// How many days are told, the one that has begun included.
const DAYS: i64 = 30;

/// What went on lately.
#[derive(Clone, Debug)]
pub struct Activity {
    /// How many people have an account.
    pub people: i64,
    /// How many orgs there are.
    pub orgs: i64,
    /// The last days, the earliest first.
    pub days: Vec<ActiveDay>,
}

/// What went on on one day, by UTC.
#[derive(Clone, Copy, Debug)]
pub struct ActiveDay {
    /// When it began.
    pub began_at: Timestamp,
    /// How many accounts came to be, of those there are.
    pub sign_ups: i64,
    /// How many sign-ins succeeded.
    pub sign_ins: i64,
    /// How many sign-ins failed, of those to an account that exists.
    pub failed_sign_ins: i64,
    /// How many letters went out, of those that are kept.
    pub letters_sent: i64,
    /// How many letters were given up.
    pub letters_failed: i64,
}

/// Tells what went on in the last days, from one snapshot of the database.
///
/// # Errors
/// `Forbidden` for anybody but an operator.
pub async fn show_activity(app: &App, principal: &Principal) -> Result<Activity, Error> {
    let caller = principal.clone();
    let today = app.clock.now().as_microsecond().div_euclid(MICROS_PER_DAY);
    let first = today - DAYS + 1;
    app.store
        .read(move |tx| {
            policy::require_operator(tx, &caller)?;
            let since = beginning_of(first);
            let sign_ups = users::count_created_per_day(tx, since)?;
            let (sign_ins, failed_sign_ins) = logins::count_logins_per_day(tx, since)?;
            let (letters_sent, letters_failed) = outbox::count_finished_per_day(tx, since)?;
            let on = |counts: &PerDay, day: i64| counts.get(&day).copied().unwrap_or_default();
            let days = (first..=today).map(|day| ActiveDay {
                began_at: beginning_of(day),
                sign_ups: on(&sign_ups, day),
                sign_ins: on(&sign_ins, day),
                failed_sign_ins: on(&failed_sign_ins, day),
                letters_sent: on(&letters_sent, day),
                letters_failed: on(&letters_failed, day),
            });
            Ok(Activity {
                people: users::count_users(tx)?,
                orgs: orgs::count_orgs(tx)?,
                days: days.collect(),
            })
        })
        .await
}

/// When a day began, by its number since 1970.
fn beginning_of(day: i64) -> Timestamp {
    Timestamp::from_microsecond(day.saturating_mul(MICROS_PER_DAY)).unwrap_or(Timestamp::MIN)
}
