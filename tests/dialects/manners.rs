//! What never reached a handler is refused in the dialect's own shape, below every path of it; and answers to
//! HEAD and OPTIONS are there too.
//!
//! The routes that are tried are those that are mounted, the bodies those of the dialect's own document: a call
//! that is added is tried without anybody thinking of it.

use gatepost::model::Dialect;
use gatepost::web::dialects::{Surface, answered};
use rocket::http::Method;
use serde_json::Value;

use super::MANNERS;
use crate::support::{Answer, Api, Person, TestApp, web_settings};

/// How a dialect refuses.
pub struct Manners {
    /// Which dialect.
    pub dialect: Dialect,
    /// Asserts that an answer refuses for a reason, as this dialect does.
    pub expect: fn(&Answer, Refused),
}

/// Why something never reached a handler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is nothing at the path.
    UnknownPath,
    /// The path has other methods.
    WrongMethod,
    /// The body is no JSON.
    MalformedJson,
    /// The body is JSON, and no object.
    NoObject,
    /// The body is said to be plain text.
    PlainText,
    /// The body is larger than 64 KiB.
    TooLarge,
    /// The database does not answer.
    NotReady,
}

const METHODS: [Method; 5] = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];

/// A mounted call, with an id in the place of each parameter of its path.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Call {
    method: Method,
    template: String,
    path: String,
    takes_body: bool,
}

impl Call {
    /// Whether a path leads to this call; an id in it can be any text.
    fn has(&self, path: &str) -> bool {
        let (mine, given): (Vec<&str>, Vec<&str>) =
            (self.template.split('/').collect(), path.split('/').collect());
        mine.len() == given.len()
            && mine.iter().zip(given).all(|(mine, given)| mine.starts_with('{') || *mine == given)
    }
}

fn surface(dialect: Dialect) -> &'static Surface {
    answered(&web_settings()).find(|surface| surface.dialect == dialect).expect("the dialect is answered")
}

/// Stands in the place of each parameter of a path.
const NOBODYS_ID: &str = "01932c07209c7f5b8a3e0123";

/// A path with an id that nobody has in the place of each of its parameters.
pub(super) fn filled(template: &str) -> String {
    let fill = |part| if str::starts_with(part, '{') { NOBODYS_ID } else { part };
    template.split('/').map(fill).collect::<Vec<_>>().join("/")
}

fn calls(surface: &Surface) -> Vec<Call> {
    let document = serde_json::to_value((surface.document)()).expect("a document is JSON");
    let mounted = (surface.routes)();
    let call = |route: &rocket::Route| {
        let template = route.uri.path().replace('<', "{").replace('>', "}");
        let method = route.method.as_str().to_ascii_lowercase();
        let takes_body = document["paths"][&template][&method]["requestBody"] != Value::Null;
        let path = filled(&template);
        Call { method: route.method, template, path, takes_body }
    };
    mounted.iter().map(call).collect()
}

async fn founder(app: &TestApp) -> Person {
    app.founder("june@acme.example", "Acme").await
}

#[test]
fn every_dialect_that_is_answered_has_its_manners_told() {
    let answered: Vec<Dialect> = answered(&web_settings()).map(|surface| surface.dialect).collect();
    let told: Vec<Dialect> = MANNERS.iter().map(|manners| manners.dialect).collect();
    assert_eq!(told, answered);
}

#[rocket::async_test]
async fn another_method_is_refused() {
    let app = TestApp::start().await;
    let june = founder(&app).await;
    for manners in MANNERS {
        let calls = calls(surface(manners.dialect));
        for Call { path, .. } in &calls {
            let has = |method| calls.iter().any(|call| call.has(path) && call.method == method);
            for method in METHODS.into_iter().filter(|method| !has(*method)) {
                for api in [app.anonymous(), june.api(&app)] {
                    (manners.expect)(&api.send(method, path, None).await, Refused::WrongMethod);
                }
            }
        }
    }
}

#[rocket::async_test]
async fn a_path_that_is_not_there_is_refused_by_the_dialect_it_is_below_of() {
    let app = TestApp::start().await;
    let june = founder(&app).await;
    for manners in MANNERS {
        for base in surface(manners.dialect).bases {
            for method in METHODS {
                for path in
                    [format!("{base}/no/where/at/all/of/it"), format!("/{base}//no/where/at/all/of/it/")]
                {
                    for api in [app.anonymous(), june.api(&app)] {
                        (manners.expect)(&api.send(method, &path, None).await, Refused::UnknownPath);
                    }
                }
            }
        }
    }
}

