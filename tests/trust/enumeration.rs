//! T29: nothing that a stranger is answered tells whether an address has an account.

use std::time::{Duration, Instant};

use gatepost::crypto::passwords::parameters::Argon2Parameters;
use serde_json::{Value, json};

use crate::support::{Answer, Browser, PASSWORD, TestApp};

const OTHER_PASSWORD: &str = "seventeen patient magpies";

/// What differs from one request to the next, whoever is asked about.
const PASSING: [&str; 9] = [
    "id",
    "request_id",
    "created_at",
    "updated_at",
    "added_at",
    "state_changed_at",
    "expires_at",
    "terms_accepted_at",
    "link",
];

/// An answer without what differs anyway: addresses of one length stand for each other.
fn shape(answer: &Answer, email: &str) -> (u16, Vec<(String, String)>, Value) {
    let passing_headers = ["x-request-id", "date"];
    let mut headers = answer.headers.clone();
    headers.sort();
    for (name, value) in &mut headers {
        if passing_headers.contains(&name.as_str()) {
            value.clear();
        }
    }
    let mut body = answer.body.clone();
    scrub(&mut body, email);
    (answer.status, headers, body)
}

fn scrub(value: &mut Value, email: &str) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                if PASSING.contains(&name.as_str()) && member.is_string() {
                    *member = json!("…");
                }
                scrub(member, email);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| scrub(item, email)),
        Value::String(text) => *text = text.replace(email, "somebody@mail.example"),
        _ => {}
    }
}

/// Addresses of equal length: nobody's, a proven one, one of an account that is unproven, one that a
/// sign-up waits with.
const NOBODY: &str = "n0@mail.example";
const PROVEN: &str = "n1@mail.example";
const UNPROVEN: &str = "n2@mail.example";
const WAITING: &str = "n3@mail.example";
const ALL: [&str; 4] = [NOBODY, PROVEN, UNPROVEN, WAITING];

async fn populate(app: &TestApp) {
    let june = app.founder("june@acme.example", "Acme").await;
    app.loner(PROVEN).await;
    let shared = app.invite_by_link(&june, UNPROVEN, "member").await;
    app.sign_up_invited(UNPROVEN, &shared).await.expect(201);
    let body = json!({"email": WAITING, "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
}

/// Broken: signing up with a proven address was 409.
#[rocket::async_test]
async fn t29_signing_up_and_in_answers_the_same_for_every_address() {
    let app = TestApp::start().await;
    populate(&app).await;
    let forms = [
        json!({"password": OTHER_PASSWORD, "name": "Eve Low"}),
        json!({"password": OTHER_PASSWORD, "name": "Eve Low", "username": "eve", "locale": "en"}),
        json!({"password": OTHER_PASSWORD, "name": "Eve Low", "org": {"name": "Globex", "country": "DE"}}),
    ];
    for form in forms {
        let mut shapes = Vec::new();
        for email in ALL {
            let mut body = form.clone();
            body["email"] = json!(email);
            let signed_up = app.anonymous().post("/sign-up", body).await.expect(201);
            // The password of the attempt that waits is the right one, everywhere.
            let sign_in = json!({"email": email, "password": OTHER_PASSWORD});
            let refused = app.anonymous().post("/sessions", sign_in).await;
            let refused = refused.expect_refusal(403, "not_activated");
            shapes.push((shape(&signed_up, email), shape(&refused, email)));
        }
        assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]), "{shapes:#?}");
    }
}

/// Broken: signing up by a shared link with a proven address was 409.
#[rocket::async_test]
async fn t29_signing_up_by_a_shared_link_answers_the_same_for_every_address() {
    let app = TestApp::start().await;
    populate(&app).await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let mut shapes = Vec::new();
    for email in ALL {
        let shared = app.invite_by_link(&olga, email, "member").await;
        let looked = app.anonymous().get(&format!("/invitations/{shared}")).await.expect(200);
        let signed_up = app.sign_up_invited(email, &shared).await.expect(201);
        shapes.push((shape(&looked, email), shape(&signed_up, email)));
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]), "{shapes:#?}");
}

