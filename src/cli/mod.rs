//! The command line: one file per command. Commands wire the rooms together and hold no rule.
//!
//! What stops a command is told in one sentence on standard error, with exit status 2.

mod arguments;
mod audit;
mod background;
mod branding;
mod completions;
mod config;
mod dev;
mod dialects;
mod doctor;
mod keys;
mod letters;
mod move_database;
mod operator;
mod preview;
mod say;
mod serve;
mod service;
mod wiring;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// The exit status of a command that looked for faults and found some.
const FOUND_FAULTS: u8 = 1;

/// The exit status of a command that could not do its work.
const REFUSED: u8 = 2;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let is_sound = |()| true;
    let outcome = match Arguments::parse().command {
        Command::Serve(flags) => serve::run(&flags).map(is_sound),
        Command::Dev(flags) => dev::run(&flags).map(is_sound),
        Command::Config(command) => config::run(&command).map(is_sound),
        Command::Doctor(flags) => Ok(doctor::run(&flags)),
        Command::Operator(command) => operator::run(&command).map(is_sound),
        Command::Audit(command) => audit::run(&command),
        Command::Move { to, flags } => move_database::run(&to, &flags).map(is_sound),
        Command::Keys(command) => keys::run(&command).map(is_sound),
        Command::Preview { directory, flags } => preview::run(&directory, &flags).map(is_sound),
        Command::Completions { shell } => {
            completions::run(shell);
            Ok(true)
        }
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(FOUND_FAULTS),
        Err(error) => {
            say::refuse(&error);
            ExitCode::from(REFUSED)
        }
    }
}
