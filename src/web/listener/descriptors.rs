//! The process's limit on open descriptors, and the errors that tell that it is reached.

use std::io;

use rlimit::Resource;
use rustix::io::Errno;

/// What is assumed where the system does not tell: the usual soft limit of Linux distributions.
const ASSUMED_LIMIT: u64 = 1024;

/// Raises the soft limit on open descriptors to the hard one and returns what is in force then.
///
/// The soft limit is low only for programs that still use `select(2)`, which this one does not. Go's runtime does
/// the same at start. When the system refuses, the limit stays as it is.
pub fn raise_descriptor_limit() -> u64 {
    rlimit::increase_nofile_limit(u64::MAX).unwrap_or_else(|error| {
        tracing::debug!(%error, "the limit on open descriptors could not be raised");
        descriptor_limit()
    })
}

/// The soft limit on open descriptors that is in force now.
pub(super) fn descriptor_limit() -> u64 {
    Resource::NOFILE.get_soft().unwrap_or(ASSUMED_LIMIT)
}

/// Whether an error says that the process (`EMFILE`) or the system (`ENFILE`) has no descriptor left.
pub(super) fn is_out_of_descriptors(error: &io::Error) -> bool {
    matches!(Errno::from_io_error(error), Some(Errno::MFILE | Errno::NFILE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_raised_limit_is_the_one_in_force() {
        let raised = raise_descriptor_limit();
        assert!(raised > 0);
        assert_eq!(raised, descriptor_limit());
    }

    #[test]
    fn only_missing_descriptors_count_as_such() {
        assert!(is_out_of_descriptors(&Errno::MFILE.into()));
        assert!(is_out_of_descriptors(&Errno::NFILE.into()));
        assert!(!is_out_of_descriptors(&Errno::CONNABORTED.into()));
        assert!(!is_out_of_descriptors(&io::Error::from(io::ErrorKind::TimedOut)));
    }
}
