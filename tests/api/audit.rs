//! `/orgs/{id}/audit`

use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

async fn audit(app: &TestApp, by: &Person, query: &str) -> Answer {
    by.api(app).get(&by.org(&format!("/audit{query}"))).await
}

#[rocket::async_test]
async fn an_event_tells_who_did_what_to_whom_from_where() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let member = june.org(&format!("/members/{}", adam.id));
    let api = june.api(&app).from("192.0.2.7");
    api.patch(&member, json!({"role": "admin"})).await.expect(200);
    let list = audit(&app, &june, "").await.expect(200);
    let event = &list.items()[0];
    assert_eq!((&event["action"], &event["ip"]), (&json!("member.role_changed"), &json!("192.0.2.7")));
    assert_eq!(event["actor"], json!({"id": june.id, "name": {"first": "June", "last": "Doe"}}));
    assert_eq!(event["target"], json!({"kind": "user", "id": adam.id, "name": "Adam Poe"}));
    assert_eq!(event["hash"], Value::Null);
    let mut members: Vec<&String> = event.as_object().expect("an event").keys().collect();
    members.sort();
    assert_eq!(members, ["action", "actor", "at", "hash", "id", "ip", "target"]);
}

#[rocket::async_test]
async fn events_are_told_newest_first_and_in_pages() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for n in 0..5 {
        june.api(&app).patch(&june.org(""), json!({"name": format!("Acme {n}")})).await.expect(200);
    }
    let all = audit(&app, &june, "").await.expect(200);
    assert_eq!(all.each("/action")[..5], ["org.updated"; 5]);
    assert_eq!(all.each("/action").last(), Some(&"org.created"));
    let mut ids = all.each("/id");
    let mut seen: Vec<String> = Vec::new();
    let mut query = "?limit=3".to_owned();
    loop {
        let page = audit(&app, &june, &query).await.expect(200);
        seen.extend(page.each("/id").into_iter().map(str::to_owned));
        let Some(cursor) = page.body["next_cursor"].as_str() else { break };
        query = format!("?limit=3&cursor={cursor}");
    }
    assert_eq!(seen, ids);
    ids.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!(seen, ids, "ids are in the order of time");
}

#[rocket::async_test]
async fn targets_are_told_by_name_where_they_have_one() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.invitation(&june, "adam@mail.example").await;
    june.api(&app).patch(&june.org(""), json!({"name": "Acme Inc."})).await.expect(200);
    let list = audit(&app, &june, "").await.expect(200);
    let org = json!({"kind": "org", "id": june.org_id, "name": "Acme Inc."});
    assert_eq!(list.items()[0]["target"], org);
    assert_eq!(list.items()[1]["target"]["name"], "adam@mail.example");
    let session = list.items().iter().find(|event| event["target"]["kind"] == "session").expect("a sign-in");
    assert_eq!(session["target"].get("name"), None);
}

#[rocket::async_test]
async fn whoever_was_not_signed_in_is_nobody() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitation = app.invitation(&june, "adam@mail.example").await;
    app.decline(&invitation.shared).await.expect(204);
    let list = audit(&app, &june, "?action=invitation.declined").await.expect(200);
    assert_eq!((list.items().len(), &list.items()[0]["actor"]), (1, &Value::Null));
}

#[rocket::async_test]
async fn events_are_found_by_action_and_by_actor() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    for person in [&june, &adam] {
        person.api(&app).patch(&june.org(""), json!({"country": "DE"})).await.expect(200);
    }
    let updated = audit(&app, &june, "?action=org.updated").await.expect(200);
    assert_eq!(updated.each("/actor/id"), [&*adam.id, &*june.id]);
    let of_adam = audit(&app, &june, &format!("?actor={}", adam.id)).await.expect(200);
    assert!(of_adam.each("/actor/id").iter().all(|id| *id == adam.id) && of_adam.items().len() > 1);
    let both = audit(&app, &june, &format!("?actor={}&action=org.updated", adam.id)).await.expect(200);
    assert_eq!(both.items().len(), 1);
    assert!(audit(&app, &june, "?action=org.exploded").await.expect(200).items().is_empty());
    for (query, fault) in [
        ("?action=%00", ("?action", "unknown_value")),
        ("?action=", ("?action", "unknown_value")),
        ("?actor=june", ("?actor", "id_malformed")),
    ] {
        let refusal = audit(&app, &june, query).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [fault]);
    }
}

#[rocket::async_test]
async fn what_was_done_elsewhere_is_not_told_nor_anything_to_mere_members() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let mia = app.joiner(&june, "mia@acme.example", "member").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    adam.api(&app).post("/orgs", json!({"name": "Initech"})).await.expect(201);
    olga.api(&app).patch(&olga.org(""), json!({"name": "Globex Inc."})).await.expect(200);
    adam.api(&app).patch("/account", json!({"locale": "de"})).await.expect(200);
    let list = adam.api(&app).get(&june.org("/audit?limit=200")).await.expect(200);
    for trace in ["Globex", "Initech", &*olga.id, "user.updated"] {
        assert!(!list.text.contains(trace), "{trace} in {}", list.text);
    }
    mia.api(&app).get(&june.org("/audit")).await.expect_refusal(403, "role_too_low");
    olga.api(&app).get(&june.org("/audit")).await.expect_refusal(404, "org_not_found");
}
