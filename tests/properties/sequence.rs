//! Runs sequences of operations. `scripts/properties` runs as many as it is told.

use std::cell::RefCell;
use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use rocket::futures::future::join_all;

use super::client::Clients;
use super::invariants;
use super::operation::{Operation, operation};
use super::world::{Held, OPERATOR, Tally};
use crate::support::TestApp;

/// So many clients there are where there is more than one.
pub(super) const CROWD: usize = 8;

/// How many operations the crowd does in all, where the test run does not say otherwise.
const OPERATIONS: usize = 2_400;

/// How many operations it does on one service.
const LENGTH: usize = 800;

/// Does the operations, dealt out to so many clients, and tells what they broke.
pub(super) async fn run(operations: &[Operation], clients: usize) -> Result<Tally, String> {
    let app = TestApp::start().await;
    let shared = Clients::new(&app, clients == 1);
    let olga = app.operator("olga@gatepost.example").await;
    shared.world().sessions.push(Held {
        id: olga.session_id,
        user_id: olga.id,
        person: OPERATOR,
        tokens: vec![olga.token],
        ended: None,
    });
    let shared = &shared;
    join_all((0..clients).map(|client| async move {
        for operation in operations.iter().skip(client).step_by(clients) {
            shared.run(*operation).await;
        }
    }))
    .await;
    let world = std::mem::take(&mut *shared.world());
    let mut broken = world.broken.clone();
    broken.extend(invariants::broken(&app, &world).await);
    if broken.is_empty() { Ok(world.tally) } else { Err(broken.join("\n")) }
}

/// How often a sequence is made shorter: each time takes as long as the sequence.
const SHRINKS: u32 = 150;

/// Draws sequences and runs each; one that breaks something is made shorter, and told as it is to be kept.
fn draw(cases: u32, length: usize, clients: usize) -> Tally {
    let config = Config { cases, failure_persistence: None, max_shrink_iters: SHRINKS, ..Config::default() };
    let all = RefCell::new(Tally::new());
    let run_one = |operations: Vec<Operation>| {
        for (verb, (done, refused)) in
            rocket::execute(run(&operations, clients)).map_err(TestCaseError::fail)?
        {
            let mut all = all.borrow_mut();
            let of_verb = all.entry(verb).or_default();
            *of_verb = (of_verb.0 + done, of_verb.1 + refused);
        }
        Ok(())
    };
    match TestRunner::new(config).run(&vec(operation(), length), run_one) {
        Ok(()) => all.take(),
        Err(TestError::Fail(broken, operations)) => {
            let mut lines = String::new();
            for operation in operations {
                let _ = writeln!(lines, "{operation}");
            }
            panic!(
                "{broken}\nTo be kept as a file under tests/properties/kept:\n# clients: {clients}\n{lines}"
            )
        }
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

/// How many operations this run does.
#[expect(clippy::disallowed_methods, reason = "the test run itself is configured by it")]
fn operations() -> usize {
    std::env::var("GATEPOST_TEST_OPERATIONS").map_or(OPERATIONS, |number| number.parse().expect("a number"))
}

#[test]
fn whatever_one_client_does_a_refusal_changes_nothing_and_every_change_is_told() {
    draw(12, 120, 1);
}

#[test]
#[expect(clippy::disallowed_macros, reason = "the long run is read by people")]
fn whatever_eight_clients_do_at_once_no_rule_is_broken() {
    let cases = operations().div_ceil(LENGTH);
    let tally = draw(u32::try_from(cases).expect("a sane number"), LENGTH, CROWD);
    for (verb, (done, refused)) in &tally {
        eprintln!("{verb:<20} {done:>8} done {refused:>8} refused");
    }
    let (done, refused) = tally.values().fold((0, 0), |sum, of_verb| (sum.0 + of_verb.0, sum.1 + of_verb.1));
    eprintln!(
        "{} operations by {CROWD} clients: {done} done, {refused} refused, no rule broken",
        cases * LENGTH
    );
}
