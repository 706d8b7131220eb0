//! T6: a one-time token serves its own purpose, until its very second and no longer.

use std::time::Duration;

use rocket::http::Method;
use serde_json::json;

use crate::support::{Answer, Kind, PASSWORD, Person, TestApp};

/// Where one-time tokens are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Activate,
    Disown,
    Look,
    Accept,
    Decline,
    SignUp,
    LookAtReset,
    Reset,
    LookAtEmailChange,
    AcceptEmailChange,
    DenyEmailChange,
    ConfirmEmailChange,
    LookAtTransfer,
    AcceptTransfer,
    DeclineTransfer,
    SecondFactor,
    SetUp,
}

const DOORS: [Door; 17] = [
    Door::Activate,
    Door::Disown,
    Door::Look,
    Door::Accept,
    Door::Decline,
    Door::SignUp,
    Door::LookAtReset,
    Door::Reset,
    Door::LookAtEmailChange,
    Door::AcceptEmailChange,
    Door::DenyEmailChange,
    Door::ConfirmEmailChange,
    Door::LookAtTransfer,
    Door::AcceptTransfer,
    Door::DeclineTransfer,
    Door::SecondFactor,
    Door::SetUp,
];

fn is_meant_for(kind: Kind, door: Door) -> bool {
    match kind {
        Kind::Activation | Kind::ActivationShared | Kind::EmailVerification => door == Door::Activate,
        Kind::DisownSignUp | Kind::DisownAccount | Kind::DisownEmailChange => door == Door::Disown,
        Kind::InvitationMailed | Kind::InvitationShared => {
            matches!(door, Door::Look | Door::Accept | Door::Decline | Door::SignUp)
        }
        Kind::PasswordReset => matches!(door, Door::LookAtReset | Door::Reset),
        Kind::EmailChangeAccept => matches!(door, Door::LookAtEmailChange | Door::AcceptEmailChange),
        Kind::EmailChangeDeny => matches!(door, Door::LookAtEmailChange | Door::DenyEmailChange),
        Kind::EmailChangeConfirm => matches!(door, Door::LookAtEmailChange | Door::ConfirmEmailChange),
        Kind::OwnershipTransfer => {
            matches!(door, Door::LookAtTransfer | Door::AcceptTransfer | Door::DeclineTransfer)
        }
        Kind::TwoFactorChallenge => door == Door::SecondFactor,
        Kind::OperatorSetUp => door == Door::SetUp,
    }
}

/// Shows a token at a door; `caller` is signed in where the door is for the signed in.
async fn show(app: &TestApp, caller: &Person, door: Door, token: &str, email: &str) -> Answer {
    let api = app.anonymous();
    let path = |action: &str| format!("/invitations/{token}{action}");
    let email_change = |action: &str| format!("/email-changes/{token}{action}");
    let transfer = |action: &str| format!("/ownership-transfers/{token}{action}");
    match door {
        Door::Activate => api.post("/activation", json!({"token": token})).await,
        Door::Disown => api.post_empty(&format!("/not-me/{token}")).await,
        Door::Look => api.get(&path("")).await,
        Door::Accept => caller.api(app).post_empty(&path("/accept")).await,
        Door::Decline => api.post_empty(&path("/decline")).await,
        Door::SignUp => app.sign_up_invited(email, token).await,
        Door::LookAtReset => api.get(&format!("/password-resets/{token}")).await,
        Door::Reset => api.post(&format!("/password-resets/{token}"), json!({"password": PASSWORD})).await,
        Door::LookAtEmailChange => api.get(&email_change("")).await,
        Door::AcceptEmailChange => api.post_empty(&email_change("/accept")).await,
        Door::DenyEmailChange => api.post_empty(&email_change("/deny")).await,
        Door::ConfirmEmailChange => api.post_empty(&email_change("/confirm")).await,
        Door::LookAtTransfer => api.get(&transfer("")).await,
        Door::AcceptTransfer => caller.api(app).post_empty(&transfer("/accept")).await,
        Door::DeclineTransfer => api.post_empty(&transfer("/decline")).await,
        Door::SecondFactor => app.complete(token, ("code", "000000")).await,
        Door::SetUp => {
            let body = json!({"token": token, "email": email, "password": PASSWORD, "name": "Olga Root"});
            api.post("/setup", body).await
        }
    }
}

/// Broken: looking a token up ignored its purpose.
#[rocket::async_test]
async fn t06_no_token_passes_for_one_of_another_purpose() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let caller = app.loner("caller@mail.example").await;
    for kind in Kind::ALL {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        let good = app.one_time(&june, kind, &email).await;
        let token = good.token.as_str();
        for door in DOORS.into_iter().filter(|door| !is_meant_for(kind, *door)) {
            let answer = show(&app, &caller, door, token, &email).await;
            assert_eq!(answer.status, 404, "{kind:?} at {door:?}: {}", answer.text);
            answer.expect_refusal(404, "token_unknown");
        }
        let as_session = app.bearer(token).get("/sessions/current").await;
        as_session.expect_refusal(401, "not_signed_in");
        // Nowhere was it used up.
        let used = good.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?}: {}", used.text);
    }
    // A session token is no one-time token either.
    for door in DOORS {
        let answer = show(&app, &caller, door, &june.token, "nobody@mail.example").await;
        answer.expect_refusal(404, "token_unknown");
    }
}

