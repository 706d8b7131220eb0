//! T18: a token is taken whole or not at all, and garbage is refused calmly.

use pasetors::keys::{AsymmetricKeyPair, AsymmetricSecretKey, Generate};
use pasetors::token::{Public, UntrustedToken};
use pasetors::version4::{PublicToken, V4};
use rocket::http::Method;
use serde_json::{Value, json};

use super::doors::FACES;
use crate::support::{Document, Kind, PUBLIC_URL, TestApp};

/// What is shown where credentials are expected, and is none.
const GARBAGE: &[&str] = &[
    "",
    " ",
    "Bearer",
    "Bearer ",
    "Bearer  ",
    "bearer\t",
    "Bearerx",
    "Bearer null",
    "Bearer undefined",
    "Bearer .",
    "Bearer ...",
    "Bearer v4.public.",
    "Bearer v4.public.!!!!.????",
    "Bearer \u{fc}\u{20ac}",
    "\u{fc}\u{fc}\u{fc}\u{fc}\u{fc}\u{fc}\u{fc}",
    "Basic anVuZTpwYXNzd29yZA==",
    "Digest username=\"june\"",
    "Token x",
    "Bearer x y",
    "Bearer, Bearer",
    "Negotiate",
    "=",
    ":",
    ",",
];

/// Another character of the same alphabet.
fn flip(token: &str, at: usize) -> String {
    let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
    format!("{}{other}{}", &token[..at], &token[at + 1..])
}

async fn is_refused(app: &TestApp, token: &str) -> bool {
    let answer = app.bearer(token).get("/sessions/current").await;
    answer.status == 401 && answer.body["code"] == "not_signed_in"
}

/// Broken: the signature was not looked at.
#[rocket::async_test]
async fn t18_a_session_token_that_is_cut_or_altered_anywhere_is_refused() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = june.token.as_str();
    june.api(&app).get("/sessions/current").await.expect(200);
    for at in 0..token.len() {
        assert!(is_refused(&app, &token[..at]).await, "cut after {at}");
        assert!(is_refused(&app, &token[at + 1..]).await || at + 1 == token.len(), "cut before {at}");
        assert!(is_refused(&app, &flip(token, at)).await, "altered at {at}");
    }
    june.api(&app).get("/sessions/current").await.expect(200);
}

/// Broken: of a list of tokens the first counted.
#[rocket::async_test]
async fn t18_a_session_token_that_is_extended_or_pieced_together_is_refused() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let other = app.sign_in(&june.email).await;
    let token = june.token.as_str();
    let [version, purpose, payload, footer] = token.split('.').collect::<Vec<_>>().try_into().unwrap();
    let [.., other_payload, _] = other.token.split('.').collect::<Vec<_>>()[..] else { panic!() };
    let (half, other_half) = (payload.len() / 2, other_payload.len() / 2);
    let pieced = format!("{}{}", &payload[..half], &other_payload[other_half..]);
    for hostile in [
        format!("{token}A"),
        format!("{token}="),
        format!("{token}."),
        format!("{token}.{footer}"),
        format!("A{token}"),
        format!("{token}{}", "A".repeat(4000)),
        format!("{token},{token}"),
        format!("{version}.{purpose}.{payload}"),
        format!("{version}.{purpose}.{payload}."),
        format!("{version}.{purpose}.{pieced}.{footer}"),
        format!("{version}.{purpose}.{footer}.{payload}"),
        format!("{version}.local.{payload}.{footer}"),
        format!("v2.public.{payload}.{footer}"),
        format!("v3.public.{payload}.{footer}"),
        format!("V4.PUBLIC.{payload}.{footer}"),
        format!("{version}.{purpose}..{footer}"),
        "v4.public..".to_owned(),
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJqdW5lIn0.".to_owned(),
    ] {
        assert!(is_refused(&app, &hostile).await, "{hostile}");
    }
}

