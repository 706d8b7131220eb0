//! What pages look like: templates, words and branding.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, HtmlEscape, State, UndefinedBehavior, Value, context};
use rust_embed::RustEmbed;
use serde::Serialize;

use super::files;
use super::logo::Logo;
use super::visitor::Visitor;
use crate::i18n::{Language, Words, WordsError, template};
use crate::model::Color;

/// The templates, as they are in the binary.
#[derive(RustEmbed)]
#[folder = "assets/pages"]
struct Templates;

/// How the service presents itself.
#[derive(Clone, Debug, Default)]
pub struct Branding {
    /// What the product is called.
    pub name: String,
    /// The color of buttons and links.
    pub accent: Option<Color>,
    /// The picture beside the name.
    pub logo: Option<Logo>,
    /// Whom people write to when they are stuck.
    pub support: Option<String>,
    /// Where the terms are.
    pub terms_url: Option<String>,
    /// Where it is told what becomes of personal data.
    pub privacy_url: Option<String>,
    /// Templates that go before those in the binary, by their names.
    pub templates: BTreeMap<String, String>,
}

/// Why pages can't be shown.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// Words can't be read.
    #[error(transparent)]
    Words(#[from] WordsError),
    /// A template can't be read.
    #[error("the template of a page can't be read: {0}")]
    Template(#[from] minijinja::Error),
    /// A template is to go before one that there is not.
    #[error("no page has the template {0}")]
    Unknown(String),
}

/// Templates, words and branding.
pub struct Look {
    templates: Environment<'static>,
    branding: Branding,
}

impl Look {
    /// Reads the words, and the templates of whoever runs the service. Those in the binary are read when they are first used.
    ///
    /// # Errors
    /// [`LookError`] for a template or words that can't be read.
    pub fn read(branding: Branding) -> Result<Self, LookError> {
        let words = Words::shared()?;
        if let Some(name) = branding.templates.keys().find(|name| Templates::get(name).is_none()) {
            return Err(LookError::Unknown(name.clone()));
        }
        let mut templates = environment(&words);
        templates.set_loader(template::embedded::<Templates>);
        for (name, text) in &branding.templates {
            templates.add_template_owned(name.clone(), text.clone())?;
        }
        Ok(Self { templates, branding })
    }

    /// How the service presents itself.
    pub fn branding(&self) -> &Branding {
        &self.branding
    }

    /// Writes a page.
    pub(super) fn render(
        &self,
        template: &str,
        frame: &Frame<'_>,
        view: &Value,
    ) -> Result<String, minijinja::Error> {
        let branding = &self.branding;
        let shared = context! {
            lang => frame.language.tag(),
            product => &branding.name,
            support => &branding.support,
            terms_url => &branding.terms_url,
            privacy_url => &branding.privacy_url,
            logo => branding.logo.is_some(),
            accent => branding.accent.is_some(),
            frame => minijinja::value::Serde(frame),
        };
        self.templates.get_template(template)?.render(context! { ..view.clone(), ..shared })
    }
}

/// What every page shows around its own content.
#[derive(Serialize)]
pub(super) struct Frame<'a> {
    #[serde(skip)]
    language: Language,
    /// Where the visitor is.
    path: &'a str,
    /// What shows that a form is ours.
    form_token: &'a str,
    /// What is to be said: the name of a message.
    notice: Option<&'a str>,
    /// Who is signed in.
    me: Option<Me>,
    /// The orgs they belong to.
    orgs: Vec<OfferedOrg>,
}

#[derive(Serialize)]
struct Me {
    name: String,
    email: String,
    operator: bool,
    /// Whether an operator is signed in as them.
    is_support: bool,
}

#[derive(Serialize)]
struct OfferedOrg {
    id: String,
    name: String,
    role: &'static str,
    /// Whether the session acts for it.
    current: bool,
}

impl<'a> Frame<'a> {
    pub(super) fn new(path: &'a str, visitor: Option<&'a Visitor>, notice: Option<&'a str>) -> Self {
        let principal = visitor.and_then(|visitor| visitor.principal.as_ref());
        let current = principal.and_then(|principal| principal.session()).and_then(|session| session.org_id);
        let me = principal.map(|principal| {
            let user = &principal.identity.user;
            Me {
                name: user.name.full(),
                email: user.email.address.as_str().to_owned(),
                operator: user.operator,
                is_support: principal.session().is_some_and(|session| session.operator_id.is_some()),
            }
        });
        let orgs = visitor.map_or(&[][..], |visitor| &visitor.orgs).iter().map(|membership| OfferedOrg {
            id: membership.org.id.to_string(),
            name: membership.org.name.as_str().to_owned(),
            role: membership.role.as_str(),
            current: Some(membership.org.id) == current,
        });
        Self {
            language: visitor.map_or(Language::English, |visitor| visitor.language),
            path,
            form_token: visitor.map_or("", |visitor| visitor.form_token.as_str()),
            notice,
            me,
            orgs: orgs.collect(),
        }
    }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The field that every form has.
fn form_token_field(state: &State) -> Result<Value, minijinja::Error> {
    let frame = state.lookup("frame").unwrap_or_default();
    let token = frame.get_attr("form_token")?;
    let field =
        format!("<input type=\"hidden\" name=\"form_token\" value=\"{}\">", HtmlEscape(&token.to_string()));
    Ok(Value::from_safe_string(field))
}

/// Support is an address to write to, or a page.
fn support_link(support: &str) -> String {
    if support.contains('@') { format!("mailto:{support}") } else { support.to_owned() }
}

fn environment(words: &Arc<Words>) -> Environment<'static> {
    let mut templates = Environment::new();
    templates.set_syntax(
        SyntaxConfig::builder()
            .trim_blocks(true)
            .lstrip_blocks(true)
            .build()
            .expect("the standard delimiters do not contradict each other"),
    );
    // Errors would otherwise carry what the page shows, secrets with it.
    templates.set_debug(false);
    templates.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    templates.set_auto_escape_callback(|_| AutoEscape::Html);
    template::add_words(&mut templates, words);
    templates.add_filter("initials", initials);
    templates.add_function("file", |name: &str| files::address(name));
    templates.add_function("form_token", form_token_field);
    templates.add_function("support_link", support_link);
    templates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_can_be_read() {
        let look = Look::read(Branding::default()).unwrap();
        for name in Templates::iter() {
            look.templates.get_template(&name).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
        assert!(Templates::iter().count() > 50, "the templates were not found");
    }
}
