//! T8: whoever waits to be let into an org is nobody there yet. What each route makes of them has the matrix.

use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Person, TestApp};

/// An org with somebody who waits to be let in.
struct Acme {
    app: TestApp,
    owner: Person,
    pending: Person,
}

impl Acme {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("owner@acme.example", "Acme").await;
        let need_approval = json!({"invitations_need_approval": true});
        owner.api(&app).patch(&owner.org(""), need_approval).await.expect(200);
        let pending = app.joiner(&owner, "pending@acme.example", "owner").await;
        Self { app, owner, pending }
    }
}

/// Broken: whoever joined an org that approves its people did not wait.
#[rocket::async_test]
async fn t08_who_waits_acts_for_the_org_by_no_session() {
    let acme = Acme::found().await;
    let (app, pending) = (&acme.app, &acme.pending);
    let org = json!({"org_id": acme.owner.org_id});
    pending.api(app).put("/sessions/current/org", org).await.expect_refusal(404, "org_not_found");
    let sign_in = json!({"email": pending.email, "password": PASSWORD, "org_id": acme.owner.org_id});
    app.anonymous().post("/sessions", sign_in).await.expect_refusal(404, "org_not_found");
    let signed_in = app.sign_in(&pending.email).await;
    let me = signed_in.who_am_i(app).await.expect(200);
    assert_eq!((&me.body["org"], &me.body["role"]), (&Value::Null, &Value::Null));
}

/// To break it: let a membership that waits be chosen to act by.
#[rocket::async_test]
async fn t08_who_waits_chooses_the_org_through_no_dialect() {
    let acme = Acme::found().await;
    let account = ids::account(acme.owner.org_id.parse().expect("an id"));
    let choose = async |person: &Person| {
        let body = json!({"account_id": account}).to_string();
        person.api(&acme.app).send(Method::Post, "/v1/auth/login-account", Some(body)).await
    };
    let refused = choose(&acme.pending).await;
    assert!(matches!(refused.status, 400..500), "{}", refused.text);
    assert!(refused.header("set-cookie").is_none());
    choose(&acme.owner).await.expect(200);
}

/// Broken: leaving asked for the permission that removing others takes.
#[rocket::async_test]
async fn t08_who_waits_can_leave() {
    let acme = Acme::found().await;
    let own = acme.owner.org(&format!("/members/{}", acme.pending.id));
    acme.pending.api(&acme.app).delete(&own).await.expect(204);
    acme.pending.api(&acme.app).delete(&own).await.expect_refusal(404, "org_not_found");
}
