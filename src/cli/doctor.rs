//! `gatepost doctor`

use anyhow::Result;

use super::arguments::DataFlags;
use super::{branding, dialects, letters, say, wiring};
use crate::config::{self, Purpose, Settings};
use crate::domain::machine::health;
use crate::store::OpenMode;

/// What was found, told line by line as it is found.
#[derive(Default)]
struct Findings {
    faults: usize,
}

impl Findings {
    fn sound(text: &str) {
        say::line(&format!("ok       {text}"));
    }

    fn warning(text: &str) {
        say::line(&format!("warning  {text}"));
    }

    fn fault(&mut self, text: &str) {
        self.faults += 1;
        say::line(&format!("fault    {}", text.replace('\n', " ")));
    }

    /// Tells what an examination came to.
    fn note(&mut self, outcome: Result<String>) {
        match outcome {
            Ok(text) => Self::sound(&text),
            Err(error) => self.fault(&format!("{error:#}")),
        }
    }
}

/// Looks at everything, and tells whether all of it is sound.
pub(super) fn run(flags: &DataFlags) -> bool {
    let mut findings = Findings::default();
    match config::load(Purpose::Serve, &flags.into()) {
        Ok(settings) => examine(&settings, &mut findings),
        Err(error) => findings.fault(&error.to_string()),
    }
    findings.faults == 0
}

fn examine(settings: &Settings, findings: &mut Findings) {
    Findings::sound("The settings are sound.");
    findings.note(public_url(settings).map(|url| format!("People reach the service at {url}.")));
    findings.note(branding::presentation(settings).map(|_| "Pages and letters can be written.".to_owned()));
    findings.note(database(settings));
    findings.note(mail(settings));
    let told = dialects::told(settings);
    if told.is_empty() {
        Findings::sound("No dialect is mounted.");
    }
    let tell = if settings.dialects.strict { Findings::sound } else { Findings::warning };
    for sentence in &told {
        tell(sentence);
    }
}

fn public_url(settings: &Settings) -> Result<&str> {
    Ok(settings.require_public_url()?.as_str())
}

/// Opens the database as commands do that work beside a service, and reads from it.
fn database(settings: &Settings) -> Result<String> {
    wiring::require_database(settings)?;
    // No link is written here, so that any URL will do.
    let url = public_url(settings).unwrap_or_default().to_owned();
    wiring::runtime()?.block_on(async {
        let has_mail = settings.smtp.is_configured();
        let app = wiring::start_app(settings, url, OpenMode::Beside, has_mail).await?;
        let readiness = health::readiness(&app).await;
        app.stop().await;
        let waiting = readiness?.letters_queued;
        let service = &settings.service;
        let place = match service.database_url {
            Some(_) => "of `database_url`".to_owned(),
            None => format!("in {}", service.data.display()),
        };
        Ok(format!("The database {place} answers; letters that wait: {waiting}."))
    })
}

fn mail(settings: &Settings) -> Result<String> {
    let smtp = &settings.smtp;
    anyhow::ensure!(letters::transport(smtp)?.is_some(), letters::NOT_CONFIGURED);
    Ok(match (&smtp.directory, &smtp.host) {
        (Some(directory), _) => format!("Letters are written into {}.", directory.display()),
        (None, host) => {
            let host = host.as_deref().unwrap_or_default();
            format!("Letters go to {host}, port {}; nobody was asked there.", smtp.relay_port())
        }
    })
}
