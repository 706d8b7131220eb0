//! The pages, as people use them: by a browser without scripts.

mod people;
mod sign_in;
