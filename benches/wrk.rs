//! The load: wrk (<https://github.com/wg/wrk>), which keeps a number of connections busy and counts answers.

use std::error::Error;
use std::process::Command;

/// The script that makes wrk sign people in.
const SIGN_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/sign_in.lua");

/// What wrk counted in one run.
#[derive(Clone, Copy)]
pub(crate) struct Load {
    /// Answers a second.
    pub(crate) rate: f64,
    /// The time that 99 % of the answers came within, in milliseconds.
    pub(crate) p99: f64,
}

/// The requests that are sent.
#[derive(Clone, Copy)]
pub(crate) enum Request<'a> {
    /// A GET that says nothing of who asks.
    Get,
    /// A GET with this token.
    GetAs(&'a str),
    /// A POST of these credentials, in JSON with `%d` for the number of a person, by one after the other of so many.
    SignIn(&'a str, u32),
}

/// Keeps `connections` busy with one kind of request for `seconds`.
///
/// # Errors
/// wrk is not installed, or anything but 2xx was answered: refusals are quick, and must not count.
pub(crate) fn load(
    connections: u32,
    seconds: u32,
    url: &str,
    request: Request<'_>,
) -> Result<Load, Box<dyn Error>> {
    let mut wrk = Command::new("wrk");
    wrk.args(["--latency", "--timeout", "10s"])
        .arg(format!("-t{}", connections.min(2)))
        .arg(format!("-c{connections}"))
        .arg(format!("-d{seconds}s"));
    match request {
        Request::Get => wrk.arg(url),
        Request::GetAs(token) => wrk.args(["-H", &format!("Authorization: Bearer {token}"), url]),
        Request::SignIn(credentials, people) => {
            wrk.args(["-s", SIGN_IN, url, "--", credentials, &people.to_string()])
        }
    };
    let output =
        wrk.output().map_err(|error| format!("wrk can't be run ({error}): scripts/bench installs it"))?;
    let told = String::from_utf8(output.stdout)?;
    if !output.status.success() || told.contains("Non-2xx") || told.contains("Socket errors") {
        return Err(format!("the load on {url} failed:\n{told}").into());
    }
    let after = |label: &str| {
        told.lines()
            .find_map(|line| line.trim().strip_prefix(label))
            .map(str::trim)
            .ok_or("wrk tells less than usual")
    };
    Ok(Load { rate: after("Requests/sec:")?.parse()?, p99: time(after("99%")?)? })
}

/// A time as wrk prints it, in milliseconds.
fn time(text: &str) -> Result<f64, Box<dyn Error>> {
    let (number, factor) = match (text.strip_suffix("us"), text.strip_suffix("ms"), text.strip_suffix('s')) {
        (Some(number), _, _) => (number, 1e-3),
        (_, Some(number), _) => (number, 1.0),
        (_, _, Some(number)) => (number, 1e3),
        _ => return Err(format!("wrk printed the time {text}").into()),
    };
    Ok(number.parse::<f64>()? * factor)
}