/// Broken: the signature was not looked at.
#[rocket::async_test]
async fn t18_a_session_token_of_another_key_or_service_is_refused() {
    let (app, another) = (TestApp::start().await, TestApp::start().await);
    let june = app.founder("june@acme.example", "Acme").await;
    let stranger = another.founder("june@acme.example", "Acme").await;
    assert!(is_refused(&app, &stranger.token).await, "a key of another service");

    let token = UntrustedToken::<Public, V4>::try_from(june.token.as_str()).unwrap();
    let (payload, footer) = (token.untrusted_payload(), token.untrusted_footer());
    let key = AsymmetricKeyPair::<V4>::generate().unwrap().secret;
    for implicit in [None, Some(&b"gatepost"[..])] {
        let forged = PublicToken::sign(&key, payload, Some(footer), implicit).unwrap();
        assert!(is_refused(&app, &forged).await, "a key that only says to be ours");
    }
    let unnamed = PublicToken::sign(&key, payload, None, None).unwrap();
    assert!(is_refused(&app, &unnamed).await);
    for footer in [r#"{"kid":""}"#, r#"{"kid":1}"#, "{}", "null", "k4.pid.x", r#"{"kid":"x","kid":"y"}"#] {
        let forged = PublicToken::sign(&key, payload, Some(footer.as_bytes()), None).unwrap();
        assert!(is_refused(&app, &forged).await, "{footer}");
    }
}

/// Broken: what stands behind the 43rd character was cut off.
#[rocket::async_test]
async fn t18_a_one_time_token_that_is_cut_altered_or_extended_is_unknown() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    for kind in Kind::ALL {
        let good = app.one_time(&june, kind, &format!("{kind:?}@mail.example").to_lowercase()).await;
        let token = good.token.as_str();
        let cut = (1..token.len()).map(|at| token[..at].to_owned());
        let altered = (0..token.len()).map(|at| flip(token, at));
        let cased = [token.to_uppercase(), token.to_lowercase()];
        let extended = ["A", "=", "-", "%20"].map(|more| format!("{token}{more}"));
        for hostile in cut.chain(altered).chain(cased).chain(extended) {
            let mut shown = good.clone();
            shown.token = hostile;
            let refusal = shown.redeem(&app).await;
            assert_eq!(refusal.status, 404, "{kind:?} {}: {}", shown.token, refusal.text);
        }
        let used = good.redeem(&app).await;
        assert!(matches!(used.status, 200..=204), "{kind:?}: {}", used.text);
    }
}

/// Broken: of two headers the first counted.
#[rocket::async_test]
async fn t18_garbage_for_credentials_is_401_on_every_route() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let bearer = format!("Bearer {}", june.token);
    let long = [format!("Bearer {}", "A".repeat(100_000)), format!("Bearer {}", "v4.public.".repeat(100))];
    let document = app.anonymous().send(Method::Get, "/openapi.json", None).await.expect(200);
    let mut routes = 0;
    for (path, item) in document.body["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation.get("security").is_none() {
                continue;
            }
            routes += 1;
            let method: Method = method.parse().unwrap();
            let filled = |part| match part {
                "{id}" => june.org_id.as_str(),
                part if part.starts_with('{') => &june.id,
                part => part,
            };
            let path = path.split('/').map(filled).collect::<Vec<&str>>().join("/");
            let body = matches!(method, Method::Post | Method::Put | Method::Patch)
                .then(|| json!({"org_id": june.org_id}).to_string());
            for credentials in GARBAGE.iter().copied().chain(long.iter().map(String::as_str)) {
                let api = app.anonymous().header("Authorization", credentials);
                let answer = api.send(method, &path, body.clone()).await;
                assert_eq!(answer.status, 401, "{method} {path} {credentials:.40}: {}", answer.text);
                assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
            }
            let twice = june.api(&app).header("Authorization", &bearer).send(method, &path, body).await;
            assert_eq!(twice.status, 401, "two headers at {method} {path}");
        }
    }
    assert!(routes > 15, "the document names the routes that take credentials");
    let any_case = app.anonymous().header("Authorization", &format!("bEARER {}", june.token));
    any_case.get("/sessions/current").await.expect(200);
}

