//! The store's contract, and what each engine promises beyond it.
//!
//! [`contract`] is what every engine keeps, case by case and by the engine's name. [`sqlite`] is what
//! only a database in a file of ours can be asked: opening, a full disk, a killed process. [`postgres`]
//! is what only one on a server can be asked: others that use it too, a lost connection. Cases speak
//! to the store through its public face; their statements are test data and obey the portable rules.

mod bench;
mod contract;
mod postgres;
mod rows;
mod sqlite;
