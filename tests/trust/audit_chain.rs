//! The audit holds, or tells where it does not: what happened can't be changed, removed or put elsewhere by whoever can
//! write the database.

use gatepost::domain::audit::chain;
use gatepost::domain::audit::verify::{self, Fault, Verification};

use crate::support::{Person, TestApp};

/// A service in which a few things happened, all of them chained.
async fn happened() -> (TestApp, Person) {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for n in 0..6 {
        june.api(&app)
            .patch(&june.org(""), serde_json::json!({"name": format!("Acme {n}")}))
            .await
            .expect(200);
    }
    let chained = chain::chain(&app.app).await.expect("events can be chained");
    assert!(chained >= 8, "{chained}");
    (app, june)
}

async fn verify(app: &TestApp) -> Verification {
    verify::verify(&app.app).await.expect("the audit can be read")
}

/// What somebody does who can write the database.
fn tamper(app: &TestApp, sql: &str) {
    app.alter(sql);
}

/// The id of the event with this number.
fn id_of(app: &TestApp, position: i64) -> String {
    app.look_up(&format!("SELECT id FROM audit_events WHERE position = {position}"))
}

#[rocket::async_test]
async fn an_audit_that_nobody_touched_holds() {
    let (app, june) = happened().await;
    let before = verify(&app).await;
    assert_eq!((before.faults.as_slice(), before.waiting, before.erased), (&[][..], 0, 0));
    june.api(&app).patch(&june.org(""), serde_json::json!({"name": "Acme Ltd."})).await.expect(200);
    let waiting = verify(&app).await;
    assert_eq!((waiting.chained, waiting.waiting), (before.chained, 1));
    assert_eq!(chain::chain(&app.app).await.expect("it can be chained"), 1);
    let after = verify(&app).await;
    assert_eq!((after.chained, after.waiting, after.faults), (before.chained + 1, 0, Vec::new()));
}

/// To break it: leave a column out of what a hash covers.
#[rocket::async_test]
async fn a_change_to_any_column_of_an_event_is_found_and_named() {
    for change in [
        "id = '0190' || substr(id, 5)",
        "at = at + 1",
        "org_id = NULL",
        "actor_id = NULL",
        "action = action || 's'",
        "target_kind = target_kind || 's'",
        "target_id = '0190' || substr(target_id, 5)",
        "hash = (SELECT hash FROM audit_events WHERE position = 1)",
    ] {
        let (app, _) = happened().await;
        tamper(&app, &format!("UPDATE audit_events SET {change} WHERE position = 5"));
        let found = verify(&app).await.faults;
        let (position, id) = (5, id_of(&app, 5));
        assert_eq!(found.first(), Some(&Fault::Altered { position, id }), "{change}: {found:?}");
    }
}

#[rocket::async_test]
async fn a_change_to_the_personal_part_is_found_and_named() {
    for change in [
        "ip = '203.0.113.66'",
        "user_id = NULL",
        "kept_until = 1",
        "salt = (SELECT hash FROM audit_events WHERE position = 1)",
    ] {
        let (app, _) = happened().await;
        let id = id_of(&app, 6);
        tamper(&app, &format!("UPDATE audit_personal SET {change} WHERE event_id = '{id}'"));
        assert_eq!(verify(&app).await.faults, [Fault::PersonalAltered { position: 6, id }], "{change}");
    }
    let (app, _) = happened().await;
    tamper(&app, "UPDATE audit_events SET personal_digest = NULL WHERE position = 6");
    let id = || id_of(&app, 6);
    assert_eq!(
        verify(&app).await.faults,
        [Fault::Altered { position: 6, id: id() }, Fault::PersonalAltered { position: 6, id: id() }]
    );
}

/// To break it: do not look at the numbers of events.
#[rocket::async_test]
async fn a_removed_event_is_found_and_named() {
    let (app, _) = happened().await;
    tamper(&app, "DELETE FROM audit_events WHERE position IN (4, 5)");
    assert_eq!(verify(&app).await.faults, [Fault::Missing { from: 4, to: 5 }]);

    // Also where those behind it move up.
    let (app, _) = happened().await;
    let last = i64::try_from(verify(&app).await.chained).expect("a few");
    tamper(&app, "DELETE FROM audit_events WHERE position = 4");
    for position in 5..=last {
        tamper(
            &app,
            &format!("UPDATE audit_events SET position = {} WHERE position = {position}", position - 1),
        );
    }
    let id = id_of(&app, 4);
    let found = verify(&app).await.faults;
    assert_eq!(found, [Fault::Altered { position: 4, id }, Fault::Missing { from: last, to: last }]);
}

/// To break it: let nothing say where the chain ends.
#[rocket::async_test]
async fn removing_the_latest_events_is_found() {
    let (app, _) = happened().await;
    let last = i64::try_from(verify(&app).await.chained).expect("a few");
    let end = format!("DELETE FROM audit_events WHERE position = {last};");
    let gone = Fault::Missing { from: last, to: last };
    tamper(&app, &end);
    assert_eq!(verify(&app).await.faults, std::slice::from_ref(&gone));
    // Nor does it help to say that it ends there: that needs the key file.
    let shortened = "UPDATE audit_chain SET length = length - 1,
        hash = (SELECT hash FROM audit_events ORDER BY position DESC LIMIT 1)";
    tamper(&app, shortened);
    assert_eq!(verify(&app).await.faults, [Fault::EndAltered { last: last - 1 }]);
    tamper(&app, "DELETE FROM audit_chain");
    assert_eq!(verify(&app).await.faults, [Fault::EndMissing { last: last - 1 }]);
}

