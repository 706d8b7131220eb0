//! `/sessions/current/refresh`

use std::time::Duration;

use rocket::futures::future::join_all;

use crate::support::{Answer, MANY, TestApp, at_once, count};

const JUNE: &str = "june@acme.example";
const GRACE: Duration = Duration::from_secs(30);
const MOMENT: Duration = Duration::from_micros(1);

async fn refresh(app: &TestApp, token: &str) -> Answer {
    app.bearer(token).post_empty("/sessions/current/refresh").await
}

async fn successor(app: &TestApp, token: &str) -> String {
    refresh(app, token).await.expect(200).str("/token").to_owned()
}

async fn show(app: &TestApp, token: &str) -> Answer {
    app.bearer(token).get("/sessions/current").await
}

#[rocket::async_test]
async fn a_refreshed_token_takes_the_place_of_the_old() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let answer = refresh(&app, &june.token).await.expect(200);
    assert_eq!(answer.members(), ["expires_at", "token"]);
    assert_ne!(answer.str("/token"), june.token);
    let me = show(&app, answer.str("/token")).await.expect(200);
    assert_eq!(me.str("/session/id"), june.session_id, "the session goes on");
    show(&app, &june.token).await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn a_retry_gets_the_same_successor_for_thirty_seconds() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    let first = refresh(&app, &june.token).await.expect(200);
    for wait in [Duration::ZERO, GRACE] {
        app.clock.advance(wait);
        assert_eq!(refresh(&app, &june.token).await.expect(200).body, first.body);
    }
    show(&app, first.str("/token")).await.expect(200);
}

#[rocket::async_test]
async fn of_many_refreshes_at_once_all_get_one_successor() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let answers = at_once(|_| refresh(&app, &june.token)).await;
    assert_eq!(count(&answers, 200), MANY);
    assert!(answers.iter().all(|answer| answer.body == answers[0].body));
    show(&app, answers[0].str("/token")).await.expect(200);
}

#[rocket::async_test]
async fn a_later_reuse_ends_the_session_and_tells_its_owner() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    let other = app.sign_in(JUNE).await;
    let stolen = june.token.clone();
    let next = successor(&app, &stolen).await;
    let letters = app.letters_to(JUNE).await.len();
    app.clock.advance(GRACE + MOMENT);
    refresh(&app, &stolen).await.expect_refusal(401, "not_signed_in");
    show(&app, &next).await.expect_refusal(401, "not_signed_in");
    refresh(&app, &next).await.expect_refusal(401, "not_signed_in");
    other.who_am_i(&app).await.expect(200);

    let notices = app.letters_to(JUNE).await.split_off(letters);
    assert_eq!(notices.len(), 1);
    assert!(!notices[0].link("sign-in").contains("token="), "{}", notices[0].text);
    refresh(&app, &stolen).await.expect_refusal(401, "not_signed_in");
    assert_eq!(app.letters_to(JUNE).await.len(), letters + 1, "one notice is enough");
}

#[rocket::async_test]
async fn a_token_two_generations_back_gets_nothing_and_within_the_grace_time_harms_nothing() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    let second = successor(&app, &june.token).await;
    let third = successor(&app, &second).await;
    refresh(&app, &june.token).await.expect_refusal(401, "not_signed_in");
    show(&app, &third).await.expect(200);
    assert_eq!(successor(&app, &second).await, third);
    app.clock.advance(GRACE + MOMENT);
    refresh(&app, &june.token).await.expect_refusal(401, "not_signed_in");
    show(&app, &third).await.expect_refusal(401, "not_signed_in");
}

#[rocket::async_test]
async fn a_spent_token_on_any_other_route_is_refused_and_nothing_more() {
    let app = TestApp::start().await;
    let june = app.founder(JUNE, "Acme").await;
    let next = successor(&app, &june.token).await;
    app.clock.advance(2 * GRACE);
    let spent = app.bearer(&june.token);
    for path in ["/sessions/current", "/sessions", "/account", "/orgs", &june.org("/members")] {
        spent.get(path).await.expect_refusal(401, "not_signed_in");
    }
    spent.delete("/sessions/current").await.expect_refusal(401, "not_signed_in");
    show(&app, &next).await.expect(200);
}

#[rocket::async_test]
async fn a_token_whose_time_is_over_can_still_be_refreshed_while_its_session_lives() {
    let app = TestApp::start().await;
    app.clock.stop();
    let june = app.loner(JUNE).await;
    app.clock.advance(Duration::from_hours(24));
    show(&app, &june.token).await.expect_refusal(401, "session_expired");
    let next = successor(&app, &june.token).await;
    show(&app, &next).await.expect(200);
}

#[rocket::async_test]
async fn nothing_but_a_token_of_ours_can_be_refreshed() {
    let app = TestApp::start().await;
    let other = TestApp::start().await;
    let foreigner = other.loner(JUNE).await;
    app.anonymous().post_empty("/sessions/current/refresh").await.expect_refusal(401, "not_signed_in");
    for token in ["", "v4.public.", "v4.public.AAAA.AAAA", &*foreigner.token] {
        refresh(&app, token).await.expect_refusal(401, "not_signed_in");
    }
}

#[rocket::async_test]
async fn a_refresh_and_an_ending_at_once_leave_no_session_behind() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let race =
        (0..8).map(|which| {
            let (api, token) = (june.api(&app), &june.token);
            let app = &app;
            async move {
                if which == 3 { api.delete("/sessions/current").await } else { refresh(app, token).await }
            }
        });
    let answers = join_all(race).await;
    for answer in answers.iter().filter(|answer| answer.status == 200) {
        let me = show(&app, answer.str("/token")).await;
        // The ending came first to the refreshed token, or came with a token that was spent by then.
        let expected = if answers[3].status == 204 { 401 } else { 200 };
        assert_eq!(me.status, expected, "{}", me.text);
    }
}
