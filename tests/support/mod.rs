//! The harness: the real service in this process, over a temporary directory, with a clock that can be
//! put forward and letters that are read as people read them.
//!
//! Set-up goes through the API alone, as clients do. Nothing sleeps and nothing is shared.

mod answer;
mod api;
mod mailbox;
mod people;
mod test_app;

pub use answer::Answer;
pub use api::Api;
pub use mailbox::Mail;
pub use people::{PASSWORD, Person};
pub use test_app::TestApp;
