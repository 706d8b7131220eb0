//! The pages, against those who would use a person's browser against them. Which pages there are is read off the mounted
//! routes: a new one is tried by itself.

mod forms;
mod headers;
mod looking;
mod places;
mod return_addresses;
mod strangers;
mod written;

use crate::support::{Person, TestApp};

/// Somebody who may see every page: an operator who owns an org.
async fn all_seeing(app: &TestApp) -> Person {
    let june = app.founder("june@acme.example", "Acme").await;
    app.make_operator(&june).await;
    june
}
