//! The native API, one file per resource, as `src/web/api` has it.

mod sign_up;
