//! Computing one Argon2 hash in memory that is kept for the next.
//!
//! Fresh memory for each hash costs up to half of the time, in page faults. So a thread that hashes keeps one buffer and
//! overwrites it. The buffer is not wiped in between: what it holds leads to the hash, which is stored anyway, and not to
//! the password.
//!
//! Argon2 jumps about in all of its memory, so most of its steps would have to look up where a page lies. In huge pages
//! (2 MiB instead of 4 KiB; Linux, where it lets programs ask for them) there are few pages to be known. That makes a hash
//! a twentieth faster, and it stays as fast while others work on the same cores.

use allocator_api2::vec::Vec as VecIn;
use argon2::{Algorithm, Argon2, Block, Params, Version};
use hugealloc::HugeAlloc;
use zeroize::Zeroizing;

use super::parameters::Argon2Parameters;

/// The length in bytes of the hashes we make.
pub const OUTPUT_LENGTH: usize = 32;

/// glibc's `malloc` maps an allocation above this size by itself and unmaps it when it is freed. A smaller one it may
/// place in its own arena and keep there, so that the system would not get the memory back.
const SURELY_UNMAPPED_BLOCKS: usize = 32 * 1_024 + 64;

/// What a hash is computed by: the variant of Argon2, its version and its parameters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipe {
    pub(super) algorithm: Algorithm,
    pub(super) version: Version,
    pub(super) params: Params,
}

impl Recipe {
    /// Argon2id version 1.3 with these parameters and an output of [`OUTPUT_LENGTH`] bytes: what new hashes are made by.
    ///
    /// `None` when the parameters are out of their bounds.
    #[must_use]
    pub fn new(parameters: Argon2Parameters) -> Option<Self> {
        parameters.validate().ok()?;
        let Argon2Parameters { memory_kib, iterations, lanes } = parameters;
        let params = Params::new(memory_kib, iterations, lanes, Some(OUTPUT_LENGTH)).ok()?;
        Some(Self { algorithm: Algorithm::Argon2id, version: Version::V0x13, params })
    }

    /// The length in bytes of the hash.
    #[must_use]
    pub fn output_length(&self) -> usize {
        self.params.output_len().unwrap_or(OUTPUT_LENGTH)
    }
}

/// A buffer for one recipe's memory, to be used for one hash after the other.
pub struct HashingMemory {
    blocks: VecIn<Block, HugeAlloc>,
}

impl HashingMemory {
    /// Allocates what `recipe` needs.
    #[must_use]
    pub fn new(recipe: &Recipe) -> Self {
        let count = recipe.params.block_count();
        // Only the blocks in use, up to the next huge page, ever take up memory; the rest of the capacity is address space,
        // see the constant.
        let mut blocks = VecIn::with_capacity_in(count.max(SURELY_UNMAPPED_BLOCKS), HugeAlloc);
        blocks.resize(count, Block::new());
        Self { blocks }
    }

    /// Computes the hash of `password` with `salt`.
    ///
    /// A recipe that needs more memory than the buffer's own (a stored hash with other parameters) gets a buffer for this
    /// one time, so that a single costly hash does not make the thread hold on to its memory.
    ///
    /// # Errors
    /// When Argon2 refuses the input, which it does for a salt shorter than 8 bytes.
    pub fn hash(
        &mut self,
        recipe: &Recipe,
        password: &[u8],
        salt: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, argon2::Error> {
        let mut larger;
        let memory = if recipe.params.block_count() > self.blocks.len() {
            larger = Self::new(recipe);
            &mut larger
        } else {
            self
        };
        let mut output = Zeroizing::new(vec![0; recipe.output_length()]);
        Argon2::new(recipe.algorithm, recipe.version, recipe.params.clone()).hash_password_into_with_memory(
            password,
            salt,
            &mut output,
            memory.blocks.as_mut_slice(),
        )?;
        Ok(output)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recipe(memory_kib: u32, iterations: u32, lanes: u32) -> Recipe {
        Recipe::new(Argon2Parameters { memory_kib, iterations, lanes }).unwrap()
    }

    #[test]
    fn it_is_argon2id_as_the_reference_implementation_computes_it() {
        // From the test suite of the reference implementation: version 1.3, t=2, m=2^8, p=1.
        let expected = [
            0x9d, 0xfe, 0xb9, 0x10, 0xe8, 0x0b, 0xad, 0x03, 0x11, 0xfe, 0xe2, 0x0f, 0x9c, 0x0e, 0x2b, 0x12,
            0xc1, 0x79, 0x87, 0xb4, 0xca, 0xc9, 0x0c, 0x2e, 0xf5, 0x4d, 0x5b, 0x30, 0x21, 0xc6, 0x8b, 0xfe,
        ];
        let recipe = recipe(256, 2, 1);
        let hash = HashingMemory::new(&recipe).hash(&recipe, b"password", b"somesalt").unwrap();
        assert_eq!(hash.as_slice(), expected);
    }

    #[test]
    fn reused_memory_gives_the_same_hash_as_fresh_memory() {
        let small = recipe(32, 1, 2);
        let large = recipe(256, 2, 1);
        let fresh =
            |recipe: &Recipe| HashingMemory::new(recipe).hash(recipe, b"password", b"somesalt").unwrap();
        let mut memory = HashingMemory::new(&small);
        for recipe in [&large, &small, &large, &small] {
            assert_eq!(memory.hash(recipe, b"password", b"somesalt").unwrap(), fresh(recipe));
        }
        assert_eq!(memory.blocks.len(), 32, "the larger recipe left no larger buffer behind");
    }

    #[test]
    fn parameters_out_of_bounds_make_no_recipe() {
        assert_eq!(Recipe::new(Argon2Parameters { memory_kib: 7, iterations: 1, lanes: 1 }), None);
    }
}
