//! What the operations need to know of the configuration, in their own words.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use super::clock::Clock;
use crate::crypto::passwords::hasher::HasherSettings;
use crate::model::Dialect;
use crate::store::{OpenMode, ServerSettings};

/// Everything an [`App`](super::App) is made from.
#[derive(Clone, Debug)]
pub struct AppSettings {
    /// The data directory.
    pub data: PathBuf,
    /// The server that holds the database, if it is not a file in the data directory.
    pub server: Option<ServerSettings>,
    /// Whether this process serves.
    pub mode: OpenMode,
    /// What hashing may cost.
    pub hasher: HasherSettings,
    /// Where time comes from.
    pub clock: Clock,
    /// What the rules depend on.
    pub rules: Rules,
    /// Every setting of this process, for operators to look up.
    pub in_force: Vec<SettingInForce>,
}

/// A setting as it is in force.
#[derive(Clone, Debug)]
pub struct SettingInForce {
    /// Its name, such as `smtp.host`.
    pub name: String,
    /// Its value, as it would be written into the file; `None` where there is none, and for a secret.
    pub value: Option<String>,
    /// Whether its value is a secret that is set, and therefore not told.
    pub is_masked: bool,
    /// Where it comes from.
    pub source: String,
}

/// The settings that rules depend on.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Where people reach the service, without a slash at the end. The only source of links.
    pub public_url: String,
    /// How the dialects are answered.
    pub dialects: DialectRules,
    /// What the product is called, to people.
    pub product: String,
    /// Whether rate limits are in force.
    pub limits_enabled: bool,
    /// Whether strangers may sign up.
    pub sign_up_open: bool,
    /// The email domains that may sign up without an invitation; empty for all.
    pub sign_up_email_domains: Vec<String>,
    /// Whether letters go anywhere. Without it they wait in the queue.
    pub mail_configured: bool,
    /// How long things live.
    pub lifetimes: Lifetimes,
}

/// How the dialects are answered.
#[derive(Clone, Debug, Default)]
pub struct DialectRules {
    /// Whether the service's own policy goes before what the document of a dialect allows.
    pub strict: bool,
    /// Where their apps live, without a slash at the end; links of their letters lead there.
    pub app_urls: BTreeMap<Dialect, String>,
}

/// How long things live.
#[derive(Clone, Copy, Debug)]
pub struct Lifetimes {
    /// An invitation.
    pub invitation: Duration,
    /// An activation link, and the sign-up it belongs to.
    pub activation: Duration,
    /// A password reset link.
    pub reset: Duration,
    /// The links that change an email address.
    pub email_change: Duration,
    /// A session that is not used.
    pub session_idle: Duration,
    /// A session, however much it is used.
    pub session_total: Duration,
    /// A session token.
    pub token: Duration,
    /// An operator's session as somebody whom they help.
    pub support: Duration,
    /// What is to be deleted, until it is.
    pub deletion_grace: Duration,
}
