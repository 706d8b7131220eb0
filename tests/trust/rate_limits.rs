//! T31: limits count who really calls and who is really meant, however either is spelled.

use std::time::Instant;

use rocket::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, TestApp, at_once, count};

/// More than any limit lets through at once.
const MANY_MORE: usize = 300;

/// One of the limits restores itself while a test runs; no test runs long enough for more than these.
const SLACK: usize = 5;

/// So many sign-ins an account has at once.
const SIGN_INS_PER_ACCOUNT: usize = 20;
/// So many sign-ins a client has at once.
const SIGN_INS_PER_CLIENT: usize = 120;
/// So many wrong passwords an account or a made-up name takes before it is locked.
const WRONG_PASSWORDS: usize = 10;
/// So many letters again an address has at once.
const RESENDS_PER_ACCOUNT: usize = 5;
/// So many times one client can ask for letters again.
const RESENDS_PER_CLIENT: usize = 30;

async fn limited(proxies: &[&str]) -> TestApp {
    let proxies: Vec<String> = proxies.iter().map(ToString::to_string).collect();
    TestApp::start_with(move |setup| {
        setup.rules.limits_enabled = true;
        setup.web.trusted_proxies = proxies.iter().map(|network| network.parse().unwrap()).collect();
    })
    .await
}

/// How many requests get through until one is limited; `None` when none is.
async fn until_limited(request: impl AsyncFn(usize) -> Answer) -> Option<usize> {
    for n in 0..MANY_MORE {
        let answer = request(n).await;
        if answer.status == 429 {
            let refusal = answer.expect_refusal(429, "rate_limited");
            let seconds: u64 = refusal.header("retry-after").and_then(|value| value.parse().ok()).unwrap();
            assert!(seconds >= 1);
            return Some(n);
        }
    }
    None
}

#[track_caller]
fn assert_about(found: Option<usize>, expected: usize) {
    let found = found.expect("nothing is limited");
    assert!((expected..=expected + SLACK).contains(&found), "{found} instead of {expected}");
}

/// Asks for a letter to somebody else each time, so that only the client can be counted.
fn ask(n: usize) -> Value {
    json!({"email": format!("somebody{n}@mail.example")})
}

/// An address of 198.51.100.0/24, documentation's own.
fn made_up(n: usize) -> String {
    format!("198.51.100.{}", n % 256)
}

const RESEND: &str = "/activation/resend";