/// Broken: asking for a letter again was 404 for an address that nobody waits with.
#[rocket::async_test]
async fn t29_a_wrong_password_and_asking_again_answer_the_same_for_every_address() {
    let app = TestApp::start().await;
    populate(&app).await;
    let mut shapes = Vec::new();
    for email in ALL {
        let sign_in = json!({"email": email, "password": OTHER_PASSWORD});
        let wrong = app.anonymous().post("/sessions", sign_in).await;
        let resent = app.anonymous().post("/activation/resend", json!({"email": email})).await.expect(202);
        let forgot = app.anonymous().post("/password-resets", json!({"email": email})).await.expect(202);
        let wrong = wrong.expect_refusal(401, "wrong_credentials");
        shapes.push((shape(&wrong, email), shape(&resent, email), shape(&forgot, email)));
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]), "{shapes:#?}");
}

/// Broken: the answer to an inviter told whether the address has an account.
#[rocket::async_test]
async fn t29_inviting_answers_and_lists_the_same_for_every_address() {
    let app = TestApp::start().await;
    populate(&app).await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let path = format!("/orgs/{}/invitations", olga.org_id);
    let mut shapes = Vec::new();
    for email in ALL {
        let invite = json!({"email": email, "role": "member", "message": "Hello"});
        let invited = olga.api(&app).post(&path, invite).await.expect(201);
        let letters = app.letters_to(email).await;
        assert!(letters.last().unwrap().subject.contains("invites you to Globex"));
        let resent = olga.api(&app).post_empty(&format!("{path}/{}/resend", invited.str("/id"))).await;
        let listed = olga.api(&app).get(&format!("{path}?limit=1")).await.expect(200);
        let mut listed = shape(&listed, email);
        listed.2["next_cursor"] = Value::Null;
        // Only the first has none before it; the header tells the length of that.
        listed.1.retain(|(name, _)| name != "content-length");
        shapes.push((shape(&invited, email), shape(&resent.expect(200), email), listed));
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]), "{shapes:#?}");
}

/// Broken: asking for the address of another account was 409.
#[rocket::async_test]
async fn t29_asking_for_another_address_answers_the_same_for_every_address() {
    let app = TestApp::start().await;
    populate(&app).await;
    let eve = app.loner("eve@evil.example").await;
    let mut shapes = Vec::new();
    for email in ALL {
        let body = json!({"password": PASSWORD, "email": email});
        let asked = eve.api(&app).post("/account/email-changes", body).await.expect(202);
        // The letter to Eve, and what its links lead to, are the same as well.
        let letter = app.last_letter_to(&eve.email).await;
        let token = letter.token("email-change/accept");
        let looked = app.anonymous().get(&format!("/email-changes/{token}")).await.expect(200);
        let accepted = app.anonymous().post_empty(&format!("/email-changes/{token}/accept")).await;
        let account = eve.api(&app).get("/account").await.expect(200);
        let said = letter.text.replace(email, "").lines().filter(|line| !line.contains("://")).count();
        let told = [asked, looked, accepted.expect(200), account].map(|answer| shape(&answer, email));
        shapes.push((told, letter.subject, said));
    }
    assert!(shapes.windows(2).all(|pair| pair[0] == pair[1]), "{shapes:#?}");
    for email in ALL {
        let letter = app.last_letter_to(email).await;
        let confirms = letter.text.contains("/email-change/confirm?");
        assert_eq!(confirms, email != PROVEN, "{email}: {}", letter.subject);
    }
}

/// To break it: say on the page for a forgotten password that nobody has the address.
#[rocket::async_test]
async fn t29_the_pages_say_the_same_for_every_address() {
    let app = TestApp::start().await;
    populate(&app).await;
    let mut said = Vec::new();
    for email in ALL {
        let mut browser = Browser::new(&app);
        let mut seen = Vec::new();
        for path in ["/forgot", "/sign-up/check-mail"] {
            let page = browser.open(path).await.expect(200);
            let page = browser.submit(&page, path, &[("email", email)]).await.expect(200);
            seen.push(page.text().replace(email, "somebody@mail.example"));
        }
        let page = browser.open("/sign-in").await.expect(200);
        let fields = [("login", email), ("password", OTHER_PASSWORD)];
        let page = browser.submit(&page, "/sign-in", &fields).await.expect(401);
        seen.push(page.text().replace(email, "somebody@mail.example"));
        said.push(seen);
    }
    assert!(said.windows(2).all(|pair| pair[0] == pair[1]), "{said:#?}");
}

