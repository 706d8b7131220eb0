//! A serving process, from its first socket to its last letter.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow};
use figment::Figment;
use rocket::fairing::AdHoc;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::oneshot;

use super::background::Background;
use super::branding::{self, Presentation};
use super::dialects;
use crate::config::Settings;
use crate::domain::App;
use crate::mail::Transport;
use crate::web::build::{self, build};
use crate::web::listener::{Listener, ListenerSettings, raise_descriptor_limit};
use crate::web::settings::WebSettings;

/// How long requests in flight may take once the service is told to stop.
const GRACE: Duration = Duration::from_secs(15);

/// A service that holds its address and does not answer yet.
pub(super) struct Service {
    listener: Listener,
    presentation: Presentation,
    for_development: bool,
}

impl Service {
    /// Reads what pages and letters are made of, and takes the address: a start that can't have either fails before
    /// anything else is touched.
    pub(super) async fn bind(settings: &Settings) -> Result<Self> {
        let presentation = branding::presentation(settings)?;
        let address = SocketAddr::new(settings.listen.address, settings.listen.port);
        let limits = ListenerSettings::for_descriptor_limit(raise_descriptor_limit());
        let listener = Listener::bind(address, limits).await.with_context(|| {
            format!("can't listen on {address}; stop what does, or choose another --port")
        })?;
        Ok(Self { listener, presentation, for_development: false })
    }

    /// Serves what only development has, too.
    pub(super) fn for_development(self) -> Self {
        Self { for_development: true, ..self }
    }

    /// The address that was taken.
    pub(super) fn local_addr(&self) -> SocketAddr {
        self.listener.local_addr()
    }

    /// Answers requests until the process is told to stop; then finishes what is in flight, requests
    /// first, letters after them. `announce` is called once requests are answered.
    pub(super) async fn run(
        self,
        app: App,
        settings: &Settings,
        transport: Option<Transport>,
        announce: impl FnOnce(SocketAddr),
    ) -> Result<()> {
        dialects::log(settings);
        // From here on a signal is heard, however early it comes.
        let stop = told_to_stop()?;
        let web_settings = self.web_settings(&app, settings);
        let background = Background::start(&app, self.presentation.renderer, transport);
        let (lifted_off, inner_port) = oneshot::channel();
        let rocket = build(app.clone(), web_settings, &figment(settings))
            .attach(tell_port(lifted_off))
            .ignite()
            .await
            .map_err(|error| anyhow!("the service could not be put together: {error}"))?;
        let shutdown = rocket.shutdown();
        let answering = tokio::spawn(rocket.launch());
        let inner_port = inner_port.await.context("the service could not be put on its inner port")?;
        let address = self.listener.local_addr();
        let door = tokio::spawn(self.listener.run(([127, 0, 0, 1], inner_port).into(), stop, GRACE));
        announce(address);
        door.await.context("the listener failed")?;
        tracing::info!("Told to stop: no more requests are taken.");
        shutdown.notify();
        let _rocket = answering.await.context("answering requests failed")?;
        background.stop().await;
        app.stop().await;
        Ok(())
    }

    fn web_settings(&self, app: &App, settings: &Settings) -> WebSettings {
        WebSettings {
            public_url: app.rules.public_url.clone(),
            trusted_proxies: settings.service.trusted_proxies.clone(),
            cors_origins: settings.cors.origins.iter().map(|origin| origin.as_str().to_owned()).collect(),
            peers: Some(self.listener.peers()),
            dialects: settings.mounted_dialects(),
            dev_inbox: self.for_development,
            look: Arc::clone(&self.presentation.look),
            body_timeout: build::BODY_TIMEOUT,
        }
    }
}

/// Rocket's own settings; signals are heard here, since the door closes before Rocket does.
fn figment(settings: &Settings) -> Figment {
    settings
        .rocket_figment()
        .merge(("shutdown.ctrlc", false))
        .merge(("shutdown.signals", Vec::<String>::new()))
}

/// Tells the port that Rocket got, once it listens.
fn tell_port(told: oneshot::Sender<u16>) -> AdHoc {
    let told = std::sync::Mutex::new(Some(told));
    AdHoc::on_liftoff("Tell the inner port", move |rocket| {
        let told = told.lock().ok().and_then(|mut told| told.take());
        let port = rocket.config().port;
        Box::pin(async move {
            let _gone = told.map(|told| told.send(port));
        })
    })
}

/// Resolves when the process is told to stop: by a service manager, or by Ctrl-C.
fn told_to_stop() -> Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate()).context("signals can't be heard")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("signals can't be heard")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
