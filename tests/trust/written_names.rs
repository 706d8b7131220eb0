//! T36: what people write of themselves stays what they wrote: in letters, in answers, in the log.

use serde_json::{Value, json};

use crate::support::{Mail, PASSWORD, TestApp};

/// Names that are markup, templates or addresses to some program.
const HOSTILE: [&str; 9] = [
    "<img src=x onerror=alert(1)>",
    "\"><script>alert(1)</script>",
    "</title></style><h1>Hi</h1>",
    "{{ 7*7 }}{% include 'x' %}",
    "&lt;b&gt; &amp; &#60;",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "June <eve@evil.example>",
    "=?utf-8?B?SGk=?= ${x} $(id) `id` %0d%0aBcc:x",
];

/// What would break a line or turn the reading direction.
const BREAKING: [char; 16] = [
    '\r', '\n', '\t', '\u{0}', '\u{8}', '\u{b}', '\u{1b}', '\u{7f}', '\u{85}', '\u{61c}', '\u{200e}',
    '\u{200f}', '\u{2028}', '\u{2029}', '\u{202e}', '\u{2066}',
];

/// Texts that no letter may contain as markup, whoever wrote them.
const MARKUP: [&str; 6] = ["<img src=x", "<script", "<h1>Hi", "onmouseover='", "<eve@", "alert(1)>"];

#[track_caller]
fn assert_sound(mail: &Mail) {
    assert!(!mail.subject.contains(BREAKING), "{:?}", mail.subject);
    for text in [&mail.text, &mail.html] {
        let broken = text.chars().find(|c| BREAKING.contains(c) && *c != '\n');
        assert_eq!(broken, None, "in: {text}");
    }
    for markup in MARKUP {
        assert!(!mail.html.contains(markup), "{markup} in {}", mail.html);
    }
}

/// The languages of letters.
const LOCALES: [&str; 6] = ["en", "de", "fr", "es", "pt", "zh-Hans"];

/// Broken: the HTML was written without escaping.
#[rocket::async_test]
async fn t36_names_write_nothing_but_themselves_into_letters() {
    let app = TestApp::start().await;
    for ((n, name), locale) in HOSTILE.into_iter().enumerate().zip(LOCALES.into_iter().cycle()) {
        let (june, adam) = (format!("june{n}@acme.example"), format!("adam{n}@acme.example"));
        let who = json!({"first": name, "last": name});
        let body = json!({"email": june, "password": PASSWORD, "name": who, "org": {"name": name},
            "locale": locale});
        app.anonymous().post("/sign-up", body).await.expect(201);
        let activation = app.last_letter_to(&june).await;
        assert!(activation.subject.contains(name) && activation.text.contains(name), "{}", activation.text);
        app.activate(&june).await;
        let signed_in = app.sign_in(&june).await;
        let path = format!("/orgs/{}/invitations", signed_in.org_id);
        let invite = json!({"email": adam, "role": "member", "message": name});
        signed_in.api(&app).post(&path, invite).await.expect(201);
        let invitation = app.last_letter_to(&adam).await;
        assert!(invitation.subject.contains(name) && invitation.text.contains(&format!("> {name}")));
        for mail in app.letters().await {
            assert_sound(&mail);
        }
    }
}

/// Broken: names were taken as they came; then, the Arabic letter mark was.
#[rocket::async_test]
async fn t36_names_that_break_lines_or_turn_the_reading_direction_are_refused() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let org = format!("/orgs/{}", june.org_id);
    let before = app.letters().await.len();
    for c in BREAKING {
        let name = format!("June{c}Bcc: eve@evil.example");
        let sign_up = |name: Value, org: Value| json!({"email": "new@acme.example", "password": PASSWORD, "name": name, "org": org});
        let api = june.api(&app);
        for answer in [
            api.post("/sign-up", sign_up(json!(name), Value::Null)).await,
            api.post("/sign-up", sign_up(json!({"first": "June", "last": name}), Value::Null)).await,
            api.post("/sign-up", sign_up(json!("June Doe"), json!({"name": name}))).await,
            api.patch("/account", json!({"name": name})).await,
            api.patch("/account", json!({"username": format!("june{c}doe")})).await,
            api.post("/orgs", json!({"name": name})).await,
            api.patch(&org, json!({"name": name})).await,
        ] {
            assert_eq!(answer.status, 422, "{c:?}: {}", answer.text);
            answer.expect_refusal(422, "invalid_values");
        }
    }
    assert_eq!(app.letters().await.len(), before);
}

