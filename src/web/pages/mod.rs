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
//! | `home` | where `/` leads |
//! | `console` | what those who run the service see and do |
//! | `sign_in` | signing in, with two factors, and out |

mod console;
pub mod frame;
mod home;
mod sign_in;

use rocket::Route;

/// Every route of the pages.
pub fn routes() -> Vec<Route> {
    [console::routes(), frame::routes(), home::routes(), sign_in::routes()].concat()
}
