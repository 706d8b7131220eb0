//! Why a password could not be hashed or checked.

use std::io;

use super::parameters::ParametersError;

/// Why the hasher gave no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HasherError {
    /// Too many are waiting, or this one waited too long, or the threads are stopping. Trying again later may work.
    #[error("too many passwords are being checked at this moment: try again in a few seconds")]
    Busy,
    /// The stored hash is none that this program can check, or its parameters are beyond what it is willing to compute.
    #[error("the stored password hash cannot be checked: its owner needs to set a new password")]
    UnusableHash,
    /// The computation failed, which no input should make it do.
    #[error("the password hash could not be computed")]
    Failed,
}

/// Why the hasher did not start.
#[derive(Debug, thiserror::Error)]
pub enum HasherStartError {
    /// The parameters are out of their bounds.
    #[error(transparent)]
    Parameters(#[from] ParametersError),
    /// The operating system gives no more threads.
    #[error(
        "the threads that hash passwords could not be started ({0}): check the limit of processes and threads"
    )]
    Threads(#[source] io::Error),
}
