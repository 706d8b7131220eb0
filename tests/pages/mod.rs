//! The pages, as people use them: by a browser without scripts.

mod chromium;
mod console;
mod inbox;
mod orgs;
mod passkeys;
mod people;
mod settings;
mod sign_in;
