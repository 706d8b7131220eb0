//! The pages, as people use them: by a browser without scripts.

mod console;
mod inbox;
mod sign_in;
