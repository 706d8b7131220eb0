//! T28 for pages: whoever opens a page, or a program that opens every link, changes nothing by it.

use rocket::http::Method;

use super::all_seeing;
use super::places::{assert_unchanged, rows, shown};
use crate::support::{Browser, Kind, TestApp};

/// Broken: the page of a sign-up's letter used the token up.
#[rocket::async_test]
async fn t28_opening_the_page_of_a_mailed_link_changes_nothing() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    for kind in Kind::ALL {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        let token = app.one_time(&june, kind, &email).await;
        app.letters().await;
        let before = rows(&app);
        let path = format!("/{}?token={}", kind.journey(), token.token);
        for mut browser in [Browser::new(&app), Browser::of(&app, &june)] {
            for method in [Method::Head, Method::Get] {
                let answer = browser.look(method, &path).await;
                let has_page = kind != Kind::TwoFactorChallenge;
                assert_eq!(
                    answer.status,
                    if has_page { 200 } else { 404 },
                    "{method} {path}: {}",
                    answer.text
                );
                assert!(answer.header("location").is_none());
            }
        }
        assert_unchanged(&app, &before, &path);
        let used = token.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?} was used up: {}", used.text);
    }
}

/// Broken: the page of an invitation accepted it for whoever was signed in as the invited person.
#[rocket::async_test]
async fn t28_opening_a_link_as_the_very_person_it_is_for_changes_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "member").await;
    let mia = app.loner("mia@mail.example").await;
    let (_, transfer) = app.ask_to_take_over(&june, &adam).await;
    let invitation = app.invite(&june, &mia.email, "member").await;
    app.letters().await;
    let before = rows(&app);
    for (person, path) in [
        (&adam, format!("/ownership-transfer?token={transfer}")),
        (&mia, format!("/invitation?token={invitation}")),
    ] {
        for method in [Method::Head, Method::Get] {
            Browser::of(&app, person).look(method, &path).await.expect(200);
        }
    }
    assert_unchanged(&app, &before, "looking");
}

/// Broken: showing the settings noted that they were looked at.
#[rocket::async_test]
async fn t28_no_page_changes_anything_by_being_looked_at() {
    let app = TestApp::start().await;
    let june = all_seeing(&app).await;
    app.letters().await;
    let before = rows(&app);
    for mut browser in [Browser::new(&app), Browser::of(&app, &june)] {
        for path in shown(&app, &june) {
            for method in [Method::Get, Method::Head] {
                let answer = browser.look(method, &path).await;
                assert!(answer.status < 500, "{method} {path}: {} {}", answer.status, answer.text);
                assert_unchanged(&app, &before, &path);
            }
        }
    }
}
