//! The pages: for people with a browser, where every mailed link lands. Server-rendered over the same operations as the
//! API; nothing here needs a script but copying, the live inbox and passkeys.
//!
//! One folder a journey. A handler reads its form, calls one operation, and shows a page or leads on (303). What all
//! pages share is in [`frame`]: the visitor, forms, cookies, templates. The templates are `assets/pages`, the words
//! `assets/locales`, the looks `assets/static`. The pages know neither the native API nor the dialects.
//!
//! | module | journey |
//! |---|---|
//! | [`frame`] | what every page has: who visits, forms, cookies, templates, refusals |
//! | [`audit_view`] | what was done, as tables show it |
//! | `home` | where `/` leads |
//! | `orgs` | organizations: people, invitations, settings, who did what |
//! | `sign_in` | signing in, with two factors, and out |

pub mod audit_view;
pub mod frame;
mod home;
mod orgs;
mod sign_in;

use rocket::Route;

/// Every route of the pages.
pub fn routes() -> Vec<Route> {
    [frame::routes(), home::routes(), orgs::routes(), sign_in::routes()].concat()
}
