//! What must be so after a crash.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use rusqlite::Connection;
use serde_json::json;

use super::life::{CHANGED, Life, Step, activation_token, sign_up_of_friend};
use crate::cli::place::Place;
use crate::properties::invariants::OF_ROWS;
use crate::support::{Answer, Http, PASSWORD};

/// Letters are delivered within this time after a restart.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the rows tell that does not add up: the sentence that is not so, and of what.
pub(super) type Faults = BTreeSet<(&'static str, String)>;

/// The file is sound and the audit holds, and what the rows tell adds up but for what did not before: nothing is there
/// by half.
pub(super) fn check_files(place: &Place, before: &Faults) {
    let database = open(place);
    for (check, verdict) in [("PRAGMA integrity_check", Some("ok")), ("PRAGMA foreign_key_check", None)] {
        assert_eq!(first_column(&database, check).first().map(String::as_str), verdict, "{check}");
    }
    let faults = faults(place);
    let fresh: Vec<_> = faults.difference(before).collect();
    assert!(fresh.is_empty(), "not so: {fresh:?}");
    let told = place.gatepost(&["audit", "verify", "--data", "data-dev"]).says();
    assert!(told.starts_with("The audit is as it was written: "), "{told}");
}

/// What does not add up now. The demo people of `gatepost dev` are told by no audit.
pub(super) fn faults(place: &Place) -> Faults {
    let database = open(place);
    let of = |(sentence, sql)| first_column(&database, sql).into_iter().map(move |id| (sentence, id));
    OF_ROWS.into_iter().flat_map(of).collect()
}

fn open(place: &Place) -> Connection {
    Connection::open(place.path("data-dev/gatepost.db")).unwrap()
}

fn first_column(database: &Connection, sql: &str) -> Vec<String> {
    let mut statement = database.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| row.get(0)).unwrap();
    rows.map(Result::unwrap).collect()
}

/// Everything that was answered is so, what was in doubt is so or not, and no token is good twice.
pub(super) fn check(http: &Http, life: &Life) {
    check_session(http, life);
    if !life.has(Step::SignUp) {
        return;
    }
    if life.has(Step::Activate) {
        activate(http, &life.activation).expect_refusal(410, "token_spent");
    } else if life.in_doubt == Some(Step::Activate) {
        // Once in all: before the crash, or now.
        let now = activate(http, &life.activation);
        assert!(now.status == 200 || now.body["code"] == "token_spent", "{}", now.text);
        activate(http, &life.activation).expect_refusal(410, "token_spent");
    } else {
        sign_in(http, &life.email, PASSWORD).expect_refusal(403, "not_activated");
        let token = activation_token(http, &life.email).expect("the service runs");
        activate(http, &token).expect(200);
        activate(http, &token).expect_refusal(410, "token_spent");
    }
    let own = check_password(http, life);
    assert_eq!(own.str("/orgs/0/role"), "owner");
    check_invitation(http, life, &own);
}

/// The tokens of the session: of two, the newer one works.
fn check_session(http: &Http, life: &Life) {
    let who_am_i = |token: &str| http.bearer(token).get("/api/v1/sessions/current").status;
    match life.tokens.as_slice() {
        [] => {}
        [only] if life.in_doubt == Some(Step::Refresh) => {
            // Replaced or not, a retry answers the successor.
            let refreshed = http.bearer(only).post("/api/v1/sessions/current/refresh", &json!(null));
            assert_eq!(who_am_i(refreshed.expect(200).str("/token")), 200);
            assert_eq!(who_am_i(only), 401);
        }
        [only] => assert_eq!(who_am_i(only), 200, "{life:?}"),
        [replaced, .., newest] => assert_eq!((who_am_i(replaced), who_am_i(newest)), (401, 200), "{life:?}"),
    }
}

/// One password works: the one that was answered, or in doubt either.
fn check_password(http: &Http, life: &Life) -> Answer {
    let (old, new) = (sign_in(http, &life.email, PASSWORD), sign_in(http, &life.email, CHANGED));
    match (life.has(Step::ChangePassword), life.in_doubt) {
        (true, _) => assert_eq!((old.status, new.status), (401, 201)),
        (false, Some(Step::ChangePassword)) => {
            assert!(matches!((old.status, new.status), (201, 401) | (401, 201)), "{} {}", old.text, new.text);
        }
        _ => assert_eq!((old.status, new.status), (201, 401)),
    }
    if old.status == 201 { old } else { new }
}

/// The invitation that was answered is there, and makes one member, once.
fn check_invitation(http: &Http, life: &Life, own: &Answer) {
    if !life.has(Step::Invite) {
        return;
    }
    let accept = || http.post("/api/v1/sign-up", &sign_up_of_friend(&life.friend, &life.invitation));
    let first = accept();
    let was_spent = first.status == 410;
    assert!(was_spent || first.status == 201, "{}", first.text);
    assert!(was_spent || !life.has(Step::Accept), "accepted twice: {}", first.text);
    accept().expect_refusal(410, "token_spent");
    let friend = sign_in(http, &life.friend, PASSWORD).expect(201);
    assert_eq!(friend.str("/orgs/0/id"), life.org_id);
    let members = http.bearer(own.str("/token")).get(&format!("/api/v1/orgs/{}/members", life.org_id));
    assert_eq!(members.expect(200).items().len(), 2);
}

fn activate(http: &Http, token: &str) -> Answer {
    http.post("/api/v1/activation", &json!({"token": token}))
}

fn sign_in(http: &Http, email: &str, password: &str) -> Answer {
    http.post("/api/v1/sessions", &json!({"email": email, "password": password}))
}

/// Every letter arrives that an answer promised: those that open an account, those about a new password, and those to
/// friends who have joined by now. All are thrown away then.
pub(super) fn wait_for_letters(http: &Http, lives: &[Life]) {
    let deadline = Instant::now() + PATIENCE;
    let mut missing = BTreeSet::new();
    for life in lives {
        let mut promise = |step: Step, email: &str, text: &'static str| {
            if life.has(step) {
                missing.insert((email.to_owned(), text));
            }
        };
        promise(Step::SignUp, &life.email, "/activate?token=");
        promise(Step::Invite, &life.friend, "/activate?token=");
        promise(Step::ChangePassword, &life.email, "was changed");
    }
    while !missing.is_empty() {
        assert!(Instant::now() < deadline, "letters are missing: {missing:?}");
        let inbox = http.get("/dev/inbox.json").expect(200);
        for letter in inbox.body.as_array().unwrap() {
            let (to, text) = (letter["to"].as_str().unwrap(), letter["text"].as_str().unwrap());
            missing.retain(|(email, wanted)| email != to || !text.contains(wanted));
        }
    }
    http.delete("/dev/inbox").expect(204);
}
