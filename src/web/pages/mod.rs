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
//! | `console` | what those who run the service see and do |
//! | `orgs` | organizations: people, invitations, settings, who did what |
//! | `settings` | everything about one's own account |
//! | `sign_in` | signing in, with two factors, and out |
//! | `sign_up` | signing up, and waiting for the letter |
//! | `activation` | using the letter of a sign-up |
//! | `password_reset` | a forgotten password |
//! | `email_change` | agreeing to another address, or not |
//! | `not_me` | "this wasn't me" |
//! | `invitation` | joining by an invitation, however one arrives |
//! | `ownership_transfer` | being asked to be owner in another's place |
//! | `set_up` | an operator's account |
//! | `jobs` | what is done later |
//! | `mailed_link` | what the pages of mailed links share |

mod activation;
pub mod audit_view;
mod console;
mod email_change;
pub mod frame;
mod home;
mod invitation;
mod jobs;
mod mailed_link;
mod not_me;
mod orgs;
mod ownership_transfer;
mod password_reset;
mod set_up;
mod settings;
mod sign_in;
mod sign_up;
#[cfg(test)]
mod tests;

use rocket::Route;

/// Every route of the pages.
pub fn routes() -> Vec<Route> {
    [
        frame::routes(),
        home::routes(),
        activation::routes(),
        console::routes(),
        email_change::routes(),
        invitation::routes(),
        jobs::routes(),
        mailed_link::routes(),
        not_me::routes(),
        orgs::routes(),
        ownership_transfer::routes(),
        password_reset::routes(),
        set_up::routes(),
        settings::routes(),
        sign_in::routes(),
        sign_up::routes(),
    ]
    .concat()
}
