//! `/jobs/…`

use crate::support::{Browser, TestApp};

#[rocket::async_test]
async fn an_owner_sees_the_deletion_of_an_org_and_takes_it_back() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let job = june.delete_org(&app).await.expect(202);
    let path = format!("/jobs/{}", job.str("/id"));
    let mut browser = Browser::of(&app, &june);
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.heading(), "Deletion of an organization");
    let page = page.expect_text("Until then an owner can take it back.");
    let page = browser.submit(&page, &format!("{path}/cancel"), &[]).await.expect(200);
    let page = page.expect_text("The deletion is taken back.").expect_text("Taken back");
    assert!(!page.has_form(&format!("{path}/cancel")));
    june.api(&app).get(&june.org("")).await.expect(200);
}

#[rocket::async_test]
async fn strangers_see_no_job_and_whoever_is_signed_out_is_led_to_the_sign_in() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let gus = app.founder("gus@globex.example", "Globex").await;
    let job = june.delete_org(&app).await.expect(202);
    let path = format!("/jobs/{}", job.str("/id"));
    Browser::of(&app, &gus).open(&path).await.expect(404);
    let page = Browser::new(&app).open(&path).await.expect(200);
    assert!(page.path.starts_with("/sign-in?next=%2Fjobs"), "{}", page.path);
}

#[rocket::async_test]
async fn a_job_that_is_done_can_not_be_taken_back() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let job = june.delete_org(&app).await.expect(202);
    let path = format!("/jobs/{}", job.str("/id"));
    let mut browser = Browser::of(&app, &june);
    let page = browser.open(&path).await.expect(200);
    june.take_back(&app, &job).await.expect(204);
    let page = browser.submit(&page, &format!("{path}/cancel"), &[]).await.expect(409);
    assert!(page.fault("").is_some_and(|fault| fault.contains("too late")));
}
