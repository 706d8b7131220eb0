//! Changes of address with all three of their links.

use serde_json::json;

use super::{Answer, PASSWORD, Person, TestApp};

/// The tokens of the letters that a request for another address causes.
#[derive(Clone, Debug)]
pub struct EmailChangeLinks {
    /// Accepts, at the old address.
    pub accept: String,
    /// Denies, at the old address.
    pub deny: String,
    /// Confirms, at the new address.
    pub confirm: String,
}

impl EmailChangeLinks {
    /// Uses the link to accept.
    pub async fn accept(&self, app: &TestApp) -> Answer {
        app.anonymous().post_empty(&format!("/email-changes/{}/accept", self.accept)).await
    }

    /// Uses the link to deny.
    pub async fn deny(&self, app: &TestApp) -> Answer {
        app.anonymous().post_empty(&format!("/email-changes/{}/deny", self.deny)).await
    }

    /// Uses the link to confirm.
    pub async fn confirm(&self, app: &TestApp) -> Answer {
        app.anonymous().post_empty(&format!("/email-changes/{}/confirm", self.confirm)).await
    }

    /// Accepts and confirms.
    pub async fn complete(&self, app: &TestApp) {
        self.accept(app).await.expect(200);
        self.confirm(app).await.expect(200);
    }
}

impl TestApp {
    /// Asks for another address that nobody has, and reads the letters.
    pub async fn ask_for_address(&self, person: &Person, email: &str) -> EmailChangeLinks {
        let body = json!({"password": PASSWORD, "email": email});
        person.api(self).post("/account/email-changes", body).await.expect(202);
        EmailChangeLinks {
            accept: self.last_token_to(&person.email, "email-change/accept").await,
            deny: self.last_token_to(&person.email, "email-change/deny").await,
            confirm: self.last_token_to(email, "email-change/confirm").await,
        }
    }

    /// Gives somebody another address, by the links in both mailboxes; they sign in anew.
    pub async fn change_address(&self, person: &Person, email: &str) -> Person {
        self.ask_for_address(person, email).await.complete(self).await;
        self.sign_in(email).await
    }
}
