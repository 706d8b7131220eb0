//! `gatepost serve`

use anyhow::{Result, bail};

use super::arguments::ServeFlags;
use super::service::Service;
use super::{letters, say, wiring};
use crate::config::{self, Purpose};
use crate::domain::accounts::first_operator;
use crate::domain::machine::installation::{self, Use};
use crate::store::OpenMode;

pub(super) fn run(flags: &ServeFlags) -> Result<()> {
    let settings = config::load(Purpose::Serve, &flags.into())?;
    let public_url = settings.require_public_url()?.as_str().to_owned();
    wiring::start_logging(&settings.log);
    wiring::runtime()?.block_on(async {
        let service = Service::bind(&settings).await?;
        let app = wiring::start_app(&settings, public_url, OpenMode::Serving, settings.smtp.is_configured()).await?;
        if !installation::claim(&app, Use::Service).await? {
            let (database, other) = wiring::database_named(&settings);
            bail!("{database} was made by `gatepost dev`, whose passwords were on the screen: {other}.");
        }
        let setup_link = first_operator::offer(&app).await?;
        let transport = letters::transport(&settings.smtp)?;
        let has_mail = transport.is_some();
        if !has_mail {
            tracing::warn!("{}", letters::NOT_CONFIGURED);
        }
        service
            .run(app, &settings, transport, |address| {
                if !has_mail {
                    say::line(letters::NOT_CONFIGURED);
                }
                if let Some(link) = setup_link {
                    say::line("Nobody runs this service yet. Open this link to make the first operator's account; it works once:");
                    say::line(&format!("\n  {link}\n"));
                }
                say::line(&format!("Gatepost listens on http://{address}"));
            })
            .await
    })
}
