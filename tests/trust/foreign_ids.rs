//! T33: an id opens nothing to whoever only knows it.
//!
//! Every operation of `/openapi.json` whose path or body names something by its id is called with the ids of
//! another org's things. An operation that is added is called too; where it names a new kind of thing, the
//! tables below say so by failing.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Device, Document, Operation, PASSWORD, Person, TestApp};

/// What a parameter of a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Thing {
    Org,
    User,
    Invitation,
    Session,
    ApiKey,
    Transfer,
    Job,
    /// Whoever holds it may use it: T18 has what becomes of those that are guessed.
    Secret,
}

/// What each parameter names.
fn thing(path: &str, parameter: &str) -> Thing {
    match parameter {
        "id" if path.starts_with("/api/v1/orgs/") => Thing::Org,
        "id" if path.starts_with("/api/v1/sessions/") => Thing::Session,
        "id" if path.starts_with("/api/v1/account/api-keys/") => Thing::ApiKey,
        "id" if path.starts_with("/api/v1/jobs/") => Thing::Job,
        "user_id" => Thing::User,
        "invitation_id" => Thing::Invitation,
        "transfer_id" => Thing::Transfer,
        // To the invited person the id stands for the token.
        "token" if path.starts_with("/api/v1/invitations/") => Thing::Invitation,
        "token" => Thing::Secret,
        _ => panic!("{path}: what does {{{parameter}}} name? Tell it here, and let each tenant have one"),
    }
}

/// The members of bodies that name something by its id, and what of another's is said there. Where it names
/// something of no org, or nothing, there is no id of another's to say.
const NAMED_IN_BODIES: [(&str, &str, Option<Thing>); 6] = [
    ("POST /api/v1/account/api-keys", "org_id", Some(Thing::Org)),
    ("POST /api/v1/orgs/{id}/ownership-transfers", "user_id", Some(Thing::User)),
    ("POST /api/v1/sessions", "org_id", Some(Thing::Org)),
    ("POST /api/v1/sessions/two-factor", "org_id", Some(Thing::Org)),
    ("PUT /api/v1/sessions/current/org", "org_id", Some(Thing::Org)),
    ("POST /api/v1/sign-up", "domain_id", None),
];

/// One of three that have nothing to do with each other.
struct Tenant {
    owner: Person,
    member: Person,
    /// Another session of the owner.
    session_id: String,
    /// A key of the owner.
    api_key_id: String,
    /// A deletion that the member has taken back.
    job_id: String,
    /// An offer to the member to take the owner's place.
    transfer_id: String,
    /// An invitation into the org, to somebody who has an account.
    invitation_id: String,
    guest: Person,
}

impl Tenant {
    async fn found(app: &TestApp, name: &str) -> Self {
        let email = |who: &str| format!("{who}@{name}.example");
        let owner = app.founder(&email("owner"), name).await;
        let member = app.joiner(&owner, &email("member"), "member").await;
        let session_id = app.sign_in(&owner.email).await.session_id;
        let api_key_id = owner.api_key(app, &["org:read"]).await.id;
        let job_id = member.delete_account(app).await.expect(202).str("/id").to_owned();
        let member = app.sign_in(&member.email).await;
        let (transfer_id, _) = app.ask_to_take_over(&owner, &member).await;
        let guest = app.loner(&email("guest")).await;
        let invitation_id = app.invitation(&owner, &guest.email).await.id;
        Self { owner, member, session_id, api_key_id, job_id, transfer_id, invitation_id, guest }
    }

    fn id(&self, thing: Thing) -> &str {
        match thing {
            Thing::Org => &self.owner.org_id,
            Thing::User => &self.member.id,
            Thing::Invitation => &self.invitation_id,
            Thing::Session => &self.session_id,
            Thing::ApiKey => &self.api_key_id,
            Thing::Transfer => &self.transfer_id,
            Thing::Job => &self.job_id,
            Thing::Secret => "no-secret-at-all",
        }
    }

    /// The path of an operation: its first id this tenant's, each further one `inner`'s.
    fn path(&self, operation: &Operation<'_>, inner: &Self) -> String {
        let mut whose = [self].into_iter().chain(std::iter::repeat(inner));
        let mut filled = Vec::new();
        for part in operation.path.split('/') {
            match part.strip_prefix('{').and_then(|part| part.strip_suffix('}')) {
                Some(name) => {
                    let tenant = whose.next().expect("there is no end of them");
                    filled.push(tenant.id(thing(operation.path, name)));
                }
                None => filled.push(part),
            }
        }
        filled.join("/")
    }

    /// All that its people can read, as they read it.
    async fn seen(&self, app: &TestApp, document: &Document) -> Vec<(String, Value)> {
        let mut seen = Vec::new();
        for operation in document.operations() {
            if operation.method != Method::Get || !operation.needs_session() || is_for_operators(&operation) {
                continue;
            }
            let path = self.path(&operation, self);
            for person in [&self.owner, &self.member, &self.guest] {
                let answer = person.api(app).send(Method::Get, &path, None).await;
                seen.push((format!("{path} by {}: {}", person.email, answer.status), answer.body));
            }
        }
        // What a refusal tells is the same but for its name.
        for (_, body) in &mut seen {
            body["request_id"] = Value::Null;
        }
        seen
    }
}

/// Whether it is for operators, to whom everything is open: `operators` has who is none.
fn is_for_operators(operation: &Operation<'_>) -> bool {
    operation.path.starts_with("/api/v1/admin/")
}

fn names_something(operation: &Operation<'_>) -> bool {
    !is_for_operators(operation)
        && operation.parameters().iter().any(|name| thing(operation.path, name) != Thing::Secret)
}

