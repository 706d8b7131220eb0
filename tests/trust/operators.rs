//! T7 and T17 for those who run the service: nobody passes for an operator, and an operator locks nobody out for good.

use rocket::futures::future::join;
use serde_json::json;

use super::matrix::rows::{May, ROWS};
use crate::support::{PASSWORD, Person, ROUNDS, TestApp};

/// The matrix has everybody else.
///
/// Broken: the guard let everybody pass, and listing people did not ask again.
#[rocket::async_test]
async fn t07_neither_an_operators_key_nor_a_suspended_operator_calls_a_route_for_operators() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let key = rita.api_key(&app, &["account:read", "account:update", "orgs:create"]).await;
    let suspended = app.operator("sam@root.example").await;
    suspended.who_am_i(&app).await.expect(200);
    app.suspend(&suspended).await;
    let id = "0190c5a8-0000-7000-8000-000000000000";
    let rows: Vec<_> = ROWS.iter().filter(|row| row.may == May::Operator).collect();
    assert!(rows.len() > 25);
    for row in rows {
        let (method, path) = row.call.split_once(' ').expect("a method and a path");
        let (method, path) =
            (method.parse().expect("a method"), format!("/api/v1{}", path.replace("<id>", id)));
        let body = || (!row.body.is_empty()).then(|| row.body.replace("{email}", "new@mail.example"));
        let by_key = key.api(&app).send(method, &path, body()).await;
        by_key.expect_refusal(403, "session_required");
        let by_sam = suspended.api(&app).send(method, &path, body()).await;
        by_sam.expect_refusal(403, "account_suspended");
    }
}

/// Broken: whoever suspends was not asked whether it is themselves; then, deleting an account did not ask for another
/// operator.
#[rocket::async_test]
async fn t12_there_is_always_an_operator_left() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let path = |call: &str| format!("/admin/users/{}/{call}", rita.id);
    for call in ["suspend", "restore", "sign-out", "two-factor/reset"] {
        rita.api(&app).post_empty(&path(call)).await.expect_refusal(403, "own_account");
    }
    let address = json!({"email": "new@root.example"});
    rita.api(&app).put(&path("email"), address).await.expect_refusal(403, "own_account");
    rita.delete_account(&app).await.expect_refusal(409, "last_operator");
    let sam = app.operator("sam@root.example").await;
    rita.delete_account(&app).await.expect(202);
    sam.delete_account(&app).await.expect_refusal(409, "last_operator");
}

/// Broken: the operator was read before the transaction.
#[rocket::async_test]
async fn t12_of_two_operators_who_suspend_each_other_at_once_one_stays() {
    let app = TestApp::start().await;
    for round in 0..ROUNDS {
        let rita = app.operator(&format!("rita{round}@root.example")).await;
        let sam = app.operator(&format!("sam{round}@root.example")).await;
        let suspend = async |by: &Person, whom: &Person| {
            by.api(&app).post_empty(&format!("/admin/users/{}/suspend", whom.id)).await
        };
        let (first, second) = Box::pin(join(suspend(&rita, &sam), suspend(&sam, &rita))).await;
        let mut statuses = [first.status, second.status];
        statuses.sort_unstable();
        assert!(statuses == [200, 401] || statuses == [200, 403], "{} {}", first.text, second.text);
    }
}

/// The password is being looked at while the account is shut.
///
/// Broken: only the account of before was asked whether it is shut.
#[rocket::async_test]
async fn t17_who_is_suspended_while_signing_in_has_no_session_when_they_are_restored() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    for round in 0..ROUNDS {
        let june = app.loner(&format!("june{round}@example.com")).await;
        let credentials = json!({"email": june.email, "password": PASSWORD});
        let signing_in = app.anonymous();
        let path = |call: &str| format!("/admin/users/{}/{call}", june.id);
        let (suspended, path_of_suspend) = (rita.api(&app), path("suspend"));
        let (signed_in, suspended) =
            Box::pin(join(signing_in.post("/sessions", credentials), suspended.post_empty(&path_of_suspend)))
                .await;
        suspended.expect(200);
        rita.api(&app).post_empty(&path("restore")).await.expect(200);
        match signed_in.status {
            201 => app.bearer(signed_in.str("/token")).get("/sessions/current").await.expect(401),
            _ => signed_in.expect_refusal(403, "account_suspended"),
        };
    }
}

