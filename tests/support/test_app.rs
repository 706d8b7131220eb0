//! The service under test.

use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use gatepost::crypto::passwords::hasher::HasherSettings;
use gatepost::crypto::passwords::parameters::Argon2Parameters;
use gatepost::domain::App;
use gatepost::domain::clock::Clock;
use gatepost::domain::jobs::run_due::run_due;
use gatepost::domain::machine::installation::{self, Use};
use gatepost::domain::settings::{AppSettings, DialectRules, Lifetimes, Rules, SettingInForce};
use gatepost::mail::transport::InboxTransport;
use gatepost::mail::{Delivery, Renderer, Transport};
use gatepost::model::audit::AllEventsFilter;
use gatepost::model::{Dialect, PageRequest};
use gatepost::store::queries::audit_events;
use gatepost::store::{OpenMode, Store};
use gatepost::web::build::{BODY_TIMEOUT, build};
use gatepost::web::pages::frame::{Branding, Look};
use gatepost::web::settings::WebSettings;
use rocket::figment::Figment;
use rocket::local::asynchronous::Client;
use rocket::{Build, Orbit, Rocket};
use tempfile::TempDir;

use super::{Api, Database, database};

/// The public URL of the service under test; links start with it.
pub const PUBLIC_URL: &str = "https://accounts.gatepost.example";

/// The service under test. Everything of it goes away when it is dropped.
pub struct TestApp {
    /// The operations, for what has no route.
    pub app: App,
    /// The service's clock, which runs with the machine's until it is put forward.
    pub clock: Clock,
    pub(super) client: Client,
    pub(super) delivery: Delivery,
    place: Place,
    /// Where letters are read, if not in this very service.
    pub(super) post: Option<Box<Self>>,
}

/// Where its data are. They go away with it, after all else.
struct Place {
    data: TempDir,
    /// Where this run puts the whole service on PostgreSQL.
    database: Option<Database>,
}

impl Place {
    fn new() -> Self {
        let data = TempDir::new().expect("a temporary directory");
        let database = database::all_on_postgres().then(|| {
            let server = database::postgres_server("all").expect("TEST_POSTGRES_URL names a server");
            Database::with_schema(&server)
        });
        Self { data, database }
    }
}

/// What a test may set before the start.
pub struct Setup {
    /// The rules.
    pub rules: Rules,
    /// How requests are read.
    pub web: WebSettings,
    /// What hashing costs.
    pub hasher: HasherSettings,
    /// The settings that operators are told.
    pub in_force: Vec<SettingInForce>,
}

impl TestApp {
    /// A service with the defaults, limits off.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// A service with what `change` sets.
    pub async fn start_with(change: impl FnOnce(&mut Setup)) -> Self {
        Self::start_built(change, |rocket| rocket).await
    }

    /// A service with what `change` sets and what `finish` adds to its surfaces.
    pub async fn start_built(
        change: impl FnOnce(&mut Setup),
        finish: impl FnOnce(Rocket<Build>) -> Rocket<Build>,
    ) -> Self {
        Self::open(Place::new(), Clock::settable(), change, finish).await
    }

    /// A service that hashes at the real cost, one password at a time, with room for one more to wait.
    pub async fn start_hashing_slowly() -> Self {
        Self::start_with(|setup| {
            setup.hasher.parameters = Argon2Parameters { memory_kib: 19_456, iterations: 2, lanes: 1 };
            setup.hasher.threads = NonZeroUsize::MIN;
            setup.hasher.queue_length = 1;
            setup.hasher.queue_wait = Duration::from_mins(1);
        })
        .await
    }

    /// A service with the defaults whose letters leave it: their text is nowhere in its data.
    pub async fn start_with_post_apart() -> Self {
        let post = Box::new(Self::start().await);
        let mut app = Self::start().await;
        app.delivery = delivery(&app.app, &post.app.store);
        app.post = Some(post);
        app
    }

    /// The same service with the defaults after a stop and a start.
    pub async fn restart(self) -> Self {
        self.restart_with(|_| {}).await
    }

    /// The same service with what `change` sets after a stop and a start.
    pub async fn restart_with(self, change: impl FnOnce(&mut Setup)) -> Self {
        let Self { app, clock, client, delivery, place, post: _ } = self;
        app.stop().await;
        drop((app, client, delivery));
        Self::open(place, clock, change, |rocket| rocket).await
    }

