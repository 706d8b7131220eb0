//! What a list is narrowed down by, as it stands in the fields above it. A field left empty narrows nothing; with one
//! that can't be, nothing is listed and the fault is told beside it.

use crate::domain::Error;
use crate::domain::error::InvalidField;
use crate::model::id::Id;
use crate::model::{Page, Search, ValueError};
use crate::web::pages::frame::FormView;

/// The fields above a list.
#[derive(Default)]
pub(super) struct Filters {
    form: FormView,
    faults: Vec<InvalidField>,
}

impl Filters {
    /// What `?search=` says.
    pub(super) fn search(&mut self, text: Option<&str>) -> Option<Search> {
        self.parsed("search", text, Search::parse)
    }

    /// A field whose text `parse` makes a value of.
    pub(super) fn parsed<T, E: ValueError>(
        &mut self,
        name: &'static str,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, E>,
    ) -> Option<T> {
        let text = self.filled(name, text)?;
        parse(text).map_err(|reason| self.faults.push(InvalidField::because(name, &reason))).ok()
    }

    /// A field that holds an id.
    pub(super) fn id<Of>(&mut self, name: &'static str, text: Option<&str>) -> Option<Id<Of>> {
        let id = self.filled(name, text)?.parse().ok();
        if id.is_none() {
            self.faults.push(InvalidField::new(name, "id_malformed", "This is an id: a hyphenated UUID."));
        }
        id
    }

    /// A choice among words; one that is not among them narrows nothing.
    pub(super) fn chosen<T>(
        &mut self,
        name: &'static str,
        text: Option<&str>,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        parse(self.filled(name, text)?)
    }

    /// A field's text, which is kept.
    pub(super) fn filled<'t>(&mut self, name: &'static str, text: Option<&'t str>) -> Option<&'t str> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        self.form = std::mem::take(&mut self.form).with(name, text);
        Some(text)
    }

    /// The fields, and what is listed by them.
    ///
    /// # Errors
    /// Those of `listing`.
    pub(super) async fn list<T>(
        self,
        listing: impl Future<Output = Result<Page<T>, Error>>,
    ) -> Result<(FormView, Page<T>), Error> {
        if self.faults.is_empty() {
            return Ok((self.form, listing.await?));
        }
        let nothing = Page { items: Vec::new(), next: None };
        Ok((self.form.refused(&Error::Invalid(self.faults)), nothing))
    }
}
