//! Measures the service against what its parts can do at best, side by side in one run, and prints a table.
//!
//! Run it by `scripts/bench`; `docs/performance.md` tells the method and what the figures mean. Figures of
//! two machines, or of two runs, can't be compared: ratios within one run can. So each measurement takes
//! turns with the one it is held against, and the median of their ratios counts.

mod data;
mod footprint;
mod median;
mod people;
mod request;
mod server;
mod sign_in;
mod table;
mod who_am_i;
mod writes;
mod wrk;

use std::error::Error;
use std::time::{Duration, Instant};

use data::Data;
use server::Server;
use table::{Goal, Table};

/// Names the empty database of a PostgreSQL on this machine, whose durable writes are durable.
const POSTGRES_URL: &str = "BENCH_POSTGRES_URL";

/// After how long without work the service has given the memory of its hashing threads back: 30 seconds,
/// and some to spare.
const REST: Duration = Duration::from_secs(35);

fn main() -> Result<(), Box<dyn Error>> {
    let mut table = Table::new();
    let data = Data::make(None)?;

    table.title("Start and size");
    footprint::measure_size(&mut table)?;
    footprint::measure_start(&mut table, &data)?;
    let server = Server::start(&data)?;
    footprint::measure_idle_memory(&mut table, &server)?;

    table.title("Who am I, against a route that does nothing");
    who_am_i::measure(&mut table, &server)?;

    table.title("Signing in, against hashing alone");
    sign_in::measure_hasher(&mut table)?;
    sign_in::measure(&mut table, &server, Goal::AtLeast(95.0))?;
    footprint::measure_memory(&mut table, "resident memory after this load", &server)?;
    let resting_since = Instant::now();

    table.title("Durable writes, against a bare loop");
    writes::measure(&mut table)?;

    table.title("Afterwards");
    std::thread::sleep(REST.saturating_sub(resting_since.elapsed()));
    footprint::measure_memory(&mut table, "resident memory after a rest", &server)?;

    if let Some(url) = postgres_url() {
        let shared = Data::make(Some(url))?;
        let other = Server::start(&shared)?;
        table.title("On PostgreSQL on the same cores: who am I, against SQLite");
        who_am_i::measure_beside_server(&mut table, &other, &server)?;
        table.title("On PostgreSQL on the same cores: signing in, against hashing alone");
        sign_in::measure(&mut table, &other, Goal::AtLeast(90.0))?;
        other.stop()?;
    }
    server.stop()
}

#[expect(clippy::disallowed_methods, reason = "scripts/bench says where it has started one")]
fn postgres_url() -> Option<String> {
    std::env::var(POSTGRES_URL).ok()
}