    async fn open(
        place: Place,
        clock: Clock,
        change: impl FnOnce(&mut Setup),
        finish: impl FnOnce(Rocket<Build>) -> Rocket<Build>,
    ) -> Self {
        let mut setup = Setup { rules: rules(), web: web_settings(), hasher: hasher(), in_force: Vec::new() };
        change(&mut setup);
        let settings = AppSettings {
            data: place.data.path().to_owned(),
            server: place.database.as_ref().map(Database::settings),
            mode: OpenMode::Serving,
            hasher: setup.hasher,
            clock: clock.clone(),
            rules: setup.rules,
            in_force: setup.in_force,
        };
        let app = App::start(settings).await.expect("the service starts");
        installation::claim(&app, Use::Development).await.expect("the database answers");
        let figment = Figment::from(rocket::Config::default()).merge(("log_level", "off"));
        let rocket = finish(build(app.clone(), setup.web, &figment));
        let client = Client::untracked(rocket).await.expect("the surfaces are sound");
        let delivery = delivery(&app, &app.store);
        Self { app, clock, client, delivery, place, post: None }
    }

    /// Does the jobs that are due.
    pub async fn run_jobs(&self) {
        run_due(&self.app).await.expect("the database answers");
    }

    /// What was done, in order; with an org, only what was done in that one.
    pub async fn actions(&self, org_id: Option<&str>) -> Vec<String> {
        let org_id = org_id.map(|id| id.parse().expect("an id"));
        let filter = AllEventsFilter { org_id, ..AllEventsFilter::default() };
        let all = PageRequest { limit: 10_000, after: None };
        let listed = self.app.store.read(move |tx| audit_events::list_all_events(tx, &filter, all)).await;
        listed.expect("the database answers").into_iter().rev().map(|event| event.action).collect()
    }

    /// Its data directory.
    pub fn data(&self) -> &Path {
        self.place.data.path()
    }

    /// The database, where this run has it on a server.
    pub(super) fn database(&self) -> Option<&Database> {
        self.place.database.as_ref()
    }

    /// Stops the service, and reads all that rests.
    pub async fn stop_and_read(self) -> Vec<u8> {
        self.app.stop().await;
        self.files().into_iter().flat_map(|(_, content)| content).collect()
    }

    /// The surfaces as they are mounted.
    pub fn rocket(&self) -> &Rocket<Orbit> {
        self.client.rocket()
    }

    /// A caller who is not signed in.
    pub fn anonymous(&self) -> Api<'_> {
        Api::new(self, None)
    }

    /// A caller who shows this token.
    pub fn bearer(&self, token: &str) -> Api<'_> {
        Api::new(self, Some(token.to_owned()))
    }
}

/// Takes letters out of a service's outbox, and puts them into the inbox of a store.
fn delivery(app: &App, inbox: &Store) -> Delivery {
    let clock = app.clock.clone();
    Delivery::new(
        app.store.clone(),
        Arc::clone(&app.vault),
        Renderer::new("Gatepost".to_owned()).expect("the templates are sound"),
        Transport::Inbox(InboxTransport::new(inbox.clone())),
        Arc::new(move || clock.now()),
    )
}

fn rules() -> Rules {
    let days = |days: u64| Duration::from_hours(24 * days);
    Rules {
        public_url: PUBLIC_URL.to_owned(),
        dialects: DialectRules::default(),
        product: "Gatepost".to_owned(),
        limits_enabled: false,
        sign_up_open: true,
        sign_up_email_domains: Vec::new(),
        mail_configured: true,
        lifetimes: Lifetimes {
            invitation: days(7),
            activation: days(2),
            reset: Duration::from_hours(1),
            email_change: days(1),
            session_idle: days(30),
            session_total: days(90),
            token: days(1),
            support: Duration::from_hours(1),
            deletion_grace: days(7),
        },
    }
}

/// How requests are read and answered, unless a test says otherwise: every dialect too.
pub fn web_settings() -> WebSettings {
    WebSettings {
        public_url: PUBLIC_URL.to_owned(),
        trusted_proxies: Vec::new(),
        cors_origins: Vec::new(),
        peers: None,
        dialects: Dialect::ALL.to_vec(),
        dev_inbox: true,
        look: Arc::new(look()),
        body_timeout: BODY_TIMEOUT,
    }
}

fn look() -> Look {
    let branding = Branding { name: "Gatepost".to_owned(), ..Branding::default() };
    Look::read(branding).expect("the templates are sound")
}

/// As cheap as argon2 can be: what hashing costs is measured elsewhere.
fn hasher() -> HasherSettings {
    HasherSettings {
        parameters: Argon2Parameters { memory_kib: 8, iterations: 1, lanes: 1 },
        threads: NonZeroUsize::new(2).expect("two is not zero"),
        queue_length: 4096,
        queue_wait: Duration::from_mins(1),
    }
}