/// Broken: the operation put a letter into the inbox itself.
#[rocket::async_test]
async fn t29_no_letter_is_delivered_while_its_request_is_answered() {
    let app = TestApp::start().await;
    let body = json!({"email": NOBODY, "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    let inbox = app.anonymous().send(rocket::http::Method::Get, "/dev/inbox.json", None).await.expect(200);
    assert_eq!(inbox.body, json!([]));
    assert_eq!(app.letters_to(NOBODY).await.len(), 1);
}

/// The least times that a request was seen to take for each address.
type Least = [Duration; 4];

/// Asks for each address in some interleaved rounds, and keeps the least times: what else the machine is busy with can
/// only add to them, so that more rounds come nearer to what the service itself takes.
async fn time(least: &mut Least, rounds: usize, ask: impl AsyncFn(&'static str) -> Answer) {
    for round in 0..rounds {
        for n in 0..ALL.len() {
            let who = (n + round) % ALL.len();
            let began = Instant::now();
            let answer = ask(ALL[who]).await;
            least[who] = least[who].min(began.elapsed());
            assert!(matches!(answer.status, 201 | 202 | 401), "{}", answer.text);
        }
    }
}

/// Whether no address takes `factor` times as long as another.
fn is_even(times: &Least, factor: f64) -> bool {
    times.iter().max().unwrap() < &times.iter().min().unwrap().mul_f64(factor)
}

/// A difference that is there stays, however often it is asked; one that is not may be seen on a busy machine, until a
/// quiet moment has come for each address.
const ATTEMPTS: usize = 5;

/// Hashing at its real cost takes so long that one hash more or less doubles the time of an answer.
///
/// Broken: where there was no hash to check, none was made.
#[rocket::async_test]
async fn t29_answers_take_the_same_time_for_every_address() {
    // Ten wrong passwords lock an account.
    const ROUNDS: usize = 9;
    let sign_in = |email: &str| json!({"email": email, "password": OTHER_PASSWORD});
    let sign_up = |email: &str| json!({"email": email, "password": PASSWORD, "name": "Eve Low"});
    let change = |email: &str| json!({"email": email, "password": PASSWORD});
    let mut least = [[Duration::MAX; 4]; 3];
    for _ in 0..ATTEMPTS {
        let app = TestApp::start_with(|setup| {
            setup.hasher.parameters = Argon2Parameters { memory_kib: 19_456, iterations: 2, lanes: 1 };
        })
        .await;
        populate(&app).await;
        let eve = app.loner("eve@evil.example").await;
        let (anybody, eve) = (app.anonymous(), eve.api(&app));
        let [sign_ins, changes, sign_ups] = &mut least;
        time(sign_ins, ROUNDS, async |email| anybody.post("/sessions", sign_in(email)).await).await;
        time(changes, ROUNDS, async |email| eve.post("/account/email-changes", change(email)).await).await;
        time(sign_ups, ROUNDS, async |email| anybody.post("/sign-up", sign_up(email)).await).await;
        if least.iter().all(|times| is_even(times, 1.5)) {
            return;
        }
    }
    panic!("the time tells who has an account: {least:?}");
}

/// For an address that nobody has there is no letter to write, which takes half the time, without a hash beside it.
///
/// Broken: the answer came as soon as there was nothing left to do.
#[rocket::async_test]
async fn t29_asking_for_a_letter_takes_the_same_time_whoever_has_the_address() {
    const ROUNDS: usize = 5;
    let of = |email: &str| json!({"email": email});
    let invite = |email: &str| json!({"email": email, "role": "member"});
    let mut least = [[Duration::MAX; 4]; 3];
    for _ in 0..ATTEMPTS {
        let app = TestApp::start().await;
        populate(&app).await;
        let olga = app.founder("olga@globex.example", "Globex").await;
        let (invitations, anybody, olga) = (olga.org("/invitations"), app.anonymous(), olga.api(&app));
        let [resets, resent, invited] = &mut least;
        time(resets, ROUNDS, async |email| anybody.post("/password-resets", of(email)).await).await;
        time(resent, ROUNDS, async |email| anybody.post("/activation/resend", of(email)).await).await;
        time(invited, 6 * ROUNDS, async |email| olga.post(&invitations, invite(email)).await).await;
        if least.iter().zip([1.2, 1.2, 1.5]).all(|(times, factor)| is_even(times, factor)) {
            return;
        }
    }
    panic!("the time tells who has an account: {least:?}");
}
