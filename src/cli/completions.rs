//! `gatepost completions`

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::arguments::Arguments;
use super::say;

pub(super) fn run(shell: Shell) {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "gatepost", &mut script);
    say::line(String::from_utf8_lossy(&script).trim_end());
}
