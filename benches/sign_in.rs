//! Signing in, against the rate at which this machine computes the same hashes and does nothing else.

use std::error::Error;
use std::num::NonZeroUsize;
use std::thread;
use std::time::{Duration, Instant};

use gatepost::crypto::passwords::argon::{HashingMemory, Recipe};
use gatepost::crypto::passwords::hasher::{Hasher, HasherSettings};
use gatepost::crypto::passwords::parameters::Argon2Parameters;
use serde_json::json;
use tokio::runtime::Runtime;
use tokio::task::JoinSet;
use zeroize::Zeroizing;

use crate::data::PASSWORD;
use crate::median::{median, rate};
use crate::people::{EMAIL_OF_MANY, PEOPLE};
use crate::server::Server;
use crate::table::{Goal, Table};
use crate::wrk::{Load, Request, load};

/// How often all take turns.
const ROUNDS: usize = 5;

/// How long each turn lasts: long enough that the hashes cut off at its end do not count.
const SECONDS: u32 = 10;

/// How long the service may still be at the sign-ins that were under way when a turn ended.
const LEFT_OVER: Duration = Duration::from_secs(1);

/// How many people sign in at a time.
const CONNECTIONS: u32 = 64;

/// Measures sign-ins over HTTP, against as many bare threads as the service has.
pub(crate) fn measure(table: &mut Table, server: &Server, goal: Goal) -> Result<(), Box<dyn Error>> {
    let threads = thread::available_parallelism()?;
    let (mut sign_ins, mut p99) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let bare = hash_on_bare_threads(threads)?;
        let signed_in = sign_people_in(server)?;
        sign_ins.push((signed_in.rate, bare));
        p99.push(signed_in.p99);
    }
    table.ratio(&format!("sign-ins, {CONNECTIONS} connections"), &sign_ins, "/s", Some(goal));
    table.figure("  99 % of the answers within", median(p99), "ms", None);
    Ok(())
}

/// Measures hashes through the hasher, against as many bare threads.
pub(crate) fn measure_hasher(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let threads = thread::available_parallelism()?;
    let runtime = Runtime::new()?;
    let mut hasher = Vec::new();
    for _ in 0..ROUNDS {
        let bare = hash_on_bare_threads(threads)?;
        hasher.push((runtime.block_on(hash_through_hasher(threads))?, bare));
    }
    table.ratio(&format!("hashes through the hasher, {threads} threads"), &hasher, "/s", None);
    Ok(())
}

/// Lets people sign in for a turn.
fn sign_people_in(server: &Server) -> Result<Load, Box<dyn Error>> {
    let url = format!("http://{}/api/v1/sessions", server.address());
    let credentials = json!({ "email": EMAIL_OF_MANY, "password": PASSWORD }).to_string();
    let signed_in = load(CONNECTIONS, SECONDS, &url, Request::SignIn(&credentials, PEOPLE))?;
    thread::sleep(LEFT_OVER);
    Ok(signed_in)
}

/// Hashes a second, with nothing around them.
fn hash_on_bare_threads(threads: NonZeroUsize) -> Result<f64, Box<dyn Error>> {
    let recipe = Recipe::new(Argon2Parameters::default()).ok_or("the default parameters are in bounds")?;
    let hash_for_a_turn = || {
        let mut memory = HashingMemory::new(&recipe);
        let began = Instant::now();
        let mut count = 0;
        while began.elapsed() < Duration::from_secs(SECONDS.into()) {
            memory.hash(&recipe, PASSWORD.as_bytes(), &[7; 16])?;
            count += 1;
        }
        Ok(rate(count, began.elapsed()))
    };
    let rates = thread::scope(|scope| {
        let running: Vec<_> = (0..threads.get()).map(|_| scope.spawn(hash_for_a_turn)).collect();
        running.into_iter().map(|thread| thread.join().map_err(|_| "a hashing thread panicked")).collect()
    });
    let rates: Result<Vec<Result<f64, argon2::Error>>, _> = rates;
    rates?.into_iter().try_fold(0.0, |sum, rate| Ok(sum + rate?))
}

/// Hashes a second, as the service asks for them.
async fn hash_through_hasher(threads: NonZeroUsize) -> Result<f64, Box<dyn Error>> {
    let settings = HasherSettings {
        parameters: Argon2Parameters::default(),
        threads,
        queue_length: 1_024,
        queue_wait: Duration::from_secs(5),
    };
    let hasher = std::sync::Arc::new(Hasher::start(settings)?);
    let began = Instant::now();
    let mut callers = JoinSet::new();
    for _ in 0..CONNECTIONS {
        let hasher = hasher.clone();
        callers.spawn(async move {
            let mut count = 0;
            while began.elapsed() < Duration::from_secs(SECONDS.into()) {
                hasher.hash(Zeroizing::new(PASSWORD.into()), [7; 16]).await?;
                count += 1;
            }
            Ok::<usize, gatepost::crypto::passwords::error::HasherError>(count)
        });
    }
    let mut count = 0;
    for caller in callers.join_all().await {
        count += caller?;
    }
    Ok(rate(count, began.elapsed()))
}
