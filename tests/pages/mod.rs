//! The pages, as people use them: by a browser without scripts.

mod people;
mod settings;
mod orgs;
mod console;
mod inbox;
mod sign_in;
