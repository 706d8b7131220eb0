//! How long what the service hands out stays good.

use super::duration::HumanDuration;
use super::section::{Fault, Kind, Validate, section};

section! {
    /// How long links, sessions and tokens last. Each is a whole number and a unit (`s`, `m`, `h`, `d`), up to `366d`.
    #[section("default.gatepost.lifetimes")]
    pub struct Lifetimes {
        /// An invitation, from when it was made or last renewed; an ownership transfer, from when it was asked.
        #[setting(Kind::Duration, default = "7d")]
        pub invitation: HumanDuration,
        /// The link that proves a mailbox after sign-up.
        #[setting(Kind::Duration, default = "2d")]
        pub activation: HumanDuration,
        /// The link that sets a new password.
        #[setting(Kind::Duration, default = "1h")]
        pub reset: HumanDuration,
        /// The links that change an email address: both mailboxes have to agree before it is over.
        #[setting(Kind::Duration, default = "1d")]
        pub email_change: HumanDuration,
        /// A session that nobody uses.
        #[setting(Kind::Duration, default = "30d")]
        pub session_idle: HumanDuration,
        /// A session, however much it is used.
        #[setting(Kind::Duration, default = "90d")]
        pub session_total: HumanDuration,
        /// A session's token, until it has to be refreshed.
        #[setting(Kind::Duration, default = "24h")]
        pub token: HumanDuration,
        /// An operator's session as a person whom they help, by that person's leave, however much it is used.
        #[setting(Kind::Duration, default = "1h")]
        pub support: HumanDuration,
        /// An account or an org that is to be deleted, until it is erased; until then it can be taken back.
        #[setting(Kind::Duration, default = "7d")]
        pub deletion_grace: HumanDuration,
    }
}

impl Validate for Lifetimes {
    fn validate(&self) -> Result<(), Fault> {
        if self.session_idle > self.session_total {
            return Err(Fault {
                key: "session_idle",
                rule: "must not be longer than `lifetimes.session_total`",
            });
        }
        if self.token > self.session_total {
            return Err(Fault { key: "token", rule: "must not be longer than `lifetimes.session_total`" });
        }
        if self.support > self.session_total {
            return Err(Fault { key: "support", rule: "must not be longer than `lifetimes.session_total`" });
        }
        Ok(())
    }
}
