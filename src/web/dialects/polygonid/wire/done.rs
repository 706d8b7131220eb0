//! Success with nothing to say.

use rocket::Request;
use rocket::http::Status;
use rocket::response::{self, Responder, Response};

/// 200 with an empty body, of no type.
pub struct Done;

impl<'r> Responder<'r, 'static> for Done {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        Response::build().status(Status::Ok).sized_body(0, std::io::Cursor::new("")).ok()
    }
}
