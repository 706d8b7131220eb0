//! The three orgs of the matrix, and everybody who calls.

use rocket::http::Method;
use rusqlite::Connection;
use serde_json::json;

use super::rows::{May, Row};
use crate::support::{Answer, Api, ApiKey, PASSWORD, Person, TestApp};

/// Who calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Anonymous,
    Owner,
    Admin,
    Member,
    /// Joined, and waits to be let in.
    Pending,
    /// Belongs to another org.
    Outsider,
    /// An owner whose account an operator shut.
    Suspended,
    /// Runs the service, and belongs to no org.
    Operator,
    /// A program of the owner's, with every scope.
    Key,
    /// Another one, with every scope that a key bound to the org can have.
    BoundKey,
}

impl Who {
    pub(super) const ALL: [Self; 10] = [
        Self::Anonymous,
        Self::Owner,
        Self::Admin,
        Self::Member,
        Self::Pending,
        Self::Outsider,
        Self::Suspended,
        Self::Operator,
        Self::Key,
        Self::BoundKey,
    ];
}

/// An org with things in it that can be named.
pub(super) struct Org {
    id: String,
    user_id: String,
    invitation_id: String,
    transfer_id: String,
}

impl Org {
    /// With a member, an open invitation and an offer to take the owner's place.
    async fn furnished(app: &TestApp, owner: &Person, name: &str) -> Self {
        let member = app.joiner(owner, &format!("named@{name}.example"), "member").await;
        let invitation_id = app.invitation(owner, &format!("guest@{name}.example")).await.id;
        let (transfer_id, _) = app.ask_to_take_over(owner, &member).await;
        Self { id: owner.org_id.clone(), user_id: member.id, invitation_id, transfer_id }
    }
}

/// What a call names.
pub(super) struct Named {
    id: String,
    user_id: String,
    invitation_id: String,
    transfer_id: String,
    email: String,
}

impl Named {
    /// A path or a body with what stands for its names.
    fn fill(&self, text: &str) -> String {
        let names = [
            ("id", &*self.id),
            ("token", &*self.id),
            ("user_id", &*self.user_id),
            ("invitation_id", &*self.invitation_id),
            ("transfer_id", &*self.transfer_id),
            ("email", &*self.email),
            ("password", PASSWORD),
        ];
        names.iter().fold(text.to_owned(), |text, (name, value)| {
            text.replace(&format!("<{name}>"), value).replace(&format!("{{{name}}}"), value)
        })
    }
}

