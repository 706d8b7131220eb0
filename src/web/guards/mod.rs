//! What a handler asks for in its signature.

pub mod bearer;
pub mod caller;
pub mod client;
pub mod idempotency_key;
pub mod if_match;
pub mod operator;
pub mod request_id;
pub mod shown;