#[rocket::async_test]
async fn a_path_beside_a_dialect_is_not_the_dialects() {
    let app = TestApp::start().await;
    for manners in MANNERS {
        for base in surface(manners.dialect).bases {
            let answer = app.anonymous().send(Method::Get, &format!("{base}s-and-more"), None).await;
            answer.expect_refusal(404, "path_not_found");
        }
    }
}

#[rocket::async_test]
async fn a_dialect_that_is_not_mounted_is_not_there() {
    let app = TestApp::start_with(|setup| setup.web.dialects.clear()).await;
    for manners in MANNERS {
        for Call { method, path, .. } in calls(surface(manners.dialect)) {
            app.anonymous().send(method, &path, None).await.expect_refusal(404, "path_not_found");
        }
        let document = format!("/openapi/{}.json", manners.dialect.as_str());
        app.anonymous().send(Method::Get, &document, None).await.expect_refusal(404, "path_not_found");
    }
}

#[rocket::async_test]
async fn a_body_that_can_not_be_read_is_refused() {
    let app = TestApp::start().await;
    let june = founder(&app).await;
    let typed = |media_type: &str| -> Api<'_> { june.api(&app).header("Content-Type", media_type) };
    for manners in MANNERS {
        for Call { method, path, takes_body, .. } in calls(surface(manners.dialect)) {
            if !takes_body {
                continue;
            }
            // A body is looked at once it is sure that the caller may name what the path names.
            let path = path.replace(NOBODYS_ID, &june.id);
            let large = format!("{{\"unheard_of\": \"{}\"}}", "a".repeat(65 * 1024));
            for (media_type, body, refused) in [
                ("application/json", "{".to_owned(), Refused::MalformedJson),
                ("application/json", "[]".to_owned(), Refused::NoObject),
                ("application/json; charset=utf-8", "7".to_owned(), Refused::NoObject),
                ("text/plain", "{}".to_owned(), Refused::PlainText),
                ("application/json", large, Refused::TooLarge),
            ] {
                (manners.expect)(&typed(media_type).send(method, &path, Some(body)).await, refused);
            }
        }
    }
}

#[rocket::async_test]
async fn a_call_without_a_body_does_not_mind_what_is_sent() {
    let app = TestApp::start().await;
    for manners in MANNERS {
        for Call { method, path, takes_body, .. } in calls(surface(manners.dialect)) {
            if takes_body {
                continue;
            }
            let empty = app.anonymous().send(method, &path, None).await;
            for body in ["", "{}", "{", "[]", "\u{0}"] {
                let answer = app.anonymous().send(method, &path, Some(body.to_owned())).await;
                assert_eq!(answer.shape(), empty.shape(), "{method} {path} {body}");
            }
        }
    }
}

#[rocket::async_test]
async fn head_answers_as_get_does_without_a_body() {
    let app = TestApp::start().await;
    let june = founder(&app).await;
    for manners in MANNERS {
        for Call { path, .. } in
            calls(surface(manners.dialect)).iter().filter(|call| call.method == Method::Get)
        {
            for api in [app.anonymous(), june.api(&app)] {
                let get = api.send(Method::Get, path, None).await;
                let head = api.send(Method::Head, path, None).await;
                assert_eq!((head.status, head.text.as_str()), (get.status, ""), "{path}");
                assert_eq!(head.header("content-type"), get.header("content-type"), "{path}");
            }
        }
    }
}

#[rocket::async_test]
async fn options_is_answered_everywhere_below_a_dialect() {
    let app = TestApp::start().await;
    for manners in MANNERS {
        let surface = surface(manners.dialect);
        let paths = calls(surface).into_iter().map(|call| call.path);
        for path in paths.chain(surface.bases.iter().map(|base| format!("{base}/no/where"))) {
            app.anonymous().send(Method::Options, &path, None).await.expect(204);
        }
    }
}

#[rocket::async_test]
async fn a_database_that_does_not_answer_is_told_in_the_dialects_words() {
    let app = TestApp::start().await;
    // The signature of the token is right, so its session is looked for.
    let token = founder(&app).await.token;
    app.app.store.close().await;
    for manners in MANNERS {
        let mut told = 0;
        for Call { method, path, takes_body, .. } in calls(surface(manners.dialect)) {
            let body = takes_body.then(|| "{}".to_owned());
            let answer = app.bearer(&token).send(method, &path, body).await;
            if answer.status == 503 {
                (manners.expect)(&answer, Refused::NotReady);
                assert!(answer.header("retry-after").is_some(), "{method} {path}");
                told += 1;
            }
            assert!(answer.status != 500, "{method} {path}: {}", answer.text);
        }
        assert!(told > 0, "{:?}", manners.dialect);
    }
}
