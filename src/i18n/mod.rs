//! What people read, in their language: the words of pages and letters.
//!
//! The words stand in `assets/locales/<language>/*.ftl` (Project Fluent), one file per part of the service, under
//! names that templates use, and the names of countries beside them. [`Words`] holds all of them; [`Language`] tells
//! which languages there are and which one a person gets; [`template`] lets templates say words, dates and numbers.
//! This room knows no page, no letter and no request: who is spoken to comes in as a [`Language`].

mod countries;
mod dates;
mod language;
pub mod template;
mod words;

pub use language::Language;
pub use words::{Argument, Words, WordsError};
