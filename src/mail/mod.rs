//! Letters on their way out: written from templates, and handed to a mail server.
//!
//! An operation queues a letter in its own transaction, so what this room finds in the outbox really
//! happened. [`delivery`] takes what is due, [`render`] writes it from the templates under
//! `assets/emails/`, and one of the [`transport`]s carries it away. A crash at any point can send a
//! letter twice, and never loses one: both copies have the same `Message-ID`.
//!
//! This room knows neither the rules that cause a letter nor HTTP, and reads neither the environment
//! nor the wall clock: the time comes in as a [`Clock`]. Links are secrets here: none is logged, and
//! none is kept in what a mail server answered.

pub mod delivery;
pub mod render;
mod reply;
pub mod transport;

use std::sync::Arc;

use crate::model::Timestamp;

pub use delivery::Delivery;
pub use render::{LetterLook, RenderError, RenderedLetter, Renderer};
pub use transport::{Delivered, DeliveryError, Dialogue, OutgoingLetter, Transport, TransportError};

/// Tells the time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;
