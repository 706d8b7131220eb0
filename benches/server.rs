//! The release binary, serving.

use std::error::Error;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use serde_json::json;

use crate::data::{Data, EMAIL, PASSWORD, gatepost};
use crate::request::send;

/// A `gatepost serve`. It is killed when this is dropped.
pub(crate) struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    /// Starts it on a free port, and returns once it listens.
    pub(crate) fn start(data: &Data) -> Result<Self, Box<dyn Error>> {
        let mut process =
            gatepost(data).args(["serve", "--port", "0"]).args(data.flag()).stdout(Stdio::piped()).spawn()?;
        let mut told = String::new();
        if let Some(stdout) = process.stdout.take() {
            // The address is told last.
            let mut lines = BufReader::new(stdout).lines();
            while !told.contains("listens on")
                && let Some(line) = lines.next()
            {
                told = line?;
            }
        }
        let address = told.trim_end().rsplit('/').next().unwrap_or_default().parse();
        let address = address.map_err(|_| format!("gatepost did not start: {told}"))?;
        Ok(Self { process, address })
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Signs the one person in, and returns the token.
    pub(crate) fn sign_in(&self) -> Result<String, Box<dyn Error>> {
        let credentials = json!({ "email": EMAIL, "password": PASSWORD });
        let signed_in = send(self.address, "POST", "/api/v1/sessions", None, &credentials)?;
        Ok(signed_in["token"].as_str().ok_or("a sign-in gives a token")?.to_owned())
    }

    /// The memory of the process that is in RAM, in MiB, its program text included (`VmRSS` of proc(5)).
    pub(crate) fn resident_memory(&self) -> Result<f64, Box<dyn Error>> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kib: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kib / 1024.0)
    }

    /// The loopback port that Rocket has behind the listener: the other one that this process listens on.
    pub(crate) fn inner_address(&self) -> Result<SocketAddr, Box<dyn Error>> {
        let process = self.process.id();
        let sockets: Vec<String> = fs::read_dir(format!("/proc/{process}/fd"))?
            .filter_map(|entry| fs::read_link(entry.ok()?.path()).ok())
            .filter_map(|link| {
                Some(link.to_str()?.strip_prefix("socket:[")?.trim_end_matches(']').to_owned())
            })
            .collect();
        // Columns of /proc/net/tcp: 1 is the local address, 3 the state (0A listens), 9 the inode.
        let table = fs::read_to_string(format!("/proc/{process}/net/tcp"))?;
        table
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>())
            .filter(|columns| columns.get(3) == Some(&"0A"))
            .filter(|columns| {
                columns.get(9).is_some_and(|inode| sockets.iter().any(|socket| socket == inode))
            })
            .filter_map(|columns| u16::from_str_radix(columns.get(1)?.split(':').nth(1)?, 16).ok())
            .find(|port| *port != self.address.port())
            .map(|port| SocketAddr::from(([127, 0, 0, 1], port)))
            .ok_or_else(|| "Rocket's own port was not found".into())
    }

    /// Asks it to stop, and waits until it has.
    pub(crate) fn stop(mut self) -> Result<(), Box<dyn Error>> {
        Command::new("kill").arg(self.process.id().to_string()).status()?;
        let status = self.process.wait()?;
        if status.success() { Ok(()) } else { Err(format!("gatepost ended with {status}").into()) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // After a stop there is nothing left to kill.
        let _stopped = self.process.kill().and_then(|()| self.process.wait());
    }
}