/// Broken: sessions went on; then, so did links that were mailed before.
#[rocket::async_test]
async fn t15_nothing_of_a_person_works_after_an_operator_shut_them_out() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    for call in ["suspend", "sign-out", "two-factor/reset"] {
        let june = app.loner(&format!("june.{}@acme.example", call.replace('/', "."))).await;
        let device = june.turn_two_factor_on(&app).await;
        app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
        let reset = app.last_letter_to(&june.email).await.token("reset");
        let challenge = app.challenge(&june.email).await;
        let key = june.api_key(&app, &["account:read"]).await;
        june.who_am_i(&app).await.expect(200);
        key.api(&app).get("/account").await.expect(200);
        let answer = rita.api(&app).post_empty(&format!("/admin/users/{}/{call}", june.id)).await;
        assert!(matches!(answer.status, 200 | 204), "{call}: {}", answer.text);

        june.who_am_i(&app).await.expect(401);
        june.api(&app).post_empty("/sessions/current/refresh").await.expect(401);
        let with_key = key.api(&app).get("/account").await;
        let half = app.complete(&challenge, ("code", &device.code(&app))).await;
        let link = app.anonymous().get(&format!("/password-resets/{reset}")).await;
        match call {
            "suspend" => {
                with_key.expect_refusal(403, "account_suspended");
                half.expect_refusal(403, "account_suspended");
                let body = json!({"email": june.email, "password": PASSWORD});
                app.anonymous().post("/sessions", body).await.expect_refusal(403, "account_suspended");
            }
            "two-factor/reset" => {
                with_key.expect(200);
                half.expect_refusal(410, "token_spent");
                link.expect_refusal(410, "token_spent");
                app.sign_in(&june.email).await;
            }
            _ => {
                with_key.expect(200);
                half.expect(201);
            }
        }
    }
}

/// T24 and T26: an address that an operator sets is as unproven as any, and the mailbox that was left has no say.
///
/// Broken: the address counted as proven; then, links in the old mailbox stayed good.
#[rocket::async_test]
async fn t24_an_address_set_by_an_operator_is_unproven_and_the_old_mailbox_has_no_say() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@old.example").await;
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let reset = app.last_letter_to(&june.email).await.token("reset");
    let links = app.ask_for_address(&june, "elsewhere@old.example").await;
    let path = format!("/admin/users/{}/email", june.id);
    let set = rita.api(&app).put(&path, json!({"email": "june@new.example"})).await.expect(200);
    assert_eq!(set.body["email"]["verified"], false);

    june.who_am_i(&app).await.expect_refusal(401, "not_signed_in");
    let look = app.anonymous().get(&format!("/password-resets/{reset}")).await;
    look.expect_refusal(410, "token_spent");
    for (token, step) in [(&links.accept, "accept"), (&links.deny, "deny"), (&links.confirm, "confirm")] {
        let path = format!("/email-changes/{token}/{step}");
        app.anonymous().post_empty(&path).await.expect_refusal(410, "token_spent");
    }
    let body = json!({"email": june.email, "password": PASSWORD});
    app.anonymous().post("/sessions", body).await.expect_refusal(401, "wrong_credentials");
    let told = app.last_letter_to(&june.email).await;
    assert!(told.text.contains("another email address") && !told.text.contains("token="), "{}", told.text);
    app.activate("june@new.example").await;
    let june = app.sign_in("june@new.example").await;
    assert_eq!(june.who_am_i(&app).await.body["user"]["email"]["verified"], true);
}
