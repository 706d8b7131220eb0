//! Who am I, a token each time, against a route of the same server that does nothing.

use std::error::Error;

use crate::median::median;
use crate::server::Server;
use crate::table::{Goal, Table};
use crate::wrk::{Request, load};

/// How often all take turns.
const ROUNDS: usize = 3;

/// How often both engines take turns, which differ by less than two turns of the same do.
const ROUNDS_OF_ENGINES: usize = 9;

/// How long each turn lasts.
const SECONDS: u32 = 2;

/// Measures both at several numbers of connections.
pub(crate) fn measure(table: &mut Table, server: &Server) -> Result<(), Box<dyn Error>> {
    let token = server.sign_in()?;
    let who_am_i = format!("http://{}/api/v1/sessions/current", server.address());
    let nothing = format!("http://{}/healthz", server.address());
    let without_listener = format!("http://{}/healthz", server.inner_address()?);
    for connections in [1, 16, 64] {
        let (mut asked, mut listener, mut p99) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            let who = load(connections, SECONDS, &who_am_i, Request::GetAs(&token))?;
            let idle = load(connections, SECONDS, &nothing, Request::Get)?;
            let direct = load(connections, SECONDS, &without_listener, Request::Get)?;
            asked.push((who.rate, idle.rate));
            listener.push((idle.rate, direct.rate));
            p99.push(who.p99);
        }
        let goal = (connections == 64).then_some(Goal::AtLeast(80.0));
        table.ratio(&format!("who am I, {connections} connections"), &asked, "/s", goal);
        table.figure("  99 % of the answers within", median(p99), "ms", None);
        table.ratio("  nothing, through our listener against without", &listener, "/s", None);
    }
    Ok(())
}

/// Measures it where the database is a server on the same machine, against the file.
pub(crate) fn measure_beside_server(
    table: &mut Table,
    server: &Server,
    on_file: &Server,
) -> Result<(), Box<dyn Error>> {
    let (token, token_on_file) = (server.sign_in()?, on_file.sign_in()?);
    let ask = |server: &Server, token: &str| {
        let url = format!("http://{}/api/v1/sessions/current", server.address());
        load(64, SECONDS, &url, Request::GetAs(token)).map(|answered| answered.rate)
    };
    let mut asked = Vec::new();
    for round in 0..ROUNDS_OF_ENGINES {
        // Whoever is second has a machine that the first has warmed: they take turns in that, too.
        asked.push(if round % 2 == 0 {
            (ask(server, &token)?, ask(on_file, &token_on_file)?)
        } else {
            let on_file = ask(on_file, &token_on_file)?;
            (ask(server, &token)?, on_file)
        });
    }
    table.ratio("who am I, 64 connections", &asked, "/s", Some(Goal::AtLeast(90.0)));
    Ok(())
}
