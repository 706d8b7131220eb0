//! The pages of organizations.

mod audit;
mod deletion;
mod invitations;
mod members;
mod mine;
mod ownership;
mod settings;

use crate::support::{Browser, PASSWORD, Person, TestApp};

/// An org with one of each role.
struct Acme {
    app: TestApp,
    owner: Person,
    admin: Person,
    member: Person,
}

impl Acme {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("olivia@acme.example", "Acme").await;
        let admin = app.joiner(&owner, "adam@acme.example", "admin").await;
        let member = app.joiner(&owner, "mia@acme.example", "member").await;
        Self { app, owner, admin, member }
    }

    /// The browser of somebody who is signed in.
    async fn browser(&self, person: &Person) -> Browser<'_> {
        browser(&self.app, person).await
    }

    /// The path of somebody's page as a member, and what is below it.
    fn path(&self, person: &Person, rest: &str) -> String {
        self.owner.org(&format!("/members/{}{rest}", person.id))
    }

    async fn role_of(&self, person: &Person) -> String {
        person.who_am_i(&self.app).await.expect(200).body["role"].as_str().unwrap_or_default().to_owned()
    }
}

/// The browser of somebody who is signed in.
async fn browser<'a>(app: &'a TestApp, person: &Person) -> Browser<'a> {
    let mut browser = Browser::new(app);
    let page = browser.open("/sign-in?next=/orgs").await.expect(200);
    let fields = [("login", person.email.as_str()), ("password", PASSWORD)];
    browser.submit(&page, "/sign-in", &fields).await.expect(200);
    browser
}
