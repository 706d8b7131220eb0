//! `/account/export`

use std::io::{Cursor, Read as _};

use serde_json::{Value, json};
use zip::ZipArchive;

use crate::support::{Answer, PASSWORD, TestApp};

/// The files of an archive by name, in their order.
fn unpack(answer: &Answer) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(answer.bytes.clone())).expect("it is a zip");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("the file is in it");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("the file is text");
            (file.name().expect("the file has a name").into_owned(), text)
        })
        .collect()
}

fn json_of(files: &[(String, String)], name: &str) -> Value {
    let (_, text) = files.iter().find(|(file, _)| file == name).expect("the part is there");
    serde_json::from_str(text).expect("the part is JSON")
}

#[rocket::async_test]
async fn everything_held_about_me_comes_in_one_zip_of_json_with_a_readable_page() {
    let app = TestApp::start().await;
    let olivia = app.founder("olivia@acme.example", "Acme").await;
    let adam = app.joiner(&olivia, "adam@acme.example", "admin").await;
    adam.delete_account(&app).await.expect(202);
    let adam = app.sign_in(&adam.email).await;
    adam.api(&app).patch("/account", json!({"name": {"first": "<b>Adam", "last": "Ash"}})).await.expect(200);
    let key = json!({"name": "Nightly", "scopes": ["org:read"]});
    let secret = adam.api(&app).post("/account/api-keys", key).await.expect(201).str("/secret").to_owned();
    let wanted = json!({"password": PASSWORD, "email": "adam@new.example"});
    adam.api(&app).post("/account/email-changes", wanted).await.expect(202);

    let answer = adam.api(&app).get("/account/export").await.expect(200);
    assert_eq!(answer.header("content-type"), Some("application/zip"));
    assert_eq!(answer.header("content-disposition"), Some("attachment; filename=\"export.zip\""));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let files = unpack(&answer);
    let account = adam.api(&app).get("/account").await.expect(200).body;
    assert_eq!(json_of(&files, "account.json"), account);
    assert_eq!(json_of(&files, "orgs.json")[0]["org"]["name"], "Acme");
    assert_eq!(json_of(&files, "sessions.json").as_array().map(Vec::len), Some(2));
    assert_eq!(json_of(&files, "logins.json")[0]["success"], true);
    assert_eq!(json_of(&files, "invitations.json")[0]["email"], "adam@acme.example");
    assert_eq!(json_of(&files, "api_keys.json")[0]["name"], "Nightly");
    assert_eq!(json_of(&files, "email_changes.json")[0]["new"], "adam@new.example");
    assert_eq!(json_of(&files, "jobs.json")[0]["kind"], "account_deletion");
    assert_eq!(json_of(&files, "letters.json")[0]["recipient"], "adam@acme.example");
    let actions = json_of(&files, "audit_events.json").to_string();
    assert!(actions.contains("user.updated") && actions.contains("member.joined"), "{actions}");

    let (_, page) = &files[0];
    assert!(page.contains("&lt;b&gt;Adam") && !page.contains("<b>Adam"), "{page}");
    for file in files.iter().skip(1).map(|(name, _)| name) {
        assert!(page.contains(&format!("href=\"{file}\"")), "{file} is on no link of the page");
    }
    let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
    for not_mine in [secret.as_str(), "$argon2", "olivia@acme.example"] {
        assert!(!all.contains(not_mine), "{not_mine}");
    }
}

#[rocket::async_test]
async fn an_archive_takes_a_session() {
    let app = TestApp::start().await;
    app.anonymous().get("/account/export").await.expect_refusal(401, "not_signed_in");
    let june = app.loner("june@acme.example").await;
    let key = json!({"name": "Nightly", "scopes": ["account:read"]});
    let secret = june.api(&app).post("/account/api-keys", key).await.expect(201).str("/secret").to_owned();
    app.bearer(&secret).get("/account/export").await.expect_refusal(403, "session_required");
}
