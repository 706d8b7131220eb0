//! Signing up by an invitation: account and membership in one step. The mailed token proves the mailbox too, so whoever
//! holds it is signed in at once; whoever was handed the link has a letter still to wait for.

use rocket::{Route, State, post, routes};

use super::again;
use super::answer::welcome;
use crate::domain::App;
use crate::domain::accounts::sign_up::{SignUpInput, sign_up};
use crate::domain::sessions::sign_in::{SignIn, sign_in};
use crate::domain::sessions::start::ActFor;
use crate::model::Password;
use crate::web::body::{Fields, FromBody};
use crate::web::pages::frame::next::Next;
use crate::web::pages::frame::{Answer, Form, See, Shown, Visitor};
use crate::web::pages::mailed_link::{proven, read_token};
use crate::web::pages::sign_in::arrive;
use crate::web::pages::sign_up::{NewPerson, accepted_terms, check_mail};
use crate::web::settings::WebSettings;

pub(super) fn routes() -> Vec<Route> {
    routes![submit_invitation_sign_up]
}

/// What an invited person signs up with.
struct JoinForm {
    token: String,
    person: NewPerson,
    terms_accepted: bool,
}

impl FromBody for JoinForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let token = read_token(fields);
        let person = NewPerson::read(fields);
        let terms_accepted = accepted_terms(fields);
        Some(Self { token, person: person?, terms_accepted: terms_accepted? })
    }
}

#[post("/invitation/sign-up", data = "<form>")]
async fn submit_invitation_sign_up(
    app: &State<App>,
    settings: &State<WebSettings>,
    visitor: &Visitor,
    form: Form<JoinForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let JoinForm { token, person, terms_accepted } = match input {
        Ok(input) => input,
        Err(error) => return again(app, visitor, said, error).await,
    };
    let password = person.password.clone();
    let input = SignUpInput { invitation: Some(token), ..person.sign_up(visitor, terms_accepted) };
    match sign_up(app, &visitor.client, input).await {
        Ok(joined) if !joined.orgs_to_review.is_empty() => {
            Ok(proven("notice-joined", &joined.orgs_to_review))
        }
        Ok(joined) if joined.user.email.is_verified() => {
            let email = joined.user.email.address.as_str().to_owned();
            Ok(enter(app, settings, visitor, email, password).await)
        }
        Ok(waiting) => Ok(check_mail(waiting.user.email.address.as_str()).into()),
        Err(error) => again(app, visitor, said, error).await,
    }
}

/// Signs a new member in with what they have just chosen, or leads them to where they can do so.
async fn enter(
    app: &App,
    settings: &WebSettings,
    visitor: &Visitor,
    login: String,
    password: Password,
) -> Shown {
    let input = SignIn { login, password, act_for: ActFor::First, invitation: None };
    match sign_in(app, &visitor.client, input).await {
        Ok(started) => {
            let role = started.memberships.first().map(|membership| membership.role);
            let see = arrive(&started, Next::parse("/orgs").as_ref(), app, settings);
            see.saying(role.map_or("notice-joined", welcome)).into()
        }
        Err(_) => See::to("/sign-in").saying("notice-joined").into(),
    }
}
