//! `/orgs/<id>/invitations`

use gatepost::store::StoreError;

use super::Acme;
use crate::support::Seen;

/// What stands beside the open invitations.
fn mail(page: &Seen) -> Vec<String> {
    page.all(".list p.small .badge")
}

#[rocket::async_test]
async fn many_are_invited_at_once_each_with_a_link_that_is_shown_once() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/invitations");
    let page = browser.open(&path).await.expect(200).expect_text("No invitations are open.");
    let pasted = "a@new.example\r\nBee Poe <b@new.example>, c@new.example; A@new.example";
    let fields = [("emails", pasted), ("role", "admin"), ("message", "Welcome aboard")];
    let page = browser.submit(&page, &path, &fields).await.expect(200).expect_text("3 people are invited.");
    assert_eq!(page.all(".list strong"), ["a@new.example", "b@new.example", "c@new.example"]);
    for (link, email) in page.all(".secret").iter().zip(["a@new.example", "b@new.example", "c@new.example"]) {
        let token = link.split_once("?token=").expect("a token in the link").1;
        assert_eq!(acme.app.look(token).await.expect(200).str("/email"), email);
    }
    let letter = acme.app.last_letter_to("b@new.example").await;
    assert!(letter.text.contains("Welcome aboard"), "{}", letter.text);
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.all(".list strong").len(), 3);
    assert!(!page.answer.text.contains("token="), "links are not shown again");
}

#[rocket::async_test]
async fn an_invitations_letter_speaks_the_language_that_is_chosen_else_the_senders() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await.reading("pt-BR");
    let path = acme.owner.org("/invitations");
    let page = browser.open(&path).await.expect(200);
    let fields = [("emails", "a@new.example，b@new.example"), ("role", "member"), ("language", "de")];
    let said = browser.submit(&page, &path, &fields).await.expect(200);
    assert_eq!(said.all(".list strong"), ["a@new.example", "b@new.example"]);
    browser.submit(&page, &path, &[("emails", "c@new.example")]).await.expect(200);
    for (email, said) in
        [("a@new.example", "lädt Sie"), ("b@new.example", "lädt Sie"), ("c@new.example", "Convite de")]
    {
        let letter = acme.app.last_letter_to(email).await;
        assert!(letter.subject.contains(said), "{}", letter.subject);
    }
    let page =
        browser.submit(&page, &path, &[("emails", "d@new.example"), ("language", "xx")]).await.expect(422);
    assert!(page.fault("language").is_some());
}

#[rocket::async_test]
async fn what_is_wrong_is_said_of_each_address_and_what_was_typed_kept() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/invitations");
    let page = browser.open(&path).await.expect(200);
    let fields = [("emails", "good@new.example, bad@, worse"), ("role", "admin"), ("message", "Hello")];
    let page = browser.submit(&page, &path, &fields).await.expect(422);
    assert_eq!(page.all("#emails-fault bdi"), ["bad@", "worse"]);
    assert_eq!(page.value("emails").as_deref(), Some("good@new.example, bad@, worse"));
    assert_eq!(page.value("message").as_deref(), Some("Hello"));
    assert_eq!(page.attr("#role option[selected]", "value").as_deref(), Some("admin"));
    let fields = [("emails", "good@new.example mia@acme.example olivia@acme.example")];
    let page = browser.submit(&page, &path, &fields).await.expect(422);
    assert_eq!(page.all("#emails-fault bdi"), ["mia@acme.example", "olivia@acme.example"]);
    let page = page.expect_text("This person is a member already.");
    let page = browser.submit(&page, &path, &[("emails", " , ")]).await.expect(422);
    assert_eq!(page.fault("emails").as_deref(), Some("This is needed."));
    let many = (0..201).map(|n| format!("a{n}@new.example")).collect::<Vec<_>>().join(" ");
    let page = browser.submit(&page, &path, &[("emails", &many)]).await.expect(422);
    assert!(page.fault("emails").is_some());
    let list = acme.owner.api(&acme.app).get(&format!("{path}?state=pending")).await.expect(200);
    assert!(list.items().is_empty(), "all or none");
}

#[rocket::async_test]
async fn what_became_of_each_letter_is_said_beside_it() {
    const FAIL: &str =
        "UPDATE outbox SET stage = 'failed', detail = '550 No such user' WHERE recipient = 'b@new.example'";
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.owner).await;
    let path = acme.owner.org("/invitations");
    let page = browser.open(&path).await.expect(200);
    browser.submit(&page, &path, &[("emails", "a@new.example b@new.example")]).await.expect(200);
    assert_eq!(mail(&browser.open(&path).await), ["Letter on its way", "Letter on its way"]);
    let written = acme.app.app.store.write(|tx| tx.execute(FAIL, &[]).map(|_| ()));
    let written: Result<(), StoreError> = written.await;
    written.expect("the row can be written");
    acme.app.letters_to("a@new.example").await;
    let page = browser.open(&path).await.expect(200).expect_text("The mail server said: 550 No such user");
    assert_eq!(mail(&page), ["Letter refused", "Letter delivered"]);
}

#[rocket::async_test]
async fn an_invitation_is_sent_again_and_taken_back() {
    let acme = Acme::found().await;
    let invitation = acme.app.invitation(&acme.owner, "june@new.example").await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/invitations");
    let (resend, revoke) =
        (format!("{path}/{}/resend", invitation.id), format!("{path}/{}/revoke", invitation.id));
    let page = browser.open(&path).await.expect(200);
    let page = browser.submit(&page, &resend, &[]).await.expect(200).expect_text("The letter goes out again");
    assert_eq!(acme.app.letters_to("june@new.example").await.len(), 2);
    let fresh = browser.submit(&page, &revoke, &[]).await.expect(200);
    fresh.expect_text("Its links no longer work.").expect_text("No invitations are open.");
    acme.app.look(&invitation.mailed).await.expect(410);
    let late = browser.submit(&page, &resend, &[]).await.expect(409);
    assert!(late.fault("").is_some(), "whoever comes too late is told so");
    let page = browser.open(&format!("{path}?state=revoked")).await.expect(200);
    assert_eq!(page.all(".list strong"), ["june@new.example"]);
    assert!(!page.has_form(&resend));
    let page = browser.open(&format!("{path}?state=all")).await.expect(200);
    assert_eq!(page.all(".list strong").len(), 3);
}

#[rocket::async_test]
async fn nobody_invites_above_their_own_role() {
    let acme = Acme::found().await;
    let mut browser = acme.browser(&acme.admin).await;
    let path = acme.owner.org("/invitations");
    let page = browser.open(&path).await.expect(200);
    assert_eq!(page.all("#role option"), ["Admin", "Member"]);
    let fields = [("emails", "june@new.example"), ("role", "owner")];
    let page = browser.submit(&page, &path, &fields).await.expect(403);
    assert!(page.fault("").is_some());
    assert_eq!(page.value("emails").as_deref(), Some("june@new.example"));
}
