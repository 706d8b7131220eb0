//! How a password hash is stored: as a PHC string, `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`
//! (<https://github.com/P-H-C/phc-string-format>).

use std::fmt;

use argon2::password_hash::phc;
use argon2::{Algorithm, Params, Version};

use super::argon::Recipe;
use super::parameters::Argon2Parameters;

/// The length in bytes of the salts we make (RFC 9106 §3.1 recommends 16).
pub const SALT_LENGTH: usize = 16;

/// A password hash of our making, as a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

impl PasswordHash {
    /// Builds the string from its parts.
    pub(super) fn new(
        recipe: &Recipe,
        salt: &[u8; SALT_LENGTH],
        output: &[u8],
    ) -> Result<Self, UnusableHash> {
        let hash = phc::PasswordHash {
            algorithm: recipe.algorithm.ident(),
            version: Some(recipe.version.into()),
            params: phc::ParamsString::try_from(&recipe.params).map_err(|_| UnusableHash)?,
            salt: Some(phc::Salt::new(salt).map_err(|_| UnusableHash)?),
            hash: Some(phc::Output::new(output).map_err(|_| UnusableHash)?),
        };
        Ok(Self(hash.to_string()))
    }

    /// The PHC string, to be stored.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The PHC string, to be stored.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

/// A hash is no secret that opens anything, but whoever has it can guess at leisure: it is not for logs.
impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

/// The stored string is no Argon2 hash, or one with parameters beyond what we are willing to compute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct UnusableHash;

/// A stored hash, taken apart and within bounds.
pub(super) struct StoredHash {
    pub(super) recipe: Recipe,
    pub(super) salt: Vec<u8>,
    pub(super) output: phc::Output,
}

impl StoredHash {
    /// Parses a PHC string of any variant and version of Argon2, so that hashes of another program can be brought along.
    pub(super) fn parse(text: &str) -> Result<Self, UnusableHash> {
        let hash = phc::PasswordHash::new(text).map_err(|_| UnusableHash)?;
        let algorithm = Algorithm::new(hash.algorithm).map_err(|_| UnusableHash)?;
        // Strings without a version were written before there was a second one.
        let version = hash.version.map_or(Ok(Version::V0x10), Version::try_from).map_err(|_| UnusableHash)?;
        let params = Params::try_from(&hash).map_err(|_| UnusableHash)?;
        let bounded = Argon2Parameters {
            memory_kib: params.m_cost(),
            iterations: params.t_cost(),
            lanes: params.p_cost(),
        };
        bounded.validate().map_err(|_| UnusableHash)?;
        let (Some(salt), Some(output)) = (hash.salt, hash.hash) else {
            return Err(UnusableHash);
        };
        Ok(Self { recipe: Recipe { algorithm, version, params }, salt: salt.to_vec(), output })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$ncDNhYhXHMoqTNEw1XZWHfPKHFSJ1aO7V3Om8rPwX8M";

    #[test]
    fn a_hash_of_ours_has_the_form_that_the_standard_shows_and_parses_back() {
        let recipe = Recipe::new(Argon2Parameters::default()).unwrap();
        let hash = PasswordHash::new(&recipe, b"somesaltsomesalt", &[7; 32]).unwrap();
        assert!(
            hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"),
            "{}",
            hash.as_str()
        );
        let stored = StoredHash::parse(hash.as_str()).unwrap();
        assert_eq!(stored.recipe, recipe);
        assert_eq!(stored.salt, b"somesaltsomesalt");
        assert_eq!(stored.output.as_bytes(), [7; 32]);
    }

    #[test]
    fn other_variants_and_versions_are_understood() {
        let without_version = OURS.replace("$v=19", "");
        assert_eq!(StoredHash::parse(&without_version).unwrap().recipe.version, Version::V0x10);
        let argon2i = OURS.replace("argon2id", "argon2i");
        assert_eq!(StoredHash::parse(&argon2i).unwrap().recipe.algorithm, Algorithm::Argon2i);
    }

    #[test]
    fn a_hash_beyond_our_bounds_or_of_another_kind_is_unusable() {
        assert!(StoredHash::parse(OURS).is_ok());
        for text in [
            OURS.replace("m=19456", "m=4194304"),
            OURS.replace("t=2", "t=1000000"),
            OURS.replace("p=1", "p=17"),
            OURS.replace("p=1", "p=4294967295"),
            OURS.replace("v=19", "v=99"),
            OURS.replace("argon2id", "scrypt"),
            OURS.replace("c29tZXNhbHRzb21lc2FsdA", "YWJjZA"),
            OURS.rsplit_once('$').unwrap().0.to_owned(),
            OURS[1..].to_owned(),
            format!("{OURS}$"),
            "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW".to_owned(),
            String::new(),
            "$".repeat(100_000),
        ] {
            assert!(StoredHash::parse(&text).is_err(), "{text:.100}");
        }
    }

    #[test]
    fn its_debug_form_shows_nothing_of_the_hash() {
        let recipe = Recipe::new(Argon2Parameters::default()).unwrap();
        let hash = PasswordHash::new(&recipe, b"somesaltsomesalt", &[7; 32]).unwrap();
        assert_eq!(format!("{hash:?}"), "PasswordHash(…)");
    }
}
