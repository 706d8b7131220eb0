//! An org never lacks an owner, whatever is tried.

use rocket::futures::future::join;
use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp, at_once, count};

fn path(owner: &Person, of: &Person) -> String {
    owner.org(&format!("/members/{}", of.id))
}

async fn count_owners(app: &TestApp, member: &Person) -> usize {
    let list = member.api(app).get(&member.org("/members")).await.expect(200);
    list.each("/role").iter().filter(|role| **role == "owner").count()
}

async fn demote(app: &TestApp, by: &Person, whom: &Person) -> Answer {
    by.api(app).patch(&path(by, whom), json!({"role": "member"})).await
}

async fn remove(app: &TestApp, by: &Person, whom: &Person) -> Answer {
    by.api(app).delete(&path(by, whom)).await
}

#[rocket::async_test]
async fn the_last_owner_neither_leaves_nor_steps_down() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.joiner(&june, "adam@acme.example", "admin").await;
    for role in ["admin", "member"] {
        let answer = june.api(&app).patch(&path(&june, &june), json!({"role": role})).await;
        answer.expect_refusal(409, "last_owner");
    }
    remove(&app, &june, &june).await.expect_refusal(409, "last_owner");
    june.api(&app).patch(&path(&june, &june), json!({"role": "owner"})).await.expect(200);
    assert_eq!(june.who_am_i(&app).await.body["role"], "owner");
}

#[rocket::async_test]
async fn an_owner_who_made_another_one_may_go() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    demote(&app, &june, &june).await.expect(200);
    remove(&app, &adam, &adam).await.expect_refusal(409, "last_owner");
    remove(&app, &june, &june).await.expect(204);
    assert_eq!(count_owners(&app, &adam).await, 1);
}

#[rocket::async_test]
async fn an_owner_who_is_only_invited_is_none() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.invite(&june, "adam@acme.example", "owner").await;
    remove(&app, &june, &june).await.expect_refusal(409, "last_owner");
}

#[rocket::async_test]
async fn of_two_owners_who_leave_at_once_one_stays() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    let (first, second) = join(remove(&app, &june, &june), remove(&app, &adam, &adam)).await;
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 409]);
    let stayed = if first.status == 409 { june } else { adam };
    assert_eq!(count_owners(&app, &stayed).await, 1);
}

#[rocket::async_test]
async fn of_two_owners_who_depose_each_other_at_once_one_stays() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "owner").await;
    let (first, second) = Box::pin(join(demote(&app, &june, &adam), demote(&app, &adam, &june))).await;
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 403], "who was deposed first may depose nobody");
    assert_eq!(count_owners(&app, &june).await, 1);
}

#[rocket::async_test]
async fn however_many_ways_are_tried_at_once_one_owner_stays() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut owners = vec![june];
    for which in 1..4 {
        let owner = app.joiner(&owners[0], &format!("owner{which}@acme.example"), "owner").await;
        owners.push(owner);
    }
    let answers = at_once(|which| {
        let (app, by, whom) = (&app, &owners[which % 4], &owners[which / 4 % 4]);
        async move { if which % 3 == 0 { remove(app, by, whom).await } else { demote(app, by, whom).await } }
    })
    .await;
    let last_owners = count(&answers, 409);
    assert!(count(&answers, 200) + count(&answers, 204) >= 3, "all but one went");
    assert!(last_owners > 0, "the last one was asked to go too");
    let mut seen = Vec::new();
    for owner in &owners {
        let me = owner.who_am_i(&app).await.expect(200);
        seen.push(me.body["role"].clone());
    }
    assert_eq!(seen.iter().filter(|role| **role == "owner").count(), 1, "{seen:?}");
    assert!(seen.iter().all(|role| *role == Value::Null || role.is_string()));
}
