//! What a password hash costs, and how many may wait for one.

use super::duration::HumanDuration;
use super::section::{Fault, Kind, Validate, section};

section! {
    /// Password hashing with Argon2id (RFC 9106). The defaults are those of the OWASP password storage cheat sheet.
    #[section("default.gatepost.argon2")]
    pub struct Argon2 {
        /// The memory of one hash, in KiB; at least 8 for each lane. Each core keeps one such block while it is busy.
        #[setting(Kind::Number(8, 4_194_304), default = "19456")]
        pub memory_kib: u32,
        /// How many times that memory is passed over.
        #[setting(Kind::Number(1, 1_000), default = "2")]
        pub iterations: u32,
        /// The lanes of one hash.
        #[setting(Kind::Number(1, 64), default = "1")]
        pub lanes: u32,
        /// How many hashes may wait for a core. Past that a request is answered 503 with `Retry-After`.
        #[setting(Kind::Number(1, 1_000_000), default = "1024")]
        pub queue_length: usize,
        /// How long a hash may wait for a core before its request is answered 503 with `Retry-After`.
        #[setting(Kind::Duration, default = "5s")]
        pub queue_wait: HumanDuration,
    }
}

impl Validate for Argon2 {
    fn validate(&self) -> Result<(), Fault> {
        // RFC 9106, section 3.1: at least 8 KiB for each lane.
        if self.memory_kib < 8 * self.lanes {
            return Err(Fault { key: "memory_kib", rule: "must be at least 8 times `argon2.lanes`" });
        }
        Ok(())
    }
}
