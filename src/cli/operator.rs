//! `gatepost operator create`

use anyhow::{Context as _, Result, bail};

use super::arguments::OperatorCommand;
use super::{say, wiring};
use crate::config::{self, Purpose};
use crate::domain::Error;
use crate::domain::accounts::make_operator::{self, MadeOperator};
use crate::domain::clock::told_time;
use crate::domain::error::Forbidden;
use crate::model::EmailAddress;
use crate::store::OpenMode;

pub(super) fn run(command: &OperatorCommand) -> Result<()> {
    let OperatorCommand::Create { email, flags } = command;
    let settings = config::load(Purpose::Command, &flags.into())?;
    let email = EmailAddress::parse(email).with_context(|| format!("`{email}` can't be used"))?;
    let public_url = settings.require_public_url()?.as_str().to_owned();
    wiring::require_database(&settings)?;
    wiring::start_logging(&settings.log);
    wiring::runtime()?.block_on(async {
        let mail_configured = settings.smtp.is_configured();
        let app = wiring::start_app(&settings, public_url, OpenMode::Beside, mail_configured).await?;
        let made = match make_operator::make_operator(&app, email).await {
            Err(Error::Forbidden(Forbidden::EmailNotVerified)) => bail!(
                "This person has not proven their email address yet, so it may be somebody else's: let them use the \
                 link in the letter they got, then try again."
            ),
            made => made?,
        };
        match made {
            MadeOperator::Granted(user) => {
                say::line(&format!("{} is an operator now.", user.email.address.as_str()));
            }
            MadeOperator::Invited { link, expires_at } => {
                say::line("Nobody has this address yet. Open this link to make the account; it works once,");
                say::line(&format!("until {}:\n\n  {link}", told_time(expires_at)));
            }
        }
        app.stop().await;
        Ok(())
    })
}
