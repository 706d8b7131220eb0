//! What the service costs a machine that it does nothing on: size, start, memory.

use std::error::Error;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::data::{Data, gatepost};
use crate::median::{median_duration, milliseconds};
use crate::server::Server;
use crate::table::{Goal, Table};

/// How many starts are measured.
const STARTS: usize = 20;

/// How long a process that has just started is left alone before its memory is looked at.
const SETTLED: Duration = Duration::from_secs(2);

/// The size of the binary, which holds everything: templates, SQLite, certificates.
#[expect(clippy::cast_precision_loss, reason = "no binary has 2^52 bytes")]
pub(crate) fn measure_size(table: &mut Table) -> Result<(), Box<dyn Error>> {
    let bytes = fs::metadata(env!("CARGO_BIN_EXE_gatepost"))?.len();
    table.figure("release binary", bytes as f64 / 1024.0 / 1024.0, "MiB", Some(Goal::AtMost(25.0)));
    Ok(())
}

/// The time from exec to the first answer, on a database that exists.
pub(crate) fn measure_start(table: &mut Table, data: &Data) -> Result<(), Box<dyn Error>> {
    let times = (0..STARTS).map(|_| start_once(data)).collect::<Result<Vec<_>, _>>()?;
    let slowest = times.iter().copied().max().unwrap_or_default();
    let goal = Some(Goal::AtMost(50.0));
    table.figure("exec to first answer", milliseconds(median_duration(times)), "ms", goal);
    table.figure(&format!("  slowest of {STARTS}"), milliseconds(slowest), "ms", None);
    Ok(())
}

fn start_once(data: &Data) -> Result<Duration, Box<dyn Error>> {
    // A port that was free a moment ago: the clients must know it before the service does.
    let address = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?;
    let mut command = gatepost(data);
    command.args(["serve", "--port", &address.port().to_string()]).args(data.flag()).stdout(Stdio::null());
    let began = Instant::now();
    let mut process = command.spawn()?;
    let answered = loop {
        if is_answered(address) {
            break Ok(began.elapsed());
        }
        if began.elapsed() > Duration::from_secs(10) || process.try_wait()?.is_some() {
            break Err("gatepost did not start");
        }
        sleep(Duration::from_micros(100));
    };
    process.kill()?;
    process.wait()?;
    Ok(answered?)
}

fn is_answered(address: SocketAddr) -> bool {
    let mut first = [0; 12];
    TcpStream::connect(address)
        .and_then(|mut connection| {
            connection.write_all(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n")?;
            connection.read_exact(&mut first)
        })
        .is_ok_and(|()| first.ends_with(b" 200"))
}

/// The memory of a service that nobody has asked anything yet.
pub(crate) fn measure_idle_memory(table: &mut Table, server: &Server) -> Result<(), Box<dyn Error>> {
    sleep(SETTLED);
    let goal = Some(Goal::AtMost(20.0));
    table.figure("resident memory, idle", server.resident_memory()?, "MiB", goal);
    Ok(())
}

/// The memory of a service at this moment.
pub(crate) fn measure_memory(table: &mut Table, what: &str, server: &Server) -> Result<(), Box<dyn Error>> {
    table.figure(what, server.resident_memory()?, "MiB", None);
    Ok(())
}
