//! HTTP and JSON: the only room that knows either.
//!
//! A handler has its guards in the signature, reads its input, calls one operation, and presents the
//! result; no rule lives here. Each surface answers refusals in its own shape: the native API's are in
//! [`problem`]. Start at [`build()`], which mounts everything. This room must not know the store, the
//! mail or any driver.
//!
//! | module | what it is for |
//! |---|---|
//! | [`build`](mod@build) | the one place where the service is put together |
//! | [`listener`] | the door in front of Rocket: bounds connections in number and time |
//! | [`guards`] | what a handler asks for in its signature: who calls, from where |
//! | [`body`] | reading a JSON body, with all its faults at once |
//! | [`refusal`] | what may be refused, before a surface says it in its own shape |
//! | [`problem`] | refusals of the native API (RFC 9457) |
//! | [`api`] | the native API, `/api/v1` |
//! | [`pages`] | what people see in a browser |
//! | [`dialects`] | documented account APIs of other products |
//! | `export` | the archive of everything that is held about a person |
//! | [`machine`] | health, keys, the OpenAPI document, the reference of refusals |
//! | [`dev_inbox`] | the built-in inbox of `gatepost dev` |

pub mod answer;
pub mod api;
pub mod body;
pub mod build;
mod catchers;
mod cors;
pub mod dev_inbox;
pub mod dialects;
mod export;
pub mod guards;
pub mod listener;
pub mod machine;
mod methods;
pub mod pages;
pub mod param;
mod preflight;
pub mod problem;
pub mod refusal;
mod request_log;
pub mod settings;

pub use build::build;
