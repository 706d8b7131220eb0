//! T6: a token serves its own purpose, at the doors that are meant for it, until its very second and no longer.
//!
//! Every kind of token is shown at every door of every face: at the calls of the table in [`doors`](super::doors),
//! and as the bearer of every call that asks for one.

use std::time::Duration;

use rocket::http::Method;
use serde_json::json;

use super::doors::{Door, FACES, Face, Place, Visit, is_opened};
use crate::support::{Document, Kind, OneTime, Operation, Person, TestApp, at_once};

/// What members of bodies are called that a one-time token is shown in.
const TOKENS: [&str; 3] = ["token", "invitation", "challenge"];

/// Calls whose `token` is no token of ours, but the code that an authenticator app shows.
const CODES: [&str; 3] =
    ["POST /v1/account/2fa/setup", "POST /v1/account/2fa/disable", "POST /v1/account/2fa/recover"];

/// Where a call takes a token, as far as its description shows.
fn places(document: &Document, operation: &Operation<'_>) -> Vec<Place> {
    let in_path = operation.parameters().contains(&"token").then_some(Place::Path);
    let parameters = operation.described["parameters"].as_array().into_iter().flatten();
    let in_query = parameters.filter(|told| told["in"] == "query" && told["name"] == "token");
    let bodies = document.bodies(operation);
    let members = TOKENS.iter().filter(|name| bodies.iter().any(|body| !body["properties"][name].is_null()));
    let members = members.filter(|_| !CODES.contains(&operation.name().as_str()));
    in_path
        .into_iter()
        .chain(in_query.map(|_| Place::Query))
        .chain(members.map(|name| Place::Member(name)))
        .collect()
}

/// Broken: a row was left out; then, a row named a call that is not there.
#[rocket::async_test]
async fn t06_every_call_that_takes_a_token_has_its_row() {
    let app = TestApp::start().await;
    for face in FACES {
        let document = Document::at(&app, face.document).await;
        let operations = document.operations();
        for operation in &operations {
            for place in places(&document, operation) {
                let is_row = |door: &&Door| door.call == operation.name() && door.place == place;
                assert!(
                    face.doors.iter().any(|door| is_row(&door)),
                    "{} takes a token ({place:?}), and tests/trust/doors does not say of which kinds",
                    operation.name()
                );
            }
        }
        for door in face.doors {
            let operation = operations.iter().find(|operation| operation.name() == door.call);
            let operation = operation.unwrap_or_else(|| panic!("there is no call {}", door.call));
            let is_there = match door.place {
                Place::Bearer => operation.needs_session(),
                place => places(&document, operation).contains(&place),
            };
            assert!(is_there, "{} takes no token ({:?})", door.call, door.place);
        }
    }
}

/// The calls of a face that ask for a bearer and take no one-time token as one.
fn bearer_calls(face: &Face, document: &Document) -> Vec<(Method, String)> {
    let takes_some =
        |name: &str| face.doors.iter().any(|door| door.call == name && door.place == Place::Bearer);
    let asks = |operation: &&Operation<'_>| operation.needs_session() && !takes_some(&operation.name());
    let operations = document.operations();
    let calls = operations.iter().filter(asks);
    calls.map(|operation| (operation.method, operation.path_with(NOBODYS_ID, NOBODYS_ID))).collect()
}

const NOBODYS_ID: &str = "01932c07-209c-7f5b-8a3e-0123456789ab";

/// Broken: looking a token up ignored its purpose; then, bearers were looked for among the tokens of letters.
#[rocket::async_test]
async fn t06_no_token_passes_for_one_of_another_purpose() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let caller = app.loner("caller@mail.example").await;
    let mut bearers = Vec::new();
    for face in &FACES {
        let document = Document::at(&app, face.document).await;
        bearers.extend(bearer_calls(face, &document).into_iter().map(|call| (face, call)));
    }
    for kind in Kind::ALL {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        let visit = Visit { email: &email, code: "000000", person: &caller };
        let good = app.one_time(&june, kind, &email).await;
        for face in &FACES {
            for door in face.doors.iter().filter(|door| !door.takes.contains(&kind)) {
                let answer = door.show(&app, &visit, &good.token).await;
                assert!(!is_opened(&answer), "{kind:?} at {}: {}", door.call, answer.text);
                (face.expect_refusal)(door.place, &answer);
            }
        }
        for (face, (method, path)) in &bearers {
            let answer = app.bearer(&good.token).send(*method, path, None).await;
            assert_eq!(answer.status, 401, "{kind:?} at {method} {path}: {}", answer.text);
            (face.expect_refusal)(Place::Bearer, &answer);
        }
        // Nowhere was it used up.
        let used = good.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?}: {}", used.text);
    }
}

/// Broken: a session's token was looked up like a letter's, by its digest.
#[rocket::async_test]
async fn t06_what_is_shown_as_a_bearer_passes_for_no_letters_token() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let key = june.api_key(&app, &["account:read"]).await.secret;
    let visit = Visit { email: &june.email, code: "000000", person: &june };
    for token in [&june.token, &key] {
        for face in &FACES {
            for door in face.doors.iter().filter(|door| door.place != Place::Bearer) {
                let answer = door.show(&app, &visit, token).await;
                assert!(!is_opened(&answer), "{}: {}", door.call, answer.text);
                (face.expect_refusal)(door.place, &answer);
            }
        }
        app.bearer(token).get("/account").await.expect(200);
    }
}

/// Each door with a token of each kind that it takes, in the hands of whoever it is for.
async fn holders(app: &TestApp) -> Vec<(&'static Door, OneTime, Person)> {
    let june = app.founder("june@acme.example", "Acme").await;
    let mut holders = Vec::new();
    for (row, door) in FACES.iter().flat_map(|face| face.doors).enumerate() {
        for kind in door.takes {
            let email = format!("{kind:?}{row}@mail.example").to_lowercase();
            let (token, person) = door.holder(app, &june, *kind, &email).await;
            holders.push((door, token, person));
        }
    }
    holders
}

/// Broken: a kind was told of a door that does not take it; then, spending did not look at whether the token was
/// spent.
#[rocket::async_test]
async fn t06_every_door_opens_to_what_it_takes_once() {
    let app = TestApp::start().await;
    for (door, token, person) in holders(&app).await {
        let code = token.device.as_ref().map_or_else(String::new, |device| device.code(&app));
        let visit = Visit { email: &token.email, code: &code, person: &person };
        for is_first in [true, false] {
            let answer = door.show(&app, &visit, &token.token).await;
            let opens = is_first || !door.spends();
            assert_eq!(is_opened(&answer), opens, "{:?} at {}: {}", token.kind, door.call, answer.text);
        }
    }
}

/// Broken: as above.
#[rocket::async_test]
async fn t11_of_many_that_show_one_token_at_one_door_one_succeeds() {
    let app = TestApp::start().await;
    for (door, token, person) in holders(&app).await.into_iter().filter(|(door, ..)| door.spends()) {
        let code = token.device.as_ref().map_or_else(String::new, |device| device.code(&app));
        let visit = Visit { email: &token.email, code: &code, person: &person };
        let answers = at_once(|_| door.show(&app, &visit, &token.token)).await;
        let opened = answers.iter().filter(|answer| is_opened(answer)).count();
        assert_eq!(opened, 1, "{:?} at {}", token.kind, door.call);
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
            | Kind::DisownEmailChange
            | Kind::DisownDeletion
            | Kind::DisownOrgDeletion => days(7),
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
