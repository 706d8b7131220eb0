//! T7, T8, T33: every route, by everybody there is, in three orgs.
//!
//! Each route is a line of [`rows::ROWS`] or [`faces::ROWS`], and what each kind of caller gets is [`refusal`]. Whoever is
//! refused has changed nothing: nothing at all was committed to the database.

mod faces;
pub(in crate::trust) mod rows;
mod world;

use std::collections::BTreeSet;

use gatepost::model::Role;
use gatepost::web::pages;
use rocket::http::Method;

use self::faces::Asks;
use self::rows::{May, ROWS, Row};
use self::world::{Org, Who, World};
use crate::support::{Answer, TestApp};

type Refusal = (u16, &'static str);

const NOT_SIGNED_IN: Refusal = (401, "not_signed_in");
const SUSPENDED: Refusal = (403, "account_suspended");
const NO_SESSION: Refusal = (403, "session_required");
const NO_ORG: Refusal = (404, "org_not_found");
const TOO_LOW: Refusal = (403, "role_too_low");

/// How a caller is refused who may not, in their own org or for themselves; `None` for those who may.
fn refusal(may: May, who: Who) -> Option<Refusal> {
    match (may, who) {
        (May::Anybody, _)
        | (May::Letter, Who::Anonymous)
        | (May::Operator, Who::Operator)
        | (May::Holder(..), Who::Outsider) => None,
        (_, Who::Anonymous) => Some(NOT_SIGNED_IN),
        (_, Who::Suspended) => Some(SUSPENDED),
        (May::Operator | May::Holder(..) | May::Letter | May::ActFor, Who::Key | Who::BoundKey) => {
            Some(NO_SESSION)
        }
        (May::Operator, _) => Some((403, "operator_required")),
        (May::Holder(status, code), _) => Some((status, code)),
        (May::Person([]) | May::In(_, []), Who::Key | Who::BoundKey) => Some(NO_SESSION),
        (May::Person(scopes), Who::BoundKey) if !scopes.contains(&"org:read") => Some((403, "scope_missing")),
        (May::Person(_) | May::Letter, _) | (May::ActFor, Who::Owner | Who::Admin | Who::Member) => None,
        (May::ActFor, _) | (May::In(..), Who::Outsider | Who::Operator) => Some(NO_ORG),
        (May::In(..), Who::Pending) => Some(TOO_LOW),
        (May::In(least, _), _) => (role(who) < least).then_some(TOO_LOW),
    }
}

fn role(who: Who) -> Role {
    match who {
        Who::Member => Role::Member,
        Who::Admin => Role::Admin,
        _ => Role::Owner,
    }
}

/// How everybody is refused in an org that is not theirs, or is closed.
fn refusal_elsewhere(may: May, who: Who) -> Refusal {
    match refusal(may, who) {
        Some(refusal @ (NOT_SIGNED_IN | SUSPENDED | NO_SESSION)) => refusal,
        _ => NO_ORG,
    }
}

/// What was answered, as the table has it.
fn told(answer: &Answer) -> String {
    match answer.body["code"].as_str() {
        Some(code) if answer.status >= 400 => format!("{} {code}", answer.status),
        _ => answer.status.to_string(),
    }
}

/// Calls as somebody who is refused, and tells what else came of it.
async fn refused(world: &World, who: Who, row: &Row, org: &Org, (status, code): Refusal) -> Option<String> {
    let before = world.commits();
    let answer = world.send(who, row, &world.standing(row, org)).await;
    if told(&answer) != format!("{status} {code}") {
        return Some(format!("{} by {who:?}: {}, not {status} {code}", row.call, told(&answer)));
    }
    (world.commits() != before).then(|| format!("{} by {who:?} was refused and left something", row.call))
}

/// Broken: each of the rows' guards and permissions was taken out, in turn.
#[rocket::async_test]
async fn t07_t08_t13_every_route_does_for_everybody_what_its_row_says() {
    let mut world = World::made().await;
    let mut faults = Vec::new();
    for row in ROWS {
        for who in Who::ALL {
            if let Some(refusal) = refusal(row.may, who) {
                faults.extend(refused(&world, who, row, &world.own, refusal).await);
                continue;
            }
            let named = world.fresh(row).await;
            let answer = world.send(who, row, &named).await;
            if row.path().starts_with("/sessions") {
                // The other calls need the session.
                world.sign_in_anew(who).await;
            }
            if told(&answer) != row.then {
                faults.push(format!("{} by {who:?}: {}, not {}", row.call, told(&answer), row.then));
            }
            if answer.status == 202 {
                // The other calls need the org.
                let job = format!("/jobs/{}", answer.str("/id"));
                world.api(who).delete(&job).await.expect(204);
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Broken: whoever belonged to an org passed for a member of every org; then, a closed org was found.
#[rocket::async_test]
async fn t07_t33_nobody_reaches_into_another_org_nor_into_one_that_is_closed() {
    let world = World::made().await;
    let mut faults = Vec::new();
    for row in ROWS.iter().filter(|row| matches!(row.may, May::In(..) | May::ActFor)) {
        for who in Who::ALL {
            for org in [&world.foreign, &world.closed] {
                faults.extend(refused(&world, who, row, org, refusal_elsewhere(row.may, who)).await);
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Broken: a dialect's call took whoever was suspended.
#[rocket::async_test]
async fn t07_whoever_is_not_signed_in_or_suspended_is_refused_on_every_face() {
    let world = World::made().await;
    let mut faults = Vec::new();
    for (call, asks) in faces::ROWS {
        let (method, path) = call.split_once(' ').expect("a method and a path");
        let method: Method = method.parse().expect("a method");
        let filled = |part| match part {
            "<file>" => "pm415.json",
            part if str::starts_with(part, "<") => "0190c5a8-0000-7000-8000-000000000000",
            part => part,
        };
        let path = path.split('/').map(filled).collect::<Vec<_>>().join("/");
        let body = || (method != Method::Get).then(|| "{}".to_owned());
        let anonymous = world.app.anonymous().send(method, &path, body()).await;
        let before = world.commits();
        let cookie = format!("BackstackJWT={}", world.person(Who::Suspended).expect("a person").token);
        let suspended = world.api(Who::Suspended).header("Cookie", &cookie).send(method, &path, body()).await;
        let is_kept = match asks {
            Asks::WhoCalls => {
                // Backstack says most refusals with one status.
                let is_refused =
                    matches!(suspended.status, 401 | 403) || suspended.text.contains("suspended");
                anonymous.status == 401 && is_refused && world.commits() == before
            }
            Asks::Nobody => suspended.status == anonymous.status,
        };
        if !is_kept {
            faults.push(format!("{call} {asks:?}: {} {}", anonymous.text, suspended.text));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// Broken: a row was left out.
#[rocket::async_test]
async fn t07_t08_every_route_that_is_mounted_has_its_row() {
    let app = TestApp::start().await;
    // Pages ask by themselves who looks: `tests/trust/pages` goes through all of them.
    let pages: BTreeSet<String> = pages::routes()
        .iter()
        .map(|route| route.uri.path().to_owned())
        .chain(["/dev/inbox/<id>", "/dev/inbox/<id>/html"].map(str::to_owned))
        .collect();
    let routes = app
        .rocket()
        .routes()
        .filter(|route| route.method != Method::Options && !pages.contains(route.uri.path()));
    let mounted: BTreeSet<String> =
        routes.map(|route| format!("{} {}", route.method, route.uri.path())).collect();
    let native = ROWS.iter().map(|row| row.call.replacen(" /", " /api/v1/", 1));
    let known: BTreeSet<String> =
        native.chain(faces::ROWS.iter().map(|(call, _)| (*call).to_owned())).collect();
    let differing: Vec<_> = known.symmetric_difference(&mounted).collect();
    assert!(differing.is_empty(), "in the table or mounted, not both: {differing:?}");
}
