//! A person is one person, whichever face of the service they are seen through: the native API or any dialect.

use gatepost::web::dialects::backstack::wire::ids;
use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, Api, TestApp};

/// Good by the rule of every face.
const PASSWORD: &str = "Wandering copper 4 teapots!";
const ANOTHER: &str = "Borrowed violet 7 lanterns!";

const NOBODYS_ID: &str = "01932c07-209c-7f5b-8a3e-0123456789ab";

/// A face of the service.
#[derive(Clone, Copy, Debug)]
enum Face {
    Native,
    Polygonid,
    Pm415,
    Cycle,
    Backstack,
}

/// All of them.
const FACES: [Face; 5] = [Face::Native, Face::Polygonid, Face::Pm415, Face::Cycle, Face::Backstack];

/// Those that people are made through and sign in through.
const DOORS: [Face; 4] = [Face::Native, Face::Polygonid, Face::Pm415, Face::Backstack];

const NO_DOOR: &str = "Cycle documents no call for it";

async fn post(api: &Api<'_>, path: &str, body: Value) -> Answer {
    api.send(Method::Post, path, Some(body.to_string())).await
}

impl Face {
    /// Makes somebody with [`PASSWORD`] who can sign in.
    async fn make(self, app: &TestApp, email: &str) {
        let api = app.anonymous();
        match self {
            Self::Native => {
                let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "org": {"name": "Acme"}});
                post(&api, "/api/v1/sign-up", body).await.expect(201);
                app.activate(email).await;
            }
            Self::Polygonid => {
                let body = json!({"email": email, "password": PASSWORD});
                post(&api, "/v1/orgs/account-management", body).await.expect(201);
            }
            Self::Pm415 => {
                let body = json!({"email": email, "password": PASSWORD, "confirmation": PASSWORD,
                    "firstName": "June", "lastName": "Doe", "tosAccepted": "Y", "organization": email});
                post(&api, "/api/account/register", body).await.expect(200);
                let token = app.last_letter_to(email).await.token("activate");
                let verify = format!("/api/account/verify?token={token}");
                api.send(Method::Get, &verify, None).await.expect(200);
            }
            Self::Backstack => {
                let domain = ids::domain(app.sign_up_domain(None).await.id);
                let body = json!({"domain_id": domain, "account_title": "Acme", "name": "June Doe",
                    "password": PASSWORD, "email": email, "country_id": "US"});
                let told = post(&api, "/v1/auth/signup", body).await.expect(200);
                let body = json!({"token": told.str("/token")});
                post(&api, "/v1/auth/signup-activation", body).await.expect(200);
            }
            Self::Cycle => panic!("{NO_DOOR}"),
        }
    }

    /// Signs somebody in; `None` where they are refused.
    async fn sign_in(self, app: &TestApp, email: &str, password: &str) -> Option<String> {
        let api = app.anonymous();
        let body = json!({"email": email, "password": password});
        let answer = match self {
            Self::Native => post(&api, "/api/v1/sessions", body).await,
            Self::Polygonid => post(&api, "/v1/orgs/sign-in", body).await,
            Self::Pm415 => post(&api, "/api/account/login", body).await,
            Self::Backstack => {
                let body = json!({"username": email, "password": password});
                post(&api, "/v1/auth/login", body).await
            }
            Self::Cycle => panic!("{NO_DOOR}"),
        };
        if !matches!(answer.status, 200 | 201) {
            assert!(matches!(answer.status, 400 | 401), "{}", answer.text);
            return None;
        }
        let token = match self {
            Self::Backstack => {
                let cookie = answer.header("set-cookie").expect("a cookie");
                cookie
                    .strip_prefix("BackstackJWT=")
                    .and_then(|rest| rest.split(';').next())
                    .expect("its value")
            }
            _ => answer.str("/token"),
        };
        Some(token.to_owned())
    }

    /// Whether somebody who shows a token is signed in here.
    async fn knows(self, app: &TestApp, token: &str) -> bool {
        let api = app.bearer(token);
        let (status, signed_in) = match self {
            Self::Native => (api.get("/sessions/current").await.status, 200),
            Self::Polygonid => {
                // It has no call that changes nothing; this one is about somebody else.
                let path = format!("/v1/orgs/account-management/{NOBODYS_ID}");
                let body = json!({"password": PASSWORD, "newPassword": ANOTHER});
                (api.send(Method::Patch, &path, Some(body.to_string())).await.status, 403)
            }
            Self::Pm415 => (api.send(Method::Get, "/api/user", None).await.status, 200),
            Self::Cycle => (api.send(Method::Get, "/v1/account", None).await.status, 200),
            Self::Backstack => (api.send(Method::Get, "/v1/auth/user", None).await.status, 200),
        };
        assert!(status == signed_in || status == 401, "{self:?}: {status}");
        status == signed_in
    }

    /// Sets [`ANOTHER`] password in place of [`PASSWORD`].
    async fn change_password(self, app: &TestApp, email: &str, token: &str) {
        let api = app.bearer(token);
        match self {
            Self::Native => {
                let body = json!({"current": PASSWORD, "new": ANOTHER});
                api.put("/account/password", body).await.expect(204);
            }
            Self::Polygonid => {
                let id = api.get("/account").await.expect(200).str("/id").to_owned();
                let path = format!("/v1/orgs/account-management/{id}");
                let body = json!({"password": PASSWORD, "newPassword": ANOTHER});
                api.send(Method::Patch, &path, Some(body.to_string())).await.expect(200);
            }
            Self::Pm415 => {
                post(&api, "/api/account/forgotpassword", json!({"email": email})).await.expect(200);
                let token = app.last_token_to(email, "reset").await;
                let body = json!({"token": token, "password": ANOTHER, "confirmation": ANOTHER});
                post(&api, "/api/account/changepassword", body).await.expect(200);
            }
            Self::Cycle => {
                let body = json!({"current": PASSWORD, "new": ANOTHER}).to_string();
                api.send(Method::Patch, "/v1/account/password", Some(body)).await.expect(200);
            }
            Self::Backstack => {
                post(&api, "/v1/auth/user", json!({"password": ANOTHER})).await.expect(200);
            }
        }
    }

    /// Ends the session of a token; `None` where there is no call for it.
    async fn sign_out(self, app: &TestApp, token: &str) -> Option<()> {
        let api = app.bearer(token);
        match self {
            Self::Native => api.delete("/sessions/current").await.expect(204),
            Self::Polygonid => api.send(Method::Post, "/v1/orgs/sign-out", None).await.expect(200),
            Self::Backstack => api.send(Method::Post, "/v1/auth/logout", None).await.expect(200),
            Self::Pm415 | Self::Cycle => return None,
        };
        Some(())
    }
}

