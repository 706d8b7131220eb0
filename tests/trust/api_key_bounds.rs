//! T15, T32, T33: where a key ends: at its org, with what it stands on, and never in plain sight.

use rocket::http::Method;
use serde_json::json;

use crate::support::{ApiKey, PASSWORD, Person, TestApp};

const OTHER: &str = "borrowed violet lantern";

/// Broken: a key that is bound to an org was let into all of its person's.
#[rocket::async_test]
async fn t33_a_key_that_is_bound_to_an_org_sees_no_other() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let second = june.api(&app).post("/orgs", json!({"name": "Globex"})).await.expect(201);
    let mut of_globex = june.clone();
    second.str("/id").clone_into(&mut of_globex.org_id);
    let mia = app.joiner(&of_globex, "mia@globex.example", "member").await;
    let olga = app.founder("olga@initech.example", "Initech").await;
    let (in_globex, in_initech) =
        (app.invitation(&of_globex, "x@mail.example").await, app.invitation(&olga, "y@mail.example").await);
    let scopes = app.org_scopes().await;
    let scopes: Vec<&str> = scopes.iter().map(String::as_str).collect();
    let key = june.bound_api_key(&app, &scopes).await;
    let api = key.api(&app);
    let calls = |org: &Person, user_id: &str, invitation_id: &str| {
        let (member, invitation) = (format!("/members/{user_id}"), format!("/invitations/{invitation_id}"));
        [
            (Method::Get, org.org(""), None),
            (Method::Patch, org.org(""), Some(json!({"name": "Taken"}))),
            (Method::Get, org.org("/members"), None),
            (Method::Patch, org.org(&member), Some(json!({"role": "admin"}))),
            (Method::Delete, org.org(&member), None),
            (Method::Get, org.org("/invitations"), None),
            (
                Method::Post,
                org.org("/invitations"),
                Some(json!({"email": "z@mail.example", "role": "member"})),
            ),
            (Method::Post, org.org(&format!("{invitation}/resend")), None),
            (Method::Delete, org.org(&invitation), None),
        ]
    };
    for (org, user_id, invitation) in [(&of_globex, &mia.id, &in_globex), (&olga, &olga.id, &in_initech)] {
        for (method, path, body) in calls(org, user_id, &invitation.id) {
            let answer = api.send(method, &format!("/api/v1{path}"), body.map(|body| body.to_string())).await;
            answer.expect_refusal(404, "org_not_found");
        }
        // Nor do their ids name anything in its own org.
        for path in [format!("/members/{user_id}"), format!("/invitations/{}", invitation.id)] {
            assert_eq!(api.delete(&june.org(&path)).await.status, 404, "{path}");
        }
        api.get(&june.org("")).await.expect(200);
    }
    for (method, path) in [
        (Method::Get, "/account"),
        (Method::Get, "/orgs"),
        (Method::Get, "/account/invitations"),
        (Method::Post, "/orgs"),
        (Method::Patch, "/account"),
    ] {
        let body = (method != Method::Get).then(|| json!({"name": "Evil"}).to_string());
        let answer = api.send(method, &format!("/api/v1{path}"), body).await;
        answer.expect_refusal(403, "scope_missing");
    }
    assert_eq!(of_globex.api(&app).get(&of_globex.org("")).await.expect(200).str("/name"), "Globex");
    api.delete(&june.org(&format!("/members/{}", adam.id))).await.expect(204);
}

/// Broken: removing a member left the keys that they had bound to the org.
#[rocket::async_test]
async fn t15_a_key_that_is_bound_to_an_org_dies_with_the_membership() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for leaves in [false, true] {
        let adam = app.joiner(&june, &format!("adam-{leaves}@acme.example"), "admin").await;
        let (bound, free) =
            (adam.bound_api_key(&app, &["org:read"]).await, adam.api_key(&app, &["org:read"]).await);
        for key in [&bound, &free] {
            key.api(&app).get(&june.org("")).await.expect(200);
        }
        let membership = june.org(&format!("/members/{}", adam.id));
        let by = if leaves { &adam } else { &june };
        by.api(&app).delete(&membership).await.expect(204);
        bound.api(&app).get(&june.org("")).await.expect_refusal(401, "not_signed_in");
        free.api(&app).get(&june.org("")).await.expect_refusal(404, "org_not_found");
        let left = adam.api(&app).get("/account/api-keys").await.expect(200);
        assert_eq!(left.each("/id"), [free.id.as_str()]);

        // Who comes back does not find it alive.
        let token = app.invite(&june, &adam.email, "admin").await;
        adam.accept(&app, &token).await.expect(200);
        bound.api(&app).get(&june.org("")).await.expect_refusal(401, "not_signed_in");
        free.api(&app).get(&june.org("")).await.expect(200);
    }
}

async fn is_alive(app: &TestApp, key: &ApiKey) -> bool {
    let answer = key.api(app).get("/account").await;
    assert!(matches!(answer.status, 200 | 401), "{}", answer.text);
    answer.status == 200
}

