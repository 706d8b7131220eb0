//! People of this dialect elsewhere, and where their letters lead.

use gatepost::model::Dialect;
use serde_json::json;

use super::{ACCOUNTS, FOUR_KINDS, create, post, sign_in};
use crate::support::{PASSWORD, PUBLIC_URL, TestApp};

const JUNE: &str = "june@acme.example";
const APP: &str = "https://app.polygonid.example/onboarding";

#[rocket::async_test]
async fn a_person_made_here_is_one_of_the_service_and_the_other_way_round() {
    let app = TestApp::start().await;
    create(&app, JUNE).await;
    let signed_in = app.anonymous().post("/sessions", json!({"email": JUNE, "password": FOUR_KINDS})).await;
    let org = signed_in.expect(201).str("/orgs/0/id").to_owned();
    let token = sign_in(&app, JUNE, FOUR_KINDS).await;
    let invite = json!({"email": "adam@acme.example", "role": "member"});
    app.bearer(&token).post(&format!("/orgs/{org}/invitations"), invite).await.expect(201);
    let letter = app.last_letter_to("adam@acme.example").await;
    assert!(letter.text.contains(JUNE), "who has no name invites by their address: {}", letter.text);
    let token = letter.token("invitation");
    app.sign_up_invited("adam@acme.example", &token).await.expect(201);
    sign_in(&app, "adam@acme.example", PASSWORD).await;
}

#[rocket::async_test]
async fn letters_lead_to_the_dialects_app_where_it_has_one_and_to_our_pages_otherwise() {
    for base in [None, Some(APP)] {
        let app = TestApp::start_with(|setup| {
            setup.rules.dialects.app_urls.extend(base.map(|base| (Dialect::Polygonid, base.to_owned())));
        })
        .await;
        create(&app, JUNE).await;
        let base = base.unwrap_or(PUBLIC_URL);
        assert!(app.last_letter_to(JUNE).await.text.contains(&format!("{base}/activate?token=")));
        let path = format!("{ACCOUNTS}/request-reset-password");
        post(&app.anonymous(), &path, json!({"email": JUNE})).await.expect(200);
        assert!(app.last_letter_to(JUNE).await.text.contains(&format!("{base}/reset?token=")));
        let token = sign_in(&app, JUNE, FOUR_KINDS).await;
        let body = json!({"password": FOUR_KINDS, "email": "june@new.example"});
        post(&app.bearer(&token), &format!("{ACCOUNTS}/update-email"), body).await.expect(200);
        let letter = app.last_letter_to(JUNE).await;
        assert!(letter.text.contains(&format!("{base}/email-change/accept?token=")), "{}", letter.text);
        assert!(letter.text.contains(&format!("{PUBLIC_URL}/email-change/deny?token=")), "{}", letter.text);
    }
}
