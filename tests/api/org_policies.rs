//! What an org asks of its members: `PATCH /orgs/{id}`, and what follows from it everywhere else.

use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, Person, TestApp};

async fn set(app: &TestApp, by: &Person, policies: Value) -> Answer {
    by.api(app).patch(&by.org(""), policies).await
}

/// The claims of a token, as whoever checks it by themselves reads them.
fn claims(token: &str) -> Value {
    use base64::Engine as _;
    let payload = token.split('.').nth(2).expect("a payload");
    let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(payload).expect("base64");
    serde_json::from_slice(&bytes[..bytes.len() - 64]).expect("claims, then a signature")
}

#[rocket::async_test]
async fn policies_are_shown_to_every_member_and_set_by_those_who_run_the_org() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let admin = app.joiner(&june, "adam@acme.example", "admin").await;
    let member = app.joiner(&june, "mia@acme.example", "member").await;
    let shown = member.api(&app).get(&june.org("")).await.expect(200);
    assert_eq!(
        (&shown.body["require_two_factor"], shown.body["allowed_email_domains"].as_array()),
        (&json!(false), Some(&vec![]))
    );

    let domains = json!({"allowed_email_domains": ["Acme.example", "BÜCHER.example", "acme.EXAMPLE"]});
    set(&app, &admin, domains.clone()).await.expect(200);
    set(&app, &member, domains).await.expect_refusal(403, "role_too_low");
    let shown = member.api(&app).get(&june.org("")).await.expect(200);
    let told = json!(["acme.example", "xn--bcher-kva.example"]);
    assert_eq!(shown.body["allowed_email_domains"], told);

    // What is left out stays; null and an empty list clear.
    let renamed = set(&app, &june, json!({"name": "Acme Inc."})).await.expect(200);
    assert_eq!(renamed.body["allowed_email_domains"], told);
    for nothing in [Value::Null, json!([])] {
        set(&app, &june, json!({"allowed_email_domains": ["acme.example"]})).await.expect(200);
        let cleared = set(&app, &june, json!({"allowed_email_domains": nothing})).await.expect(200);
        assert_eq!(cleared.body["allowed_email_domains"], json!([]));
    }
}

#[rocket::async_test]
async fn domains_that_can_not_be_are_refused_one_by_one() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let many: Vec<String> = (0..51).map(|n| format!("acme{n}.example")).collect();
    for (domains, faults) in [
        (
            json!(["acme.example", "*.acme.example", 1, "june@acme.example"]),
            vec![
                ("/allowed_email_domains/1", "email_domain_malformed"),
                ("/allowed_email_domains/2", "wrong_type"),
                ("/allowed_email_domains/3", "email_domain_malformed"),
            ],
        ),
        (json!("acme.example"), vec![("/allowed_email_domains", "wrong_type")]),
        (json!(many), vec![("/allowed_email_domains", "too_many")]),
    ] {
        let refusal = set(&app, &june, json!({"allowed_email_domains": domains})).await;
        assert_eq!(refusal.expect_refusal(422, "invalid_values").faults(), faults);
    }
}

#[rocket::async_test]
async fn a_second_factor_is_asked_for_only_by_who_has_one() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let ask = json!({"require_two_factor": true});
    set(&app, &june, ask.clone()).await.expect_refusal(409, "two_factor_off");
    june.turn_two_factor_on(&app).await;
    assert_eq!(set(&app, &june, ask).await.expect(200).body["require_two_factor"], true);
}

#[rocket::async_test]
async fn a_member_without_the_second_factor_can_only_set_it_up() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let adam = app.joiner(&june, "adam@acme.example", "admin").await;
    june.turn_two_factor_on(&app).await;
    adam.api(&app).get(&june.org("/invitations")).await.expect(200);
    set(&app, &june, json!({"require_two_factor": true})).await.expect(200);

    let code = "two_factor_set_up_required";
    for path in ["", "/members", "/invitations"] {
        adam.api(&app).get(&june.org(path)).await.expect_refusal(403, code);
    }
    set(&app, &adam, json!({"require_two_factor": false})).await.expect_refusal(403, code);
    adam.api(&app).delete(&june.org(&format!("/members/{}", june.id))).await.expect_refusal(403, code);
    // They still see where they belong, and as what.
    let orgs = adam.api(&app).get("/orgs").await.expect(200);
    assert_eq!((orgs.each("/id"), orgs.each("/role")), (vec![&*june.org_id], vec!["admin"]));
    let me = adam.who_am_i(&app).await.expect(200);
    assert_eq!((me.str("/org/id"), me.str("/role")), (&*june.org_id, "admin"));
    assert_eq!(me.body["permissions"], json!([]));
    // Whoever checks tokens by themselves is told of no role.
    let acting = json!({"org_id": june.org_id});
    let bearer = adam.api(&app).put("/sessions/current/org", acting).await.expect(200);
    assert_eq!(claims(bearer.str("/token"))["role"], Value::Null);
    let adam = Person { token: bearer.str("/token").to_owned(), ..adam };

    let device = adam.turn_two_factor_on(&app).await;
    adam.api(&app).get(&june.org("/members")).await.expect(200);
    assert!(!adam.who_am_i(&app).await.body["permissions"].as_array().expect("a list").is_empty());
    let bearer = adam.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    assert_eq!(claims(bearer.str("/token"))["role"], "admin");
    let adam = Person { token: bearer.str("/token").to_owned(), ..adam };

    // Turned off later, it locks out again.
    adam.turn_two_factor_off(&app, &device).await.expect(204);
    adam.api(&app).get(&june.org("/members")).await.expect_refusal(403, code);
    set(&app, &june, json!({"require_two_factor": false})).await.expect(200);
    adam.api(&app).get(&june.org("/members")).await.expect(200);
}

