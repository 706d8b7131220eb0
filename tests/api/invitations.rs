//! `/orgs/{id}/invitations`

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

const DAY: Duration = Duration::from_hours(24);

async fn acme(app: &TestApp) -> Person {
    app.founder("june@acme.example", "Acme").await
}

async fn invite(app: &TestApp, by: &Person, body: Value) -> Answer {
    by.api(app).post(&by.org("/invitations"), body).await
}

async fn list(app: &TestApp, by: &Person, query: &str) -> Answer {
    by.api(app).get(&by.org(&format!("/invitations{query}"))).await
}

fn many(count: usize) -> Value {
    let invitations: Vec<Value> = (0..count)
        .map(|which| json!({"email": format!("p{which}@acme.example"), "role": "member"}))
        .collect();
    json!({"invitations": invitations})
}

#[rocket::async_test]
async fn one_invitation_is_answered_bare_with_the_link_to_hand_over() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let body = json!({"email": "Adam@ACME.example", "role": "admin", "message": "Glad to have you.", "locale": "en"});
    let invited = invite(&app, &june, body).await.expect(201);
    let members = ["created_at", "email", "expires_at", "id", "inviter", "link", "mail", "role", "state"];
    assert_eq!(invited.members(), members);
    assert_eq!((invited.str("/role"), invited.str("/state")), ("admin", "pending"));
    assert_eq!(invited.body["mail"], json!({"state": "queued", "detail": null}));
    assert_eq!(invited.body["inviter"], json!({"id": june.id, "name": {"first": "June", "last": "Doe"}}));
    assert!(invited.str("/link").starts_with("https://accounts.gatepost.example/invitation?token="));
    let letter = app.last_letter_to("adam@acme.example").await;
    for told in ["Acme", "June Doe", "Glad to have you.", "admin"] {
        assert!(letter.text.contains(told) && letter.html.contains(told), "{told}: {}", letter.text);
    }
}

#[rocket::async_test]
async fn many_are_answered_in_the_order_asked_each_with_its_letter() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let answer = invite(&app, &june, many(200)).await.expect(201);
    assert_eq!(answer.members(), ["invitations"]);
    let invitations = answer.body["invitations"].as_array().expect("a list");
    let asked: Vec<String> = (0..200).map(|which| format!("p{which}@acme.example")).collect();
    let answered: Vec<&str> = invitations.iter().filter_map(|invited| invited["email"].as_str()).collect();
    assert_eq!(answered, asked);
    let links: std::collections::HashSet<&str> =
        invitations.iter().filter_map(|invited| invited["link"].as_str()).collect();
    assert_eq!(links.len(), 200);
    let letters = app.letters().await;
    let written = asked.iter().filter(|email| letters.iter().any(|letter| &letter.to == *email)).count();
    assert_eq!(written, 200);
    let newest: Vec<&str> = answered.into_iter().rev().collect();
    assert_eq!(list(&app, &june, "?limit=200").await.expect(200).each("/email"), newest);
}

#[rocket::async_test]
async fn more_than_two_hundred_none_at_all_and_no_list_are_refused() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    for (body, code) in [
        (many(201), "too_many"),
        (many(0), "empty"),
        (json!({"invitations": {}}), "wrong_type"),
        (json!({"invitations": null}), "required"),
    ] {
        let refusal = invite(&app, &june, body).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("/invitations", code)]);
    }
    assert!(list(&app, &june, "").await.items().is_empty());
}

#[rocket::async_test]
async fn all_are_made_or_none() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let admin = app.joiner(&june, "adam@acme.example", "admin").await;
    let with = |email: &str, role: &str| {
        let mut body = many(3);
        body["invitations"][1] = json!({"email": email, "role": role});
        body
    };
    invite(&app, &june, with("adam@acme.example", "member")).await.expect_refusal(409, "already_member");
    let above = invite(&app, &admin, with("mia@acme.example", "owner")).await;
    above.expect_refusal(403, "role_above_own");
    let refusal = invite(&app, &june, with("P0@acme.EXAMPLE", "member")).await;
    let refusal = refusal.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/invitations/1/email", "email_address_repeated")]);
    let mut body = with("mia", "king");
    body["invitations"][2] = json!({"email": "p2@acme.example", "note": "x"});
    let refusal = invite(&app, &june, body).await.expect_refusal(422, "invalid_values");
    let faults = [
        ("/invitations/1/email", "email_address_malformed"),
        ("/invitations/1/role", "role_unknown"),
        ("/invitations/2/role", "required"),
        ("/invitations/2/note", "unknown_field"),
    ];
    assert_eq!(refusal.faults(), faults);
    assert_eq!(list(&app, &june, "?state=pending").await.items().len(), 0);
    assert!(app.letters_to("p0@acme.example").await.is_empty());
}

