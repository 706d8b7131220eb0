//! Many at once.

use std::future::Future;

use rocket::futures::future::join_all;

use super::Answer;

/// How many try at once.
pub const MANY: usize = 64;

/// Races differ: each is run so often.
pub const ROUNDS: usize = 20;

/// Sends [`MANY`] requests at once, the first given 0, and answers what each got.
pub async fn at_once<F: Future<Output = Answer>>(request: impl Fn(usize) -> F) -> Vec<Answer> {
    join_all((0..MANY).map(request)).await
}

/// How many answers have a status.
pub fn count(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status == status).count()
}
