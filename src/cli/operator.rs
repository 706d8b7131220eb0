//! `gatepost operator create` and `gatepost operator remove`

use anyhow::{Context as _, Result, bail};

use super::arguments::OperatorCommand;
use super::{say, wiring};
use crate::config::{self, Purpose};
use crate::domain::accounts::make_operator::{self, MadeOperator};
use crate::domain::accounts::remove_operator;
use crate::domain::clock::told_time;
use crate::domain::error::{Forbidden, Missing};
use crate::domain::{App, Error};
use crate::model::EmailAddress;
use crate::store::OpenMode;

pub(super) fn run(command: &OperatorCommand) -> Result<()> {
    let (OperatorCommand::Create { email, flags } | OperatorCommand::Remove { email, flags }) = command;
    let settings = config::load(Purpose::Command, &flags.into())?;
    let email = EmailAddress::parse(email).with_context(|| format!("`{email}` can't be used"))?;
    let public_url = settings.require_public_url()?.as_str().to_owned();
    wiring::require_database(&settings)?;
    wiring::start_logging(&settings.log);
    wiring::runtime()?.block_on(async {
        let mail_configured = settings.smtp.is_configured();
        let app = wiring::start_app(&settings, public_url, OpenMode::Beside, mail_configured).await?;
        let told = match command {
            OperatorCommand::Create { .. } => create(&app, email).await,
            OperatorCommand::Remove { .. } => remove(&app, email).await,
        };
        app.stop().await;
        told.map(|told| say::line(&told))
    })
}

async fn create(app: &App, email: EmailAddress) -> Result<String> {
    match make_operator::make_operator(app, email).await {
        Err(Error::Forbidden(Forbidden::EmailNotVerified)) => bail!(
            "This person has not proven their email address yet, so it may be somebody else's: let them use the \
             link in the letter they got, then try again."
        ),
        Err(error) => Err(error.into()),
        Ok(MadeOperator::Granted(user)) => Ok(format!("{} is an operator now.", user.email.address.as_str())),
        Ok(MadeOperator::Invited { link, expires_at }) => Ok(format!(
            "Nobody has this address yet. Open this link to make the account; it works once,\nuntil {}:\n\n  {link}",
            told_time(expires_at)
        )),
    }
}

async fn remove(app: &App, email: EmailAddress) -> Result<String> {
    match remove_operator::remove_operator(app, email).await {
        Err(Error::NotFound(Missing::User)) => bail!("No operator has this address."),
        Err(error) => Err(error.into()),
        Ok(user) => Ok(format!("{} is an operator no longer.", user.email.address.as_str())),
    }
}
