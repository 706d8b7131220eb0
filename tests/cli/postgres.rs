//! The same binary on PostgreSQL: started, refused, cut off, and several at once.

use std::fs;
use std::net::TcpListener;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::place::{CommandLine, PUBLIC_URL, Place};
use super::process::Process;
use crate::support::database::postgres_server;
use crate::support::{Answer, Database, Http};

const PATIENCE: Duration = Duration::from_secs(30);

/// The URL with a password, which a server that trusts everybody does not look at.
fn url(database: &Database) -> String {
    database.url().replace("postgres@", "postgres:hunter2@")
}

fn dev(place: &Place, database: &Database) -> CommandLine {
    // Every node issues tokens by the same name.
    place.dev().with("GATEPOST_PUBLIC_URL", PUBLIC_URL).with("GATEPOST_DATABASE_URL", &url(database))
}

/// Asks until the answer has this status.
#[track_caller]
fn until(status: u16, ask: impl Fn() -> Answer) -> Answer {
    let deadline = Instant::now() + PATIENCE;
    loop {
        let answer = ask();
        if answer.status == status {
            return answer;
        }
        assert!(Instant::now() < deadline, "{}", answer.text);
    }
}

fn who_am_i(http: &Http) -> Answer {
    http.get("/api/v1/sessions/current")
}

#[test]
fn nothing_else_changes_and_the_data_directory_holds_the_key_alone() {
    let Some(server) = postgres_server("the service on PostgreSQL") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let first = dev(&place, &database).start();
    let password = first.demo_password().to_owned();
    let olivia = first.signed_in("olivia@demo.example", &password);
    who_am_i(&olivia).expect(200);
    let token = olivia.token().to_owned();
    first.stop();
    let second = dev(&place, &database).start();
    assert_eq!(second.demo_password(), password);
    who_am_i(&second.http().bearer(&token)).expect(200);
    let files = fs::read_dir(place.path("data-dev")).unwrap();
    let files: Vec<_> = files.map(|file| file.unwrap().file_name()).collect();
    assert_eq!(files, ["gatepost.key"]);
    let told = place
        .gatepost(&["doctor", "--data", "data-dev"])
        .with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
        .with("GATEPOST_DATABASE_URL", &url(&database))
        .run();
    assert!(told.out.contains("The database of `database_url` answers"), "{told:?}");
}

