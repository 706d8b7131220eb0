//! Gatepost.
pub mod crypto;
pub mod domain;
pub mod model;
pub mod store;
