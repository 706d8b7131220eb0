//! The pages, as people use them: by a browser without scripts.

mod orgs;
mod sign_in;