/// Everything there is.
pub(super) struct World {
    pub(super) app: TestApp,
    /// The callers' own org.
    pub(super) own: Org,
    /// One that none of them belongs to.
    pub(super) foreign: Org,
    /// One that belongs to the owner, with the admin and the member in it, and is to be deleted.
    pub(super) closed: Org,
    people: Vec<(Who, Person)>,
    keys: [ApiKey; 2],
    /// What is the outsider's, by the route that names it.
    outsiders: Vec<(&'static str, String)>,
    database: Connection,
    made: usize,
}

impl World {
    pub(super) async fn made() -> Self {
        let app = TestApp::start().await;
        let owner = app.founder("owner@acme.example", "Acme").await;
        let admin = app.joiner(&owner, "admin@acme.example", "admin").await;
        let member = app.joiner(&owner, "member@acme.example", "member").await;
        let suspended = app.joiner(&owner, "suspended@acme.example", "owner").await;
        let need_approval = |need: bool| json!({"invitations_need_approval": need});
        owner.api(&app).patch(&owner.org(""), need_approval(true)).await.expect(200);
        let pending = app.joiner(&owner, "pending@acme.example", "owner").await;
        owner.api(&app).patch(&owner.org(""), need_approval(false)).await.expect(200);
        let outsider = app.founder("outsider@globex.example", "Globex").await;
        let operator = app.operator("rita@root.example").await;
        let scopes = (app.scopes().await, app.org_scopes().await);
        let [all, of_org] =
            [&scopes.0, &scopes.1].map(|list| list.iter().map(String::as_str).collect::<Vec<_>>());
        let keys = [owner.api_key(&app, &all).await, owner.bound_api_key(&app, &of_org).await];
        let own = Org::furnished(&app, &owner, "acme").await;
        let stranger = app.founder("owner@initech.example", "Initech").await;
        let foreign = Org::furnished(&app, &stranger, "initech").await;
        let closed = Self::close_another(&app, &owner, [&admin, &member]).await;
        // That a key was used is written now and then: not while a call is looked at.
        for key in &keys {
            key.api(&app).get(&owner.org("")).await.expect(200);
        }
        app.suspend(&suspended).await;
        let database = Connection::open(app.data().join("gatepost.db")).expect("the database opens");
        let people = vec![
            (Who::Owner, owner),
            (Who::Admin, admin),
            (Who::Member, member),
            (Who::Pending, pending),
            (Who::Outsider, outsider),
            (Who::Suspended, suspended),
            (Who::Operator, operator),
        ];
        let mut world =
            Self { app, own, foreign, closed, people, keys, outsiders: Vec::new(), database, made: 0 };
        for route in ["/account/api-keys/", "/jobs/", "/sessions/", "/invitations/", "/ownership-transfers/"]
        {
            let id = world.fresh_of_outsider(route).await;
            world.outsiders.push((route, id));
        }
        world
    }

    /// Another org of the owner's, with these people in it, that is to be deleted.
    async fn close_another(app: &TestApp, owner: &Person, people: [&Person; 2]) -> Org {
        let made = owner.api(app).post("/orgs", json!({"name": "Closed"})).await.expect(201);
        let owner = Person { org_id: made.str("/id").to_owned(), ..owner.clone() };
        for (person, role) in people.into_iter().zip(["admin", "member"]) {
            let token = app.invite(&owner, &person.email, role).await;
            person.accept(app, &token).await.expect(200);
        }
        let org = Org::furnished(app, &owner, "closed").await;
        owner.delete_org(app).await.expect(202);
        org
    }

    pub(super) fn person(&self, who: Who) -> Option<&Person> {
        self.people.iter().find(|(known, _)| *known == who).map(|(_, person)| person)
    }

    /// A client that shows what this caller has to show.
    pub(super) fn api(&self, who: Who) -> Api<'_> {
        match who {
            Who::Anonymous => self.app.anonymous(),
            Who::Key => self.keys[0].api(&self.app),
            Who::BoundKey => self.keys[1].api(&self.app),
            _ => self.person(who).expect("every other caller is a person").api(&self.app),
        }
    }

    /// Signs a person in anew, where a call ends sessions.
    pub(super) async fn sign_in_anew(&mut self, who: Who) {
        let signs_in = |known: Who| known == who && who != Who::Suspended;
        if let Some((_, person)) = self.people.iter_mut().find(|(known, _)| signs_in(*known)) {
            let token = self.app.sign_in(&person.email).await.token;
            person.token = token;
        }
    }

    /// Counts what was committed so far, by anybody.
    pub(super) fn commits(&self) -> i64 {
        let asked = self.database.query_row("PRAGMA data_version", [], |row| row.get(0));
        asked.expect("the database answers")
    }

    /// Sends a row's call about these things.
    pub(super) async fn send(&self, who: Who, row: &Row, named: &Named) -> Answer {
        let (method, path) = row.call.split_once(' ').expect("a method and a path");
        let method: Method = method.parse().expect("a method");
        let body = (!row.body.is_empty()).then(|| named.fill(row.body));
        self.api(who).send(method, &format!("/api/v1{}", named.fill(path)), body).await
    }

