//! How often things may be tried, by client address and by account.
//!
//! Addresses are counted in memory, by each process for itself: a flood must not become writes. Accounts are counted in
//! the database (`by_account`), so that all processes that share it let through what one would. Who is limited is told
//! when it is worth trying again. Limits are not lockouts: they forget, and they know nothing of right and wrong.

mod by_account;

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, RateLimiter};

use super::Error;

pub(in crate::domain) use by_account::Attempts;

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

/// So many at once, then one more each `every`.
#[derive(Clone, Copy, Debug)]
struct Quota {
    at_once: u32,
    every: Duration,
}

/// The quotas of one kind of attempt. What is not counted one way has none of it.
struct Quotas {
    by_ip: Option<Quota>,
    by_account: Option<Quota>,
}

impl Limited {
    /// All of them.
    const ALL: [Self; 7] = [
        Self::SignUp,
        Self::SignIn,
        Self::Resend,
        Self::Invite,
        Self::RedeemToken,
        Self::LetterTo,
        Self::Export,
    ];

    fn as_str(self) -> &'static str {
        match self {
            Self::SignUp => "sign_up",
            Self::SignIn => "sign_in",
            Self::Resend => "resend",
            Self::Invite => "invite",
            Self::RedeemToken => "redeem_token",
            Self::LetterTo => "letter_to",
            Self::Export => "export",
        }
    }

    fn quotas(self) -> Quotas {
        let quota = |at_once, seconds| Some(Quota { at_once, every: Duration::from_secs(seconds) });
        let (by_ip, by_account) = match self {
            // An office behind one address signs up together; nobody needs ten letters to one mailbox.
            Self::SignUp => (quota(60, 2), quota(10, 360)),
            Self::SignIn => (quota(120, 1), quota(20, 15)),
            Self::Resend => (quota(30, 5), quota(5, 720)),
            // The account is the inviter's: a bulk invitation counts each of its letters.
            Self::Invite => (quota(2000, 2), quota(1000, 4)),
            Self::RedeemToken => (quota(240, 1), None),
            Self::LetterTo => (None, quota(20, 360)),
            Self::Export => (None, quota(5, 720)),
        };
        Quotas { by_ip, by_account }
    }
}

/// The limiters by client address.
pub struct Limits {
    by_ip: Vec<(Limited, DefaultKeyedRateLimiter<IpAddr>)>,
}

fn limiter(quota: Quota) -> DefaultKeyedRateLimiter<IpAddr> {
    let at_once = NonZeroU32::new(quota.at_once).unwrap_or(NonZeroU32::MIN);
    let quota = governor::Quota::with_period(quota.every).unwrap_or(governor::Quota::per_second(at_once));
    RateLimiter::keyed(quota.allow_burst(at_once))
}

impl Limits {
    /// Fresh limiters; disabled ones let everything through.
    pub fn new(enabled: bool) -> Self {
        let limited = Limited::ALL.into_iter().filter(|_| enabled);
        let by_ip = limited.filter_map(|what| what.quotas().by_ip.map(|quota| (what, limiter(quota))));
        Self { by_ip: by_ip.collect() }
    }

    /// Counts an attempt from an address.
    ///
    /// # Errors
    /// `RateLimited` when there were too many.
    pub fn check_ip(&self, what: Limited, ip: IpAddr) -> Result<(), Error> {
        let Some((_, limiter)) = self.by_ip.iter().find(|(limited, _)| *limited == what) else {
            return Ok(());
        };
        limiter.check_key(&network(ip)).map_err(|not_until| Error::RateLimited {
            retry_after: not_until.wait_time_from(DefaultClock::default().now()),
        })
    }

    /// Forgets whoever has not tried for so long that they start anew anyway. To be called now and then.
    pub fn forget_idle(&self) {
        for (_, limiter) in &self.by_ip {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

/// The part of an address that one client can't change at will: an IPv6 client owns a whole /64, so it is counted as one.
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