/// To break it: leave the hash before out of what a hash covers.
#[rocket::async_test]
async fn events_in_another_order_are_found_and_named() {
    let (app, _) = happened().await;
    let (fourth, fifth) = (id_of(&app, 4), id_of(&app, 5));
    tamper(
        &app,
        "UPDATE audit_events SET position = -1 WHERE position = 4;
         UPDATE audit_events SET position = 4 WHERE position = 5;
         UPDATE audit_events SET position = 5 WHERE position = -1;",
    );
    let found = verify(&app).await.faults;
    assert_eq!(
        found[..2],
        [Fault::Altered { position: 4, id: fifth }, Fault::Altered { position: 5, id: fourth }],
        "{found:?}"
    );
}

#[rocket::async_test]
async fn an_event_of_ones_own_is_found_and_named() {
    let (app, _) = happened().await;
    let last = i64::try_from(verify(&app).await.chained).expect("a few");
    let copy = format!(
        "INSERT INTO audit_events (id, at, org_id, actor_id, action, target_kind, target_id, position, hash)
         SELECT '0190' || substr(id, 5), at, org_id, actor_id, action, target_kind, target_id, {}, hash
         FROM audit_events WHERE position = {last}",
        last + 1
    );
    tamper(&app, &copy);
    let surplus = Fault::Surplus { position: last + 1, id: id_of(&app, last + 1) };
    assert_eq!(verify(&app).await.faults, std::slice::from_ref(&surplus));
    // Nor does it hide that the one before it is gone.
    tamper(&app, &format!("DELETE FROM audit_events WHERE position = {last}"));
    assert_eq!(verify(&app).await.faults, [Fault::Missing { from: last, to: last }, surplus]);
}

/// Broken: it stopped after as many events as are chained, or read, at once.
#[rocket::async_test]
async fn an_audit_of_more_events_than_are_read_at_once_holds_to_its_end() {
    const MANY: u64 = 1_500;
    let (app, _) = happened().await;
    let before = verify(&app).await.chained;
    let inserted = (0..MANY).map(|n| {
        format!(
            "INSERT INTO audit_events (id, at, org_id, actor_id, action, target_kind, target_id)
             SELECT 'ffff0000-0000-7000-8000-{n:012x}', at, org_id, actor_id, action, target_kind, target_id
             FROM audit_events WHERE position = 1;"
        )
    });
    tamper(&app, &format!("BEGIN; {} COMMIT;", inserted.collect::<String>()));
    assert_eq!(chain::chain(&app.app).await.expect("events can be chained"), MANY);
    let found = verify(&app).await;
    assert_eq!((found.chained, found.waiting, found.faults), (before + MANY, 0, Vec::new()));
}

/// Broken: the end of a chain that has no event was missed.
#[rocket::async_test]
async fn an_audit_in_which_nothing_is_chained_yet_holds() {
    let app = TestApp::start().await;
    let found = verify(&app).await;
    assert_eq!((found.chained, found.faults), (0, Vec::new()));
}

/// To break it: chain events to whatever end there is.
/// Broken: of the end was asked only whether its row was written by the service.
#[rocket::async_test]
async fn an_event_of_a_history_that_was_undone_is_found() {
    let (app, june) = happened().await;
    let last: i64 =
        app.look_up("SELECT CAST(length + 1 AS TEXT) FROM audit_chain").parse().expect("a number");
    let rename = async |name: &str| {
        june.api(&app).patch(&june.org(""), serde_json::json!({"name": name})).await.expect(200);
        chain::chain(&app.app).await.expect("it can be chained");
    };
    let remove = || tamper(&app, &format!("DELETE FROM audit_events WHERE position = {last}"));
    tamper(&app, "CREATE TABLE end_before AS SELECT * FROM audit_chain");
    rename("Acme of one history").await;
    tamper(&app, &format!("CREATE TABLE undone AS SELECT * FROM audit_events WHERE position = {last}"));
    remove();
    tamper(&app, "DELETE FROM audit_chain");
    tamper(&app, "INSERT INTO audit_chain SELECT * FROM end_before");
    rename("Acme of another").await;
    assert_eq!(verify(&app).await.faults, []);
    remove();
    tamper(&app, "INSERT INTO audit_events SELECT * FROM undone");
    assert_eq!(verify(&app).await.faults, [Fault::EndMismatch { last }]);
}

#[rocket::async_test]
async fn nothing_is_chained_to_an_end_that_was_altered() {
    let (app, june) = happened().await;
    tamper(&app, "UPDATE audit_chain SET hash = proof");
    june.api(&app).patch(&june.org(""), serde_json::json!({"name": "Acme Ltd."})).await.expect(200);
    let refused = chain::chain(&app.app).await.expect_err("the end was altered");
    assert_eq!(refused.code(), "internal");
    assert_eq!(verify(&app).await.waiting, 1);
}

/// To break it: cover the personal part itself, in place of its digest.
#[rocket::async_test]
async fn erasing_a_person_leaves_the_chain_whole() {
    let (app, june) = happened().await;
    let adam = app.joiner(&june, "adam@mail.example", "member").await;
    chain::chain(&app.app).await.expect("events can be chained");
    assert_eq!(verify(&app).await.erased, 0);
    adam.delete_account(&app).await.expect(202);
    app.clock.advance(std::time::Duration::from_hours(8 * 24));
    app.run_jobs().await;
    chain::chain(&app.app).await.expect("events can be chained");
    let found = verify(&app).await;
    assert_eq!(found.faults, []);
    assert!(found.erased >= 2, "{found:?}");
}