    /// What a call names where it stands there all the time.
    pub(super) fn standing(&self, row: &Row, org: &Org) -> Named {
        let path = row.path();
        let id = match (row.may, path.split('/').nth(2)) {
            (May::Holder(..) | May::Letter, _) => {
                &self.outsiders.iter().find(|(route, _)| path.starts_with(route)).expect("a row").1
            }
            (_, Some("users")) => &org.user_id,
            _ => &org.id,
        };
        Named {
            id: id.clone(),
            user_id: org.user_id.clone(),
            invitation_id: org.invitation_id.clone(),
            transfer_id: org.transfer_id.clone(),
            email: "new@mail.example".to_owned(),
        }
    }

    /// What a call names where it is there for this call alone.
    pub(super) async fn fresh(&mut self, row: &Row) -> Named {
        self.made += 1;
        let (path, email) = (row.path(), format!("fresh{}@mail.example", self.made));
        let mut named = Named { email: email.clone(), ..self.standing(row, &self.own) };
        let owner = self.person(Who::Owner).expect("a person");
        if row.names("user_id") {
            named.user_id = self.app.joiner(owner, &email, "member").await.id;
        } else if row.names("invitation_id") {
            named.invitation_id = self.app.invitation(owner, &email).await.id;
        } else if row.names("transfer_id") {
            let successor = self.app.joiner(owner, &email, "member").await;
            named.transfer_id = self.app.ask_to_take_over(owner, &successor).await.0;
        } else if matches!(row.may, May::Holder(..) | May::Letter) {
            let of = self.outsiders.iter().find(|(route, _)| path.starts_with(route)).expect("a row").0;
            named.id = self.fresh_of_outsider(of).await;
        } else if row.may == May::Operator && row.names("id") {
            named.id = self.fresh_for_operator(path, &email).await;
            named.email = format!("another.{email}");
        }
        named
    }

    /// Something of the outsider's that the routes below a path name.
    async fn fresh_of_outsider(&mut self, route: &str) -> String {
        self.made += 1;
        let outsider = self.person(Who::Outsider).expect("a person").clone();
        let app = &self.app;
        match route {
            "/sessions/" => app.sign_in(&outsider.email).await.session_id,
            "/account/api-keys/" => outsider.api_key(app, &["account:read"]).await.id,
            "/jobs/" => {
                let org = outsider.api(app).post("/orgs", json!({"name": "Gone"})).await.expect(201);
                let of_org = Person { org_id: org.str("/id").to_owned(), ..outsider };
                let job = of_org.delete_org(app).await.expect(202);
                of_org.take_back(app, &job).await.expect(204);
                job.str("/id").to_owned()
            }
            _ => {
                let founder = app.founder(&format!("founder{}@hooli.example", self.made), "Hooli").await;
                let invitation = app.invitation(&founder, &outsider.email).await;
                if route == "/invitations/" {
                    return invitation.id;
                }
                outsider.accept(app, &invitation.mailed).await.expect(200);
                app.ask_to_take_over(&founder, &outsider).await.1
            }
        }
    }

    /// Something that an operator's call names.
    async fn fresh_for_operator(&self, path: &str, email: &str) -> String {
        let (app, api) = (&self.app, self.api(Who::Operator));
        match path.split('/').nth(2) {
            Some("users") => {
                let person = app.loner(email).await;
                person.api(app).patch("/account", json!({"allow_support_login": true})).await.expect(200);
                if path.ends_with("/two-factor/reset") {
                    person.turn_two_factor_on(app).await;
                }
                person.id
            }
            Some("orgs") => self.own.id.clone(),
            Some("sign-up-domains") => {
                let made = api.post("/admin/sign-up-domains", json!({"title": "Partners"})).await;
                made.expect(201).str("/id").to_owned()
            }
            Some("mail") => {
                let made = api.post("/admin/mail/test", json!({"to": email})).await;
                made.expect(201).str("/id").to_owned()
            }
            _ => panic!("what does <id> name in {path}? Tell it here"),
        }
    }
}
