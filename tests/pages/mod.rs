//! The pages, as people use them: by a browser without scripts.

mod settings;
mod sign_in;
