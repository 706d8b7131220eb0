//! The command line: one file per command. Commands wire the rooms together and hold no rule.
//!
//! What stops a command is told in one sentence on standard error, with exit status 2.

mod arguments;
mod background;
mod completions;
mod config;
mod dev;
mod letters;
mod operator;
mod say;
mod serve;
mod service;
mod wiring;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};

/// The exit status of a command that could not do its work.
const REFUSED: u8 = 2;

/// Runs the command that the process was started with.
pub fn run() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Serve(flags) => serve::run(&flags),
        Command::Dev(flags) => dev::run(&flags),
        Command::Config(command) => config::run(&command),
        Command::Operator(command) => operator::run(&command),
        Command::Completions { shell } => {
            completions::run(shell);
            Ok(())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::refuse(&error);
            ExitCode::from(REFUSED)
        }
    }
}
