//! T28: programs that open every link of a letter change nothing.

use rocket::http::Method;

use crate::support::{Kind, TestApp};

/// Where a token might be opened: the link itself, and its call in the API.
fn places(kind: Kind, token: &str) -> Vec<String> {
    let journey = kind.journey();
    let mut places = vec![
        format!("/{journey}?token={token}"),
        format!("/{journey}/{token}"),
        format!("/api/v1/{journey}?token={token}"),
        format!("/api/v1/activation?token={token}"),
        format!("/api/v1/setup?token={token}"),
        format!("/api/v1/sign-up?invitation={token}"),
        format!("/api/v1/not-me/{token}"),
        format!("/api/v1/password-resets/{token}"),
        format!("/api/v1/sessions/two-factor?challenge={token}"),
    ];
    for action in ["", "/accept", "/decline", "?accept=true"] {
        places.push(format!("/api/v1/invitations/{token}{action}"));
        places.push(format!("/api/v1/ownership-transfers/{token}{action}"));
    }
    for action in ["", "/accept", "/deny", "/confirm", "?accept=true"] {
        places.push(format!("/api/v1/email-changes/{token}{action}"));
    }
    places
}

/// Broken: disowning was also mounted for GET.
#[rocket::async_test]
async fn t28_opening_a_mailed_link_changes_nothing() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for kind in Kind::ALL {
        let token = app.one_time(&june, kind, &format!("{kind:?}@mail.example").to_lowercase()).await;
        let letters = app.letters().await.len();
        for place in places(kind, &token.token) {
            for method in [Method::Get, Method::Head, Method::Options] {
                for purpose in ["prefetch", "preview", ""] {
                    let scanner = app
                        .anonymous()
                        .header("User-Agent", "Mozilla/5.0 (compatible; LinkScanner/1.0)")
                        .header("Purpose", purpose)
                        .header("Sec-Purpose", purpose)
                        .header("X-HTTP-Method-Override", "POST");
                    let answer = scanner.send(method, &place, None).await;
                    // The page of the link itself, which has a button.
                    let is_page = place.starts_with(&format!("/{}?token=", kind.journey()));
                    let is_look = is_page
                        || match kind.journey() {
                            "invitation" => place.contains("/invitations/"),
                            "email-change/accept" | "email-change/deny" | "email-change/confirm" => {
                                place.contains("/email-changes/")
                            }
                            "ownership-transfer" => place.contains("/ownership-transfers/"),
                            "reset" => place.contains("/password-resets/"),
                            _ => false,
                        };
                    let allowed: &[u16] = match method {
                        Method::Options => &[204, 404, 405],
                        _ if is_look => &[200, 404, 405],
                        _ => &[404, 405],
                    };
                    assert!(allowed.contains(&answer.status), "{method} {place}: {}", answer.status);
                    assert!(answer.header("location").is_none());
                }
            }
        }
        assert_eq!(app.letters().await.len(), letters, "{kind:?}: somebody was written to");
        let used = token.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?} was used up: {}", used.text);
    }
}

/// Broken: looking accepted for a caller who was signed in as the invited person.
#[rocket::async_test]
async fn t28_looking_at_an_invitation_changes_nothing_whoever_looks() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.loner("adam@mail.example").await;
    let token = app.invite(&june, &adam.email, "member").await;
    let list = format!("/orgs/{}/invitations", june.org_id);
    let before = june.api(&app).get(&list).await.expect(200).body;
    let path = format!("/api/v1/invitations/{token}");
    for api in [app.anonymous(), adam.api(&app), june.api(&app)] {
        for method in [Method::Get, Method::Head] {
            let answer = api.send(method, &path, None).await.expect(200);
            assert_eq!(answer.header("cache-control"), Some("no-store"), "a shared cache keeps no secret");
        }
    }
    assert_eq!(june.api(&app).get(&list).await.expect(200).body, before);
    assert!(adam.api(&app).get("/orgs").await.expect(200).body["items"].as_array().unwrap().is_empty());
}
