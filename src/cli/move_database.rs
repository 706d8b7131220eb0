//! `gatepost move`

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::DataFlags;
use super::wiring::Place;
use super::{say, wiring};
use crate::config::{self, Purpose, Settings};
use crate::domain::app::KEY_FILE;
use crate::domain::audit::verify;
use crate::store::{OpenMode, Progress, Store, StoreSettings};

/// The name of the database in a data directory.
const DATABASE_FILE: &str = "gatepost.db";

pub(super) fn run(to: &str, flags: &DataFlags) -> Result<()> {
    let settings = config::load(Purpose::Command, &flags.into())?;
    wiring::require_database(&settings)?;
    wiring::start_logging(&settings.log);
    let (from, to) = (Place::of(&settings), target(&settings, to)?);
    wiring::runtime()?.block_on(async {
        // As if to serve, so that nobody serves the file meanwhile.
        let source = open(&from)?;
        let copy = open(&to)?;
        let bar = ProgressBar::new(0).with_style(style());
        let rows = source.copy_into(&copy, |progress| show(&bar, progress)).await;
        bar.finish_and_clear();
        source.close().await;
        copy.close().await;
        say::line(&format!("{} rows were copied; both databases are the same.", rows?));
        verify_audit(&settings, to).await?;
        say::line("The first database is as it was. Start the service with the second one from now on.");
        Ok(())
    })
}

/// Where the rows go: a server, or a data directory, which gets the key file along.
fn target(settings: &Settings, to: &str) -> Result<Place> {
    let data = &settings.service.data;
    if to.contains("://") {
        return Ok(Place { data: data.clone(), server: Some(wiring::server(settings, to.into())) });
    }
    let path = Path::new(to);
    let directory = match path.file_name() {
        Some(name) if name == DATABASE_FILE => path.parent().map(Path::to_owned).unwrap_or_default(),
        _ => path.to_owned(),
    };
    // The parent of a bare file name is empty.
    let directory = if directory.as_os_str().is_empty() { PathBuf::from(".") } else { directory };
    if directory.join(DATABASE_FILE).exists() {
        bail!("There is a database in {} already: name a directory without one.", directory.display());
    }
    let key = directory.join(KEY_FILE);
    if !key.exists() {
        fs::create_dir_all(&directory)
            .and_then(|()| fs::copy(data.join(KEY_FILE), &key))
            .with_context(|| format!("the key file can't be copied to {}", key.display()))?;
    }
    Ok(Place { data: directory, server: None })
}

fn open(place: &Place) -> Result<Store> {
    let Place { data, server } = place.clone();
    Ok(Store::open(&StoreSettings { data, server, mode: OpenMode::Serving }, Arc::new(|_| {}))?)
}

async fn verify_audit(settings: &Settings, place: Place) -> Result<()> {
    let app = wiring::start_app_at(place, settings, String::new(), OpenMode::Beside, false).await?;
    let found = verify::verify(&app).await;
    app.stop().await;
    let found = found?;
    if let Some(fault) = found.faults.first() {
        bail!("the audit does not hold, as it did not before: {fault}");
    }
    say::line(&format!("The audit is as it was written: {} events hold together.", found.chained));
    Ok(())
}

fn show(bar: &ProgressBar, progress: Progress) {
    bar.set_length(progress.of);
    bar.set_position(progress.done);
    bar.set_message(progress.table);
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {percent:>3} %  {msg}  {eta} left")
        .expect("the template is well-formed")
}
