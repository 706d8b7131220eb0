//! `gatepost preview`: one of every letter, in every language, to look at.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::arguments::DataFlags;
use super::{branding, say};
use crate::config::{self, Purpose};
use crate::i18n::Language;
use crate::model::Letter;

pub(super) fn run(directory: &Path, flags: &DataFlags) -> Result<()> {
    let settings = config::load(Purpose::Command, &flags.into())?;
    let renderer = branding::presentation(&settings)?.renderer;
    let letters = Letter::samples();
    for language in Language::ALL {
        let folder = directory.join(language.tag());
        fs::create_dir_all(&folder).with_context(|| format!("{} can't be made", folder.display()))?;
        for (number, letter) in letters.iter().enumerate() {
            let written = renderer.render(letter.name(), language, &letter.fields())?;
            let text = format!("{}\n\n{}", written.subject, written.text);
            for (ending, content) in [("html", &written.html), ("txt", &text)] {
                let file = folder.join(format!("{:02}-{}.{ending}", number + 1, letter.name()));
                fs::write(&file, content).with_context(|| format!("{} can't be written", file.display()))?;
            }
        }
    }
    say::line(&format!(
        "Wrote {} letters in {} languages into {}.",
        letters.len(),
        Language::ALL.len(),
        directory.display()
    ));
    Ok(())
}
