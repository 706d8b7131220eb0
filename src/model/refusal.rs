//! How a value says why it can't be: a stable code for programs, a sentence for people.

use std::fmt::Display;

/// Why a text is not a valid value. `Display` is a sentence that says what would be valid.
pub trait ValueError: Display {
    /// The stable, documented, `snake_case` word for this reason.
    fn code(&self) -> &'static str;
}
