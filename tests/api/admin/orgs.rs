//! `/admin/orgs`

use crate::support::TestApp;

#[rocket::async_test]
async fn every_org_is_listed_and_found_by_the_beginning_of_its_name_or_its_id() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("june@acme.example", "Acme Bücher").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let api = rita.api(&app);
    let all = api.get("/admin/orgs").await.expect(200);
    assert_eq!(all.each("/id"), [&*olga.org_id, &*june.org_id]);
    assert_eq!(all.each("/state"), ["active"; 2]);
    for (search, found) in
        [("acme", &june), ("ACME%20B%C3%9C", &june), ("Globex", &olga), (&*olga.org_id, &olga)]
    {
        let list = api.get(&format!("/admin/orgs?search={search}")).await.expect(200);
        assert_eq!(list.each("/id"), [&*found.org_id], "{search}");
    }
    assert!(api.get("/admin/orgs?search=B%C3%BCcher").await.expect(200).items().is_empty());
    let refused = api.get("/admin/orgs?search=").await.expect_refusal(422, "invalid_values");
    assert_eq!(refused.faults(), [("?search", "empty")]);
}

#[rocket::async_test]
async fn an_org_and_its_members_are_shown_to_an_operator_who_does_not_belong_to_it() {
    let app = TestApp::start().await;
    let rita = app.operator("rita@root.example").await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    let api = rita.api(&app);
    let org = api.get(&format!("/admin/orgs/{}", june.org_id)).await.expect(200);
    assert_eq!((org.str("/name"), org.str("/state")), ("Acme", "active"));
    let members = api.get(&format!("/admin/orgs/{}/members", june.org_id)).await.expect(200);
    assert_eq!(members.each("/user/id"), [&*adam.id, &*june.id]);
    api.get(&june.org("")).await.expect_refusal(404, "org_not_found");
    for path in ["/admin/orgs/0190c5a8-0000-7000-8000-000000000000", "/admin/orgs/x"] {
        api.get(path).await.expect(404);
        api.get(&format!("{path}/members")).await.expect(404);
    }
}
