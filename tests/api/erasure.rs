//! After the deletion of an account nothing personal rests anywhere: not in a row, not in the file.

use std::collections::BTreeSet;
use std::time::Duration;

use gatepost::model::{Action, AuditEvent, AuditPersonal, Target};
use gatepost::store::StoreError;
use gatepost::store::queries::audit_events;
use rocket::http::Method;
use serde_json::json;
use uuid::Uuid;

use crate::support::{Api, ColumnAtRest, PASSWORD, Person, TestApp};

const ADDRESS: &str = "zyxwvut@mail.example";
const FORMER: &str = "former.zyxwvut@old.example";
const FIRST: &str = "Zuleika";
const LAST: &str = "Quenneville";
const USERNAME: &str = "zuleika.the.third";
const IP: &str = "203.0.113.77";
const DEVICE: &str = "ZyxwvutBrowser/77";

/// Everything by which the person could be told.
const TRACES: [&str; 8] = [ADDRESS, FORMER, "third.zyxwvut", FIRST, LAST, USERNAME, IP, DEVICE];

/// A client at the person's place.
fn there(api: Api<'_>) -> Api<'_> {
    api.from(IP).header("User-Agent", DEVICE)
}

/// A person who has left traces wherever traces can be left.
async fn live(app: &TestApp, olga: &Person) -> Person {
    let person = arrive(app, olga).await;
    let api = || there(person.api(app));
    api().patch("/account", json!({"username": USERNAME})).await.expect(200);
    app.invite(olga, &ADDRESS.to_uppercase(), "member").await;
    app.operator_link(ADDRESS).await;
    move_to_another_address(app, &person).await;
    join(app, olga, &person).await;
    let invitation = json!({"email": "mia@mail.example", "role": "member", "message": FIRST});
    api().post(&olga.org("/invitations"), invitation).await.expect(201);
    there(app.anonymous()).post("/password-resets", json!({"email": ADDRESS})).await.expect(202);
    let name = format!("{FIRST} {LAST}");
    let org = json!({"name": LAST});
    let again = json!({"email": ADDRESS, "password": PASSWORD, "name": name, "username": "zuleika.again", "org": org});
    there(app.anonymous()).post("/sign-up", again).await.expect(201);
    let change = json!({"password": PASSWORD, "email": "third.zyxwvut@mail.example"});
    api().post("/account/email-changes", change).await.expect(202);
    olga.api(app)
        .post("/account/email-changes", json!({"password": PASSWORD, "email": ADDRESS}))
        .await
        .expect(202);
    let key = json!({"name": FIRST, "scopes": ["account:read"], "ip_allowlist": [IP]});
    api().post("/account/api-keys", key).await.expect(201);
    person.add_passkey(app, FIRST).await;
    app.ask_to_take_over(olga, &person).await;
    api().post("/account/two-factor/setup", json!({"password": PASSWORD})).await.expect(200);
    api().post("/account/two-factor/enable", json!({"code": "000000"})).await.expect(403);
    person
}

/// Signs up with an address that is left later, and fumbles.
async fn arrive(app: &TestApp, olga: &Person) -> Person {
    let name = json!({"first": FIRST, "last": LAST});
    let body = json!({"email": FORMER.to_uppercase(), "password": PASSWORD, "name": name});
    there(app.anonymous()).post("/sign-up", body).await.expect(201);
    there(app.anonymous()).post("/activation/resend", json!({"email": FORMER})).await.expect(202);
    there(app.anonymous()).post("/password-resets", json!({"email": FORMER})).await.expect(202);
    let token = app.last_letter_to(&FORMER.to_uppercase()).await.token("activate");
    there(app.anonymous()).post("/activation", json!({"token": token})).await.expect(200);
    let wrong = json!({"email": FORMER, "password": "borrowed violet lantern"});
    there(app.anonymous()).post("/sessions", wrong).await.expect(401);
    let right = json!({"email": FORMER, "password": PASSWORD});
    let session = there(app.anonymous()).post("/sessions", right.clone()).await.expect(201);
    there(app.anonymous()).post("/sessions", right).await.expect(201);
    Person {
        email: ADDRESS.to_owned(),
        id: session.str("/user/id").to_owned(),
        session_id: session.str("/session/id").to_owned(),
        org_id: olga.org_id.clone(),
        token: session.str("/token").to_owned(),
    }
}

/// Changes the address from the former one.
async fn move_to_another_address(app: &TestApp, person: &Person) {
    let body = json!({"password": PASSWORD, "email": ADDRESS});
    there(person.api(app)).post("/account/email-changes", body).await.expect(202);
    let accept = app.last_letter_to(&FORMER.to_uppercase()).await.token("email-change/accept");
    let confirm = app.last_letter_to(ADDRESS).await.token("email-change/confirm");
    for path in [format!("/email-changes/{accept}/accept"), format!("/email-changes/{confirm}/confirm")] {
        there(app.anonymous()).post_empty(&path).await.expect(200);
    }
}

/// Joins Olga's org and helps to run it.
async fn join(app: &TestApp, olga: &Person, person: &Person) {
    let api = there(person.api(app));
    let mine = api.get("/account/invitations").await.expect(200);
    api.post_empty(&format!("/invitations/{}/accept", mine.str("/items/0/id"))).await.expect(200);
    let member = olga.org(&format!("/members/{}", person.id));
    olga.api(app).patch(&member, json!({"role": "admin"})).await.expect(200);
}

/// Every column that holds one of the traces, as `table.column`, with the trace.
fn columns_with_traces(app: &TestApp) -> Vec<(String, &'static str)> {
    let mut found = Vec::new();
    for column in app.at_rest() {
        let text = column.text();
        let traces = TRACES.iter().filter(|trace| text.contains(&trace.to_lowercase()));
        found.extend(traces.map(|trace| (format!("{}.{}", column.table, column.name), *trace)));
    }
    found
}

/// Columns that tell of nobody though they hold text: digests, secrets under seal, the service's own words, and
/// what is an org's, an operator's or a mail server's: what is said with one goes with the letter that it is about.
const IMPERSONAL: &[&str] = &[
    "api_keys.key_digest",
    "api_keys.prefix",
    "api_keys.scopes",
    "audit_chain.hash",
    "audit_chain.name",
    "audit_chain.proof",
    "audit_events.action",
    "audit_events.hash",
    "audit_events.personal_digest",
    "audit_events.target_kind",
    "audit_personal.salt",
    "authenticators.sealed_secret",
    "email_changes.agreement",
    "idempotency_keys.key_digest",
    "idempotency_keys.request_digest",
    "idempotency_keys.sealed_answer",
    "invitations.locale",
    "invitations.role",
    "job_steps.step",
    "jobs.failure",
    "jobs.kind",
    "jobs.state",
    "lockouts.account",
    "logins.kind",
    "logins.place",
    "logins.refusal",
    "memberships.requested_role",
    "memberships.role",
    "one_time_tokens.purpose",
    "one_time_tokens.token_digest",
    "orgs.allowed_email_domains",
    "orgs.country",
    "orgs.name",
    "orgs.name_normalized",
    "orgs.state",
    "outbox.detail",
    "outbox.dialogue",
    "outbox.kind",
    "outbox.sealed",
    "outbox.stage",
    "ownership_transfers.outcome",
    "passkeys.credential",
    "profile_keys.sealed_secret",
    "rate_limits.account_digest",
    "recovery_codes.code_digest",
    "sessions.token_role",
    "settings.name",
    "sign_up_domains.description",
    "sign_up_domains.help",
    "sign_up_domains.sign_up_url",
    "sign_up_domains.title",
    "sign_up_domains.version_description",
    "sign_up_domains.version_title",
    "sign_ups.locale",
    "sign_ups.org_country",
    "sign_ups.password_hash",
    "sign_ups.sealed_password",
    "signing_keys.public_key",
    "signing_keys.sealed_secret",
    "users.locale",
    "users.password_hash",
    "users.state",
    "users.state_error",
];

/// A column that is added is either reached by the person's life above, or said to be impersonal.
#[rocket::async_test]
async fn every_column_that_could_tell_of_a_person_is_looked_at() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    live(&app, &olga).await;
    let reached: BTreeSet<String> = columns_with_traces(&app).into_iter().map(|(column, _)| column).collect();
    let others: Vec<String> =
        text_columns(&app).into_iter().filter(|column| !reached.contains(column)).collect();
    assert_eq!(others, IMPERSONAL);
}

