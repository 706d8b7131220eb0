//! Invitations with both of their tokens.

use serde_json::json;

use super::{Answer, Person, TestApp};

/// An open invitation.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Its id.
    pub id: String,
    /// Who is invited.
    pub email: String,
    /// The token of the letter.
    pub mailed: String,
    /// The token of the link that the inviter was shown.
    pub shared: String,
}

impl Person {
    /// A path under the org they act for: `/orgs/{id}…`.
    pub fn org(&self, rest: &str) -> String {
        format!("/orgs/{}{rest}", self.org_id)
    }

    /// Accepts an invitation by a token, or by its id.
    pub async fn accept(&self, app: &TestApp, token_or_id: &str) -> Answer {
        self.api(app).post_empty(&format!("/invitations/{token_or_id}/accept")).await
    }

    /// Looks who they are.
    pub async fn who_am_i(&self, app: &TestApp) -> Answer {
        self.api(app).get("/sessions/current").await
    }
}

impl TestApp {
    /// Invites an address as a member, and reads its letter.
    pub async fn invitation(&self, inviter: &Person, email: &str) -> Invitation {
        let body = json!({"email": email, "role": "member"});
        let answer = inviter.api(self).post(&inviter.org("/invitations"), body).await.expect(201);
        let shared = answer.str("/link").split_once("?token=").expect("a token in the link").1.to_owned();
        let mailed = self.last_letter_to(email).await.token("invitation");
        Invitation { id: answer.str("/id").to_owned(), email: email.to_owned(), mailed, shared }
    }

    /// Looks at an invitation by one of its tokens, as anybody can.
    pub async fn look(&self, token: &str) -> Answer {
        self.anonymous().get(&format!("/invitations/{token}")).await
    }

    /// Accepts an invitation without being signed in.
    pub async fn accept_signed_out(&self, token: &str) -> Answer {
        self.anonymous().post_empty(&format!("/invitations/{token}/accept")).await
    }

    /// Declines an invitation without being signed in.
    pub async fn decline(&self, token: &str) -> Answer {
        self.anonymous().post_empty(&format!("/invitations/{token}/decline")).await
    }

    /// How many members the org of a person has.
    pub async fn count_members(&self, member: &Person) -> usize {
        member.api(self).get(&member.org("/members?limit=200")).await.expect(200).items().len()
    }
}
