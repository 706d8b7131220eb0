//! `gatepost config check` and `gatepost config show`

use anyhow::Result;

use super::arguments::ConfigCommand;
use super::say;
use crate::config::{self, Purpose};

pub(super) fn run(command: &ConfigCommand) -> Result<()> {
    match command {
        ConfigCommand::Check(flags) => {
            let settings = config::load(Purpose::Serve, &flags.into())?;
            settings.require_public_url()?;
            say::line("The settings are sound.");
            if !settings.smtp.is_configured() {
                say::line(super::letters::NOT_CONFIGURED);
            }
        }
        ConfigCommand::Show(flags) => {
            say::line(config::load(Purpose::Command, &flags.into())?.show().trim_end());
        }
    }
    Ok(())
}
