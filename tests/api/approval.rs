//! Orgs that approve whoever joins: `pending` members, and letting them in.

use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

/// Somebody who founded an org that approves whoever joins.
async fn careful_founder(app: &TestApp) -> Person {
    let june = app.founder("june@acme.example", "Acme").await;
    let body = json!({"invitations_need_approval": true});
    let set = june.api(app).patch(&june.org(""), body).await.expect(200);
    assert_eq!(set.body["invitations_need_approval"], true);
    june
}

async fn let_in(app: &TestApp, by: &Person, whom: &Person, role: &str) -> Answer {
    by.api(app).patch(&by.org(&format!("/members/{}", whom.id)), json!({"role": role})).await
}

/// How many of the letters to an address tell that somebody waits.
async fn count_waiting_letters(app: &TestApp, email: &str) -> usize {
    let letters = app.letters_to(email).await;
    letters.iter().filter(|letter| letter.subject.contains("waits to be let into Acme")).count()
}

#[rocket::async_test]
async fn whoever_joins_waits_by_whichever_way_they_came() {
    let app = TestApp::start().await;
    let june = careful_founder(&app).await;
    let known = app.loner("known@mail.example").await;
    let invitation = app.invitation(&june, "known@mail.example").await;
    let joined = known.accept(&app, &invitation.id).await.expect(200);
    assert_eq!(joined.str("/role"), "pending");
    app.joiner(&june, "mailed@mail.example", "admin").await;
    let shared = app.invite_by_link(&june, "shared@mail.example", "owner").await;
    app.sign_up_invited("shared@mail.example", &shared).await.expect(201);
    // By a sign-up that waited for its letter, since the address had an account.
    let shared = app.invite_by_link(&june, "waited@mail.example", "member").await;
    let globex = app.founder("olga@globex.example", "Globex").await;
    let elsewhere = app.invite_by_link(&globex, "waited@mail.example", "member").await;
    app.sign_up_invited("waited@mail.example", &elsewhere).await.expect(201);
    app.sign_up_invited("waited@mail.example", &shared).await.expect(201);
    app.activate("waited@mail.example").await;

    let list = june.api(&app).get(&june.org("/members")).await.expect(200);
    let mut seen: Vec<(&str, &Value, &str)> = list
        .items()
        .iter()
        .map(|member| {
            let address = member.pointer("/user/email/address").and_then(Value::as_str).expect("an address");
            (address, &member["requested_role"], member["state"].as_str().expect("a state"))
        })
        .collect();
    seen.sort_by_key(|(address, ..)| *address);
    let expected = [
        ("june@acme.example", &Value::Null, "active"),
        ("known@mail.example", &json!("member"), "pending"),
        ("mailed@mail.example", &json!("admin"), "pending"),
        ("shared@mail.example", &json!("owner"), "pending"),
        ("waited@mail.example", &json!("member"), "pending"),
    ];
    assert_eq!(seen, expected);
    assert_eq!(count_waiting_letters(&app, "june@acme.example").await, 4);
}

#[rocket::async_test]
async fn who_waits_sees_where_and_may_leave_and_nothing_else() {
    let app = TestApp::start().await;
    let june = careful_founder(&app).await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let orgs = adam.api(&app).get("/orgs").await.expect(200);
    assert_eq!(orgs.items(), [json!({"id": june.org_id, "name": "Acme", "role": "pending"})]);
    let me = adam.who_am_i(&app).await.expect(200);
    assert_eq!(
        (&me.body["org"], &me.body["role"], &me.body["permissions"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
    adam.api(&app).get(&june.org("")).await.expect_refusal(403, "role_too_low");
    adam.api(&app).get(&june.org("/members")).await.expect_refusal(403, "role_too_low");
    let_in(&app, &adam, &adam, "member").await.expect_refusal(403, "role_too_low");
    let acting = adam.api(&app).put("/sessions/current/org", json!({"org_id": june.org_id})).await;
    acting.expect_refusal(404, "org_not_found");
    adam.api(&app).delete(&june.org(&format!("/members/{}", adam.id))).await.expect(204);
    assert!(adam.api(&app).get("/orgs").await.expect(200).items().is_empty());
    assert_eq!(app.count_members(&june).await, 1);
}

#[rocket::async_test]
async fn letting_somebody_in_gives_them_a_role_and_tells_them() {
    let app = TestApp::start().await;
    let june = careful_founder(&app).await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    // With another role than they were invited with.
    let member = let_in(&app, &june, &adam, "member").await.expect(200);
    assert_eq!((member.str("/role"), &member.body["requested_role"]), ("member", &Value::Null));
    assert_eq!(member.str("/state"), "active");
    adam.api(&app).get(&june.org("/members")).await.expect(200);
    let letter = app.last_letter_to("adam@acme.example").await;
    assert!(letter.subject.contains("Acme has let you in"), "{}", letter.subject);
    let acting =
        adam.api(&app).put("/sessions/current/org", json!({"org_id": june.org_id})).await.expect(200);
    assert_eq!(app.bearer(acting.str("/token")).get("/sessions/current").await.str("/role"), "member");
    // What follows is a change of role like any other.
    let letters = app.letters_to("adam@acme.example").await.len();
    let_in(&app, &june, &adam, "admin").await.expect(200);
    assert_eq!(app.letters_to("adam@acme.example").await.len(), letters);
}

#[rocket::async_test]
async fn who_runs_the_org_lets_in_or_removes_and_nobody_above_themselves() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let admin = app.joiner(&june, "adam@acme.example", "admin").await;
    let member = app.joiner(&june, "mia@acme.example", "member").await;
    june.api(&app).patch(&june.org(""), json!({"invitations_need_approval": true})).await.expect(200);
    let heir = app.joiner(&june, "heir@acme.example", "owner").await;
    let other = app.joiner(&june, "other@acme.example", "member").await;
    let_in(&app, &member, &heir, "member").await.expect_refusal(403, "role_too_low");
    let_in(&app, &admin, &heir, "owner").await.expect_refusal(403, "role_above_own");
    let_in(&app, &admin, &heir, "pending").await.expect_refusal(422, "invalid_values");
    let_in(&app, &admin, &heir, "admin").await.expect(200);
    admin.api(&app).delete(&june.org(&format!("/members/{}", other.id))).await.expect(204);
    assert!(other.api(&app).get("/orgs").await.expect(200).items().is_empty());
    // Who belonged before the rule never waited; without the rule nobody does.
    member.api(&app).get(&june.org("/members")).await.expect(200);
    june.api(&app).patch(&june.org(""), json!({"invitations_need_approval": false})).await.expect(200);
    let late = app.joiner(&june, "late@acme.example", "member").await;
    late.api(&app).get(&june.org("/members")).await.expect(200);
}

#[rocket::async_test]
async fn twenty_owners_are_told_at_most_and_nobody_else() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let admin = app.joiner(&june, "adam@acme.example", "admin").await;
    for n in 1..22 {
        app.joiner(&june, &format!("owner{n}@acme.example"), "owner").await;
    }
    june.api(&app).patch(&june.org(""), json!({"invitations_need_approval": true})).await.expect(200);
    app.joiner(&june, "new@acme.example", "member").await;
    let letters = app.letters().await;
    let told: Vec<&str> = letters
        .iter()
        .filter(|letter| letter.subject.contains("waits to be let into"))
        .map(|letter| letter.to.as_str())
        .collect();
    assert_eq!(told.len(), 20);
    assert!(told.contains(&june.email.as_str()) && !told.contains(&admin.email.as_str()), "{told:?}");
}
