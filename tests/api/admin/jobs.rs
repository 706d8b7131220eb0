//! `/admin/jobs`

use crate::support::TestApp;

#[rocket::async_test]
async fn what_is_done_later_is_listed_with_whose_it_is() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.loner("june@acme.example").await;
    let adam = app.loner("adam@acme.example").await;
    for person in [&june, &adam] {
        person.delete_account(&app).await.expect(202);
    }
    app.sign_in(&adam.email).await;
    let api = rita.api(&app);
    let all = api.get("/admin/jobs").await.expect(200);
    assert_eq!(all.each("/state"), ["cancelled", "scheduled"]);
    assert_eq!(all.each("/requested_by"), [&*adam.id, &*june.id]);
    assert_eq!(all.each("/subject_id"), [&*adam.id, &*june.id]);
    let scheduled = api.get("/admin/jobs?state=scheduled").await.expect(200);
    assert_eq!(scheduled.each("/subject_id"), [&*june.id]);
    assert_eq!(scheduled.items()[0]["steps"].as_array().map(Vec::len), Some(4));
    let refused = api.get("/admin/jobs?state=done").await.expect_refusal(422, "invalid_values");
    assert_eq!(refused.faults(), [("?state", "unknown_value")]);
}