#[rocket::async_test]
async fn a_person_made_through_any_face_signs_in_through_every_other() {
    let app = TestApp::start().await;
    for maker in DOORS {
        let email = format!("{maker:?}@acme.example").to_lowercase();
        maker.make(&app, &email).await;
        for door in DOORS {
            let token = door.sign_in(&app, &email, PASSWORD).await;
            let token = token.unwrap_or_else(|| panic!("made by {maker:?}, {door:?} refuses"));
            for face in FACES {
                assert!(face.knows(&app, &token).await, "made by {maker:?}, signed in by {door:?}: {face:?}");
            }
        }
    }
}

#[rocket::async_test]
async fn a_password_changed_through_one_face_is_changed_in_all() {
    let app = TestApp::start().await;
    for changer in FACES {
        let email = format!("{changer:?}@acme.example").to_lowercase();
        Face::Native.make(&app, &email).await;
        let mut before = Vec::new();
        for door in DOORS {
            before.push(door.sign_in(&app, &email, PASSWORD).await.expect("the password is right"));
        }
        let token = Face::Native.sign_in(&app, &email, PASSWORD).await.expect("the password is right");
        changer.change_password(&app, &email, &token).await;
        for (door, token) in DOORS.into_iter().zip(before) {
            for face in FACES {
                assert!(
                    !face.knows(&app, &token).await,
                    "changed by {changer:?}: {door:?} goes on in {face:?}"
                );
            }
            assert!(door.sign_in(&app, &email, PASSWORD).await.is_none(), "changed by {changer:?}: {door:?}");
            assert!(door.sign_in(&app, &email, ANOTHER).await.is_some(), "changed by {changer:?}: {door:?}");
        }
    }
}

#[rocket::async_test]
async fn a_session_ended_through_one_face_is_ended_in_all() {
    let app = TestApp::start().await;
    let email = "june@acme.example";
    Face::Native.make(&app, email).await;
    for starter in DOORS {
        for ender in FACES {
            let token = starter.sign_in(&app, email, PASSWORD).await.expect("the password is right");
            if ender.sign_out(&app, &token).await.is_none() {
                continue;
            }
            for face in FACES {
                assert!(
                    !face.knows(&app, &token).await,
                    "begun by {starter:?}, ended by {ender:?}: {face:?}"
                );
            }
        }
    }
}
