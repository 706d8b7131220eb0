//! Cryptography: the room that turns secrets into things that are safe to keep or to hand out.
//!
//! | module | what it is for |
//! |---|---|
//! | [`random`] | the process's source of randomness |
//! | [`chance`] | time and chance for one transaction, drawn before it begins |
//! | [`digest`] | SHA-256, for what is looked up but never shown again |
//! | [`vault`] | sealing what is stored but must be readable again |
//! | [`key_file`] | the file that holds the vault's key |
//! | [`passkeys`] | what browsers ask of passkeys, and whether the answer is right (WebAuthn) |
//! | [`passwords`] | Argon2id on its own threads, and how strong a password is |
//! | [`totp`] | codes of authenticator apps (RFC 6238) |
//! | [`tokens`] | session tokens (PASETO), their signing keys, one-time tokens, API keys |
//!
//! This room knows no other: no rows, no rules, no HTTP, no configuration. It has no clock either; where a time
//! matters it comes in as an argument, and judging it is the caller's.

pub mod chain;
pub mod chance;
pub mod digest;
pub mod key_file;
pub mod passkeys;
pub mod passwords;
pub mod random;
pub mod tokens;
pub mod totp;
pub mod vault;
