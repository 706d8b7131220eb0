//! `gatepost keys list` and `gatepost keys rotate`

use anyhow::Result;

use super::arguments::KeysCommand;
use super::{say, wiring};
use crate::config::{self, Purpose};
use crate::domain::clock::told_time;
use crate::domain::machine::signing_keys::{self, PublishedKey};
use crate::store::OpenMode;

pub(super) fn run(command: &KeysCommand) -> Result<()> {
    let (KeysCommand::List(flags) | KeysCommand::Rotate(flags)) = command;
    let settings = config::load(Purpose::Command, &flags.into())?;
    wiring::require_database(&settings)?;
    wiring::start_logging(&settings.log);
    wiring::runtime()?.block_on(async {
        // No letter is written here, so no link needs the public URL.
        let app = wiring::start_app(&settings, String::new(), OpenMode::Beside, false).await?;
        match command {
            KeysCommand::List(_) => {
                for key in signing_keys::list_published(&app).await? {
                    say::line(&told(&key));
                }
            }
            KeysCommand::Rotate(_) => {
                let key = signing_keys::rotate(&app).await?;
                say::line(&format!("{} signs from now on.", key.kid));
                say::line("Tokens that were signed before stay good until they expire.");
            }
        }
        app.stop().await;
        Ok(())
    })
}

fn told(key: &PublishedKey) -> String {
    let since = told_time(key.not_before);
    match key.retired_at {
        None => format!("{}  signs since {since}", key.kid),
        Some(until) => format!("{}  signed from {since} to {}", key.kid, told_time(until)),
    }
}