#[rocket::async_test]
async fn addresses_of_other_domains_are_not_invited() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    set(&app, &june, json!({"allowed_email_domains": ["acme.example"]})).await.expect(200);
    let invite = async |body: Value| june.api(&app).post(&june.org("/invitations"), body).await;
    let one = |email: &str| json!({"email": email, "role": "member"});

    let refusal = invite(one("eve@evil.example")).await.expect_refusal(422, "invalid_values");
    assert_eq!(refusal.faults(), [("/email", "email_domain_not_allowed")]);
    let many =
        [one("a@acme.example"), one("b@mail.acme.example"), one("c@acme.example"), one("d@notacme.example")];
    let refusal = invite(json!({"invitations": many})).await.expect_refusal(422, "invalid_values");
    let faults = [
        ("/invitations/1/email", "email_domain_not_allowed"),
        ("/invitations/3/email", "email_domain_not_allowed"),
    ];
    assert_eq!(refusal.faults(), faults);
    assert!(june.api(&app).get(&june.org("/invitations")).await.expect(200).items().is_empty());
    invite(one("Adam@ACME.example")).await.expect(201);
}

#[rocket::async_test]
async fn who_was_invited_before_the_rule_does_not_get_in_by_any_way() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let member = app.joiner(&june, "mia@mail.example", "member").await;
    let adam = app.loner("adam@mail.example").await;
    let known = app.invitation(&june, "adam@mail.example").await;
    let fresh = app.invitation(&june, "eve@mail.example").await;
    set(&app, &june, json!({"allowed_email_domains": ["acme.example"]})).await.expect(200);

    let code = "email_domain_not_allowed";
    for way in [&known.id, &known.mailed, &known.shared] {
        adam.accept(&app, way).await.expect_refusal(403, code);
    }
    for token in [&fresh.mailed, &fresh.shared] {
        app.sign_up_invited("eve@mail.example", token).await.expect_refusal(403, code);
    }
    // By the link of somebody who has an account, the refusal is the same: it tells nothing of them.
    app.sign_up_invited("adam@mail.example", &known.shared).await.expect_refusal(403, code);
    let resend = june.org(&format!("/invitations/{}/resend", known.id));
    june.api(&app).post_empty(&resend).await.expect_refusal(403, code);

    // Who belonged before goes on; and nothing was used up.
    member.api(&app).get(&june.org("")).await.expect(200);
    assert_eq!(app.count_members(&june).await, 2);
    set(&app, &june, json!({"allowed_email_domains": ["acme.example", "mail.example"]})).await.expect(200);
    adam.accept(&app, &known.mailed).await.expect(200);
    app.sign_up_invited("eve@mail.example", &fresh.shared).await.expect(201);
    assert_eq!(app.count_members(&june).await, 4);
}

#[rocket::async_test]
async fn a_sign_up_that_waited_while_the_rule_changed_opens_without_the_org() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let squatter = app.invitation(&june, "adam@mail.example").await;
    app.sign_up_invited("adam@mail.example", &squatter.shared).await.expect(201);
    let globex = app.founder("olga@globex.example", "Globex").await;
    let shared = app.invite_by_link(&globex, "adam@mail.example", "member").await;
    // The address has an account by now, unproven: this sign-up waits for its letter.
    app.sign_up_invited("adam@mail.example", &shared).await.expect(201);
    let token = app.last_letter_to("adam@mail.example").await.token("activate");
    set(&app, &globex, json!({"allowed_email_domains": ["globex.example"]})).await.expect(200);
    let opened = app.anonymous().post("/activation", json!({"token": token})).await.expect(200);
    assert_eq!(opened.body["org"], Value::Null);
    let body = json!({"email": "adam@mail.example", "password": PASSWORD});
    let signed_in = app.anonymous().post("/sessions", body).await.expect(201);
    assert_eq!(signed_in.str("/orgs/0/name"), "Acme");
    assert_eq!(app.count_members(&globex).await, 1);
}
