//! T39: `kill -9` in the middle of everything. What was answered is so after the restart, what was not is so wholly
//! or not at all, no token is good twice, every letter arrives.
//!
//! `scripts/crash-test` runs as many rounds as it is told.

mod aftermath;
mod life;

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::sync::mpsc;
use std::thread;

use life::Life;

use crate::cli::place::{CommandLine, PUBLIC_URL, Place};
use crate::cli::process::Process;

/// Clients at once.
const CLIENTS: usize = 6;

/// The service is killed after at most so many answers: at first letters are behind, later everything goes on at once.
const MOST_ANSWERS: u64 = 160;

/// Rounds, where the test run does not say otherwise.
const ROUNDS: usize = 5;

/// The public URL stays the same, since tokens are good for theirs alone; the port does not.
fn dev(place: &Place) -> CommandLine {
    place.dev().with("GATEPOST_LIMITS__ENABLED", "false").with("GATEPOST_PUBLIC_URL", PUBLIC_URL)
}

#[test]
#[expect(clippy::disallowed_macros, reason = "the long run is read by people")]
fn t39_a_service_killed_at_any_moment_keeps_its_word() {
    let place = Place::new();
    dev(&place).start().kill();
    let before = aftermath::faults(&place);
    let (mut answers, mut in_doubt) = (0, 0);
    for round in 0..rounds() {
        let lives = live_until_killed(dev(&place).start(), round, 1 + random() % MOST_ANSWERS);
        answers += lives.iter().map(|life| life.answered).sum::<usize>();
        in_doubt += lives.iter().filter(|life| life.in_doubt.is_some()).count();
        aftermath::check_files(&place, &before);
        let service = dev(&place).start();
        for life in &lives {
            aftermath::check(&service.http(), life);
        }
        aftermath::wait_for_letters(&service.http(), &lives);
        // Killed again, in peace: what the checks did is part of the next round's past.
        service.kill();
    }
    let rounds = rounds();
    eprintln!(
        "{rounds} kills: {answers} answers kept, {in_doubt} requests cut off, each done wholly or not at all"
    );
}

/// Lets clients live their lives, kills the service after so many answers, and tells how far each life came.
fn live_until_killed(service: Process, round: usize, answers: u64) -> Vec<Life> {
    let (tell, told) = mpsc::channel();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (http, tell) = (service.http(), tell.clone());
            thread::spawn(move || {
                let mut lives = Vec::new();
                for number in 0.. {
                    let mut life = Life::new(&format!("{round}-{client}-{number}"));
                    // A connection that breaks is the end of the service.
                    let went_on = life.live(&http, &tell).is_ok();
                    lives.push(life);
                    if !went_on {
                        break;
                    }
                }
                lives
            })
        })
        .collect();
    drop(tell);
    let seen = (0..answers).filter_map(|_| told.recv().ok()).count();
    assert_eq!(u64::try_from(seen), Ok(answers), "the service ended by itself");
    service.kill();
    clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
}

/// How many rounds this run has.
#[expect(clippy::disallowed_methods, reason = "the test run itself is configured by it")]
fn rounds() -> usize {
    std::env::var("GATEPOST_TEST_CRASH_ROUNDS").map_or(ROUNDS, |number| number.parse().expect("a number"))
}

/// Any number: the moment of a kill is another one each time.
fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}
