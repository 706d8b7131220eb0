//! The commands, run as a person runs them: the real binary, a directory of its own, real signals, real
//! connections. What is waited for is an output or an answer, never time.

mod audit;
mod branding;
mod commands;
mod crash;
mod crowd;
mod dev;
mod doctor;
mod keys;
mod mail;
mod moving;
mod operator;
pub(crate) mod place;
mod postgres;
mod preview;
pub(crate) mod process;
mod refusals;
mod relay;
mod secrets;
mod stopping;
mod upgrade;
mod walk_through;

/// Says what a run leaves out, for want of a tool.
#[expect(clippy::disallowed_macros, reason = "whoever runs the tests is to read it")]
fn left_out(what: &str) {
    eprintln!("left out: {what}");
}
