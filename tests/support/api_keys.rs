//! API keys, come by as people come by them.

use rocket::http::Method;
use serde_json::{Value, json};

use super::{Api, Person, TestApp};

/// An API key in a program's hands.
#[derive(Clone, Debug)]
pub struct ApiKey {
    /// Its id.
    pub id: String,
    /// The key itself.
    pub secret: String,
}

impl ApiKey {
    /// A client that shows it.
    pub fn api<'a>(&self, app: &'a TestApp) -> Api<'a> {
        app.bearer(&self.secret)
    }
}

impl Person {
    /// Makes a key for all of the person's orgs.
    pub async fn api_key(&self, app: &TestApp, scopes: &[&str]) -> ApiKey {
        self.api_key_of(app, json!({"name": "Program", "scopes": scopes})).await
    }

    /// Makes a key that is bound to the org they act for.
    pub async fn bound_api_key(&self, app: &TestApp, scopes: &[&str]) -> ApiKey {
        self.api_key_of(app, json!({"name": "Program", "scopes": scopes, "org_id": self.org_id})).await
    }

    /// Makes a key as a body says.
    pub async fn api_key_of(&self, app: &TestApp, body: Value) -> ApiKey {
        let made = self.api(app).post("/account/api-keys", body).await.expect(201);
        ApiKey { id: made.str("/id").to_owned(), secret: made.str("/secret").to_owned() }
    }
}

impl TestApp {
    /// Every scope, as the document lists them.
    pub async fn scopes(&self) -> Vec<String> {
        let document = self.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200);
        let scopes = document.body["components"]["schemas"]["Scope"]["enum"].as_array().expect("an enum");
        scopes.iter().map(|scope| scope.as_str().expect("a word").to_owned()).collect()
    }

    /// Every scope that a key bound to an org can have.
    pub async fn org_scopes(&self) -> Vec<String> {
        let scopes = self.scopes().await;
        scopes.into_iter().filter(|scope| !scope.starts_with("account:") && scope != "orgs:create").collect()
    }
}
