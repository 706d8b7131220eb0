//! After the deletion of an org nothing of it rests anywhere but ids.

use std::collections::BTreeSet;
use std::time::Duration;

use gatepost::model::{Action, AuditEvent, AuditPersonal, Target};
use gatepost::store::StoreError;
use gatepost::store::queries::audit_events;
use rocket::http::Method;
use serde_json::json;
use uuid::Uuid;

use crate::support::{ColumnAtRest, Person, TestApp};

const NAME: &str = "Zyxwvut & Daughters";
const IP: &str = "203.0.113.77";
const GRACE: Duration = Duration::from_hours(7 * 24);

/// Where the org's id stays: that something was done in it, in which job, and which org a token was for that has
/// been replaced since or expires by itself.
const ID_STAYS: [&str; 3] = ["audit_events", "jobs", "sessions"];

/// An org with people, invitations in every state, transfers and keys.
async fn live(app: &TestApp) -> Person {
    let june = app.founder("june@acme.example", NAME).await;
    let mia = app.joiner(&june, "mia@acme.example", "member").await;
    app.joiner(&june, "olga@acme.example", "owner").await;
    june.api(app).patch(&june.org(""), json!({"allowed_email_domains": ["acme.example"]})).await.expect(200);
    let declined = app.invite(&june, "declined@acme.example", "member").await;
    app.decline(&declined).await.expect(204);
    app.invite(&june, "guest@acme.example", "member").await;
    app.ask_to_take_over(&june, &mia).await;
    mia.bound_api_key(app, &["org:read"]).await;
    june.api(app).from(IP).patch(&june.org(""), json!({"country": "DE"})).await.expect(200);
    june
}

/// The tables that hold a text, whatever its case. What processes tell each other is gone after a minute.
fn tables_with(app: &TestApp, text: &str) -> BTreeSet<String> {
    let holds = |column: &ColumnAtRest| column.text().contains(&text.to_lowercase());
    let columns = app.at_rest().into_iter().filter(|column| column.table != "changes" && holds(column));
    columns.map(|column| column.table).collect()
}

#[rocket::async_test]
async fn nothing_of_an_org_rests_anywhere_but_ids() {
    let app = TestApp::start().await;
    let june = live(&app).await;
    app.letters().await;
    for table in ["orgs", "memberships", "invitations", "ownership_transfers", "api_keys", "sessions"] {
        assert!(tables_with(&app, &june.org_id).contains(table), "{table} never told of the org");
    }
    assert!(tables_with(&app, IP).contains("audit_personal"));
    june.delete_org(&app).await.expect(202);
    app.clock.advance(GRACE);
    app.run_jobs().await;
    app.letters().await;
    // What lies in the mailboxes of its people is theirs; the built-in inbox plays all of them.
    app.anonymous().send(Method::Delete, "/dev/inbox", None).await.expect(204);
    assert_eq!(tables_with(&app, NAME), BTreeSet::new());
    assert!(!tables_with(&app, IP).contains("audit_personal"));
    let left = tables_with(&app, &june.org_id);
    assert!(left.iter().all(|table| ID_STAYS.contains(&table.as_str())), "{left:?}");
    let files = app.stop_and_read().await;
    assert!(!String::from_utf8_lossy(&files).contains(NAME), "the name rests in a file");
}

#[rocket::async_test]
async fn what_was_done_in_the_org_stays_told_by_ids() {
    let app = TestApp::start().await;
    let june = live(&app).await;
    june.delete_org(&app).await.expect(202);
    app.clock.advance(GRACE);
    app.run_jobs().await;
    let actions = app.actions(Some(&june.org_id)).await;
    for action in
        ["org.created", "member.joined", "org.deletion_requested", "ownership_transfer.voided", "org.deleted"]
    {
        assert!(actions.iter().any(|seen| seen == action), "{action}: {actions:?}");
    }
}

#[rocket::async_test]
async fn a_long_history_is_erased_to_its_end() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", NAME).await;
    let (user_id, org_id, at) = (june.id.parse().unwrap(), june.org_id.parse().unwrap(), app.clock.now());
    let personal = AuditPersonal {
        user_id: Some(user_id),
        ip: IP.parse().unwrap(),
        kept_until: None,
        salt: [7; 32],
        digest: [7; 32],
    };
    let write = app.app.store.write(move |tx| -> Result<(), StoreError> {
        for number in 0..1200 {
            let (action, target) = (Action::OrgUpdated, Target::Org(org_id));
            let (id, org_id, personal) = (Uuid::from_u128(number).into(), Some(org_id), Some(personal));
            let event = AuditEvent { id, at, org_id, actor_id: Some(user_id), action, target, personal };
            audit_events::insert_audit_event(tx, &event)?;
        }
        Ok(())
    });
    write.await.unwrap();
    june.delete_org(&app).await.expect(202);
    app.clock.advance(GRACE);
    app.run_jobs().await;
    assert_eq!(tables_with(&app, IP), BTreeSet::new());
}