/// Broken: a reset left keys; then, "this wasn't me" did.
#[rocket::async_test]
async fn t15_keys_outlive_a_changed_password_and_no_reset() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let adam = app.loner("adam@mail.example").await;
    let others = adam.api_key(&app, &["account:read"]).await;
    let key = june.api_key(&app, &["account:read"]).await;
    assert!(is_alive(&app, &key).await);
    june.api(&app).put("/account/password", json!({"current": PASSWORD, "new": OTHER})).await.expect(204);
    june.api(&app).delete("/sessions").await.expect(204);
    assert!(is_alive(&app, &key).await);
    let told = app.last_letter_to(&june.email).await;
    assert!(told.text.contains("API keys go on working"), "{}", told.text);

    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let reset = app.last_letter_to(&june.email).await.token("reset");
    assert!(is_alive(&app, &key).await, "that somebody asked for a reset is nothing yet");
    let path = format!("/password-resets/{reset}");
    app.anonymous().post(&path, json!({"password": PASSWORD})).await.expect(200);
    assert!(!is_alive(&app, &key).await);
    let told = app.last_letter_to(&june.email).await;
    assert!(told.text.contains("API keys are revoked"), "{}", told.text);

    let june = app.sign_in(&june.email).await;
    let key = june.api_key(&app, &["account:read"]).await;
    assert!(is_alive(&app, &key).await);
    let not_me = app.last_letter_to(&june.email).await.token("not-me");
    app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect(204);
    assert!(!is_alive(&app, &key).await);
    assert!(is_alive(&app, &others).await, "of nobody else");
}

/// Broken: whoever was shut out kept their keys.
#[rocket::async_test]
async fn t15_keys_outlive_a_change_of_address_and_none_that_is_denied_or_undone() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    app.ask_for_address(&june, "june@mail.example").await.complete(&app).await;
    assert!(is_alive(&app, &key).await);
    let not_me = app.last_letter_to("june@acme.example").await.token("not-me");
    app.anonymous().post_empty(&format!("/not-me/{not_me}")).await.expect(204);
    assert!(!is_alive(&app, &key).await);

    let adam = app.loner("adam@acme.example").await;
    let key = adam.api_key(&app, &["account:read"]).await;
    let links = app.ask_for_address(&adam, "adam@mail.example").await;
    assert!(is_alive(&app, &key).await);
    links.deny(&app).await.expect(204);
    assert!(!is_alive(&app, &key).await);
}

/// Broken: looking a key up did not ask whether its person is suspended.
#[rocket::async_test]
async fn t15_a_suspended_persons_keys_are_refused_until_they_are_restored() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    let key = june.api_key(&app, &["account:read"]).await;
    assert!(is_alive(&app, &key).await);
    for (call, status) in [("suspend", 403), ("restore", 200), ("suspend", 403)] {
        rita.api(&app).post_empty(&format!("/admin/users/{}/{call}", june.id)).await.expect(200);
        assert_eq!(key.api(&app).get("/account").await.status, status, "{call}");
    }
    key.api(&app).get("/account").await.expect_refusal(403, "account_suspended");
}

/// Broken: proving a mailbox by another sign-up's letter left the account's keys; then, by a session of the account did.
#[rocket::async_test]
async fn t27_keys_of_the_unproven_time_open_nothing_any_more() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let victim = "victim@mail.example";
    let sign_up = |password: &str, invitation: Option<&str>| json!({"email": victim, "password": password, "name": "Vera Low", "invitation": invitation});
    for by_session in [false, true] {
        let victim = format!("{by_session}-{victim}");
        let shared = app.invite_by_link(&june, &victim, "member").await;
        let mut body = sign_up(PASSWORD, Some(&shared));
        body["email"] = json!(victim);
        app.anonymous().post("/sign-up", body).await.expect(201);
        let eve = app.sign_in(&victim).await;
        let keys = [eve.api_key(&app, &["account:read"]).await, eve.bound_api_key(&app, &["org:read"]).await];
        if by_session {
            // The mailed secret of another org's invitation, shown by a session of the account.
            let olga = app.founder("olga@globex.example", "Globex").await;
            let mailed = app.invite(&olga, &victim, "member").await;
            eve.accept(&app, &mailed).await.expect(200);
        } else {
            let mut body = sign_up(OTHER, None);
            body["email"] = json!(victim);
            app.anonymous().post("/sign-up", body).await.expect(201);
            app.activate(&victim).await;
        }
        for key in keys {
            key.api(&app).get("/sessions/current").await.expect_refusal(401, "not_signed_in");
        }
    }
}

/// Broken: the key itself was stored in the place of its first characters.
#[rocket::async_test]
async fn t32_the_database_holds_no_key() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let key = june.api_key(&app, &["account:read"]).await;
    key.api(&app).get("/account").await.expect(200);
    let letters = app.letters().await;
    assert!(letters.iter().all(|letter| !letter.text.contains(&key.secret[9..])));
    let mut looked_at = 0;
    for (_, content) in app.files() {
        let holds = |text: &str| content.windows(text.len()).any(|window| window == text.as_bytes());
        looked_at += usize::from(holds(&key.secret[..9]));
        assert!(!holds(&key.secret[3..20]) && !holds(&key.secret[20..]), "a file holds the key");
    }
    assert!(looked_at > 0, "the first characters are in some file");
    // Nor does what a thief of the database finds open anything.
    let prefix_alone = format!("{}{}", &key.secret[..9], "2".repeat(34));
    app.bearer(&prefix_alone).get("/account").await.expect_refusal(401, "not_signed_in");
}
