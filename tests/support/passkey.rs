//! A device with passkeys, in software: it makes one key, and answers as a phone or a security key would (WebAuthn
//! §6.1, §6.5; CBOR by RFC 8949).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::{Browser, PASSWORD, PUBLIC_URL, Person, Seen, TestApp};

const USER_PRESENT: u8 = 0x01;
const USER_VERIFIED: u8 = 0x04;
const HAS_KEY: u8 = 0x40;

/// A passkey, and the device that holds it.
#[derive(Clone)]
pub struct SoftKey {
    key: SigningKey,
    credential_id: Vec<u8>,
    user_handle: String,
    /// Whether it makes sure of its person.
    pub verifies: bool,
    /// The page that it is told to answer to.
    pub origin: String,
    /// How often it has signed, as security keys tell. Phones and computers tell 0: their passkey is on several of them.
    pub signed: u32,
}

impl SoftKey {
    /// Makes a key as it is asked to, and answers that.
    pub fn make(options: &str) -> (Self, String) {
        let options: Value = serde_json::from_str(options).expect("options are JSON");
        let seed: [u8; 32] = Sha256::digest(text(&options["challenge"])).into();
        let device = Self {
            key: SigningKey::from_slice(&seed).expect("a digest is a scalar"),
            credential_id: seed[..16].to_vec(),
            user_handle: text(&options["user"]["id"]).to_owned(),
            verifies: true,
            origin: PUBLIC_URL.to_owned(),
            signed: 0,
        };
        let mut data = device.data(text(&options["rp"]["id"]), HAS_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(device.credential_id.len()).unwrap().to_be_bytes());
        data.extend(&device.credential_id);
        data.extend(device.public_key());
        let mut object = b"\xA3\x63fmt\x64none\x67attStmt\xA0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        let response = json!({
            "attestationObject": encode(&object),
            "clientDataJSON": encode(device.client_data("webauthn.create", &options).as_bytes()),
        });
        let answer = device.wrapped(response);
        (device, answer)
    }

    /// Answers a question.
    pub fn answer(&self, options: &str) -> String {
        let options: Value = serde_json::from_str(options).expect("options are JSON");
        let data = self.data(text(&options["rpId"]), 0);
        let client_data = self.client_data("webauthn.get", &options);
        let signed = [data.as_slice(), &Sha256::digest(&client_data)].concat();
        let signature: Signature = self.key.sign(&signed);
        self.wrapped(json!({
            "authenticatorData": encode(&data),
            "clientDataJSON": encode(client_data.as_bytes()),
            "signature": encode(signature.to_der().as_bytes()),
            "userHandle": self.user_handle,
        }))
    }

    fn data(&self, party: &str, flags: u8) -> Vec<u8> {
        let verified = if self.verifies { USER_VERIFIED } else { 0 };
        let mut data = Sha256::digest(party).to_vec();
        data.push(USER_PRESENT | verified | flags);
        data.extend(self.signed.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, options: &Value) -> String {
        let said = json!({
            "type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": false,
        });
        said.to_string()
    }

    /// A COSE key (RFC 9052 §7): EC2, ES256, P-256, x, y.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut cose = vec![0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        cose.extend(point.x().expect("no point at infinity"));
        cose.extend([0x22, 0x58, 0x20]);
        cose.extend(point.y().expect("an uncompressed point"));
        cose
    }

    fn wrapped(&self, response: Value) -> String {
        let id = encode(&self.credential_id);
        json!({"id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {}})
            .to_string()
    }
}

impl Seen {
    /// What a page asks a device for, by the form that goes to `action`.
    #[track_caller]
    pub fn question(&self, action: &str) -> String {
        let form = format!("form[action='{action}'][data-passkey]");
        let options = self.attr(&form, "data-options");
        options.unwrap_or_else(|| panic!("no passkey is asked for at {}: {}", self.path, self.text()))
    }
}

impl Person {
    /// Adds a passkey by this name, and answers the device that holds it.
    pub async fn add_passkey(&self, app: &TestApp, name: &str) -> SoftKey {
        let mut browser = Browser::of(app, self);
        let page = browser.open("/settings/passkeys").await.expect(200);
        let page =
            browser.submit(&page, "/settings/passkeys/ask", &[("password", PASSWORD)]).await.expect(200);
        let (device, answer) = SoftKey::make(&page.question("/settings/passkeys"));
        let fields = [("name", name), ("credential", answer.as_str())];
        let page = browser.submit_passkey(&page, "/settings/passkeys", &fields).await.expect(200);
        page.expect_text(name);
        device
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
