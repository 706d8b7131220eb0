//! Hashing and checking passwords, without letting either exhaust the machine.
//!
//! Everything the rest of the program needs is on [`Hasher`]. Its methods wait for a turn on the hashing threads and hold
//! up nothing meanwhile; see [`threads`](super::threads) for why there are such threads. Salts come in from outside, so
//! that who draws randomness stays visible.

use std::num::NonZeroUsize;
use std::time::Duration;

use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::argon::{OUTPUT_LENGTH, Recipe};
use super::error::{HasherError, HasherStartError};
use super::parameters::{Argon2Parameters, ParametersError};
use super::phc::{PasswordHash, SALT_LENGTH, StoredHash};
use super::threads::{HashingThreads, ThreadsSettings};

/// After how long without work a thread gives its memory back: long enough to keep it through a morning's steady trickle
/// of sign-ins, short enough that an idle service is small.
const REST: Duration = Duration::from_secs(30);

/// What the hasher needs to know.
#[derive(Clone, Copy, Debug)]
pub struct HasherSettings {
    /// What new hashes cost.
    pub parameters: Argon2Parameters,
    /// How many hashes are computed at a time; one for each core is what gives the most.
    pub threads: NonZeroUsize,
    /// How many passwords may wait besides those being hashed.
    pub queue_length: usize,
    /// How long one may wait for its turn.
    pub queue_wait: Duration,
}

/// The outcome of checking a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verification {
    /// It is the right one.
    Match {
        /// The stored hash was not made as new ones are made. Now that the password is known, a new hash can be stored.
        rehash_wanted: bool,
    },
    /// It is a wrong one.
    Mismatch,
}

/// Hashes passwords on threads of its own, which end when it is dropped.
pub struct Hasher {
    threads: HashingThreads,
    recipe: Recipe,
    dummy: PasswordHash,
}

impl Hasher {
    /// Starts the hashing threads.
    ///
    /// # Errors
    /// When the parameters are out of their bounds, or the operating system gives no more threads.
    pub fn start(settings: HasherSettings) -> Result<Self, HasherStartError> {
        settings.parameters.validate()?;
        let recipe = Recipe::new(settings.parameters).ok_or(ParametersError::Memory)?;
        // No password is known that gives this hash, and the outcome of checking it is thrown away in any case.
        let dummy = PasswordHash::new(&recipe, &[0; SALT_LENGTH], &[0; OUTPUT_LENGTH])
            .expect("a recipe within bounds, a salt and an output of our own lengths have a PHC string");
        let threads = HashingThreads::start(
            ThreadsSettings {
                count: settings.threads,
                queue_length: settings.queue_length,
                queue_wait: settings.queue_wait,
                rest: REST,
            },
            recipe.clone(),
        )?;
        Ok(Self { threads, recipe, dummy })
    }

    /// Hashes a new password by the present parameters.
    ///
    /// # Errors
    /// [`HasherError::Busy`] when the queue is full or the wait too long.
    pub async fn hash(
        &self,
        password: Zeroizing<Vec<u8>>,
        salt: [u8; SALT_LENGTH],
    ) -> Result<PasswordHash, HasherError> {
        let output = self.compute(self.recipe.clone(), password, salt.to_vec()).await?;
        PasswordHash::new(&self.recipe, &salt, &output).map_err(|_| HasherError::Failed)
    }

    /// Checks a password against a stored PHC string, by the parameters in that string.
    ///
    /// # Errors
    /// [`HasherError::Busy`] when the queue is full or the wait too long; [`HasherError::UnusableHash`] when the string is
    /// no Argon2 hash or its parameters are beyond [our bounds](Argon2Parameters::MAX_MEMORY_KIB).
    pub async fn verify(
        &self,
        password: Zeroizing<Vec<u8>>,
        stored: &str,
    ) -> Result<Verification, HasherError> {
        let StoredHash { recipe, salt, output } =
            StoredHash::parse(stored).map_err(|_| HasherError::UnusableHash)?;
        let rehash_wanted = recipe != self.recipe;
        let computed = self.compute(recipe, password, salt).await?;
        if computed.ct_eq(output.as_bytes()).into() {
            Ok(Verification::Match { rehash_wanted })
        } else {
            Ok(Verification::Mismatch)
        }
    }

    /// Takes as long as checking a wrong password does, for a user who does not exist or has no password.
    ///
    /// Without it, the time of an answer would tell which addresses have an account.
    ///
    /// # Errors
    /// [`HasherError::Busy`] under the same conditions as [`verify`](Self::verify).
    pub async fn verify_dummy(&self, password: Zeroizing<Vec<u8>>) -> Result<(), HasherError> {
        self.verify(password, self.dummy.as_str()).await.map(|_| ())
    }

    /// How many threads hold their memory at this moment.
    #[must_use]
    pub fn buffers_held(&self) -> usize {
        self.threads.buffers_held()
    }

    /// Ends the threads after the hashes they are at; whoever waits gets [`HasherError::Busy`].
    pub fn stop(&self) {
        self.threads.stop();
    }

