//! `/settings/two-factor`: the authenticator app, and recovery codes. The secret and the codes are shown once, in the
//! answer to the form that made them; after a wrong code the app that was told the secret goes on making codes, so that
//! the field for one is all that is needed.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::shown::When;
use super::{FormOnly, PasswordForm, open_to_owner};
use crate::domain::two_factor::disable::disable;
use crate::domain::two_factor::enable::enable;
use crate::domain::two_factor::regenerate_recovery_codes::regenerate_recovery_codes;
use crate::domain::two_factor::set_up::{SetUp, set_up};
use crate::domain::two_factor::{SecondFactor, show};
use crate::domain::{App, Error};
use crate::model::Password;
use crate::web::body::{Fields, FromBody, Node, Reason, readers};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};

/// Codes are short: more is nobody's honest doing.
const MAX_CODE: usize = 64;

pub(super) fn routes() -> Vec<Route> {
    routes![
        show_two_factor,
        submit_set_up,
        show_first_code,
        submit_first_code,
        show_disabling,
        submit_disabling,
        show_renewal,
        submit_renewal
    ]
}

#[derive(Serialize)]
struct TwoFactorView {
    form: FormView,
    enabled: Option<When>,
    codes_left: i64,
}

fn status_page(two_factor: &show::TwoFactor, form: FormView) -> Page {
    let enabled = two_factor.enabled_at.map(Into::into);
    let view = TwoFactorView { form, enabled, codes_left: two_factor.recovery_codes_left };
    Page::new("settings/two_factor.html", view)
}

#[get("/settings/two-factor")]
async fn show_two_factor(app: &State<App>, me: SignedIn<'_>) -> Answer {
    let found = show::show(app, me.principal).await;
    open_to_owner(found, |found| status_page(&found, FormView::blank()))
}

/// What the app is told, or how to go on where that was told before.
#[derive(Serialize)]
struct SetUpView {
    form: FormView,
    told: Option<ToldView>,
}

#[derive(Serialize)]
struct ToldView {
    /// As a person types it, in groups.
    secret: String,
    url: String,
    qr: String,
}

impl From<SetUp> for ToldView {
    fn from(set_up: SetUp) -> Self {
        let letters: Vec<char> = set_up.secret.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        // Inside a page, a picture is no document of its own.
        let start = set_up.qr_svg.find("<svg").unwrap_or_default();
        Self { secret: groups.join(" "), url: set_up.otpauth_url, qr: set_up.qr_svg[start..].to_owned() }
    }
}

fn set_up_page(told: Option<ToldView>, form: FormView) -> Page {
    Page::new("settings/two_factor_set_up.html", SetUpView { form, told })
}

#[post("/settings/two-factor", data = "<form>")]
async fn submit_set_up(app: &State<App>, me: SignedIn<'_>, form: Form<PasswordForm>) -> Answer {
    let (said, input) = form.into_parts();
    let told = match input {
        Ok(PasswordForm(password)) => set_up(app, me.principal, Some(password)).await,
        Err(error) => Err(error),
    };
    match told {
        Ok(told) => Ok(set_up_page(Some(told.into()), FormView::blank()).into()),
        Err(error) => {
            let found = show::show(app, me.principal).await;
            open_to_owner(found, |found| status_page(&found, said.refused(&error)).refusing(error))
        }
    }
}

/// A first code of the app.
struct FirstCodeForm(String);

impl FromBody for FirstCodeForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields
            .required("code", readers::text_up_to(MAX_CODE))
            .map(|code| Self(code.split_whitespace().collect()))
    }
}

#[derive(Serialize)]
struct CodesView {
    codes: Vec<String>,
    /// Whether they take the place of others.
    renewed: bool,
}

fn codes_page(codes: Vec<String>, renewed: bool) -> Page {
    Page::new("settings/recovery_codes.html", CodesView { codes, renewed })
}

#[get("/settings/two-factor/code")]
fn show_first_code(_me: SignedIn<'_>) -> Page {
    set_up_page(None, FormView::blank())
}

#[post("/settings/two-factor/code", data = "<form>")]
async fn submit_first_code(app: &State<App>, me: SignedIn<'_>, form: Form<FirstCodeForm>) -> Answer {
    let (said, input) = form.into_parts();
    let codes: Result<Vec<String>, Error> = match input {
        Ok(FirstCodeForm(code)) => enable(app, me.principal, code).await,
        Err(error) => Err(error),
    };
    match codes {
        Ok(codes) => Ok(codes_page(codes, false).into()),
        Err(error) => Ok(set_up_page(None, said.refused(&error)).refusing(error).into()),
    }
}

/// The password, and a code of the app or a recovery code in the same field.
struct BothFactorsForm {
    password: Password,
    factor: SecondFactor,
}

impl FromBody for BothFactorsForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let password = fields.required("password", readers::presented_password);
        let factor = fields.required("code", either_code);
        Some(Self { password: password?, factor: factor? })
    }
}

/// Reads a code of an app or a recovery code, whichever it is.
pub(super) fn either_code(node: Node) -> Result<SecondFactor, Reason> {
    let code: String = readers::text_up_to(MAX_CODE)(node)?.split_whitespace().collect();
    // The codes of apps have six digits; recovery codes have letters too.
    let is_of_app = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    Ok(if is_of_app { SecondFactor::Code(code) } else { SecondFactor::RecoveryCode(code) })
}

fn disabling_page(form: FormView) -> Page {
    Page::new("settings/two_factor_disable.html", FormOnly { form })
}

#[get("/settings/two-factor/disable")]
fn show_disabling(_me: SignedIn<'_>) -> Page {
    disabling_page(FormView::blank())
}

#[post("/settings/two-factor/disable", data = "<form>")]
async fn submit_disabling(app: &State<App>, me: SignedIn<'_>, form: Form<BothFactorsForm>) -> Answer {
    let (said, input) = form.into_parts();
    let disabled = match input {
        Ok(BothFactorsForm { password, factor }) => disable(app, me.principal, Some(password), factor).await,
        Err(error) => Err(error),
    };
    match disabled {
        Ok(_) => Ok(See::to("/settings/two-factor").saying("notice-two-factor-disabled").into()),
        Err(error) => Ok(disabling_page(said.refused(&error)).refusing(error).into()),
    }
}

fn renewal_page(form: FormView) -> Page {
    Page::new("settings/two_factor_renew.html", FormOnly { form })
}

#[get("/settings/two-factor/recovery-codes")]
fn show_renewal(_me: SignedIn<'_>) -> Page {
    renewal_page(FormView::blank())
}

#[post("/settings/two-factor/recovery-codes", data = "<form>")]
async fn submit_renewal(app: &State<App>, me: SignedIn<'_>, form: Form<BothFactorsForm>) -> Answer {
    let (said, input) = form.into_parts();
    let codes = match input {
        Ok(BothFactorsForm { password, factor }) => {
            regenerate_recovery_codes(app, me.principal, password, factor).await
        }
        Err(error) => Err(error),
    };
    match codes {
        Ok(codes) => Ok(codes_page(codes, true).into()),
        Err(error) => Ok(renewal_page(said.refused(&error)).refusing(error).into()),
    }
}
