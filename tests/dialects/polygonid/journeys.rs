//! People of this dialect elsewhere.

use serde_json::json;

use super::{FOUR_KINDS, create, sign_in};
use crate::support::{PASSWORD, TestApp};

const JUNE: &str = "june@acme.example";

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