/// To break it: read the `Authorization` header in a dialect otherwise than in the native API.
#[rocket::async_test]
async fn t18_garbage_for_credentials_is_refused_calmly_by_every_dialect() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let mut asked = 0;
    for face in FACES.iter().filter(|face| face.document != "/openapi.json") {
        let document = Document::at(&app, face.document).await;
        for operation in document.operations() {
            let path = operation.path_with(&june.id, &june.org_id);
            let body = document.example_body(&operation).map(|body| body.to_string());
            for credentials in GARBAGE {
                let api = app.anonymous().header("Authorization", credentials);
                let answer = api.send(operation.method, &path, body.clone()).await;
                if operation.needs_session() {
                    assert_eq!(answer.status, 401, "{} {credentials}: {}", operation.name(), answer.text);
                    asked += 1;
                } else {
                    assert!(answer.status < 500, "{} {credentials}: {}", operation.name(), answer.text);
                }
            }
        }
    }
    assert!(asked > 20 * GARBAGE.len(), "the documents name the calls that take credentials");
}

/// To break it: bind the service's tokens to nothing that they say: pass over the issuer, or over what else is in the
/// footer, or read what is missing as something.
#[rocket::async_test]
async fn t18_what_the_services_own_key_signed_for_another_use_is_no_session_token() {
    let app = TestApp::start().await;
    let june = app.founder("june@acme.example", "Acme").await;
    let token = UntrustedToken::<Public, V4>::try_from(june.token.as_str()).unwrap();
    let (payload, footer) = (token.untrusted_payload(), token.untrusted_footer());
    let claims: Value = serde_json::from_slice(payload).unwrap();
    let key = AsymmetricSecretKey::<V4>::from(&app.app.keys.ring().current().secret_bytes()).unwrap();
    let sign = |payload: &[u8], footer: Option<&[u8]>, implicit: Option<&[u8]>| {
        PublicToken::sign(&key, payload, footer, implicit).unwrap()
    };
    assert_eq!(sign(payload, Some(footer), None), june.token, "it is the service's own key");

    for implicit in ["invitation", "gatepost", PUBLIC_URL, &june.id] {
        let bound = sign(payload, Some(footer), Some(implicit.as_bytes()));
        assert!(is_refused(&app, &bound).await, "bound to {implicit}");
    }
    let kid: Value = serde_json::from_slice(footer).unwrap();
    let of_another_use = json!({"kid": kid["kid"], "use": "invitation"}).to_string();
    for footer in [None, Some(""), Some("invitation"), Some(&of_another_use)] {
        let marked = sign(payload, footer.map(str::as_bytes), None);
        assert!(is_refused(&app, &marked).await, "with the footer {footer:?}");
    }
    let elsewhere = [json!("https://accounts.globex.example"), json!(format!("{PUBLIC_URL}/")), Value::Null];
    let said = elsewhere.into_iter().map(|issuer| {
        let mut other = claims.clone();
        other["iss"] = issuer;
        other
    });
    let required = ["iss", "sub", "sid", "gen", "iat", "nbf", "exp", "jti"];
    let lacking = required.into_iter().map(|name| {
        let mut other = claims.clone();
        other.as_object_mut().unwrap().remove(name).expect("it is said");
        other
    });
    for other in said.chain(lacking).chain([json!({"sub": june.id}), json!([]), json!(june.id)]) {
        let signed = sign(other.to_string().as_bytes(), Some(footer), None);
        assert!(is_refused(&app, &signed).await, "{other}");
    }
    june.who_am_i(&app).await.expect(200);
}
