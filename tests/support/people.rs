//! People who have come to be by the API, as people do.

use gatepost::domain::accounts::make_operator::{MadeOperator, make_operator};
use gatepost::model::{EmailAddress, OrgId, Role, UserId};
use gatepost::store::queries::memberships::update_role;
use gatepost::store::{StoreError, Topic, Write};
use serde_json::json;

use super::{Answer, Api, TestApp};

/// A password that nobody guesses, in tests alone.
pub const PASSWORD: &str = "wandering copper teapot";

/// Somebody who is signed in.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their address.
    pub email: String,
    /// Their id.
    pub id: String,
    /// Their session's token.
    pub token: String,
    /// Their session's id.
    pub session_id: String,
    /// The org they act for; empty when none.
    pub org_id: String,
}

impl Person {
    /// A client that shows their token.
    pub fn api<'a>(&self, app: &'a TestApp) -> Api<'a> {
        app.bearer(&self.token)
    }
}

impl Person {
    /// Asks for the deletion of their account.
    pub async fn delete_account(&self, app: &TestApp) -> Answer {
        self.api(app).delete_with("/account", json!({"password": PASSWORD})).await
    }

    /// Asks for the deletion of the org they act for.
    pub async fn delete_org(&self, app: &TestApp) -> Answer {
        self.api(app).delete_with(&self.org(""), json!({"password": PASSWORD})).await
    }

    /// Takes a job back.
    pub async fn take_back(&self, app: &TestApp, job: &Answer) -> Answer {
        self.api(app).delete(&format!("/jobs/{}", job.str("/id"))).await
    }
}

impl TestApp {
    /// Somebody who signed up with an org, proved their mailbox and signed in.
    pub async fn founder(&self, email: &str, org: &str) -> Person {
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "org": {"name": org}});
        self.anonymous().post("/sign-up", body).await.expect(201);
        self.activate(email).await;
        self.sign_in(email).await
    }

    /// Somebody who signed up without an org, proved their mailbox and signed in.
    pub async fn loner(&self, email: &str) -> Person {
        let body = json!({"email": email, "password": PASSWORD, "name": "June Doe"});
        self.anonymous().post("/sign-up", body).await.expect(201);
        self.activate(email).await;
        self.sign_in(email).await
    }

    /// Somebody who was invited by `inviter`, signed up with the mailed token and signed in.
    pub async fn joiner(&self, inviter: &Person, email: &str, role: &str) -> Person {
        let token = self.invite(inviter, email, role).await;
        let body = json!({"email": email, "password": PASSWORD, "name": "Adam Poe", "invitation": token});
        self.anonymous().post("/sign-up", body).await.expect(201);
        self.sign_in(email).await
    }

    /// Somebody without an org who runs the service.
    pub async fn operator(&self, email: &str) -> Person {
        let person = self.loner(email).await;
        self.make_operator(&person).await;
        person
    }

    /// Makes somebody an operator, as the command line does.
    pub async fn make_operator(&self, person: &Person) {
        let email = EmailAddress::parse(&person.email).expect("an address");
        let made = make_operator(&self.app, email).await.expect("the mailbox is proven");
        assert!(matches!(made, MadeOperator::Granted(_)), "they have an account");
    }

    /// Invites an address, and answers the mailed token.
    pub async fn invite(&self, inviter: &Person, email: &str, role: &str) -> String {
        let path = format!("/orgs/{}/invitations", inviter.org_id);
        inviter.api(self).post(&path, json!({"email": email, "role": role})).await.expect(201);
        self.last_letter_to(email).await.token("invitation")
    }

    /// Uses the newest activation letter to an address.
    pub async fn activate(&self, email: &str) {
        let token = self.last_letter_to(email).await.token("activate");
        self.anonymous().post("/activation", json!({"token": token})).await.expect(200);
    }

    /// Shuts an account and nothing else: an operator who does it ends its sessions besides, which would hide that a shut
    /// account is refused by itself.
    pub async fn suspend(&self, person: &Person) {
        const SUSPEND: &str = "UPDATE users SET state = 'suspended' WHERE id = ?1";
        let id: UserId = person.id.parse().expect("an id");
        let shut = move |tx: &mut dyn Write| -> Result<(), StoreError> {
            tx.execute(SUSPEND, &[id.into()])?;
            tx.announce(Topic::User, id.uuid());
            Ok(())
        };
        self.app.store.write(shut).await.expect("the row can be written");
    }

    /// Makes an owner a member whoever else is one: by the API an org keeps an owner.
    pub async fn step_down_unasked(&self, owner: &Person) {
        let user_id: UserId = owner.id.parse().expect("an id");
        let org_id: OrgId = owner.org_id.parse().expect("an id");
        let written = self.app.store.write(move |tx| update_role(tx, user_id, org_id, Role::Member)).await;
        written.expect("the row can be written");
    }

    /// Signs an operator in as a person, who allows it.
    pub async fn support_login(&self, person: &Person, operator: &Person) -> Answer {
        person.api(self).patch("/account", json!({"allow_support_login": true})).await.expect(200);
        let path = format!("/admin/users/{}/support-login", person.id);
        operator.api(self).post_empty(&path).await.expect(201)
    }

    /// Signs somebody in with [`PASSWORD`].
    pub async fn sign_in(&self, email: &str) -> Person {
        let answer = self
            .anonymous()
            .post("/sessions", json!({"email": email, "password": PASSWORD}))
            .await
            .expect(201);
        Person {
            email: email.to_owned(),
            id: answer.str("/user/id").to_owned(),
            token: answer.str("/token").to_owned(),
            session_id: answer.str("/session/id").to_owned(),
            org_id: answer
                .body
                .pointer("/orgs/0/id")
                .and_then(|id| id.as_str())
                .unwrap_or_default()
                .to_owned(),
        }
    }
}
