//! `/admin/sign-up-domains`

use serde_json::{Value, json};

use crate::support::{PASSWORD, TestApp};

#[rocket::async_test]
async fn a_domain_is_made_closed_and_opened_and_closed_again() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let api = rita.api(&app);
    let made = api.post("/admin/sign-up-domains", json!({"title": " Partners "})).await.expect(201);
    let told = |member: &str| made.body[member].clone();
    assert_eq!((told("title"), told("description"), told("help")), (json!("Partners"), json!(""), json!("")));
    assert_eq!((told("allow_signup"), told("sign_up_url")), (json!(false), Value::Null));
    assert_eq!(made.str("/version/title"), "Partners");
    let path = format!("/admin/sign-up-domains/{}", made.str("/id"));
    assert_eq!(api.get(&path).await.expect(200).body, made.body);
    let open = async || app.anonymous().get("/sign-up-domains").await.expect(200).items().len();
    assert_eq!(open().await, 0);

    let body = json!({"allow_signup": true, "help": "By invitation of a partner.",
        "sign_up_url": "https://app.example.com/welcome?from=partners", "version": {"description": "All of it."}});
    let changed = api.patch(&path, body).await.expect(200);
    assert_eq!((changed.str("/title"), changed.str("/help")), ("Partners", "By invitation of a partner."));
    assert_eq!(changed.body["version"]["id"], made.body["version"]["id"]);
    assert_eq!(
        (changed.str("/version/title"), changed.str("/version/description")),
        ("Partners", "All of it.")
    );
    assert_eq!(open().await, 1);
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe",
        "domain_id": made.str("/id")});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let letter = app.last_letter_to("june@acme.example").await;
    assert!(letter.text.contains("https://app.example.com/welcome?from=partners&token="), "{}", letter.text);

    let cleared = api.patch(&path, json!({"allow_signup": false, "sign_up_url": null})).await.expect(200);
    assert_eq!(cleared.body["sign_up_url"], Value::Null);
    assert_eq!(open().await, 0);
}

#[rocket::async_test]
async fn a_removed_domain_is_gone_and_letters_that_were_sent_stay_good() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let api = rita.api(&app);
    let body = json!({"title": "Partners", "allow_signup": true});
    let made = api.post("/admin/sign-up-domains", body).await.expect(201);
    let id = made.str("/id");
    let body = json!({"email": "june@acme.example", "password": PASSWORD, "name": "June Doe", "domain_id": id,
        "org": {"name": "Acme"}});
    app.anonymous().post("/sign-up", body).await.expect(201);
    assert_eq!(api.get("/admin/sign-up-domains").await.expect(200).each("/id"), [id]);
    let path = format!("/admin/sign-up-domains/{id}");
    api.delete(&path).await.expect(204);
    for answer in
        [api.delete(&path).await, api.get(&path).await, api.patch(&path, json!({"help": "x"})).await]
    {
        answer.expect_refusal(404, "sign_up_domain_not_found");
    }
    assert!(api.get("/admin/sign-up-domains").await.expect(200).items().is_empty());
    app.activate("june@acme.example").await;
    let org = app.sign_in("june@acme.example").await.org_id;
    assert_eq!(api.get(&format!("/admin/orgs/{org}")).await.expect(200).str("/sign_up_domain_id"), id);
}

#[rocket::async_test]
async fn texts_that_are_too_long_and_addresses_of_no_page_are_refused() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let body = json!({"title": " ", "description": "x".repeat(2001), "sign_up_url": "javascript:alert(1)",
        "version": {"title": ""}});
    let refused = rita.api(&app).post("/admin/sign-up-domains", body).await;
    let refused = refused.expect_refusal(422, "invalid_values");
    let expected = [
        ("/title", "empty"),
        ("/description", "too_long"),
        ("/sign_up_url", "url_malformed"),
        ("/version/title", "empty"),
    ];
    assert_eq!(refused.faults(), expected);
}