#[rocket::async_test]
async fn owners_and_admins_invite_up_to_their_own_role() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let admin = app.joiner(&june, "adam@acme.example", "admin").await;
    let member = app.joiner(&june, "mia@acme.example", "member").await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    for (by, role, expected) in [
        (&june, "owner", Ok(())),
        (&admin, "admin", Ok(())),
        (&admin, "owner", Err((403, "role_above_own"))),
        (&member, "member", Err((403, "role_too_low"))),
    ] {
        let answer = invite(&app, by, json!({"email": format!("{role}@acme.example"), "role": role})).await;
        match expected {
            Ok(()) => drop(answer.expect(201)),
            Err((status, code)) => drop(answer.expect_refusal(status, code)),
        }
    }
    let path = june.org("/invitations");
    let body = json!({"email": "eve@evil.example", "role": "owner"});
    stranger.api(&app).post(&path, body).await.expect_refusal(404, "org_not_found");
    stranger.api(&app).get(&path).await.expect_refusal(404, "org_not_found");
    member.api(&app).get(&path).await.expect_refusal(403, "role_too_low");
    // An admin does not turn an owner's invitation into one for less, nor take it back.
    let lower = invite(&app, &admin, json!({"email": "owner@acme.example", "role": "member"})).await;
    lower.expect_refusal(403, "role_above_own");
}

#[rocket::async_test]
async fn a_member_is_not_invited_again() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    for email in ["june@acme.example", "JUNE@acme.example"] {
        let body = json!({"email": email, "role": "member"});
        invite(&app, &june, body).await.expect_refusal(409, "already_member");
    }
}

#[rocket::async_test]
async fn inviting_again_renews_and_voids_what_was_handed_out_before() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let first = app.invitation(&june, "adam@acme.example").await;
    app.clock.advance(DAY / 2);
    let body = json!({"email": "Adam@acme.example", "role": "admin"});
    let second = invite(&app, &june, body).await.expect(201);
    assert_eq!((second.str("/id"), second.str("/role")), (&*first.id, "admin"));
    for void in [&first.mailed, &first.shared] {
        app.look(void).await.expect_refusal(410, "token_spent");
        app.sign_up_invited("adam@acme.example", void).await.expect_refusal(410, "token_spent");
    }
    let mailed = app.last_letter_to("adam@acme.example").await.token("invitation");
    assert_eq!(app.look(&mailed).await.expect(200).str("/role"), "admin");
    assert_eq!(list(&app, &june, "").await.items().len(), 1);
}

#[rocket::async_test]
async fn sending_again_pushes_the_expiry_and_keeps_what_was_handed_out() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let first = app.invitation(&june, "adam@acme.example").await;
    let before = list(&app, &june, "").await;
    app.clock.advance(6 * DAY);
    let june = app.sign_in(&june.email).await;
    let resend = june.org(&format!("/invitations/{}/resend", first.id));
    let answer = june.api(&app).post_empty(&resend).await.expect(200);
    assert!(answer.str("/expires_at") > before.str("/items/0/expires_at"));
    assert!(answer.body.get("link").is_none(), "a link is shown once");
    app.clock.advance(6 * DAY);
    let letters = app.letters_to("adam@acme.example").await;
    assert_eq!(letters.len(), 2);
    for good in [&first.mailed, &first.shared, &letters[1].token("invitation")] {
        app.look(good).await.expect(200);
    }
    app.clock.advance(DAY);
    app.look(&first.mailed).await.expect_refusal(410, "token_expired");
    let june = app.sign_in(&june.email).await;
    june.api(&app).post_empty(&resend).await.expect(200);
    app.look(&first.mailed).await.expect(200);
}

