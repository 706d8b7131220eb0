//! What is done later and by itself: scheduled in the change that asks for it, then done step by step,
//! each batch in a change of its own. Whoever dies over a job leaves it to be taken up again, so every
//! step can be done twice.

pub mod cancel;
mod perform;
pub mod run_due;
mod schedule;
pub mod show;

pub(in crate::domain) use cancel::{take_back, take_back_asked_by};
pub(in crate::domain) use perform::{BATCH, Progress, perform};
pub(in crate::domain) use schedule::schedule_deletion;