/// A line that a message would like to pass for one of ours.
const LINE: &str = "Your link: evil\n";

/// Broken: a message was written as it came.
#[rocket::async_test]
async fn t36_a_message_stays_inside_its_quote() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let path = format!("/orgs/{}/invitations", june.org_id);
    let breaks: String =
        BREAKING.iter().filter(|c| **c != '\u{0}').flat_map(|c| [c.to_string(), LINE.to_owned()]).collect();
    let message = format!("Hello\r\n\r\nLook at the invitation here:{breaks}<script>alert(1)</script>");
    let message: String = message.chars().take(480).collect();
    let invite = json!({"email": "adam@acme.example", "role": "member", "message": message});
    june.api(&app).post(&path, invite).await.expect(201);
    let mail = app.last_letter_to("adam@acme.example").await;
    assert_sound(&mail);
    for line in mail.text.lines().filter(|line| line.contains("evil") || line.contains("script")) {
        assert!(line.starts_with("> "), "{line}");
    }
    assert!(mail.text.contains("> Your link: evil"), "{}", mail.text);
}

/// Broken: the user agent was kept as it came.
#[rocket::async_test]
async fn t36_a_user_agent_writes_nothing_but_itself_into_lists_and_letters() {
    let app = TestApp::start().await;
    app.founder("june@acme.example", "Acme").await;
    for agent in HOSTILE.into_iter().chain(["\u{202e}evil\u{7f}\u{85}\u{1b}[31m"]) {
        let long = format!("{agent}{}", "x".repeat(5_000));
        let api = app.anonymous().header("User-Agent", &long);
        let sign_in = json!({"email": "june@acme.example", "password": PASSWORD});
        let signed_in = api.post("/sessions", sign_in).await.expect(201);
        let device = signed_in.str("/session/device");
        assert!(device.chars().count() <= 200 && !device.contains(char::is_control), "{device:?}");
        let token = signed_in.str("/token");
        app.bearer(token).post_empty("/sessions/current/refresh").await.expect(200);
        app.clock.advance(std::time::Duration::from_secs(31));
        app.bearer(token).post_empty("/sessions/current/refresh").await.expect(401);
        let mail = app.last_letter_to("june@acme.example").await;
        assert!(mail.text.contains("xxx"), "the letter names the device: {}", mail.text);
        assert_sound(&mail);
    }
}

/// Broken: a request's own id was answered as it came.
#[rocket::async_test]
async fn t36_refusals_quote_nothing_that_a_browser_would_run() {
    let app = TestApp::start().await;
    for id in HOSTILE.into_iter().chain(["", " ", "a b", "x\u{fc}", &"x".repeat(129), "a,b", "a;b"]) {
        let answer = app.anonymous().header("X-Request-Id", id).get("/account").await;
        let refusal = answer.expect_refusal(401, "not_signed_in");
        assert_ne!(refusal.str("/request_id"), id);
    }
    let sane = app.anonymous().header("X-Request-Id", "my-request:1").get("/account").await;
    assert_eq!(sane.str("/request_id"), "my-request:1");
    for hostile in HOSTILE {
        let mut body = json!({"email": hostile, "password": hostile, "name": 1, "domain_id": hostile, "locale": hostile});
        body[hostile] = json!(hostile);
        let refusal = app.anonymous().post("/sign-up", body).await.expect_refusal(422, "invalid_values");
        assert_eq!(refusal.header("x-content-type-options"), Some("nosniff"));
        // Only the name of a member that is not known is told back, and as JSON.
        let told_back = refusal.faults().iter().filter(|(pointer, _)| pointer.len() > 12).count();
        assert!(told_back <= 1, "{}", refusal.text);
        for error in refusal.body["errors"].as_array().unwrap() {
            assert!(!error["detail"].as_str().unwrap().contains(hostile), "{error}");
        }
    }
}
