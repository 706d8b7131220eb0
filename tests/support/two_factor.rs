//! The second factor as people have it: an authenticator app, and recovery codes on paper.

use std::time::Duration;

use gatepost::crypto::totp::Authenticator;
use gatepost::domain::Error;
use gatepost::domain::two_factor::recover::{RecoverTwoFactor, Recovered, recover};
use gatepost::model::{ClientInfo, Face, Password};
use serde_json::json;

use super::{Answer, PASSWORD, Person, TestApp};

/// A person's authenticator app, and the recovery codes they wrote down.
#[derive(Clone, Debug)]
pub struct Device {
    /// What the app was told at set-up (base32).
    pub secret: String,
    /// All ten.
    pub recovery_codes: Vec<String>,
}

impl Device {
    /// The code it shows now.
    pub fn code(&self, app: &TestApp) -> String {
        authenticator(&self.secret).code_at(app.clock.now())
    }

    /// What it was told, as bytes.
    pub fn secret_bytes(&self) -> Vec<u8> {
        base32(&self.secret)
    }
}

/// The app that was told a secret.
pub fn authenticator(secret: &str) -> Authenticator {
    Authenticator::new(&base32(secret), "Gatepost", "june@acme.example").expect("a secret of ours")
}

/// RFC 4648 §6, as an app reads what is typed.
fn base32(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut bits = 0_u64;
    let mut count = 0;
    let mut bytes = Vec::new();
    for character in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == character).expect("a letter of base32");
        bits = bits << 5 | value as u64;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).expect("eight bits"));
        }
    }
    bytes
}

impl Person {
    /// Sets an authenticator app up, and turns nothing on.
    pub async fn set_up_two_factor(&self, app: &TestApp) -> Answer {
        self.api(app).post("/account/two-factor/setup", json!({"password": PASSWORD})).await
    }

    /// Turns the second factor on; a minute has passed since.
    pub async fn turn_two_factor_on(&self, app: &TestApp) -> Device {
        let told = self.set_up_two_factor(app).await.expect(200);
        let secret = told.str("/secret").to_owned();
        let body = json!({"code": authenticator(&secret).code_at(app.clock.now())});
        let enabled = self.api(app).post("/account/two-factor/enable", body).await.expect(200);
        let codes = enabled.body["recovery_codes"].as_array().expect("recovery codes");
        let recovery_codes = codes.iter().filter_map(|code| code.as_str().map(str::to_owned)).collect();
        app.clock.advance(Duration::from_mins(1));
        Device { secret, recovery_codes }
    }

    /// Turns the second factor off again.
    pub async fn turn_two_factor_off(&self, app: &TestApp, device: &Device) -> Answer {
        let body = json!({"password": PASSWORD, "code": device.code(app)});
        self.api(app).post("/account/two-factor/disable", body).await
    }
}

impl TestApp {
    /// Shows the password of somebody with a second factor, and answers the challenge they get.
    pub async fn challenge(&self, email: &str) -> String {
        let body = json!({"email": email, "password": PASSWORD});
        let refusal = self.anonymous().post("/sessions", body).await;
        refusal.expect_refusal(401, "two_factor_required").str("/challenge").to_owned()
    }

    /// One call of the two that put another app in the place of a lost one.
    pub async fn show_recovery_codes(
        &self,
        email: &str,
        recovery_codes: &[String],
        code: Option<String>,
    ) -> Result<Recovered, Error> {
        let client =
            ClientInfo { ip: [127, 0, 0, 1].into(), user_agent: None, locale: None, face: Face::Native };
        let password = Password::present(PASSWORD).expect("a password");
        let recovery_codes = recovery_codes.to_vec();
        recover(
            &self.app,
            &client,
            RecoverTwoFactor { login: email.to_owned(), password, recovery_codes, code },
        )
        .await
    }

    /// Puts another app in the place of a lost one, by the first four recovery codes.
    pub async fn recover_two_factor(&self, email: &str, lost: &Device) -> Device {
        let begun = self.show_recovery_codes(email, &lost.recovery_codes[..2], None).await;
        let secret = begun.expect("the codes are good").set_up.secret;
        let code = authenticator(&secret).code_at(self.clock.now());
        let done = self.show_recovery_codes(email, &lost.recovery_codes[2..4], Some(code)).await;
        let recovery_codes = done.expect("the codes are good").recovery_codes.expect("fresh codes");
        Device { secret, recovery_codes }
    }

    /// The second step of a sign-in, by `("code", …)` or `("recovery_code", …)`.
    pub async fn complete(&self, challenge: &str, (factor, value): (&str, &str)) -> Answer {
        let body = json!({"challenge": challenge, factor: value});
        self.anonymous().post("/sessions/two-factor", body).await
    }
}
