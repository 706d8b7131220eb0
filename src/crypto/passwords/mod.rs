//! Passwords: hashing them with Argon2id (RFC 9106), and judging how easily one is guessed.
//!
//! Start with [`hasher`], the only part that the rest of the program talks to when it checks or sets a password. Below it
//! lie [`threads`] (where hashes are computed), [`argon`] (computing one, in reused memory) and [`phc`] (how one is
//! stored). [`strength`] stands apart from these. How long a password must be is a rule of another room.

pub mod argon;
pub mod error;
pub mod hasher;
pub mod parameters;
pub mod phc;
pub mod strength;
pub mod threads;