    async fn compute(
        &self,
        recipe: Recipe,
        password: Zeroizing<Vec<u8>>,
        salt: Vec<u8>,
    ) -> Result<Zeroizing<Vec<u8>>, HasherError> {
        self.threads.submit(Box::new(move |memory| memory.hash(&recipe, &password, &salt))).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Argon2Parameters = Argon2Parameters { memory_kib: 16, iterations: 1, lanes: 1 };

    fn start(parameters: Argon2Parameters) -> Hasher {
        Hasher::start(HasherSettings {
            parameters,
            threads: NonZeroUsize::new(2).unwrap(),
            queue_length: 16,
            queue_wait: Duration::from_mins(1),
        })
        .unwrap()
    }

    fn secret(password: &str) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(password.into())
    }

    #[tokio::test]
    async fn the_right_password_matches_and_a_wrong_one_does_not() {
        let hasher = start(CHEAP);
        let hash = hasher.hash(secret("opening words"), [1; 16]).await.unwrap();
        let verify = |password: &str| hasher.verify(secret(password), hash.as_str());
        assert_eq!(verify("opening words").await, Ok(Verification::Match { rehash_wanted: false }));
        for wrong in ["opening word", "Opening words", "opening words ", ""] {
            assert_eq!(verify(wrong).await, Ok(Verification::Mismatch), "{wrong:?}");
        }
    }

    #[tokio::test]
    async fn the_stored_form_is_a_phc_string_with_the_given_salt_and_parameters() {
        let hash = start(CHEAP).hash(secret("opening words"), *b"somesaltsomesalt").await.unwrap();
        assert!(
            hash.as_str().starts_with("$argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"),
            "{}",
            hash.as_str()
        );
    }

    #[tokio::test]
    async fn a_hash_of_the_reference_implementation_is_checked_and_wants_a_rehash() {
        let stored = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        let hasher = start(CHEAP);
        let right = hasher.verify(secret("password"), stored).await;
        assert_eq!(right, Ok(Verification::Match { rehash_wanted: true }));
        assert_eq!(hasher.verify(secret("passwort"), stored).await, Ok(Verification::Mismatch));
    }

    #[tokio::test]
    async fn a_rehash_is_wanted_as_soon_as_any_parameter_differs() {
        let stored = start(CHEAP).hash(secret("opening words"), [1; 16]).await.unwrap();
        for (parameters, rehash_wanted) in [
            (CHEAP, false),
            (Argon2Parameters { memory_kib: 17, ..CHEAP }, true),
            (Argon2Parameters { iterations: 2, ..CHEAP }, true),
            (Argon2Parameters { lanes: 2, ..CHEAP }, true),
        ] {
            let verification = start(parameters).verify(secret("opening words"), stored.as_str()).await;
            assert_eq!(verification, Ok(Verification::Match { rehash_wanted }), "{parameters:?}");
        }
    }

    #[tokio::test]
    async fn long_and_binary_passwords_count_to_the_last_byte() {
        let hasher = start(CHEAP);
        let long = Zeroizing::new(vec![0; 1_024]);
        let hash = hasher.hash(long.clone(), [1; 16]).await.unwrap();
        let mut other = long.clone();
        other[1_023] = 1;
        assert_eq!(
            hasher.verify(long, hash.as_str()).await,
            Ok(Verification::Match { rehash_wanted: false })
        );
        assert_eq!(hasher.verify(other, hash.as_str()).await, Ok(Verification::Mismatch));
    }

    #[tokio::test]
    async fn a_hash_that_would_exhaust_the_memory_is_refused_unhashed() {
        let hasher = start(CHEAP);
        let hostile =
            "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
        assert_eq!(hasher.verify(secret("password"), hostile).await, Err(HasherError::UnusableHash));
        assert_eq!(hasher.verify(secret("password"), "not a hash").await, Err(HasherError::UnusableHash));
        assert_eq!(hasher.buffers_held(), 0);
    }

    #[tokio::test]
    async fn an_unknown_user_costs_what_a_known_one_costs() {
        let hasher = start(CHEAP);
        let known = hasher.hash(secret("opening words"), [1; 16]).await.unwrap();
        let known = StoredHash::parse(known.as_str()).unwrap();
        let dummy = StoredHash::parse(hasher.dummy.as_str()).unwrap();
        assert_eq!(dummy.recipe, known.recipe);
        assert_eq!(dummy.salt.len(), known.salt.len());
        assert_eq!(hasher.verify_dummy(secret("opening words")).await, Ok(()));
    }

    #[tokio::test]
    async fn a_stopped_hasher_is_busy() {
        let hasher = start(CHEAP);
        hasher.stop();
        assert_eq!(hasher.verify_dummy(secret("x")).await, Err(HasherError::Busy));
    }

    #[test]
    fn parameters_out_of_bounds_do_not_start() {
        let settings = HasherSettings {
            parameters: Argon2Parameters { memory_kib: 1, ..CHEAP },
            threads: NonZeroUsize::MIN,
            queue_length: 1,
            queue_wait: Duration::ZERO,
        };
        assert!(matches!(
            Hasher::start(settings),
            Err(HasherStartError::Parameters(ParametersError::Memory))
        ));
    }
}
