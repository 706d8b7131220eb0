//! What one password hash costs.

/// The cost of an Argon2id hash. All three are stored with every hash, so they may change at any time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argon2Parameters {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub iterations: u32,
    /// Lanes (Argon2's parallelism). They are computed one after the other on one thread: the threads serve different
    /// people, who would otherwise compete for the same cores.
    pub lanes: u32,
}

/// OWASP's recommendation (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane.
impl Default for Argon2Parameters {
    fn default() -> Self {
        Self { memory_kib: 19_456, iterations: 2, lanes: 1 }
    }
}

/// Which parameter is out of its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ParametersError {
    /// Argon2 needs 8 KiB a lane, and we allow up to 256 MiB.
    #[error(
        "the memory of a password hash must be at least 8 KiB for each lane and at most {} KiB",
        Argon2Parameters::MAX_MEMORY_KIB
    )]
    Memory,
    /// At least one pass, at most 16.
    #[error("the iterations of a password hash must be from 1 to {}", Argon2Parameters::MAX_ITERATIONS)]
    Iterations,
    /// At least one lane, at most 16.
    #[error("the lanes of a password hash must be from 1 to {}", Argon2Parameters::MAX_LANES)]
    Lanes,
}

impl Argon2Parameters {
    /// 256 MiB. The bounds hold for stored hashes too: these are obeyed when a password is checked, and one that came
    /// with imported data must not be able to exhaust the memory or the time of the hashing threads.
    pub const MAX_MEMORY_KIB: u32 = 262_144;
    /// 16 passes: over 256 MiB, a few seconds.
    pub const MAX_ITERATIONS: u32 = 16;
    /// 16 lanes.
    pub const MAX_LANES: u32 = 16;

    /// Checks the bounds. Small values are valid, since tests want them; the default is what people should be given.
    ///
    /// # Errors
    /// The first parameter that is out of its bounds, see [`ParametersError`].
    pub fn validate(&self) -> Result<(), ParametersError> {
        if !(1..=Self::MAX_LANES).contains(&self.lanes) {
            Err(ParametersError::Lanes)
        } else if !(8 * self.lanes..=Self::MAX_MEMORY_KIB).contains(&self.memory_kib) {
            Err(ParametersError::Memory)
        } else if !(1..=Self::MAX_ITERATIONS).contains(&self.iterations) {
            Err(ParametersError::Iterations)
        } else {
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_what_owasp_recommends() {
        let default = Argon2Parameters::default();
        assert_eq!((default.memory_kib, default.iterations, default.lanes), (19_456, 2, 1));
        assert_eq!(default.validate(), Ok(()));
    }

    #[test]
    fn each_parameter_has_bounds() {
        let check =
            |memory_kib, iterations, lanes| Argon2Parameters { memory_kib, iterations, lanes }.validate();
        assert_eq!(check(8, 1, 1), Ok(()));
        assert_eq!(check(262_144, 16, 16), Ok(()));
        assert_eq!(check(7, 1, 1), Err(ParametersError::Memory));
        assert_eq!(check(15, 1, 2), Err(ParametersError::Memory));
        assert_eq!(check(262_145, 1, 1), Err(ParametersError::Memory));
        assert_eq!(check(u32::MAX, 1, u32::MAX), Err(ParametersError::Lanes));
        assert_eq!(check(1_024, 0, 1), Err(ParametersError::Iterations));
        assert_eq!(check(1_024, 17, 1), Err(ParametersError::Iterations));
        assert_eq!(check(1_024, 1, 0), Err(ParametersError::Lanes));
        assert_eq!(check(1_024, 1, 17), Err(ParametersError::Lanes));
    }
}
