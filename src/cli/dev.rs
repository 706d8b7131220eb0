//! `gatepost dev`

use anyhow::{Result, bail};

use super::arguments::ServeFlags;
use super::service::Service;
use super::{say, wiring};
use crate::config::{self, PublicUrl, Purpose};
use crate::domain::dev::demo::{self, DemoCredentials};
use crate::domain::machine::installation::{self, Use};
use crate::mail::Transport;
use crate::mail::transport::InboxTransport;
use crate::store::OpenMode;

pub(super) fn run(flags: &ServeFlags) -> Result<()> {
    let settings = config::load(Purpose::Dev, &flags.into())?;
    wiring::start_logging(&settings.log);
    wiring::runtime()?.block_on(async {
        let service = Service::bind(&settings).await?;
        let port = service.local_addr().port();
        let public_url = settings.service.public_url.clone().unwrap_or_else(|| PublicUrl::localhost(port));
        let public_url = public_url.as_str().to_owned();
        let app = wiring::start_app(&settings, public_url.clone(), OpenMode::Serving, true).await?;
        if !installation::claim(&app, Use::Development).await? {
            let (database, other) = wiring::database_named(&settings);
            bail!("{database} is in real use by `gatepost serve`: {other}.");
        }
        let credentials = demo::ensure(&app).await?;
        let transport = Transport::Inbox(InboxTransport::new(app.store.clone()));
        let told = told(&public_url, &credentials);
        service
            .for_development()
            .run(app, &settings, Some(transport), |address| {
                say::line(&format!("{told}\nGatepost listens on http://{address}"));
            })
            .await
    })
}

fn told(public_url: &str, credentials: &DemoCredentials) -> String {
    let people: Vec<String> =
        credentials.people.iter().map(|(address, role)| format!("    {address:<22} {role}\n")).collect();
    let people = people.concat();
    format!(
        "Gatepost, to try things out. Everything here is for this machine alone.\n\n  \
         Pages      {public_url}/\n  \
         Console    {public_url}/admin\n  \
         API        {public_url}/api/v1\n  \
         OpenAPI    {public_url}/openapi.json\n  \
         Inbox      {public_url}/dev/inbox\n\n  \
         {org}, password of all four: {password}\n{people}",
        org = credentials.org,
        password = credentials.password,
    )
}
