//! Reading a form (`application/x-www-form-urlencoded`, WHATWG URL standard §5): one that this service made for this
//! very browser, all its faults at once, and what was typed kept to be shown again.
//!
//! A handler asks for [`Form<T>`], where `T` says with [`FromBody`] what the fields are, as for a JSON body. A field
//! left empty is null; fields whose names end in `[]` are lists; a ticked box is `on`.

use std::collections::BTreeMap;

use rocket::data::{self, Data, FromData};
use rocket::http::ContentType;
use rocket::outcome::Outcome;
use rocket::{Request, async_trait};
use serde::Serialize;

use super::visitor::Visitor;
use crate::domain::error::InvalidField;
use crate::domain::{App, Error};
use crate::i18n::Language;
use crate::web::body::{self, BodyRules, Fields, FromBody, Node, Reason, Unknown, readers};
use crate::web::refusal::Refusal;
use crate::web::settings::WebSettings;

/// The field that shows that a form is ours.
const TOKEN: &str = "form_token";

/// What is never shown again: secrets, and what is made anew for each page.
const NOT_KEPT: [&str; 9] =
    [TOKEN, "password", "current", "new", "code", "recovery_code", "challenge", "ceremony", "credential"];

/// How forms are read.
struct FormRules;

impl BodyRules for FormRules {
    const MOST_KIB: u32 = 64;
    const UNKNOWN: Unknown = Unknown::Ignored;

    fn parse(content_type: Option<&ContentType>, body: &[u8]) -> Result<Node, Refusal> {
        if !content_type.is_some_and(|content_type| content_type.is_form()) {
            return Err(Refusal::UnsupportedMediaType);
        }
        let mut members: Vec<(String, Node)> = Vec::new();
        for (name, value) in form_urlencoded::parse(body) {
            match name.strip_suffix("[]") {
                Some(name) => add_to_list(&mut members, name, value.into_owned()),
                None if value.is_empty() => members.push((name.into_owned(), Node::Null)),
                None => members.push((name.into_owned(), Node::Text(value.into_owned()))),
            }
        }
        Ok(Node::Object(members))
    }
}

fn add_to_list(members: &mut Vec<(String, Node)>, name: &str, value: String) {
    let value = Node::Text(value);
    match members.iter_mut().find(|(found, _)| found == name) {
        Some((_, Node::List(items))) => items.push(value),
        Some(_) => members.push((name.to_owned(), value)),
        None => members.push((name.to_owned(), Node::List(vec![value]))),
    }
}

/// A tick in a box.
///
/// # Errors
/// For anything that no box sends.
pub fn ticked(node: Node) -> Result<bool, Reason> {
    match node {
        Node::Text(text) if text == "on" => Ok(true),
        _ => Err(Reason::new("wrong_type", "This is a box to be ticked.")),
    }
}

/// One of the languages there are, by its tag.
///
/// # Errors
/// For any other.
pub fn language(node: Node) -> Result<Language, Reason> {
    let tag = readers::text(node)?;
    Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)
        .ok_or_else(|| Reason::new("unknown_value", "Choose one of the languages."))
}

/// The tag of each language, and what its readers call it: to choose from.
pub fn languages() -> Vec<[&'static str; 2]> {
    Language::ALL.map(|language| [language.tag(), language.own_name()]).to_vec()
}

/// A form with nothing to fill in: its button is all there is to it.
pub struct Nothing;

impl FromBody for Nothing {
    fn read(_: &mut Fields) -> Option<Self> {
        Some(Self)
    }
}

/// A form that was sent.
pub struct Form<T> {
    said: FormView,
    input: Result<T, Vec<InvalidField>>,
}

impl<T> Form<T> {
    /// What was typed, and what it comes to; `Invalid` where it can't be.
    pub fn into_parts(self) -> (FormView, Result<T, Error>) {
        (self.said, self.input.map_err(Error::Invalid))
    }
}

#[async_trait]
impl<'r, T: FromBody> FromData<'r> for Form<T> {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match read(request, data).await {
            Ok(form) => Outcome::Success(form),
            Err(refusal) => Outcome::Error((refusal.leave_for_catcher(request), ())),
        }
    }
}