#[rocket::async_test]
async fn an_invitation_taken_back_is_void_at_once_and_for_good() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let invitation = app.invitation(&june, "adam@acme.example").await;
    let path = june.org(&format!("/invitations/{}", invitation.id));
    june.api(&app).delete(&path).await.expect(204);
    for token in [&invitation.mailed, &invitation.shared] {
        app.look(token).await.expect_refusal(410, "invitation_revoked");
    }
    june.api(&app).delete(&path).await.expect_refusal(409, "invitation_not_pending");
    let resend = june.api(&app).post_empty(&format!("{path}/resend")).await;
    resend.expect_refusal(409, "invitation_not_pending");
    let again = app.invitation(&june, "adam@acme.example").await;
    assert_ne!(again.id, invitation.id);
    app.look(&invitation.mailed).await.expect_refusal(410, "invitation_revoked");
    app.look(&again.mailed).await.expect(200);
}

#[rocket::async_test]
async fn an_invitation_is_touched_only_through_its_own_org() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let stranger = app.founder("eve@evil.example", "Evil").await;
    let invitation = app.invitation(&june, "adam@acme.example").await;
    for org in [&june, &stranger] {
        let code = if org.id == june.id { "org_not_found" } else { "invitation_not_found" };
        let path = org.org(&format!("/invitations/{}", invitation.id));
        stranger.api(&app).delete(&path).await.expect_refusal(404, code);
        stranger.api(&app).post_empty(&format!("{path}/resend")).await.expect_refusal(404, code);
    }
    assert!(list(&app, &stranger, "").await.items().is_empty());
    app.look(&invitation.mailed).await.expect(200);
}

#[rocket::async_test]
async fn the_list_tells_states_and_never_a_secret() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    app.invitation(&june, "expired@acme.example").await;
    app.clock.advance(7 * DAY);
    let june = app.sign_in(&june.email).await;
    let accepted = app.invitation(&june, "accepted@acme.example").await;
    app.sign_up_invited(&accepted.email, &accepted.mailed).await.expect(201);
    let declined = app.invitation(&june, "declined@acme.example").await;
    app.decline(&declined.shared).await.expect(204);
    let revoked = app.invitation(&june, "revoked@acme.example").await;
    june.api(&app).delete(&june.org(&format!("/invitations/{}", revoked.id))).await.expect(204);
    app.invitation(&june, "pending@acme.example").await;
    let all = list(&app, &june, "").await.expect(200);
    let states = ["pending", "revoked", "declined", "accepted", "expired"];
    assert_eq!(all.each("/state"), states);
    assert!(!all.text.contains("link") && !all.text.contains("token"), "{}", all.text);
    for state in states {
        let some = list(&app, &june, &format!("?state={state}")).await.expect(200);
        assert_eq!(some.each("/email"), [format!("{state}@acme.example")]);
    }
    let refusal = list(&app, &june, "?state=open").await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("?state", "unknown_value")]);
}

#[rocket::async_test]
async fn the_list_tells_what_became_of_the_letter() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    invite(&app, &june, json!({"email": "adam@acme.example", "role": "member"})).await.expect(201);
    assert_eq!(list(&app, &june, "").await.str("/items/0/mail/state"), "queued");
    app.last_letter_to("adam@acme.example").await;
    assert_eq!(list(&app, &june, "").await.str("/items/0/mail/state"), "sent");
    let body = json!({"email": "mia@acme.example", "role": "member"});
    let unsent = invite(&app, &june, body).await.expect(201);
    june.api(&app).delete(&june.org(&format!("/invitations/{}", unsent.str("/id")))).await.expect(204);
    assert!(app.letters_to("mia@acme.example").await.is_empty(), "a letter that leads nowhere is not sent");
    assert_eq!(list(&app, &june, "").await.str("/items/0/mail/state"), "cancelled");
}

#[rocket::async_test]
async fn a_message_has_at_most_500_characters() {
    let app = TestApp::start().await;
    let june = acme(&app).await;
    let with = |message: String| json!({"email": "adam@acme.example", "role": "member", "message": message});
    invite(&app, &june, with("ä".repeat(500))).await.expect(201);
    let refusal = invite(&app, &june, with("ä".repeat(501))).await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/message", "too_long")]);
}