/// Every column that holds neither numbers nor ids, as `table.column`.
fn text_columns(app: &TestApp) -> Vec<String> {
    let is_text = |column: &&ColumnAtRest| {
        let name = column.name.as_str();
        // What processes tell each other is made of ids.
        let holds_ids = name == "id" || name.ends_with("_id") || name.ends_with("_by");
        column.holds_text && !holds_ids && column.table != "changes"
    };
    app.at_rest().iter().filter(is_text).map(|column| format!("{}.{}", column.table, column.name)).collect()
}

#[rocket::async_test]
async fn nothing_personal_rests_anywhere() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let person = live(&app, &olga).await;
    app.letters().await;
    // What lies in the mailboxes of others is theirs; the built-in inbox plays all of them.
    app.anonymous().send(Method::Delete, "/dev/inbox", None).await.expect(204);
    for trace in TRACES {
        let found = columns_with_traces(&app);
        assert!(found.iter().any(|(_, seen)| *seen == trace), "{trace} was never there: {found:?}");
    }
    there(person.api(&app)).delete_with("/account", json!({"password": PASSWORD})).await.expect(202);
    app.letters().await;
    app.clock.advance(Duration::from_hours(7 * 24));
    app.run_jobs().await;
    let last = app.last_letter_to(ADDRESS).await;
    assert!(last.text.contains(FIRST), "{}", last.text);
    app.anonymous().send(Method::Delete, "/dev/inbox", None).await.expect(204);
    assert_eq!(columns_with_traces(&app), []);
    let files = app.stop_and_read().await;
    let text = String::from_utf8_lossy(&files).to_lowercase();
    for trace in TRACES {
        assert!(!text.contains(&trace.to_lowercase()), "{trace} rests in a file");
    }
}

