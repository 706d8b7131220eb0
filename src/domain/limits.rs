//! How often things may be tried, by client address and by account. In memory, per process.
//!
//! An IPv6 client owns a whole /64, so it is counted as one. Who is limited is told when it is worth
//! trying again. Limits are not lockouts: they forget, and they know nothing of right and wrong.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use super::Error;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// Signing up.
    SignUp,
    /// Signing in.
    SignIn,
    /// Asking for a letter again, or for another address.
    Resend,
    /// Inviting.
    Invite,
    /// Showing one-time tokens.
    RedeemToken,
    /// Writing to one address on somebody else's behalf.
    LetterTo,
    /// Gathering everything about a person.
    Export,
}

/// The limiters of one kind of attempt. What is not counted one way has no limiter of it.
struct Pair {
    by_ip: Option<DefaultKeyedRateLimiter<IpAddr>>,
    by_account: Option<DefaultKeyedRateLimiter<String>>,
}

/// All limiters.
pub struct Limits {
    enabled: bool,
    sign_up: Pair,
    sign_in: Pair,
    resend: Pair,
    invite: Pair,
    redeem_token: Pair,
    letter_to: Pair,
    export: Pair,
}

/// So many at once, then one more each `every`.
fn quota(at_once: u32, every: Duration) -> Quota {
    let at_once = NonZeroU32::new(at_once).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(every).unwrap_or(Quota::per_second(at_once)).allow_burst(at_once)
}

impl Pair {
    fn new(by_ip: Quota, by_account: Quota) -> Self {
        Self { by_ip: Some(RateLimiter::keyed(by_ip)), by_account: Some(RateLimiter::keyed(by_account)) }
    }

    fn by_ip(quota: Quota) -> Self {
        Self { by_ip: Some(RateLimiter::keyed(quota)), by_account: None }
    }

    fn by_account(quota: Quota) -> Self {
        Self { by_ip: None, by_account: Some(RateLimiter::keyed(quota)) }
    }

    fn forget_idle(&self) {
        if let Some(by_ip) = &self.by_ip {
            by_ip.retain_recent();
            by_ip.shrink_to_fit();
        }
        if let Some(by_account) = &self.by_account {
            by_account.retain_recent();
            by_account.shrink_to_fit();
        }
    }
}

impl Limits {
    /// Fresh limiters; disabled ones let everything through.
    pub fn new(enabled: bool) -> Self {
        let seconds = Duration::from_secs;
        Self {
            enabled,
            // An office behind one address signs up together; nobody needs ten letters to one mailbox.
            sign_up: Pair::new(quota(60, seconds(2)), quota(10, seconds(360))),
            sign_in: Pair::new(quota(120, seconds(1)), quota(20, seconds(15))),
            resend: Pair::new(quota(30, seconds(5)), quota(5, seconds(720))),
            // The account is the inviter's: a bulk invitation counts each of its letters.
            invite: Pair::new(quota(2000, seconds(2)), quota(1000, seconds(4))),
            letter_to: Pair::by_account(quota(20, seconds(360))),
            redeem_token: Pair::by_ip(quota(240, seconds(1))),
            export: Pair::by_account(quota(5, seconds(720))),
        }
    }

    fn pair(&self, what: Limited) -> &Pair {
        match what {
            Limited::SignUp => &self.sign_up,
            Limited::SignIn => &self.sign_in,
            Limited::Resend => &self.resend,
            Limited::Invite => &self.invite,
            Limited::RedeemToken => &self.redeem_token,
            Limited::LetterTo => &self.letter_to,
            Limited::Export => &self.export,
        }
    }

    /// Counts an attempt from an address.
    ///
    /// # Errors
    /// `RateLimited` when there were too many.
    pub fn check_ip(&self, what: Limited, ip: IpAddr) -> Result<(), Error> {
        self.count(self.pair(what).by_ip.as_ref(), &network(ip), 1)
    }

    /// Counts `times` attempts on an account, by the compared form of its address or name.
    ///
    /// # Errors
    /// `RateLimited` when there were too many.
    pub fn check_account(&self, what: Limited, account: &str, times: u32) -> Result<(), Error> {
        self.count(self.pair(what).by_account.as_ref(), &account.to_owned(), times)
    }

    fn count<K: std::hash::Hash + Eq + Clone>(
        &self,
        limiter: Option<&DefaultKeyedRateLimiter<K>>,
        key: &K,
        times: u32,
    ) -> Result<(), Error> {
        let (true, Some(limiter), Some(times)) = (self.enabled, limiter, NonZeroU32::new(times)) else {
            return Ok(());
        };
        match limiter.check_key_n(key, times) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(not_until)) => Err(Error::RateLimited {
                retry_after: not_until.wait_time_from(DefaultClock::default().now()),
            }),
            // More at once than the limiter ever lets through.
            Err(_) => Err(Error::RateLimited { retry_after: Duration::from_hours(1) }),
        }
    }

    /// Forgets whoever has not tried for so long that they start anew anyway. To be called now and then.
    pub fn forget_idle(&self) {
        for pair in [
            &self.sign_up,
            &self.sign_in,
            &self.resend,
            &self.invite,
            &self.redeem_token,
            &self.letter_to,
            &self.export,
        ] {
            pair.forget_idle();
        }
    }
}

/// The part of an address that one client can't change at will.
fn network(ip: IpAddr) -> IpAddr {
    match ip.to_canonical() {
        IpAddr::V4(ip) => IpAddr::V4(ip),
        IpAddr::V6(ip) => {
            let [a, b, c, d, ..] = ip.segments();
            IpAddr::V6([a, b, c, d, 0, 0, 0, 0].into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempts_until_limited(limits: &Limits, ips: impl Iterator<Item = IpAddr>) -> usize {
        ips.take(1000).take_while(|ip| limits.check_ip(Limited::SignUp, *ip).is_ok()).count()
    }

    #[test]
    fn addresses_of_one_ipv6_network_share_one_count() {
        let one =
            attempts_until_limited(&Limits::new(true), std::iter::repeat("2001:db8::1".parse().unwrap()));
        let many = attempts_until_limited(
            &Limits::new(true),
            (0..).map(|n: u16| IpAddr::V6([0x2001, 0xdb8, 0, 0, 0, 0, 0, n].into())),
        );
        assert!(one < 1000);
        assert!(one.abs_diff(many) <= 1, "{one} {many}");
    }

    #[test]
    fn another_address_is_not_limited_with_it() {
        let limits = Limits::new(true);
        let _spent = attempts_until_limited(&limits, std::iter::repeat("192.0.2.1".parse().unwrap()));
        assert!(limits.check_ip(Limited::SignUp, "192.0.2.2".parse().unwrap()).is_ok());
        assert!(limits.check_ip(Limited::SignIn, "192.0.2.1".parse().unwrap()).is_ok());
    }

    #[test]
    fn disabled_limits_let_everything_through() {
        let limits = Limits::new(false);
        assert_eq!(attempts_until_limited(&limits, std::iter::repeat("192.0.2.1".parse().unwrap())), 1000);
    }
}
