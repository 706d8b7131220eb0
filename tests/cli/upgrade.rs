//! Upgrading node by node: the next version adds to the schema while this one serves, and this one goes on, until what
//! it relies on goes and it says so.

use rusqlite::Connection;
use serde_json::json;

use super::place::{CommandLine, PUBLIC_URL, Place};
use super::process::Process;
use crate::support::database::postgres_server;
use crate::support::expansion::expansion;
use crate::support::{Database, Http, PASSWORD};

/// Where a service and its database are.
struct Desk {
    place: Place,
    /// The database, where it is on a server.
    database: Option<Database>,
}

impl Desk {
    fn on_a_file() -> Self {
        Self { place: Place::new(), database: None }
    }

    fn on_a_server() -> Option<Self> {
        let server = postgres_server("upgrading node by node")?;
        Some(Self { place: Place::new(), database: Some(Database::empty(&server)) })
    }

    fn command(&self, arguments: &[&str]) -> CommandLine {
        let command = self.place.gatepost(arguments).with("GATEPOST_PUBLIC_URL", PUBLIC_URL);
        match &self.database {
            None => command,
            Some(database) => command.with("GATEPOST_DATABASE_URL", &database.url()),
        }
    }

    fn node(&self) -> CommandLine {
        self.command(&["dev", "--port", "0"])
    }

    fn file(&self) -> Connection {
        Connection::open(self.place.path("data-dev/gatepost.db")).unwrap()
    }

    fn alter(&self, sql: &str) {
        match &self.database {
            None => self.file().execute_batch(sql).unwrap_or_else(|error| panic!("{sql}: {error}")),
            Some(database) => database.alter(sql),
        }
    }

    fn look_up(&self, sql: &str) -> String {
        match &self.database {
            None => self.file().query_row(sql, [], |row| row.get(0)).unwrap(),
            Some(database) => database.look_up(sql),
        }
    }
}

/// Signs somebody up with an org, has them invite somebody else, who joins; both sign in, and are refreshed and signed out.
fn serve(node: &Process, name: &str) {
    let (email, guest) = (format!("{name}@acme.example"), format!("guest-of-{name}@acme.example"));
    let http = node.http();
    let body = json!({"email": email, "password": PASSWORD, "name": "June Doe", "org": {"name": "Acme"}});
    http.post("/api/v1/sign-up", &body).expect(201);
    let token = node.letter_to(&email).token("activate");
    http.post("/api/v1/activation", &json!({"token": token})).expect(200);
    let june = node.signed_in(&email, PASSWORD);
    let org_id = june.get("/api/v1/sessions/current").expect(200).str("/org/id").to_owned();
    let body = json!({"email": guest, "role": "member"});
    june.post(&format!("/api/v1/orgs/{org_id}/invitations"), &body).expect(201);
    let token = node.letter_to(&guest).token("invitation");
    let body = json!({"email": guest, "password": PASSWORD, "name": "Mia Doe", "invitation": token});
    http.post("/api/v1/sign-up", &body).expect(201);
    let mia = refreshed(node, &node.signed_in(&guest, PASSWORD));
    let members = mia.get(&format!("/api/v1/orgs/{org_id}/members")).expect(200);
    assert_eq!(members.items().len(), 2, "{}", members.text);
    mia.delete("/api/v1/sessions/current").expect(204);
    refreshed(node, &june);
}

fn refreshed(node: &Process, http: &Http) -> Http {
    let sent = http.send("POST", "/api/v1/sessions/current/refresh", None).unwrap();
    node.http().bearer(sent.answer().unwrap().expect(200).str("/token"))
}

fn goes_on(desk: &Desk) {
    let first = desk.node().start();
    serve(&first, "before");
    let olivia = first.signed_in("olivia@demo.example", first.demo_password());
    for step in expansion(desk.database.is_some()) {
        desk.alter(&step);
        // Each step meets a node that serves, and that has prepared its statements before.
        let name = json!({"name": format!("Acme {}", step.len())});
        olivia.post("/api/v1/orgs", &name).expect(201);
    }
    desk.alter("UPDATE users SET added_word = 'the next version''s', added_count = 8");
    serve(&first, "meanwhile");
    let olivia = refreshed(&first, &olivia);
    let second = if desk.database.is_some() {
        let second = desk.node().start();
        olivia.get("/api/v1/sessions/current").expect(200);
        serve(&first, "beside");
        first.stop();
        second
    } else {
        // One process serves a file at a time.
        first.stop();
        desk.node().start()
    };
    second.http().bearer(olivia.token()).get("/api/v1/sessions/current").expect(200);
    serve(&second, "after");
    second.stop();
    // What the next version wrote has stayed, and who came since then has its default.
    let written = "SELECT CAST(COUNT(*) AS TEXT) FROM users WHERE added_word IS NOT NULL AND added_count = 8";
    let fresh = "SELECT CAST(COUNT(*) AS TEXT) FROM users WHERE added_word IS NULL AND added_count = 7";
    let came = if desk.database.is_some() { 6 } else { 4 };
    assert_eq!((desk.look_up(written), desk.look_up(fresh)), ("6".to_owned(), came.to_string()));
    let verified = desk.command(&["audit", "verify", "--data", "data-dev"]).says();
    assert!(verified.starts_with("The audit is as it was written: "), "{verified}");
    // A copy would leave behind what this one does not know of.
    let refusal = desk.command(&["move", "--data", "data-dev", "--to", "elsewhere"]).refusal();
    assert!(refusal.contains("newer gatepost (its schema is 2, this one knows 1)"), "{refusal}");

    desk.alter("UPDATE schema_info SET version = version + 1, oldest_reader = 2");
    for command in [desk.node(), desk.command(&["audit", "verify", "--data", "data-dev"])] {
        let refusal = command.refusal();
        assert!(
            refusal.contains("was changed by a newer gatepost")
                && refusal.contains(": run the newer gatepost, or "),
            "{refusal}"
        );
    }
}

#[test]
fn a_node_on_a_file_goes_on_while_the_next_version_adds_to_the_schema() {
    goes_on(&Desk::on_a_file());
}

#[test]
fn a_node_on_a_server_goes_on_while_the_next_version_adds_to_the_schema() {
    if let Some(desk) = Desk::on_a_server() {
        goes_on(&desk);
    }
}
