//! `/settings`: how somebody is called, the language they read, and whether operators may sign in to help them.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use crate::domain::accounts::show;
use crate::domain::accounts::update::{self, UpdateAccount};
use crate::domain::{App, Error};
use crate::i18n::Language;
use crate::model::{Locale, PersonName, User, Username};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::form::{language, languages, ticked};
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};

pub(super) fn routes() -> Vec<Route> {
    routes![show_profile, submit_profile]
}

#[derive(Serialize)]
struct ProfileView {
    form: FormView,
    /// The tag of each language, and what its readers call it.
    languages: Vec<[&'static str; 2]>,
}

fn page(form: FormView) -> Page {
    Page::new("settings/profile.html", ProfileView { form, languages: languages() })
}

/// What a person says of themselves.
struct ProfileForm {
    name: PersonName,
    username: Option<Username>,
    language: Option<Language>,
    allow_support_login: bool,
}

impl FromBody for ProfileForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let first = fields.required("first", readers::parsed(PersonName::parse_part));
        let last = fields.optional("last", readers::parsed(PersonName::parse_part));
        let username = fields.optional("username", readers::parsed(Username::parse));
        let language = fields.optional("language", language);
        let allow_support_login = fields.optional("allow_support_login", ticked).unwrap_or_default();
        let name = PersonName::new(&first?, &last.unwrap_or_default());
        let name = fields.check("first", name)?;
        Some(Self { name, username, language, allow_support_login })
    }
}

impl ProfileForm {
    /// What is to change. What stands in the form as it was is left out: some of it is not open to everybody, and a
    /// locale says more than the language that it is read in.
    fn changes_to(self, user: &User) -> UpdateAccount {
        let language = user.locale.as_ref().map(Language::of_locale);
        let locale = self.language.and_then(|language| Locale::parse(language.tag()).ok());
        UpdateAccount {
            name: Some(self.name.into()),
            username: (self.username != user.username).then_some(self.username),
            locale: (self.language != language).then_some(locale),
            allow_support_login: Some(self.allow_support_login)
                .filter(|allowed| *allowed != user.allow_support_login),
            ..UpdateAccount::default()
        }
    }
}

fn filled_in(user: &User) -> FormView {
    let optional = |form: FormView, name: &str, value: Option<&str>| match value {
        Some(value) => form.with(name, value),
        None => form,
    };
    let form = FormView::blank().with("first", user.name.first()).with("last", user.name.last());
    let form = optional(form, "username", user.username.as_ref().map(Username::as_str));
    let form = optional(form, "language", user.locale.as_ref().map(|it| Language::of_locale(it).tag()));
    optional(form, "allow_support_login", user.allow_support_login.then_some("on"))
}

#[get("/settings")]
fn show_profile(me: SignedIn<'_>) -> Answer {
    Ok(page(filled_in(show::show(me.principal)?)).into())
}

#[post("/settings", data = "<form>")]
async fn submit_profile(app: &State<App>, me: SignedIn<'_>, form: Form<ProfileForm>) -> Answer {
    let (said, input) = form.into_parts();
    let saved: Result<User, Error> = match input {
        Ok(input) => update::update(app, me.principal, input.changes_to(&me.principal.identity.user)).await,
        Err(error) => Err(error),
    };
    match saved {
        Ok(_) => Ok(See::to("/settings").saying("notice-profile-saved").into()),
        Err(error) => Ok(page(said.refused(&error)).refusing(error).into()),
    }
}