/// The body that the document's examples make, with this tenant's ids.
fn body(document: &Document, operation: &Operation<'_>, tenant: &Tenant) -> Option<Value> {
    let mut body = document.example_body(operation)?;
    for (name, member, thing) in NAMED_IN_BODIES {
        if name == operation.name()
            && let Some(thing) = thing
        {
            body[member] = json!(tenant.id(thing));
        }
    }
    Some(body)
}

/// Broken: a session was ended without asking whose it is.
#[rocket::async_test]
async fn t33_no_path_leads_to_what_is_another_tenants() {
    let app = TestApp::start().await;
    let tenants = [
        Tenant::found(&app, "acme").await,
        Tenant::found(&app, "globex").await,
        Tenant::found(&app, "initech").await,
    ];
    let document = Document::of(&app).await;
    let mut before = Vec::new();
    for tenant in &tenants {
        before.push(tenant.seen(&app, &document).await);
    }
    let mut called = 0;
    for operation in document.operations().iter().filter(|operation| names_something(operation)) {
        for (n, own) in tenants.iter().enumerate() {
            let other = &tenants[(n + 1) % tenants.len()];
            let mut paths = vec![other.path(operation, other)];
            if operation.parameters().len() > 1 {
                paths.push(own.path(operation, other));
                paths.push(other.path(operation, own));
            }
            for path in paths {
                for stranger in [&own.owner, &own.guest] {
                    let body = body(&document, operation, own).as_ref().map(Value::to_string);
                    let answer = stranger.api(&app).send(operation.method, &path, body).await;
                    assert_eq!(
                        answer.status, 404,
                        "{} {path} by {}: {}",
                        operation.method, stranger.email, answer.text
                    );
                    called += 1;
                }
            }
        }
    }
    assert!(called > 60, "the document names what has ids");
    for (tenant, before) in tenants.iter().zip(before) {
        assert_eq!(tenant.seen(&app, &document).await, before);
    }
}

/// The ids above are right: to those whose they are, they lead somewhere.
///
/// Broken: a member's id stood where the invitation's belongs.
#[rocket::async_test]
async fn t33_every_path_leads_its_own_people_somewhere() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    let acme = Tenant::found(&app, "acme").await;
    let mut operations: Vec<_> = document.operations().into_iter().filter(names_something).collect();
    // What takes things away comes last, the innermost first; what the guest does before the owner's doing.
    operations.sort_by_key(|operation| {
        let is_owners = operation.parameters()[0] != "token";
        (operation.method == Method::Delete, is_owners, Reverse(operation.path.len()))
    });
    for operation in &operations {
        let by = match thing(operation.path, operation.parameters()[0]) {
            Thing::Invitation | Thing::Secret => &acme.guest,
            Thing::Job => &acme.member,
            _ => &acme.owner,
        };
        let path = acme.path(operation, &acme);
        let body = body(&document, operation, &acme).as_ref().map(Value::to_string);
        let answer = by.api(&app).send(operation.method, &path, body).await;
        // Only holders of a token can look at an invitation: an id is none.
        let is_look = operation.name() == "GET /api/v1/invitations/{token}";
        assert_eq!(answer.status == 404, is_look, "{}: {}", operation.name(), answer.text);
        assert_ne!(answer.status, 401, "{}: {}", operation.name(), answer.text);
    }
}

/// Broken: signing in did not ask for the membership of the org to act for.
#[rocket::async_test]
async fn t33_no_body_leads_to_what_is_another_tenants() {
    let app = TestApp::start().await;
    let document = Document::of(&app).await;
    let documented: BTreeSet<(String, String)> = document
        .operations()
        .iter()
        .flat_map(|operation| {
            let bodies = document.bodies(operation).into_iter();
            let members = bodies.filter_map(|body| body["properties"].as_object()).flatten();
            let ids = members.filter(|(_, member)| member["format"] == "uuid");
            ids.map(|(name, _)| (operation.name(), name.clone())).collect::<Vec<_>>()
        })
        .collect();
    let known = NAMED_IN_BODIES.map(|(name, member, _)| (name.to_owned(), member.to_owned()));
    assert_eq!(documented, BTreeSet::from(known), "a member that names something is not in the table");

    let (own, other) = (Tenant::found(&app, "acme").await, Tenant::found(&app, "globex").await);
    let device = own.member.turn_two_factor_on(&app).await;
    let before = other.seen(&app, &document).await;
    for operation in &document.operations() {
        let name = operation.name();
        let Some((_, member, Some(thing))) = NAMED_IN_BODIES.into_iter().find(|(known, ..)| *known == name)
        else {
            continue;
        };
        let mut body = sound_body(&app, &document, operation, &own, &device).await;
        body[member] = json!(other.id(thing));
        let path = own.path(operation, &own);
        let answer = own.owner.api(&app).send(operation.method, &path, Some(body.to_string())).await;
        assert_eq!(answer.status, 404, "{name} with {member}: {}", answer.text);
    }
    assert_eq!(other.seen(&app, &document).await, before);
}

/// A body with which the operation would do what it is for.
async fn sound_body(
    app: &TestApp,
    document: &Document,
    operation: &Operation<'_>,
    own: &Tenant,
    device: &Device,
) -> Value {
    match operation.name().as_str() {
        "POST /api/v1/sessions" => json!({"email": own.owner.email, "password": PASSWORD}),
        "POST /api/v1/sessions/two-factor" => {
            json!({"challenge": app.challenge(&own.member.email).await, "code": device.code(app)})
        }
        "POST /api/v1/account/api-keys" => json!({"name": "Program", "scopes": ["org:read"]}),
        _ => body(document, operation, own).expect("an operation with a body"),
    }
}