#[rocket::async_test]
async fn what_the_person_did_stays_told_by_ids() {
    let app = TestApp::start().await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let person = live(&app, &olga).await;
    person.delete_account(&app).await.expect(202);
    app.clock.advance(Duration::from_hours(7 * 24));
    app.run_jobs().await;
    let actions = app.actions(Some(&olga.org_id)).await;
    for action in ["member.joined", "invitation.created", "member.removed"] {
        assert!(actions.iter().any(|seen| seen == action), "{action}: {actions:?}");
    }
}

#[rocket::async_test]
async fn a_long_history_is_erased_to_its_end() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let (user_id, at) = (june.id.parse().unwrap(), app.clock.now());
    let personal = AuditPersonal {
        user_id: Some(user_id),
        ip: IP.parse().unwrap(),
        kept_until: None,
        salt: [7; 32],
        digest: [7; 32],
    };
    let write = app.app.store.write(move |tx| -> Result<(), StoreError> {
        for number in 0..1200 {
            let (action, target) = (Action::SessionRefreshed, Target::User(user_id));
            let (id, personal) = (Uuid::from_u128(number).into(), Some(personal));
            let event =
                AuditEvent { id, at, org_id: None, actor_id: Some(user_id), action, target, personal };
            audit_events::insert_audit_event(tx, &event)?;
        }
        Ok(())
    });
    write.await.unwrap();
    june.delete_account(&app).await.expect(202);
    app.clock.advance(Duration::from_hours(7 * 24));
    app.run_jobs().await;
    assert_eq!(columns_with_traces(&app), []);
}
