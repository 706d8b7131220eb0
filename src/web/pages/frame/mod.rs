//! What every page has, whatever its journey.
//!
//! | module | what it is for |
//! |---|---|
//! | [`visitor`] | who looks at a page, in which language: the guards of handlers |
//! | [`form`] | reading a form that is sure to be ours, and showing it again with its faults |
//! | [`page`] | a page on its way out, with the headers that protect it |
//! | [`see`] | leading a browser on after a form (303) |
//! | [`cookies`] | the few cookies there are |
//! | [`look`] | templates, words and branding, read once |
//! | [`failure`] | refusals as pages |
//! | [`list`] | lists that are shown in parts |
//! | [`next`] | paths of ours to return to |
//! | `accent`, [`logo`] | the color and the picture of whoever runs the service |
//! | `files` | style sheet and script |

mod accent;
pub mod cookies;
pub mod failure;
mod files;
pub mod form;
pub mod list;
pub mod logo;
pub mod look;
pub mod next;
pub mod page;
pub mod see;
pub mod visitor;

use rocket::Route;

pub use failure::Failure;
pub use form::{Form, FormView};
pub use logo::{Logo, LogoError};
pub use look::{Branding, Look, LookError};
pub use page::Page;
pub use see::See;
pub use visitor::{SignedIn, Visitor};

/// A page, or where it leads, or a refusal as a page.
pub type Answer = Result<Shown, Failure>;

/// What a handler answers.
#[derive(rocket::Responder)]
pub enum Shown {
    /// A page.
    Page(Page),
    /// Another page to go on to.
    See(See),
}

impl From<Page> for Shown {
    fn from(page: Page) -> Self {
        Self::Page(page)
    }
}

impl From<See> for Shown {
    fn from(see: See) -> Self {
        Self::See(see)
    }
}

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    files::routes()
}
