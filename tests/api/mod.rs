//! The native API, one file per resource, as `src/web/api` has it.

mod passwords;
mod sign_up;
