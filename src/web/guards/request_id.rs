//! Names a request, for its answer and the log.

use std::fmt;

use rocket::Request;

use crate::domain::App;

/// The id of a request: the one its caller gave, if sane, or a new one.
#[derive(Clone, Debug)]
pub struct RequestId(String);

impl RequestId {
    /// The id of this request; the same however often it is asked for.
    pub fn of<'r>(request: &'r Request<'_>) -> &'r Self {
        request.local_cache(|| {
            let given = request.headers().get_one("X-Request-Id").filter(|id| is_sane(id));
            Self(given.map_or_else(|| new_id(request), str::to_owned))
        })
    }
}

fn is_sane(id: &str) -> bool {
    (1..=128).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b':'))
}

fn new_id(request: &Request<'_>) -> String {
    request
        .rocket()
        .state::<App>()
        .map(|app| app.random.uuid_v7(app.clock.now()).to_string())
        .unwrap_or_default()
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