async fn read<T: FromBody>(request: &Request<'_>, data: Data<'_>) -> Result<Form<T>, Refusal> {
    let (Some(app), Some(settings)) =
        (request.rocket().state::<App>(), request.rocket().state::<WebSettings>())
    else {
        return Err(Refusal::BadRequest);
    };
    if comes_from_elsewhere(request, settings) {
        return Err(Refusal::ForeignForm);
    }
    let visitor = Visitor::of(request).await?;
    let (node, _) = body::parse::<FormRules>(request, data).await?;
    let said = FormView::of(&node);
    if !token_of(&node).is_some_and(|token| visitor.made(app, token)) {
        return Err(Refusal::ForeignForm);
    }
    Ok(Form { said, input: Fields::read_all(node, FormRules::UNKNOWN) })
}

/// Whether a browser says that another site's page sent this (Fetch Metadata; RFC 6454 §7). Not every browser says it
/// over plain HTTP, so the token is asked for as well.
fn comes_from_elsewhere(request: &Request<'_>, settings: &WebSettings) -> bool {
    let header = |name| request.headers().get_one(name);
    if let Some(site) = header("Sec-Fetch-Site") {
        return site != "same-origin";
    }
    header("Origin").is_some_and(|origin| origin != "null" && origin != settings.public_url)
}

fn token_of(node: &Node) -> Option<&str> {
    let Node::Object(members) = node else { return None };
    let mut tokens = members.iter().filter(|(name, _)| name == TOKEN);
    match (tokens.next(), tokens.next()) {
        (Some((_, Node::Text(token))), None) => Some(token),
        _ => None,
    }
}

/// A form as a page shows it: what was typed, and what is wrong with it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct FormView {
    /// What stands in its fields.
    values: BTreeMap<String, String>,
    /// What is chosen where several can be.
    lists: BTreeMap<String, Vec<String>>,
    /// What is wrong with fields, by their names.
    faults: BTreeMap<String, Fault>,
    /// What is wrong with all of it.
    fault: Option<Fault>,
}

/// What is wrong.
#[derive(Clone, Debug, Serialize)]
pub struct Fault {
    /// The stable word for it, by which it is said in every language.
    code: String,
    /// It in English, where no language has it.
    detail: String,
    /// In how many seconds it is worth trying again.
    seconds: Option<u64>,
}

impl FormView {
    /// A form that nobody has filled in.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A form with something in a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.values.insert(name.to_owned(), value.into());
        self
    }

    /// A form with something chosen where several can be.
    #[must_use]
    pub fn with_list(mut self, name: &str, values: Vec<String>) -> Self {
        self.lists.insert(name.to_owned(), values);
        self
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// The same form, telling why it was refused.
    #[must_use]
    pub fn refused(mut self, error: &Error) -> Self {
        match error {
            Error::Invalid(fields) => {
                for field in fields {
                    // A form is flat: `name/first` is the field `first`, and `scopes/3` one of the field `scopes`.
                    let mut names = field.path.rsplit('/').filter(|name| name.parse::<usize>().is_err());
                    let name = names.next().unwrap_or_default().to_owned();
                    let fault =
                        Fault { code: field.code.to_owned(), detail: field.detail.clone(), seconds: None };
                    self.faults.entry(name).or_insert(fault);
                }
            }
            other => {
                let seconds = match other {
                    Error::RateLimited { retry_after } => Some(retry_after.as_secs().max(1)),
                    _ => None,
                };
                self.fault =
                    Some(Fault { code: other.code().to_owned(), detail: other.to_string(), seconds });
            }
        }
        self
    }

    fn of(node: &Node) -> Self {
        let mut view = Self::default();
        let Node::Object(members) = node else { return view };
        for (name, node) in members.iter().filter(|(name, _)| !NOT_KEPT.contains(&name.as_str())) {
            match node {
                Node::Text(text) => {
                    view.values.insert(name.clone(), text.clone());
                }
                Node::List(items) => {
                    let texts = items.iter().filter_map(|item| match item {
                        Node::Text(text) => Some(text.clone()),
                        _ => None,
                    });
                    view.lists.insert(name.clone(), texts.collect());
                }
                _ => {}
            }
        }
        view
    }
}