#[test]
fn the_url_may_rest_in_a_file_and_its_password_is_told_nowhere() {
    let Some(server) = postgres_server("the database's URL in a file") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    fs::write(place.path("url"), format!("{}\n", url(&database))).unwrap();
    let dev =
        place.dev().with("GATEPOST_DATABASE_URL_FILE", "url").with("GATEPOST_LOG__FILTER", "trace").start();
    who_am_i(&dev.signed_in("olivia@demo.example", dev.demo_password())).expect(200);
    let told = dev.told().to_owned();
    let log = dev.stopped();
    assert!(!log.contains("hunter2") && !told.contains("hunter2"), "{log}");
    let shown = place.gatepost(&["config", "show"]).with("GATEPOST_DATABASE_URL_FILE", "url").says();
    assert!(shown.contains("# database_url = [set]") && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn t38_a_database_that_can_t_be_reached_stops_the_start_with_one_sentence() {
    let place = Place::new();
    // A port that was free a moment ago.
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for url in [
        format!("postgres://ada:hunter2@127.0.0.1:{port}/accounts"),
        "mysql://ada:hunter2@127.0.0.1/accounts".to_owned(),
        "ada:hunter2".to_owned(),
    ] {
        let refusal = place.serve().with("GATEPOST_DATABASE_URL", &url).refusal();
        assert!(refusal.contains("atabase") && !refusal.contains("hunter2"), "{refusal}");
    }
}

#[test]
fn a_database_that_is_lost_is_answered_503_and_the_service_heals_by_itself() {
    let Some(server) = postgres_server("a service that loses its database") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let dev = dev(&place, &database).start();
    let olivia = dev.signed_in("olivia@demo.example", dev.demo_password());
    who_am_i(&olivia).expect(200);
    database.shut();
    let refused = until(503, || who_am_i(&olivia));
    assert!(refused.header("retry-after").is_some());
    assert_eq!(refused.str("/code"), "unavailable");
    until(503, || dev.http().get("/readyz"));
    dev.http().get("/healthz").expect(200);
    database.reopen();
    until(200, || who_am_i(&olivia));
    until(200, || dev.http().get("/readyz"));
    dev.stop();
}

#[test]
fn a_session_that_ends_on_one_node_ends_on_every_other_within_a_second() {
    let Some(server) = postgres_server("several nodes") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let (here, there) = (dev(&place, &database).start(), dev(&place, &database).start());
    for _ in 0..3 {
        let olivia = here.signed_in("olivia@demo.example", here.demo_password());
        let elsewhere = there.http().bearer(olivia.token());
        who_am_i(&elsewhere).expect(200);
        olivia.delete("/api/v1/sessions/current").expect(204);
        let ended = Instant::now();
        until(401, || who_am_i(&elsewhere));
        assert!(ended.elapsed() < Duration::from_secs(1), "{:?}", ended.elapsed());
        who_am_i(&olivia).expect(401);
    }
}

/// Two nodes, and somebody's session by a key that the first of them has just put in force.
fn after_a_rotation(place: &Place, database: &Database) -> ([Process; 2], Http) {
    let (here, there) = (dev(place, database).start(), dev(place, database).start());
    let rita = here.signed_in("rita@demo.example", here.demo_password());
    rita.send("POST", "/api/v1/admin/keys/rotate", None).unwrap().answer().unwrap().expect(201);
    let olivia = here.signed_in("olivia@demo.example", here.demo_password());
    ([here, there], olivia)
}

#[test]
fn a_token_by_a_fresh_key_of_one_node_is_good_on_every_other_at_once() {
    let Some(server) = postgres_server("several nodes") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let ([_here, there], olivia) = after_a_rotation(&place, &database);
    who_am_i(&there.http().bearer(olivia.token())).expect(200);
}

/// Broken: whoever's first deed there was to act for another org was told that they were not signed in.
#[test]
fn a_token_by_a_fresh_key_of_one_node_acts_for_another_org_on_every_other_at_once() {
    let Some(server) = postgres_server("several nodes") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let ([_here, there], olivia) = after_a_rotation(&place, &database);
    let body = json!({"org_id": who_am_i(&olivia).expect(200).str("/org/id")});
    let elsewhere = there.http().bearer(olivia.token());
    let acting = elsewhere.send("PUT", "/api/v1/sessions/current/org", Some(&body)).unwrap();
    acting.answer().unwrap().expect(200);
}

#[test]
fn a_node_without_the_key_file_or_with_another_is_refused() {
    let Some(server) = postgres_server("a node with another key") else { return };
    let (place, stranger) = (Place::new(), Place::new());
    let database = Database::empty(&server);
    let _first = dev(&place, &database).start();
    let refusal = dev(&stranger, &database).refusal();
    assert!(refusal.contains("gatepost.key is missing"), "{refusal}");
    assert!(!stranger.path("data-dev/gatepost.key").exists(), "none is made that opens nothing");
    stranger.dev().start().stop();
    let refusal = dev(&stranger, &database).refusal();
    assert!(refusal.contains("gatepost.key does not belong"), "{refusal}");
    fs::copy(place.path("data-dev/gatepost.key"), stranger.path("data-dev/gatepost.key")).unwrap();
    dev(&stranger, &database).start().stop();
}

#[test]
fn the_audit_of_several_nodes_is_one_chain() {
    let Some(server) = postgres_server("the audit of several nodes") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let nodes = [dev(&place, &database).start(), dev(&place, &database).start()];
    let olivia = nodes[0].signed_in("olivia@demo.example", nodes[0].demo_password());
    thread::scope(|scope| {
        for node in &nodes {
            let olivia = node.http().bearer(olivia.token());
            scope.spawn(move || {
                for number in 0..15 {
                    olivia.post("/api/v1/orgs", &json!({"name": format!("Acme {number}")})).expect(201);
                }
            });
        }
    });
    nodes.into_iter().for_each(Process::stop);
    let verified = place
        .gatepost(&["audit", "verify", "--data", "data-dev"])
        .with("GATEPOST_DATABASE_URL", &url(&database))
        .says();
    assert!(verified.starts_with("The audit is as it was written: "), "{verified}");
    assert!(!verified.contains("wait"), "{verified}");
}

#[test]
fn wrong_passwords_count_on_every_node_alike() {
    let Some(server) = postgres_server("a lock on several nodes") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let nodes = [dev(&place, &database).start(), dev(&place, &database).start()];
    let sign_in = |number: usize, password: &str| {
        let body = json!({"email": "olivia@demo.example", "password": password});
        nodes[number % 2].http().post("/api/v1/sessions", &body)
    };
    for number in 0..10 {
        sign_in(number, "borrowed violet lantern").expect(401);
    }
    for number in 0..2 {
        sign_in(number, nodes[0].demo_password()).expect(429);
    }
}

#[test]
fn attempts_on_an_account_count_on_every_node_alike_and_after_a_restart() {
    const AT_ONCE: usize = 5;
    let Some(server) = postgres_server("limits of several nodes") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let nodes = [dev(&place, &database).start(), dev(&place, &database).start()];
    let https = nodes.each_ref().map(Process::http);
    let ask = |http: &Http, name: &str| {
        let body = json!({"email": format!("{name}@mail.example")});
        http.post("/api/v1/activation/resend", &body).status
    };
    for number in 0..AT_ONCE {
        assert_eq!(ask(&https[number % 2], "june"), 202);
    }
    for http in &https {
        assert_eq!(ask(http, "june"), 429);
    }
    // Many on both at the same moment.
    let answers: Vec<u16> = thread::scope(|scope| {
        let (ask, https) = (&ask, &https);
        let start = |number: usize| scope.spawn(move || ask(&https[number % 2], "mia"));
        let asking: Vec<_> = (0..24).map(start).collect();
        asking.into_iter().map(|asking| asking.join().unwrap()).collect()
    });
    let judged = answers.iter().filter(|status| **status == 202).count();
    assert_eq!(judged, AT_ONCE, "{answers:?}");
    assert!(answers.iter().all(|status| [202, 429].contains(status)), "{answers:?}");
    nodes.into_iter().for_each(Process::stop);
    let third = dev(&place, &database).start();
    assert_eq!(["june", "mia", "adam"].map(|name| ask(&third.http(), name)), [429, 429, 202]);
    third.stop();
}

#[test]
fn a_letter_that_one_node_queued_is_sent_by_another_when_it_dies() {
    let Some(server) = postgres_server("letters of a node that dies") else { return };
    let (place, database) = (Place::new(), Database::empty(&server));
    let first = dev(&place, &database).start();
    let second = dev(&place, &database).start();
    let body = json!({"email": "olivia@demo.example"});
    // Claimed or not when it dies: whichever it is, nobody writes the letter a second time.
    first.http().post("/api/v1/password-resets", &body).expect(202);
    first.kill();
    second.letter_to("olivia@demo.example");
}
