//! Another authenticator app in the place of a lost one, by the password and recovery codes.

use std::time::Duration;

use gatepost::domain::Error;
use gatepost::domain::error::{Conflict, Forbidden, Unauthenticated};
use gatepost::domain::two_factor::recover::{RecoverTwoFactor, recover};
use gatepost::model::Password;

use super::caller::client;
use crate::support::{Device, Person, TestApp, authenticator};

const JUNE: &str = "june@acme.example";

async fn protected(app: &TestApp) -> (Person, Device) {
    let june = app.loner(JUNE).await;
    let device = june.turn_two_factor_on(app).await;
    (june, device)
}

async fn codes_left(app: &TestApp, june: &Person) -> i64 {
    let status = june.api(app).get("/account/two-factor").await.expect(200);
    status.body["recovery_codes_left"].as_i64().expect("a number")
}

#[rocket::async_test]
async fn the_old_app_goes_on_working_until_a_code_of_the_new_one_is_shown() {
    let app = TestApp::start().await;
    let (june, lost) = protected(&app).await;
    let begun = app.show_recovery_codes(JUNE, &lost.recovery_codes[..2], None).await.unwrap();
    assert!(begun.recovery_codes.is_none() && begun.set_up.otpauth_url.contains(&begun.set_up.secret));
    assert_eq!(codes_left(&app, &june).await, 8);
    app.complete(&app.challenge(JUNE).await, ("code", &lost.code(&app))).await.expect(201);

    let new = authenticator(&begun.set_up.secret);
    let code = new.code_at(app.clock.now());
    let done = app.show_recovery_codes(JUNE, &lost.recovery_codes[2..4], Some(code.clone())).await.unwrap();
    assert_eq!(done.set_up.secret, begun.set_up.secret);
    let fresh = done.recovery_codes.expect("fresh codes");
    assert_eq!(fresh.len(), 10);
    june.api(&app).get("/account").await.expect_refusal(401, "not_signed_in");
    // The code that put it in force is used up, and the old app and codes are good no more.
    app.clock.advance(Duration::from_mins(1));
    for factor in [("code", &*code), ("code", &lost.code(&app)), ("recovery_code", &lost.recovery_codes[9])] {
        app.complete(&app.challenge(JUNE).await, factor).await.expect_refusal(401, "wrong_code");
    }
    app.complete(&app.challenge(JUNE).await, ("code", &new.code_at(app.clock.now()))).await.expect(201);
    app.complete(&app.challenge(JUNE).await, ("recovery_code", &fresh[0])).await.expect(201);
}

#[rocket::async_test]
async fn either_call_is_told_by_mail() {
    let app = TestApp::start().await;
    let (_, lost) = protected(&app).await;
    app.recover_two_factor(JUNE, &lost).await;
    let letters = app.letters_to(JUNE).await;
    let told: Vec<&str> = letters.iter().rev().take(2).map(|mail| mail.subject.as_str()).collect();
    assert!(told[0].contains("authenticator app of your"), "{told:?}");
    assert!(told[1].contains("recovery code was used"), "{told:?}");
    letters.last().unwrap().link("not-me");
}

#[rocket::async_test]
async fn it_takes_two_different_codes_whichever_way_they_are_typed() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let codes = &device.recovery_codes;
    let same_in_capitals = codes[0].to_uppercase().replace('-', " ");
    for shown in
        [vec![], vec![codes[0].clone()], vec![codes[0].clone(), same_in_capitals], codes[..3].to_vec()]
    {
        let refused = app.show_recovery_codes(JUNE, &shown, None).await;
        let Err(Error::Invalid(faults)) = refused else { panic!("taken: {shown:?}") };
        assert_eq!((faults[0].path.as_str(), faults[0].code), ("recovery_codes", "two_needed"));
    }
    assert_eq!(codes_left(&app, &june).await, 10);
}

#[rocket::async_test]
async fn wrong_codes_spend_nothing_and_lock_after_five() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let codes = &device.recovery_codes;
    app.show_recovery_codes(JUNE, &codes[..2], None).await.unwrap();
    let one_wrong = [codes[2].clone(), "aaaa-bbbb-cccc".to_owned()];
    let spent = [codes[2].clone(), codes[0].clone()];
    for (shown, code) in [
        (&one_wrong[..], None),
        (&spent[..], None),
        (&codes[2..4], Some("000000".to_owned())),
        // A code of the app that is lost is none of the new one.
        (&codes[2..4], Some(device.code(&app))),
        (&one_wrong[..], Some("000000".to_owned())),
    ] {
        let refused = app.show_recovery_codes(JUNE, shown, code).await;
        assert!(matches!(refused, Err(Error::Forbidden(Forbidden::WrongCode))));
    }
    assert_eq!(codes_left(&app, &june).await, 8);
    let locked = app.show_recovery_codes(JUNE, &codes[2..4], None).await;
    assert!(matches!(locked, Err(Error::RateLimited { .. })));
    // The same guesses are counted at the sign-in.
    let sign_in = app.complete(&app.challenge(JUNE).await, ("code", &device.code(&app))).await;
    sign_in.expect_refusal(429, "rate_limited");
    let logins = june.api(&app).get("/account/logins").await.expect(200);
    let wrong_codes = logins.items().iter().filter(|login| login["reason"] == "wrong_code").count();
    assert_eq!(wrong_codes, 5);
}

#[rocket::async_test]
async fn a_wrong_password_is_refused_and_counted_as_at_the_sign_in() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    let show = |login: &'static str| {
        let (password, recovery_codes) =
            (Password::present("wrong").unwrap(), device.recovery_codes[..2].to_vec());
        let input = RecoverTwoFactor { login: login.to_owned(), password, recovery_codes, code: None };
        let (app, client) = (&app.app, client(None));
        async move { recover(app, &client, input).await }
    };
    for login in [JUNE, "nobody@acme.example"] {
        let refused = show(login).await;
        let is_uniform = matches!(refused, Err(Error::Unauthenticated(Unauthenticated::WrongCredentials)));
        assert!(is_uniform);
    }
    for _ in 1..10 {
        let _refused = show(JUNE).await;
    }
    assert!(matches!(show(JUNE).await, Err(Error::RateLimited { .. })));
    assert_eq!(codes_left(&app, &june).await, 10);
}

#[rocket::async_test]
async fn there_has_to_be_a_factor_to_recover_and_a_new_app_to_put_in_force() {
    let app = TestApp::start().await;
    let june = app.loner(JUNE).await;
    let two = ["aaaa-bbbb".to_owned(), "cccc-dddd".to_owned()];
    let off = app.show_recovery_codes(JUNE, &two, None).await;
    assert!(matches!(off, Err(Error::Conflict(Conflict::TwoFactorOff))));
    let device = june.turn_two_factor_on(&app).await;
    let code = device.code(&app);
    let none = app.show_recovery_codes(JUNE, &device.recovery_codes[..2], Some(code)).await;
    assert!(matches!(none, Err(Error::Conflict(Conflict::TwoFactorNotSetUp))));
    assert_eq!(codes_left(&app, &june).await, 10);
}

#[rocket::async_test]
async fn whoever_is_suspended_recovers_nothing() {
    let app = TestApp::start().await;
    let (june, device) = protected(&app).await;
    app.suspend(&june).await;
    let refused = app.show_recovery_codes(JUNE, &device.recovery_codes[..2], None).await;
    assert!(matches!(refused, Err(Error::Forbidden(Forbidden::Suspended))));
}
