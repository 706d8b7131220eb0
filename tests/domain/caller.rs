//! Who calls an operation, through which face.

use gatepost::domain::sessions::authenticate::authenticate;
use gatepost::model::{ClientInfo, Dialect, Principal};

use crate::support::{Person, TestApp};

/// Where calls through a face come from.
pub(super) fn client(dialect: Option<Dialect>) -> ClientInfo {
    ClientInfo { ip: [127, 0, 0, 1].into(), user_agent: None, locale: None, face: dialect.into() }
}

/// A person, as they call through a face.
pub(super) async fn through(app: &TestApp, person: &Person, dialect: Option<Dialect>) -> Principal {
    authenticate(&app.app, &person.token, client(dialect)).await.expect("a session")
}
