//! The pages, as people use them: by a browser without scripts.

mod console;
mod inbox;
mod orgs;
mod people;
mod settings;
mod passkeys;
mod sign_in;
