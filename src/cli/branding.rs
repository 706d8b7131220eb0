//! From the settings to how the service presents itself: its pages and letters, with the templates of whoever runs it
//! before the built-in ones. All of it is read and tried before anything else is touched.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow, bail};

use crate::config::Settings;
use crate::mail::{LetterLook, Renderer};
use crate::web::pages::frame::{Branding, Logo, Look};

/// Pages and letters as they will be written.
pub(super) struct Presentation {
    /// How pages look.
    pub(super) look: Arc<Look>,
    /// Writes letters.
    pub(super) renderer: Renderer,
}

/// Reads everything that pages and letters are made of.
pub(super) fn presentation(settings: &Settings) -> Result<Presentation> {
    let branding = &settings.branding;
    let Templates { pages, emails } = match &branding.templates {
        Some(directory) => Templates::read(directory)?,
        None => Templates::default(),
    };
    let accent = branding.accent.map(|accent| accent.0);
    let letters = LetterLook { product: branding.name.clone(), accent, templates: emails };
    let renderer = Renderer::of(letters).map_err(|error| anyhow!("The letters can't be written: {error}"))?;
    let logo = branding.logo.as_deref().map(Logo::read).transpose();
    let look = Branding {
        name: branding.name.clone(),
        accent,
        logo: logo.map_err(|error| anyhow!("branding.logo: {error}"))?,
        support: branding.support.as_ref().map(|support| support.as_str().to_owned()),
        terms_url: branding.terms_url.as_ref().map(|page| page.as_str().to_owned()),
        privacy_url: branding.privacy_url.as_ref().map(|page| page.as_str().to_owned()),
        templates: pages,
    };
    let look = Look::read(look).map_err(|error| anyhow!("The pages can't be shown: {error}"))?;
    Ok(Presentation { look: Arc::new(look), renderer })
}

/// The templates of a directory, by their names below `pages` and `emails`.
#[derive(Default)]
struct Templates {
    pages: BTreeMap<String, String>,
    emails: BTreeMap<String, String>,
}

impl Templates {
    fn read(directory: &Path) -> Result<Self> {
        let mut templates = Self::default();
        let mut folders: Vec<PathBuf> = vec![directory.to_owned()];
        while let Some(folder) = folders.pop() {
            let unreadable = || format!("branding.templates: {} can't be read", folder.display());
            for entry in fs::read_dir(&folder).with_context(unreadable)? {
                let path = entry.with_context(unreadable)?.path();
                // What begins with a dot is some tool's, or a mounted volume's own.
                if path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
                    continue;
                }
                if path.is_dir() {
                    folders.push(path);
                } else {
                    templates.add(directory, &path)?;
                }
            }
        }
        Ok(templates)
    }

    fn add(&mut self, directory: &Path, path: &Path) -> Result<()> {
        let name = path.strip_prefix(directory).ok().and_then(Path::to_str).unwrap_or_default();
        let (kind, name) = match name.split_once('/') {
            Some(("pages", name)) => (&mut self.pages, name),
            Some(("emails", name)) => (&mut self.emails, name),
            _ => bail!("branding.templates: {} lies neither in pages nor in emails there", path.display()),
        };
        let text = fs::read_to_string(path)
            .with_context(|| format!("branding.templates: {} can't be read", path.display()))?;
        kind.insert(name.to_owned(), text);
        Ok(())
    }
}
