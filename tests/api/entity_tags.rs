//! `ETag` and `If-Match`: nobody undoes what they have not seen.

use serde_json::json;

use crate::support::{Person, TestApp, at_once, count};

/// What has a version, and a change to it.
fn resources(june: &Person) -> [(String, &'static str); 2] {
    [("/account".to_owned(), "locale"), (june.org(""), "country")]
}

fn change(member: &str, times: usize) -> serde_json::Value {
    let value = match member {
        "locale" => ["en", "de", "fr"][times % 3],
        _ => ["DE", "FR", "ES"][times % 3],
    };
    json!({member: value})
}

#[rocket::async_test]
async fn a_change_to_what_was_read_is_made_and_one_to_what_has_changed_is_not() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (path, member) in resources(&june) {
        let read = june.api(&app).get(&path).await.expect(200);
        let tag = read.header("etag").expect("it has a tag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() > 2, "{tag}");
        let again = june.api(&app).get(&path).await.expect(200);
        assert_eq!(again.header("etag"), Some(tag.as_str()), "reading changes nothing");

        let api = || june.api(&app).header("If-Match", &tag);
        let changed = api().patch(&path, change(member, 0)).await.expect(200);
        let new_tag = changed.header("etag").expect("it has a tag").to_owned();
        assert_ne!(new_tag, tag);
        let late = api().patch(&path, change(member, 1)).await;
        late.expect_refusal(412, "changed_meanwhile");
        let now = june.api(&app).get(&path).await.expect(200);
        assert_eq!((now.header("etag"), &now.body), (Some(new_tag.as_str()), &changed.body));

        // One of several, any, and none at all.
        for if_match in [format!("{tag}, {new_tag}"), "*".to_owned()] {
            let current = june.api(&app).get(&path).await.expect(200).header("etag").unwrap().to_owned();
            let if_match = if_match.replace(&new_tag, &current);
            june.api(&app).header("If-Match", &if_match).patch(&path, change(member, 1)).await.expect(200);
        }
        june.api(&app).patch(&path, change(member, 2)).await.expect(200);
    }
}

#[rocket::async_test]
async fn what_is_no_strong_tag_matches_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (path, member) in resources(&june) {
        let tag = june.api(&app).get(&path).await.expect(200).header("etag").unwrap().to_owned();
        for none in [format!("W/{tag}"), tag.trim_matches('"').to_owned(), "\"x\"".to_owned(), String::new()]
        {
            let refused = june.api(&app).header("If-Match", &none).patch(&path, change(member, 0)).await;
            refused.expect_refusal(412, "changed_meanwhile");
        }
    }
}

#[rocket::async_test]
async fn of_many_changes_to_one_version_one_is_made() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (path, member) in resources(&june) {
        let tag = june.api(&app).get(&path).await.expect(200).header("etag").unwrap().to_owned();
        let (path, tag) = (path.as_str(), tag.as_str());
        let answers = at_once(|n| {
            let api = june.api(&app).header("If-Match", tag);
            async move { api.patch(path, change(member, n)).await }
        })
        .await;
        assert_eq!(count(&answers, 200), 1);
        assert_eq!(count(&answers, 412), answers.len() - 1);
    }
}

#[rocket::async_test]
async fn whatever_else_changes_the_account_changes_its_tag() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let tag =
        || async { june.api(&app).get("/account").await.expect(200).header("etag").unwrap().to_owned() };
    let first = tag().await;
    june.turn_two_factor_on(&app).await;
    assert_ne!(tag().await, first);
}
