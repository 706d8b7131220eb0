//! `/orgs/<id>/audit`

use super::Acme;

#[rocket::async_test]
async fn who_did_what_is_told_in_words() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let page = browser.open(&acme.owner.org("/audit")).await.expect(200);
    let said = page.all("td:nth-child(3)");
    for action in ["founded the organization", "invited a person", "joined the organization", "signed in"] {
        assert!(said.iter().any(|told| told == action), "{action}: {said:?}");
    }
    let invited = said.iter().position(|told| told == "invited a person").expect("it is said");
    assert_eq!(page.all("td:nth-child(2)")[invited], "June Doe");
    assert_eq!(page.all("td:nth-child(4)")[invited], "mia@acme.example");
    assert_eq!(page.all("td:nth-child(5)")[invited], "127.0.0.1");
}

#[rocket::async_test]
async fn the_audit_is_narrowed_to_an_action_and_a_person() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/audit");
    let page = browser.open(&format!("{path}?action=member.joined")).await.expect(200);
    assert_eq!(page.all("td:nth-child(3)"), vec!["joined the organization"; 3]);
    assert_eq!(page.attr("#action option[selected]", "value").as_deref(), Some("member.joined"));
    let narrowed = format!("{path}?action=member.joined&actor={}", acme.member.id);
    let page = browser.open(&narrowed).await.expect(200);
    assert_eq!(page.all("td:nth-child(2)"), ["Adam Poe"]);
    assert_eq!(page.attr("#actor option[selected]", "value").as_deref(), Some(acme.member.id.as_str()));
    let page = browser.open(&format!("{path}?action=org.deleted&actor=")).await.expect(200);
    page.expect_text("Nothing like this was done yet.");
}

#[rocket::async_test]
async fn a_person_whose_account_is_gone_is_someone_who_left() {
    let acme = Acme::found().await;
    acme.member.delete_account(&acme.app).await.expect(202);
    acme.app.clock.advance(std::time::Duration::from_hours(24 * 8));
    acme.app.run_jobs().await;
    let owner = acme.app.sign_in(&acme.owner.email).await;
    let mut browser = acme.browser(&owner).await;
    let page = browser.open(&acme.owner.org("/audit?action=member.removed")).await.expect(200);
    let target = page.all("td:nth-child(4)").pop().expect("it is told");
    assert!(target.starts_with("Someone who left"), "{target}");
}