/// Broken: everybody was believed.
#[rocket::async_test]
async fn t31_without_a_trusted_proxy_no_header_changes_who_is_counted() {
    for header in
        ["X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "CF-Connecting-IP", "X-Client-IP"]
    {
        let app = limited(&["10.0.0.0/8"]).await;
        let found = until_limited(async |n| {
            let address = if header == "Forwarded" { format!("for={}", made_up(n)) } else { made_up(n) };
            app.anonymous().from("203.0.113.9").header(header, &address).post(RESEND, ask(n)).await
        })
        .await;
        assert_about(found, RESENDS_PER_CLIENT);
        // This machine is no exception, nor does saying to be it help.
        let loopback = app.anonymous().from("203.0.113.9").header(header, "127.0.0.1");
        assert_eq!(loopback.post(RESEND, ask(0)).await.status, 429, "{header}");
        assert_about(until_limited(|n| async_post(&app, "127.0.0.1", n)).await, RESENDS_PER_CLIENT);
    }
}

async fn async_post(app: &TestApp, from: &str, n: usize) -> Answer {
    app.anonymous().from(from).post(RESEND, ask(n)).await
}

/// Broken: the first address of the list was believed, not the last that no proxy vouches for.
#[rocket::async_test]
async fn t31_behind_a_trusted_proxy_what_the_client_wrote_itself_counts_for_nothing() {
    let app = limited(&["10.0.0.0/8"]).await;
    for forwarded in ["{}, 203.0.113.9", "{},203.0.113.9,10.0.0.7", "{}, 203.0.113.10 , 10.0.0.7, 10.0.0.8"] {
        let fresh = limited(&["10.0.0.0/8"]).await;
        let found = until_limited(async |n| {
            let forwarded = forwarded.replace("{}", &made_up(n));
            fresh
                .anonymous()
                .from("10.0.0.1")
                .header("X-Forwarded-For", &forwarded)
                .post(RESEND, ask(n))
                .await
        })
        .await;
        assert_about(found, RESENDS_PER_CLIENT);
    }
    // A second header is the continuation of the first.
    let found = until_limited(async |n| {
        let api = app.anonymous().from("10.0.0.1").header("X-Forwarded-For", &made_up(n));
        api.header("X-Forwarded-For", "203.0.113.9").post(RESEND, ask(n)).await
    })
    .await;
    assert_about(found, RESENDS_PER_CLIENT);
    // Another client of the same proxy is another client, by whatever path it came.
    let another = app.anonymous().from("10.0.0.2").header("X-Forwarded-For", "203.0.113.10");
    another.post(RESEND, ask(0)).await.expect(202);
    let same = app.anonymous().from("10.0.0.2").header("X-Forwarded-For", "203.0.113.9");
    assert_eq!(same.post(RESEND, ask(0)).await.status, 429);
    let direct = app.anonymous().from("203.0.113.9").header("X-Forwarded-For", &made_up(1));
    assert_eq!(direct.post(RESEND, ask(0)).await.status, 429);
}

/// Broken: garbage was taken for an address.
#[rocket::async_test]
async fn t31_garbage_in_a_forwarded_address_is_counted_as_the_proxy() {
    let app = limited(&["10.0.0.0/8"]).await;
    let garbage =
        ["", "unknown", "_hidden", ",", "::::", "203.0.113.9:99999", "203.0.113.999", "\u{fc}", "{}"];
    let found = until_limited(async |n| {
        let garbage = garbage[n % garbage.len()].replace("{}", &format!("x{n}"));
        app.anonymous().from("10.0.0.1").header("X-Forwarded-For", &garbage).post(RESEND, ask(n)).await
    })
    .await;
    assert_about(found, RESENDS_PER_CLIENT);
}

/// Broken: an IPv6 client was counted by its whole address.
#[rocket::async_test]
async fn t31_all_addresses_of_an_ipv6_network_are_one_client() {
    let app = limited(&[]).await;
    let found = until_limited(async |n| async_post(&app, &format!("2001:db8::{n:x}:1"), n).await).await;
    assert_about(found, RESENDS_PER_CLIENT);
    async_post(&app, "2001:db8:0:1::1", 0).await.expect(202);
    let found = until_limited(async |n| {
        async_post(&app, if n % 2 == 0 { "203.0.113.9" } else { "::ffff:203.0.113.9" }, n).await
    })
    .await;
    assert_about(found, RESENDS_PER_CLIENT);
}

/// Broken: attempts were counted by who was meant as it was typed.
#[rocket::async_test]
async fn t31_every_spelling_of_who_is_meant_is_counted_as_one() {
    let app = limited(&[]).await;
    let body = json!({"email": "june@b\u{fc}cher.example", "password": PASSWORD, "name": "June Doe"});
    app.anonymous().post("/sign-up", body).await.expect(201);
    app.activate("june@xn--bcher-kva.example").await;
    let june = app.sign_in("june@b\u{fc}cher.example").await;
    june.api(&app).patch("/account", json!({"username": "kim\u{df}"})).await.expect(200);
    let spelled = [
        json!({"email": "june@b\u{fc}cher.example"}),
        json!({"email": "JUNE@b\u{fc}cher.example"}),
        json!({"email": " june@B\u{dc}CHER.example"}),
        json!({"email": "june@bu\u{308}cher.example"}),
        json!({"email": "June@XN--BCHER-KVA.EXAMPLE "}),
        json!({"username": "kim\u{df}"}),
        json!({"username": "KIMSS"}),
        json!({"username": "Kimss "}),
        json!({"username": "\u{212a}IM\u{df}"}),
        json!({"username": "\u{ff4b}imss"}),
        json!({"username": "kim\u{17f}s"}),
    ];
    // Each from another client, so that only the account can be counted. Even right passwords count.
    let sign_ins = until_limited(async |n| {
        let mut body = spelled[n % spelled.len()].clone();
        body["password"] = json!(PASSWORD);
        let answer = app.anonymous().from(&format!("2001:db8:{n:x}::1")).post("/sessions", body).await;
        assert!(matches!(answer.status, 201 | 429), "{}", answer.text);
        answer
    })
    .await;
    // The first was June's own.
    assert_about(sign_ins.map(|n| n + 1), SIGN_INS_PER_ACCOUNT);
    let resends = until_limited(async |n| {
        let body = json!({"email": spelled[n % 5]["email"]});
        app.anonymous().from(&format!("2001:db8:{n:x}::1")).post(RESEND, body).await
    })
    .await;
    assert_about(resends, RESENDS_PER_ACCOUNT);
}

/// Broken: names that nobody has were not counted.
#[rocket::async_test]
async fn t31_who_does_not_exist_is_counted_as_well() {
    let app = limited(&[]).await;
    let spelled =
        ["nobody@b\u{fc}cher.example", "NOBODY@B\u{dc}CHER.example", " nobody@xn--bcher-kva.example"];
    let found = until_limited(async |n| {
        let body = json!({"email": spelled[n % spelled.len()], "password": "a wrong password"});
        app.anonymous().from(&format!("2001:db8:{n:x}::1")).post("/sessions", body).await
    })
    .await;
    // Ten wrong passwords lock a name, whoever has it.
    assert_about(found, WRONG_PASSWORDS);
}

/// Broken: a path with a doubled slash, or with one at its end, was not limited.
#[rocket::async_test]
async fn t31_no_spelling_of_a_path_slips_past() {
    let app = limited(&[]).await;
    let paths = [
        "/api/v1/sessions",
        "//api//v1//sessions",
        "/api/v1/sessions/",
        "/api/v1//sessions//",
        "/api/v1/./sessions",
        "/api/v1/orgs/../sessions",
        "/api/v1/%73essions",
        "/api/v1/sessions%2f",
        "/API/V1/SESSIONS",
        "/api/v1/sessions?again",
        "/api/v1/sessions;x=1",
        "/api/v1/sessions%00",
    ];
    let june = app.founder("june@acme.example", "Acme").await;
    let mut judged = 1;
    for n in 0..MANY_MORE {
        let body = json!({"email": june.email, "password": PASSWORD}).to_string();
        let client = format!("2001:db8:{n:x}::1");
        let api = app.anonymous().from(&client);
        let answer = api.send(Method::Post, paths[n % paths.len()], Some(body)).await;
        assert!(matches!(answer.status, 201 | 400 | 404 | 405 | 429), "{}", answer.text);
        judged += usize::from(answer.status == 201);
    }
    assert_about(Some(judged), SIGN_INS_PER_ACCOUNT);
}

/// Broken: an attempt was counted after it was judged.
#[rocket::async_test]
async fn t31_requests_at_once_do_not_slip_past() {
    for (password, judged_status, most) in
        [(PASSWORD, 201, SIGN_INS_PER_ACCOUNT), ("a wrong password", 401, WRONG_PASSWORDS)]
    {
        let app = limited(&[]).await;
        let june = app.founder("june@acme.example", "Acme").await;
        let (app, june) = (&app, &june);
        let answers = at_once(|n| async move {
            let body = json!({"email": june.email, "password": password});
            app.anonymous().from(&format!("2001:db8:{n:x}::1")).post("/sessions", body).await
        })
        .await;
        let judged = count(&answers, judged_status);
        assert_eq!(judged + count(&answers, 429), answers.len());
        // June's own signing in was counted too.
        assert!((most - 1..=most + SLACK).contains(&judged), "{judged}");
    }
}

/// Broken: signing in forgot the wrong passwords of every account.
#[rocket::async_test]
async fn t31_a_good_sign_in_clears_nobody_elses_count() {
    let app = limited(&[]).await;
    let eve = app.founder("eve@evil.example", "Evil").await;
    app.founder("june@acme.example", "Acme").await;
    let (mut guesses, mut tried, began) = (0, 2, Instant::now());
    for n in 0..MANY_MORE {
        let (email, password) = match n % 12 {
            0 => (eve.email.clone(), PASSWORD),
            1..=3 => ("june@acme.example".to_owned(), "a wrong password"),
            _ => (format!("somebody{n}@mail.example"), "a wrong password"),
        };
        let answer = app.anonymous().post("/sessions", json!({"email": email, "password": password})).await;
        guesses += usize::from(answer.status == 401 && n % 12 <= 3);
        tried += usize::from(answer.status != 429);
    }
    assert_about(Some(guesses), WRONG_PASSWORDS);
    // The client may try once more each second. What was locked is not told apart from what was limited.
    let regained = usize::try_from(began.elapsed().as_secs()).unwrap();
    assert!(tried <= SIGN_INS_PER_CLIENT + SLACK + regained, "{tried}");
}

/// Broken: a bulk invitation counted as one letter.
#[rocket::async_test]
async fn t31_letters_are_counted_one_by_one() {
    let app = limited(&[]).await;
    let june = app.founder("june@acme.example", "Acme").await;
    let path = format!("/orgs/{}/invitations", june.org_id);
    let mut letters = 0;
    let found = until_limited(async |n| {
        let many: Vec<Value> = (0..200)
            .map(|k| json!({"email": format!("guest{n}-{k}@mail.example"), "role": "member"}))
            .collect();
        june.api(&app).post(&path, json!({"invitations": many})).await
    })
    .await;
    letters += found.expect("nothing is limited") * 200;
    assert!((800..=1_200).contains(&letters), "{letters}");
    let sign_ups = until_limited(async |n| {
        let body = json!({"email": "victim@mail.example", "password": PASSWORD, "name": "Eve"});
        app.anonymous().from(&format!("2001:db8:{n:x}::1")).post("/sign-up", body).await
    })
    .await;
    assert_about(sign_ups, 10);
}
