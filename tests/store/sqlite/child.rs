//! Tests that need a process of their own: one that dies, or one whose disk is small.
//!
//! Such a test is the test binary itself, started once more for a single ignored test that finds its
//! data directory in the environment. Run by hand, without one, it has nothing to do.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const DATA: &str = "GATEPOST_TEST_CHILD_DATA";

/// A command that runs one ignored test of this binary, by its full name, on a data directory.
pub(super) fn command(test: &str, data: &Path) -> Command {
    with_test(Command::new(env::current_exe().expect("this binary has a path")), test, data)
}

/// As [`command`], but given to another program to run.
pub(super) fn command_under(mut program: Command, test: &str, data: &Path) -> Command {
    program.arg(env::current_exe().expect("this binary has a path"));
    with_test(program, test, data)
}

fn with_test(mut command: Command, test: &str, data: &Path) -> Command {
    command.args(["--ignored", "--nocapture", "--exact", test]).env(DATA, data);
    command
}

/// In the child: the data directory it was given.
#[expect(
    clippy::disallowed_methods,
    reason = "the test harness takes no arguments of a test's own, so the child is told this way"
)]
pub(super) fn data() -> Option<PathBuf> {
    env::var_os(DATA).map(PathBuf::from)
}
