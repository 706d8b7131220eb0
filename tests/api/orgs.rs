//! `/orgs`

use serde_json::{Value, json};

use crate::support::TestApp;

#[rocket::async_test]
async fn who_founds_an_org_owns_it() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let org = june.api(&app).post("/orgs", json!({"name": " Acme ", "country": "de"})).await.expect(201);
    assert_eq!(
        org.members(),
        [
            "allowed_email_domains",
            "country",
            "created_at",
            "id",
            "invitations_need_approval",
            "name",
            "require_two_factor",
            "updated_at"
        ]
    );
    assert_eq!((org.str("/name"), org.str("/country")), ("Acme", "DE"));
    let list = june.api(&app).get("/orgs").await.expect(200);
    assert_eq!(list.items(), [json!({"id": org.str("/id"), "name": "Acme", "role": "owner"})]);
    let shown = june.api(&app).get(&format!("/orgs/{}", org.str("/id"))).await.expect(200);
    assert_eq!(shown.body, org.body);
}

#[rocket::async_test]
async fn my_orgs_are_listed_newest_first_with_my_role_in_each() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.founder("adam@globex.example", "Globex").await;
    let invitation = app.invitation(&june, "adam@globex.example").await;
    adam.accept(&app, &invitation.mailed).await.expect(200);
    adam.api(&app).post("/orgs", json!({"name": "Initech"})).await.expect(201);
    let list = adam.api(&app).get("/orgs").await.expect(200);
    assert_eq!(list.each("/name"), ["Initech", "Globex", "Acme"]);
    assert_eq!(list.each("/role"), ["owner", "owner", "member"]);
    assert_eq!(june.api(&app).get("/orgs").await.each("/name"), ["Acme"]);
}

#[rocket::async_test]
async fn two_orgs_may_bear_the_same_name() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.founder("adam@acme.example", "Acme").await;
    assert_ne!(june.org_id, adam.org_id);
}

#[rocket::async_test]
async fn an_org_is_changed_by_its_owners_and_admins_and_seen_by_its_members() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let admin = app.joiner(&june, "adam@acme.example", "admin").await;
    let member = app.joiner(&june, "mia@acme.example", "member").await;
    let path = june.org("");
    june.api(&app).patch(&path, json!({"name": "Acme Inc.", "country": "BR"})).await.expect(200);
    let renamed = admin.api(&app).patch(&path, json!({"name": "Acme Ltd."})).await.expect(200);
    assert_eq!((renamed.str("/name"), renamed.str("/country")), ("Acme Ltd.", "BR"));
    assert!(renamed.str("/updated_at") > renamed.str("/created_at"));
    member.api(&app).patch(&path, json!({"name": "Mine"})).await.expect_refusal(403, "role_too_low");
    let cleared = june.api(&app).patch(&path, json!({"country": null})).await.expect(200);
    assert_eq!((cleared.str("/name"), &cleared.body["country"]), ("Acme Ltd.", &Value::Null));
    assert_eq!(member.api(&app).get(&path).await.expect(200).body, cleared.body);
    assert_eq!(member.who_am_i(&app).await.str("/org/name"), "Acme Ltd.");
}

#[rocket::async_test]
async fn another_org_and_one_that_never_was_look_the_same() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    let unknown = "0190c5a8-0000-7000-8000-000000000000";
    for org_id in [&*june.org_id, unknown] {
        let path = format!("/orgs/{org_id}");
        stranger.api(&app).get(&path).await.expect_refusal(404, "org_not_found");
        stranger.api(&app).patch(&path, json!({"name": "Mine"})).await.expect_refusal(404, "org_not_found");
        app.anonymous().get(&path).await.expect_refusal(401, "not_signed_in");
    }
    assert_eq!(june.api(&app).get(&june.org("")).await.str("/name"), "Acme");
}

#[rocket::async_test]
async fn values_that_can_not_be_are_refused_with_their_reason() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (body, fault) in [
        (json!({}), ("/name", "required")),
        (json!({"name": "  "}), ("/name", "empty")),
        (json!({"name": "a".repeat(101)}), ("/name", "too_long")),
        (json!({"name": "Acme\nInc."}), ("/name", "forbidden_character")),
        (json!({"name": "Acme", "country": "XX"}), ("/country", "country_unknown")),
        (json!({"name": "Acme", "state": "deleted"}), ("/state", "unknown_field")),
    ] {
        let refusal = june.api(&app).post("/orgs", body.clone()).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [fault]);
        if fault.1 != "required" {
            let refusal =
                june.api(&app).patch(&june.org(""), body).await.expect_refusal(422, "invalid_values");
            assert_eq!(refusal.faults(), [fault]);
        }
    }
    assert_eq!(june.api(&app).get("/orgs").await.items().len(), 1);
}
