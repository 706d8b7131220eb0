//! What mounting a dialect gives away, in words for whoever runs the service.
//!
//! It is read off the table, member by member: what a dialect is allowed there is told here, and nothing else.

use std::time::Duration;

use super::{Customs, Deed, Opens, OrgNames, PasswordRule, ProfileKey, Telling, TokenLife};
use crate::model::{Agreement, Dialect, Face};

const DAY: u64 = 24 * 60 * 60;

/// What a mounted dialect gives away that the native API keeps: a clause for each, in the order of the table.
pub fn gives_away(dialect: Dialect, strict: bool) -> Vec<String> {
    let Customs {
        password,
        username_characters: _,
        opens,
        taken_address,
        unknown_address,
        unknown_login,
        org_names,
        address_change,
        refresh: _,
        token,
        links,
        session_suffices,
        profile_key,
        taken_username: _,
    } = Customs::of(Face::Dialect(dialect), strict);
    let token = match token {
        TokenLife::Fixed(life) => Some(*life),
        TokenLife::Setting | TokenLife::Session => None,
    };
    let tells = |telling: &Telling, clause| (*telling == Telling::Told).then_some(clause);
    let lives = |what, life: &Option<Duration>| {
        life.map(|life| format!("{what} {}, whatever the settings say", days(life)))
    };
    let clauses = [
        (!password.contains(&PasswordRule::Strength)).then_some("passwords may be easy to guess"),
        password.iter().any(|rule| is_short(*rule)).then_some("passwords may have fewer than 8 characters"),
        holds_addresses(*opens).then_some("an address can be held by somebody who never proves it"),
        tells(taken_address, "a sign-up tells whether an address has an account"),
        tells(unknown_address, "asking for another password tells whether an address has an account"),
        tells(unknown_login, "a sign-in tells whether an address has an account, and whether it may sign in"),
        (*org_names == OrgNames::Unique)
            .then_some("founding or renaming an org tells whether a name is taken"),
        match address_change {
            Agreement::Both => None,
            Agreement::Old => Some("an account's address changes before its new mailbox is proven"),
            Agreement::New => Some("an account's address changes without a word from its old mailbox"),
        },
    ];
    let clauses = clauses.into_iter().flatten().map(str::to_owned);
    clauses
        .chain(lives("session tokens live for", &token))
        .chain(lives("links in letters work for", links))
        .chain(session_suffices.iter().map(|deed| by_session(*deed).to_owned()))
        .chain(
            (*profile_key == ProfileKey::ShownAgain)
                .then(|| "the API key of a profile is kept readable, and shown again".to_owned()),
        )
        .collect()
}

fn is_short(rule: PasswordRule) -> bool {
    matches!(rule, PasswordRule::Characters(fewest) if fewest < 8)
}

fn holds_addresses(opens: Opens) -> bool {
    match opens {
        Opens::ByLetter => false,
        Opens::ByToldToken | Opens::AtOnce | Opens::AtOnceClosed => true,
    }
}

fn by_session(deed: Deed) -> &'static str {
    match deed {
        Deed::Activate => "a session alone activates its account",
        Deed::SetPassword => "a session alone sets another password",
        Deed::ChangeAddress => "a session alone asks for another address",
        Deed::TwoFactor => "a session alone sets two-factor sign-in up, or with a code turns it off",
        Deed::DeleteAccount => "a session alone deletes its account",
        Deed::DeleteOrg => "a session alone deletes an org",
    }
}

fn days(life: Duration) -> String {
    match life.as_secs() / DAY {
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strictness_gives_less_away_and_nothing_else() {
        for dialect in Dialect::ALL {
            let (lenient, strict) = (gives_away(dialect, false), gives_away(dialect, true));
            assert!(strict.iter().all(|clause| lenient.contains(clause)), "{dialect:?}: {strict:?}");
            assert!(strict.len() < lenient.len(), "{dialect:?}: {strict:?}");
        }
    }

    #[test]
    fn lives_are_told_in_days() {
        let told = gives_away(Dialect::Pm415, false);
        assert!(told.contains(&"session tokens live for 7 days, whatever the settings say".to_owned()));
        assert!(told.contains(&"links in letters work for 1 day, whatever the settings say".to_owned()));
    }
}
