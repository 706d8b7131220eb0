//! The buffer that bytes pass through on their way between two sockets.

use std::cell::RefCell;

/// What one read takes at most, in bytes.
const SCRATCH_BYTES: usize = 16 * 1024;

thread_local! {
    /// One buffer per worker thread rather than two per connection: within one poll bytes are read and handed on, and
    /// only what the other side did not take is copied to memory of the connection's own.
    static SCRATCH: RefCell<Box<[u8]>> = RefCell::new(vec![0; SCRATCH_BYTES].into_boxed_slice());
}

/// Lends the thread's buffer to `use_buffer`, which must not call this again.
pub(super) fn with_scratch<T>(use_buffer: impl FnOnce(&mut [u8]) -> T) -> T {
    SCRATCH.with_borrow_mut(|buffer| use_buffer(buffer))
}
