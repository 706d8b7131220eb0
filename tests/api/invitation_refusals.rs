//! Invitations that can't be used: each way of using one says why, and joins nobody.

use std::time::Duration;

use crate::support::{Invitation, Person, TestApp};

const ADAM: &str = "adam@acme.example";
const LIFETIME: Duration = Duration::from_hours(7 * 24);

/// An invitation of Adam, who has an account, and of Mia, who has none.
struct Invited {
    app: TestApp,
    june: Person,
    adam: Person,
    adams: Invitation,
    mias: Invitation,
}

impl Invited {
    async fn both() -> Self {
        let app = TestApp::start().await;
        let june = app.founder("june@acme.example", "Acme").await;
        let adam = app.loner(ADAM).await;
        app.clock.stop();
        let adams = app.invitation(&june, ADAM).await;
        let mias = app.invitation(&june, "mia@acme.example").await;
        Self { app, june, adam, adams, mias }
    }

    /// Uses both invitations in every way there is; each must be refused with this code.
    async fn expect_refused_everywhere(&self, code: &str) {
        let app = &self.app;
        let adam = app.sign_in(ADAM).await;
        for token in [&self.adams.mailed, &self.adams.shared] {
            app.look(token).await.expect_refusal(410, code);
            app.accept_signed_out(token).await.expect_refusal(410, code);
            adam.accept(app, token).await.expect_refusal(410, code);
            app.decline(token).await.expect_refusal(410, code);
        }
        adam.accept(app, &self.adams.id).await.expect_refusal(410, code);
        for token in [&self.mias.mailed, &self.mias.shared] {
            app.sign_up_invited(&self.mias.email, token).await.expect_refusal(410, code);
        }
        assert!(adam.api(app).get("/account/invitations").await.expect(200).items().is_empty());
    }

    async fn expect_nobody_joined(&self) {
        let june = self.app.sign_in(&self.june.email).await;
        assert_eq!(self.app.count_members(&june).await, 1);
    }
}

#[rocket::async_test]
async fn an_expired_invitation_is_refused_from_its_very_instant_on() {
    let invited = Invited::both().await;
    invited.app.clock.advance(LIFETIME);
    invited.expect_refused_everywhere("token_expired").await;
    invited.expect_nobody_joined().await;
}

#[rocket::async_test]
async fn an_invitation_is_good_until_its_last_moment() {
    let invited = Invited::both().await;
    invited.app.clock.advance(LIFETIME.checked_sub(Duration::from_micros(1)).expect("longer than that"));
    let adam = invited.app.sign_in(ADAM).await;
    adam.accept(&invited.app, &invited.adams.shared).await.expect(200);
    invited.app.sign_up_invited(&invited.mias.email, &invited.mias.mailed).await.expect(201);
}

#[rocket::async_test]
async fn a_revoked_invitation_is_refused() {
    let invited = Invited::both().await;
    for id in [&invited.adams.id, &invited.mias.id] {
        let path = invited.june.org(&format!("/invitations/{id}"));
        invited.june.api(&invited.app).delete(&path).await.expect(204);
    }
    invited.expect_refused_everywhere("invitation_revoked").await;
    invited.expect_nobody_joined().await;
}

#[rocket::async_test]
async fn a_declined_invitation_is_refused_and_its_org_sees_why() {
    let invited = Invited::both().await;
    for token in [&invited.adams.mailed, &invited.mias.shared] {
        invited.app.decline(token).await.expect(204);
    }
    invited.expect_refused_everywhere("invitation_declined").await;
    invited.expect_nobody_joined().await;
    let list = invited.june.api(&invited.app).get(&invited.june.org("/invitations")).await.expect(200);
    assert_eq!(list.each("/state"), ["declined", "declined"]);
}

#[rocket::async_test]
async fn an_invitation_into_an_org_that_is_gone_is_refused() {
    let invited = Invited::both().await;
    invited.june.delete_org(&invited.app).await.expect(202);
    invited.expect_refused_everywhere("org_gone").await;
}

#[rocket::async_test]
async fn an_invitation_that_was_used_is_spent_for_everybody() {
    let invited = Invited::both().await;
    let Invited { app, adam, adams, mias, .. } = &invited;
    adam.accept(app, &adams.shared).await.expect(200);
    app.sign_up_invited(&mias.email, &mias.shared).await.expect(201);
    invited.expect_refused_everywhere("token_spent").await;
    assert_eq!(app.count_members(&invited.june).await, 3);
}

#[rocket::async_test]
async fn somebody_else_is_refused_even_with_the_secret_and_harms_nothing() {
    let invited = Invited::both().await;
    let Invited { app, june, adams, mias, .. } = &invited;
    let eve = app.founder("eve@evil.example", "Evil").await;
    for token in [&adams.mailed, &adams.shared, &mias.mailed] {
        eve.accept(app, token).await.expect_refusal(403, "wrong_account");
        june.accept(app, token).await.expect_refusal(403, "wrong_account");
        app.sign_up_invited("fresh@evil.example", token).await.expect_refusal(403, "wrong_account");
    }
    let letters = app.letters_to("fresh@evil.example").await;
    assert!(letters.is_empty(), "nothing was made");
    invited.adam.accept(app, &adams.mailed).await.expect(200);
    app.sign_up_invited(&mias.email, &mias.mailed).await.expect(201);
}

#[rocket::async_test]
async fn an_id_serves_its_own_address_alone() {
    let invited = Invited::both().await;
    let Invited { app, adam, adams, mias, .. } = &invited;
    adam.accept(app, &mias.id).await.expect_refusal(404, "invitation_not_found");
    let unknown = "0190c5a8-0000-7000-8000-000000000000";
    adam.accept(app, unknown).await.expect_refusal(404, "invitation_not_found");
    app.look(&adams.id).await.expect_refusal(404, "token_unknown");
    app.accept_signed_out(&adams.id).await.expect_refusal(401, "not_signed_in");
    app.decline(&adams.id).await.expect_refusal(401, "not_signed_in");
    let decline = |id: &str| format!("/invitations/{id}/decline");
    adam.api(app).post_empty(&decline(&mias.id)).await.expect_refusal(404, "invitation_not_found");
    adam.accept(app, &adams.id).await.expect(200);
}

#[rocket::async_test]
async fn a_token_that_was_never_ours_is_unknown_everywhere() {
    let invited = Invited::both().await;
    let Invited { app, adam, adams, .. } = &invited;
    let (cut, altered) = (&adams.mailed[1..], format!("A{}", &adams.mailed[1..]));
    let altered = if altered == adams.mailed { format!("B{}", &adams.mailed[1..]) } else { altered };
    for token in [cut, &altered, "x", &"a".repeat(43), &"a".repeat(3000)] {
        app.look(token).await.expect_refusal(404, "token_unknown");
        app.decline(token).await.expect_refusal(404, "token_unknown");
        app.accept_signed_out(token).await.expect_refusal(404, "token_unknown");
        adam.accept(app, token).await.expect_refusal(404, "token_unknown");
        app.sign_up_invited("mia@acme.example", token).await.expect_refusal(404, "token_unknown");
    }
}
