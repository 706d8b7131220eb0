//! T4 and T23: whoever reads the database can do nothing with it. Only digests of secrets are stored, and what
//! has to be read again is sealed with a key that is elsewhere.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gatepost::domain::Error;
use gatepost::model::{Purpose, UserId};
use gatepost::store::{Read, StoreError};
use serde_json::json;

use crate::support::{Kind, PASSWORD, Person, TestApp};

/// The files in which these bytes are found.
fn files_with<'a>(files: &'a [(String, Vec<u8>)], bytes: &[u8]) -> Vec<&'a str> {
    let has = |content: &[u8]| content.windows(bytes.len()).any(|window| window == bytes);
    files.iter().filter(|(_, content)| has(content)).map(|(name, _)| name.as_str()).collect()
}

#[track_caller]
fn assert_nowhere(files: &[(String, Vec<u8>)], what: &str, bytes: &[u8]) {
    assert!(bytes.len() >= 6, "{what}: too little to be looked for");
    assert_eq!(files_with(files, bytes), Vec::<&str>::new(), "{what} is stored as it is");
}

fn purposes(tx: &mut dyn Read) -> Result<Vec<String>, StoreError> {
    let rows = tx.query("SELECT DISTINCT purpose FROM one_time_tokens ORDER BY purpose", &[])?;
    rows.into_iter().map(|row| row.cells().text()).collect()
}

/// Broken: a copy of each letter was kept unsealed.
#[rocket::async_test]
async fn t04_no_token_is_in_the_database() {
    let app = TestApp::start_with_post_apart().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut tokens = Vec::new();
    for kind in Kind::ALL {
        let email = format!("{kind:?}@mail.example").to_lowercase();
        tokens.push(app.one_time(&june, kind, &email).await);
    }
    june.add_passkey(&app, "My phone").await;
    let refreshed = june.api(&app).post_empty("/sessions/current/refresh").await.expect(200);
    // A letter that waits is no other thing.
    app.anonymous().post("/password-resets", json!({"email": june.email})).await.expect(202);
    let waiting = app.files();
    let reset = app.last_letter_to(&june.email).await.token("reset");

    assert_nowhere(&waiting, "the token of a letter that waits", reset.as_bytes());
    let files = app.files();
    for token in &tokens {
        let (what, text) = (format!("{:?}", token.kind), token.token.as_str());
        assert_nowhere(&files, &what, text.as_bytes());
        let bytes = URL_SAFE_NO_PAD.decode(text).expect("a token is base64url");
        assert_nowhere(&files, &what, &bytes);
    }
    for token in [june.token.as_str(), refreshed.str("/token")] {
        assert_nowhere(&files, "a session token", token.as_bytes());
        let signed = token.rsplit('.').nth(1).expect("payload and signature");
        assert_nowhere(&files, "a session token's signature", &signed.as_bytes()[signed.len() - 40..]);
    }
    assert_nowhere(&files, "a password", PASSWORD.as_bytes());

    // Looking finds what is there, and every purpose was there.
    assert!(!files_with(&files, june.email.as_bytes()).is_empty());
    let mut all = Purpose::ALL.map(Purpose::as_str);
    all.sort_unstable();
    assert_eq!(app.app.store.read(purposes).await.expect("the database answers"), all);
}

/// Broken: recovery codes were stored as they are; then, the secret was not sealed.
#[rocket::async_test]
async fn t23_neither_recovery_codes_nor_the_secret_of_an_app_are_in_the_database() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let device = june.turn_two_factor_on(&app).await;
    let used = ("recovery_code", device.recovery_codes[0].as_str());
    app.complete(&app.challenge(&june.email).await, used).await.expect(201);
    let files = app.files();
    for code in &device.recovery_codes {
        for typed in [code.clone(), code.replace('-', ""), code.to_uppercase()] {
            assert_nowhere(&files, "a recovery code", typed.as_bytes());
        }
    }
    assert_nowhere(&files, "the secret", device.secret.as_bytes());
    assert_nowhere(&files, "the secret", &device.secret_bytes());
}

/// Broken: what rows are sealed for was the same text for all of them.
#[rocket::async_test]
async fn t04_what_is_sealed_for_one_row_does_not_open_in_another() {
    const PUT_INTO_ANOTHER: &str = "UPDATE idempotency_keys SET sealed_answer =
        (SELECT other.sealed_answer FROM idempotency_keys other WHERE other.user_id = ?1) WHERE user_id = ?2";
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let olga = app.founder("olga@globex.example", "Globex").await;
    let key = async |by: &Person| {
        let api = by.api(&app).header("Idempotency-Key", "one-and-the-same");
        api.post("/account/api-keys", json!({"name": "CI", "scopes": ["account:read"]})).await
    };
    let junes = key(&june).await.expect(201);
    key(&olga).await.expect(201);
    let (from, into): (UserId, UserId) = (june.id.parse().unwrap(), olga.id.parse().unwrap());
    let put = app
        .app
        .store
        .write(move |tx| tx.execute(PUT_INTO_ANOTHER, &[from.into(), into.into()]).map_err(Error::from));
    assert_eq!(put.await.expect("rows can be written"), 1);
    assert_eq!(key(&june).await.expect(201).text, junes.text);
    let told = key(&olga).await.expect_refusal(500, "internal");
    assert!(!told.text.contains(junes.str("/secret")));
}