/// Broken: spending did not look at the expiry; then, invitations never expired.
#[rocket::async_test]
async fn t06_a_token_expires_to_the_second_with_no_sweeper() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let days = |days: u64| Duration::from_hours(24 * days);
    let margin = Duration::from_secs(30);
    for kind in Kind::ALL {
        let lifetime = match kind {
            Kind::InvitationMailed
            | Kind::InvitationShared
            | Kind::OwnershipTransfer
            | Kind::DisownEmailChange => days(7),
            Kind::EmailChangeAccept | Kind::EmailChangeDeny | Kind::EmailChangeConfirm => days(1),
            Kind::PasswordReset => Duration::from_hours(1),
            Kind::TwoFactorChallenge => Duration::from_mins(5),
            _ => days(2),
        };
        // June's own token lives for a day: she signs in anew each time.
        let june = app.sign_in(&june.email).await;
        let name = format!("{kind:?}").to_lowercase();
        let early = app.one_time(&june, kind, &format!("{name}.early@mail.example")).await;
        app.clock.advance(margin);
        let late = app.one_time(&june, kind, &format!("{name}.late@mail.example")).await;
        // The early one is now as old as its lifetime, the late one just not.
        app.clock.advance(lifetime.saturating_sub(margin));
        let refusal = early.redeem(&app).await;
        assert_eq!(refusal.status, 410, "{kind:?}: {}", refusal.text);
        refusal.expect_refusal(410, "token_expired");
        let used = late.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?}: {}", used.text);
    }
}

/// Broken: invitations never expired.
#[rocket::async_test]
async fn t06_an_expired_invitation_is_neither_listed_nor_accepted() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner("adam@mail.example").await;
    app.invite(&june, "adam@mail.example", "member").await;
    app.clock.advance(Duration::from_hours(24 * 7));
    let (june, adam) = (app.sign_in("june@acme.example").await, app.sign_in("adam@mail.example").await);
    let listed = june.api(&app).get(&format!("/orgs/{}/invitations", june.org_id)).await.expect(200);
    assert_eq!(listed.str("/items/0/state"), "expired");
    let mine = adam.api(&app).get("/account/invitations").await.expect(200);
    assert_eq!(mine.body["items"], json!([]));
    let accept = format!("/invitations/{}/accept", listed.str("/items/0/id"));
    adam.api(&app).post_empty(&accept).await.expect_refusal(410, "token_expired");
}

/// Broken: a token in memory was good however old it was.
#[rocket::async_test]
async fn t06_a_session_token_expires_to_the_second_even_when_it_is_in_memory() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let unseen = app.sign_in(&june.email).await;
    june.api(&app).get("/sessions/current").await.expect(200);
    app.clock.advance(Duration::from_hours(24).saturating_sub(Duration::from_secs(30)));
    june.api(&app).get("/sessions/current").await.expect(200);
    app.clock.advance(Duration::from_secs(30));
    june.api(&app).get("/sessions/current").await.expect_refusal(401, "session_expired");
    unseen.api(&app).get("/sessions/current").await.expect_refusal(401, "session_expired");
}

/// Broken: inviting again left the earlier tokens good.
#[rocket::async_test]
async fn t06_inviting_again_voids_the_earlier_tokens_and_their_role() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let shared = app.invite_by_link(&june, "adam@mail.example", "owner").await;
    let mailed = app.last_letter_to("adam@mail.example").await.token("invitation");
    let renewed = app.invite(&june, "adam@mail.example", "member").await;
    for token in [&shared, &mailed] {
        let look = app.anonymous().get(&format!("/invitations/{token}")).await;
        look.expect_refusal(410, "token_spent");
        app.sign_up_invited("adam@mail.example", token).await.expect_refusal(410, "token_spent");
    }
    app.sign_up_invited("adam@mail.example", &renewed).await.expect(201);
    let adam = app.sign_in("adam@mail.example").await;
    assert_eq!(adam.api(&app).get("/sessions/current").await.expect(200).str("/role"), "member");
}

/// Broken: what was taken back or declined counted as open.
#[rocket::async_test]
async fn t06_an_invitation_that_was_taken_back_or_declined_opens_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for (n, code) in ["invitation_revoked", "invitation_declined"].into_iter().enumerate() {
        let email = format!("adam{n}@mail.example");
        let shared = app.invite_by_link(&june, &email, "member").await;
        let mailed = app.last_letter_to(&email).await.token("invitation");
        if code == "invitation_revoked" {
            let list = format!("/orgs/{}/invitations", june.org_id);
            let id = june.api(&app).get(&list).await.expect(200).str("/items/0/id").to_owned();
            june.api(&app).delete(&format!("{list}/{id}")).await.expect(204);
        } else {
            app.anonymous().post_empty(&format!("/invitations/{shared}/decline")).await.expect(204);
        }
        for token in [&shared, &mailed] {
            let path = format!("/api/v1/invitations/{token}");
            app.anonymous().send(Method::Get, &path, None).await.expect_refusal(410, code);
            app.sign_up_invited(&email, token).await.expect_refusal(410, code);
            june.api(&app)
                .post_empty(&format!("/invitations/{token}/accept"))
                .await
                .expect_refusal(410, code);
        }
    }
}
