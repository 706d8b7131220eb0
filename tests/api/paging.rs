//! Lists in pages: `limit`, `cursor`, `next_cursor`.

use serde_json::{Value, json};

use crate::support::{Person, TestApp};

/// Somebody with seven orgs, the newest last.
async fn with_orgs(app: &TestApp) -> Person {
    let june = app.founder("june@acme.example", "Org 0").await;
    for which in 1..7 {
        june.api(app).post("/orgs", json!({"name": format!("Org {which}")})).await.expect(201);
    }
    june
}

#[rocket::async_test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let app = TestApp::start().await;
    let june = with_orgs(&app).await;
    let whole = june.api(&app).get("/orgs").await.expect(200);
    assert_eq!(whole.members(), ["items", "next_cursor"]);
    assert_eq!(whole.body["next_cursor"], Value::Null);
    let mut seen = Vec::new();
    let mut path = "/orgs?limit=3".to_owned();
    for length in [3, 3, 1] {
        let page = june.api(&app).get(&path).await.expect(200);
        assert_eq!(page.items().len(), length);
        seen.extend(page.each("/name").into_iter().map(str::to_owned));
        match page.body["next_cursor"].as_str() {
            Some(cursor) => path = format!("/orgs?limit=3&cursor={cursor}"),
            None => assert_eq!(length, 1, "the last page"),
        }
    }
    assert_eq!(seen, whole.each("/name"));
}

#[rocket::async_test]
async fn a_page_that_is_just_full_is_the_last() {
    let app = TestApp::start().await;
    let june = with_orgs(&app).await;
    let page = june.api(&app).get("/orgs?limit=7").await.expect(200);
    assert_eq!((page.items().len(), &page.body["next_cursor"]), (7, &Value::Null));
}

#[rocket::async_test]
async fn what_comes_or_goes_between_pages_shifts_nothing() {
    let app = TestApp::start().await;
    let june = with_orgs(&app).await;
    let first = june.api(&app).get("/orgs?limit=3").await.expect(200);
    june.api(&app).post("/orgs", json!({"name": "Newest"})).await.expect(201);
    let second = june.api(&app).get(&format!("/orgs?cursor={}", first.str("/next_cursor"))).await.expect(200);
    assert_eq!(second.each("/name"), ["Org 3", "Org 2", "Org 1", "Org 0"]);
}

#[rocket::async_test]
async fn a_limit_is_from_1_to_200_and_50_if_not_given() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let invitations: Vec<Value> =
        (0..60).map(|which| json!({"email": format!("p{which}@acme.example"), "role": "member"})).collect();
    let path = june.org("/invitations");
    june.api(&app).post(&path, json!({"invitations": invitations})).await.expect(201);
    for (query, length) in [("", 50), ("?limit=1", 1), ("?limit=200", 60), ("?limit=0060", 60)] {
        assert_eq!(june.api(&app).get(&format!("{path}{query}")).await.expect(200).items().len(), length);
    }
    for limit in ["0", "201", "-1", "1.5", "x", "", "99999999999999999999", "1%00"] {
        let refusal = june.api(&app).get(&format!("{path}?limit={limit}")).await;
        let refusal = refusal.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("?limit", "out_of_range")], "{limit}");
    }
}

#[rocket::async_test]
async fn every_list_takes_both_parameters_and_refuses_both_at_once() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let lists =
        ["/sessions", "/orgs", "/account/invitations", &june.org("/members"), &june.org("/invitations")];
    for list in lists {
        let refusal = june.api(&app).get(&format!("{list}?limit=0&cursor=x")).await;
        let refusal = refusal.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.faults(), [("?limit", "out_of_range"), ("?cursor", "cursor_unknown")]);
    }
}

#[rocket::async_test]
async fn an_altered_cursor_is_refused() {
    let app = TestApp::start().await;
    let june = with_orgs(&app).await;
    let page = june.api(&app).get("/orgs?limit=3").await.expect(200);
    let cursor = page.str("/next_cursor");
    for at in [0, cursor.len() / 2, cursor.len() - 2] {
        let other = if cursor.as_bytes()[at] == b'a' { "b" } else { "a" };
        let altered = format!("{}{other}{}", &cursor[..at], &cursor[at + 1..]);
        let refusal = june.api(&app).get(&format!("/orgs?cursor={altered}")).await;
        assert_eq!(refusal.expect_refusal(422, "invalid_values").faults(), [("?cursor", "cursor_unknown")]);
    }
    let org_id = &june.org_id;
    for made_up in ["", "1", "%00", &cursor[1..], &format!("{cursor}A"), org_id] {
        let refusal = june.api(&app).get(&format!("/orgs?cursor={made_up}")).await;
        assert_eq!(refusal.expect_refusal(422, "invalid_values").faults(), [("?cursor", "cursor_unknown")]);
    }
}

#[rocket::async_test]
async fn a_cursor_of_another_list_or_of_somebody_else_is_refused() {
    let app = TestApp::start().await;
    let june = with_orgs(&app).await;
    let adam = app.loner("adam@acme.example").await;
    let page = june.api(&app).get("/orgs?limit=3").await.expect(200);
    let query = format!("?cursor={}", page.str("/next_cursor"));
    june.api(&app).get(&format!("/orgs{query}")).await.expect(200);
    adam.api(&app).get(&format!("/orgs{query}")).await.expect_refusal(422, "invalid_values");
    for list in ["/sessions", "/account/invitations", &june.org("/members"), &june.org("/invitations")] {
        june.api(&app).get(&format!("{list}{query}")).await.expect_refusal(422, "invalid_values");
    }
    let app = TestApp::start().await;
    let june = with_orgs(&app).await;
    june.api(&app).get(&format!("/orgs{query}")).await.expect_refusal(422, "invalid_values");
}
