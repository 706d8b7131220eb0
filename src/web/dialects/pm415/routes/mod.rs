//! The calls, by what they are about.

pub mod account;
pub mod members;
pub mod org;
pub mod user;

use rocket::Route;

use crate::domain::error::Missing;
use crate::domain::{App, Error, numbers, orgs};
use crate::model::{Membership, Number, OrgId, PageRequest, Principal};

/// As many items as are read at a time.
const PAGE: u32 = 200;

/// All of them.
pub fn routes() -> Vec<Route> {
    [account::routes(), user::routes(), org::routes(), members::routes()].concat()
}

/// The org that a path names by its number. What is no number names none.
async fn find_org(app: &App, caller: &Principal, number: &str) -> Result<OrgId, Error> {
    let number = number.parse().ok().and_then(Number::new).ok_or(Missing::Org)?;
    numbers::find_org(app, caller, number).await
}

/// All of a caller's memberships, that of the oldest org first: pm415 knows no pages.
async fn memberships_of(app: &App, caller: &Principal) -> Result<Vec<Membership>, Error> {
    let mut memberships = Vec::new();
    let mut after = None;
    loop {
        let page = orgs::list::list(app, caller, PageRequest { limit: PAGE, after }).await?;
        memberships.extend(page.items);
        after = page.next;
        if after.is_none() {
            memberships.reverse();
            return Ok(memberships);
        }
    }
}
