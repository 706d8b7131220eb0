//! The pages, as people use them: by a browser without scripts.

mod sign_in;
