//! `/settings…`: what people do with their own account, beside one navigation. One file a page; those with several
//! steps keep the steps together.
//!
//! | module | page |
//! |---|---|
//! | `profile` | how they are called, their language, who may help them |
//! | `password`, `email` | what they sign in with |
//! | `two_factor` | the authenticator app and recovery codes |
//! | `passkeys` | the devices that sign them in |
//! | `sessions`, `logins` | where they are signed in, and who tried to |
//! | `api_keys` | what programs show in their place |
//! | `invitations` | the organizations that want them |
//! | `data` | taking everything along, and leaving |
//! | `shown` | times and devices, as all of these show them |

mod api_keys;
mod data;
mod email;
mod invitations;
mod logins;
mod passkeys;
mod password;
mod profile;
mod sessions;
mod shown;
mod two_factor;

use rocket::Route;
use serde::Serialize;

use super::frame::{Answer, FormView, Page};
use crate::domain::Error;
use crate::domain::error::Forbidden;
use crate::model::{PageRequest, Password};
use crate::web::body::{Fields, FromBody, readers};

/// The beginning of a list, where a form of it was refused.
const FIRST_PART: PageRequest = PageRequest { limit: 20, after: None };

/// The routes of this folder.
pub(super) fn routes() -> Vec<Route> {
    [
        profile::routes(),
        password::routes(),
        email::routes(),
        two_factor::routes(),
        passkeys::routes(),
        sessions::routes(),
        logins::routes(),
        api_keys::routes(),
        invitations::routes(),
        data::routes(),
    ]
    .concat()
}

/// A page with nothing but a form.
#[derive(Serialize)]
struct FormOnly {
    form: FormView,
}

/// A form with nothing but the password in force, to confirm something.
struct PasswordForm(Password);

impl FromBody for PasswordForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("password", readers::presented_password).map(Self)
    }
}

/// A page, or in its place why it is closed to an operator who is signed in to help.
fn open_to_owner<T>(found: Result<T, Error>, page: impl FnOnce(T) -> Page) -> Answer {
    match found {
        Ok(found) => Ok(page(found).into()),
        Err(error @ Error::Forbidden(Forbidden::SupportLogin)) => {
            let view = FormOnly { form: FormView::blank().refused(&error) };
            Ok(Page::new("settings/closed.html", view).refusing(error).into())
        }
        Err(error) => Err(error.into()),
    }
}
