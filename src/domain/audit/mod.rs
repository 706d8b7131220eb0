//! What happened: every change appends its event in its own transaction.

pub mod record;
