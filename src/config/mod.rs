//! The settings: read once at the start, checked as a whole, and handed to each room as its own small struct.
//!
//! Four sources, each over the one before it: the defaults; `Rocket.toml` or the file of `--config`; the variables
//! `GATEPOST_<SECTION>__<KEY>` and `ROCKET_<KEY>`; the command line's flags. Names that no setting has and values
//! that break a rule stop the start with one sentence ([`ConfigError`]).
//!
//! This is the only room that reads the environment. It must not know what the settings are used for: it holds no
//! rule of the domain and opens neither store nor socket.
//!
//! Start reading at [`load()`]. A new setting is one field in its section's file; a new section is one file here, a
//! field of [`Settings`] and an entry in `TABLES`.

mod argon2;
mod base_url;
mod branding;
mod cors;
mod dialects;
mod duration;
mod environment;
mod error;
mod file;
mod lifetimes;
mod limits;
mod load;
mod log;
mod origin;
#[cfg(test)]
mod reference;
mod rocket;
mod secret_files;
mod section;
mod service;
mod settings;
#[cfg(test)]
mod setup;
mod show;
mod sign_up;
mod smtp;
mod source;

pub use self::argon2::Argon2;
pub use self::base_url::{BaseUrl, BaseUrlError};
pub use self::branding::{Accent, Branding, BrandingError, PublicPage, Support};
pub use self::cors::Cors;
pub use self::dialects::{Backstack, Cycle, DialectName, DialectNameError, Dialects, Pm415, Polygonid};
pub use self::duration::{HumanDuration, HumanDurationError};
pub use self::error::ConfigError;
pub use self::lifetimes::Lifetimes;
pub use self::limits::Limits;
pub use self::load::{Flags, Purpose, load, load_from};
pub use self::log::{Log, LogFilter, LogFilterError, LogFormat};
pub use self::origin::{Origin, OriginError, PublicUrl};
pub use self::rocket::Listen;
pub use self::service::Service;
pub use self::settings::Settings;
pub use self::show::SettingShown;
pub use self::sign_up::{EmailDomain, EmailDomainError, SignUp};
pub use self::smtp::{Sender, SenderError, Smtp, SmtpTls};
pub use self::source::Source;

use self::section::{Section, Table};

/// Every table of settings, in the order in which they are shown. Those of Gatepost itself stand under
/// `[default.gatepost]`.
static TABLES: [Table; 15] = [
    Listen::TABLE,
    Service::TABLE,
    Smtp::TABLE,
    SignUp::TABLE,
    Lifetimes::TABLE,
    Dialects::TABLE,
    Polygonid::TABLE,
    Pm415::TABLE,
    Cycle::TABLE,
    Backstack::TABLE,
    Branding::TABLE,
    Argon2::TABLE,
    Limits::TABLE,
    Cors::TABLE,
    Log::TABLE,
];

/// The tables under `[default.gatepost]`, that one included.
fn own_tables() -> impl Iterator<Item = &'static Table> {
    TABLES.iter().filter(|table| table.heading.starts_with(OWN_HEADING))
}

/// The table that everything of Gatepost's own stands under.
const OWN_HEADING: &str = "default.gatepost";
