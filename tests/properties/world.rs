//! What the clients have in their hands: sessions, tokens, ids. It is no model of the service; it holds what was
//! answered and mailed, and what must be so from then on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gatepost::model::Timestamp;
use serde_json::Value;

use super::operation::Operation;
use crate::support::{Answer, Mail};

/// So many mailboxes there are; each has a second address to change to.
pub(super) const PEOPLE: usize = 10;

/// Passwords that people have, change to, and get wrong.
pub(super) const PASSWORDS: [&str; 2] = ["wandering copper teapot", "borrowed violet lantern"];

/// The place of the operator, who is no one's target.
pub(super) const OPERATOR: usize = PEOPLE;

/// A session in somebody's hands.
#[derive(Clone, Debug)]
pub(super) struct Held {
    pub(super) id: String,
    pub(super) user_id: String,
    pub(super) person: usize,
    /// Every token that it had, the newest last.
    pub(super) tokens: Vec<String>,
    /// What was answered as having ended it.
    pub(super) ended: Option<Operation>,
}

/// A one-time token in its holder's hands.
#[derive(Clone, Debug)]
pub(super) struct OneTime {
    pub(super) journey: &'static str,
    pub(super) token: String,
    pub(super) email: String,
    /// How often it did what it is for.
    pub(super) uses: usize,
    /// An answer said that it is good no more.
    pub(super) over: bool,
}

impl OneTime {
    fn is_open(&self) -> bool {
        self.uses == 0 && !self.over
    }
}

/// How many requests of each verb were done, and how many refused.
pub(super) type Tally = BTreeMap<String, (usize, usize)>;

/// All of it.
#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) sessions: Vec<Held>,
    pub(super) one_time: Vec<OneTime>,
    /// Everybody who was ever heard of, by id.
    pub(super) users: Vec<String>,
    pub(super) orgs: Vec<String>,
    /// Who is said to belong to which org.
    pub(super) members: Vec<(String, String)>,
    /// Invitations, as `(org, id, address)`.
    pub(super) invitations: Vec<(String, String, String)>,
    /// Transfers, as `(org, id)`.
    pub(super) transfers: Vec<(String, String)>,
    /// Deletions, as `(session, id)`.
    pub(super) jobs: Vec<(usize, String)>,
    /// API keys, as `(session, id, secret)`.
    pub(super) keys: Vec<(usize, String, String)>,
    /// What authenticator apps were told, by person.
    pub(super) secrets: HashMap<String, String>,
    /// Recovery codes that were written down, by address and by person.
    pub(super) recovery_codes: HashMap<String, Vec<String>>,
    /// Who opened an account.
    pub(super) opened: BTreeSet<usize>,
    /// Which password a person believes to have.
    pub(super) passwords: [usize; PEOPLE + 1],
    /// Whether they believe to have their second address.
    pub(super) moved: [bool; PEOPLE + 1],
    /// The time, as authenticator apps know it.
    pub(super) now: Timestamp,
    /// Session tokens that were refused as no token in force.
    dead: BTreeSet<String>,
    /// What must not be.
    pub(super) broken: Vec<String>,
    /// How many requests of each verb were done, and how many refused.
    pub(super) tally: Tally,
}

/// The address of a mailbox, or its second one.
pub(super) fn address(person: usize, moved: bool) -> String {
    if person == OPERATOR {
        return "olga@gatepost.example".to_owned();
    }
    let side = if moved { "moved" } else { "first" };
    format!("person-{person}@{side}.example")
}

/// Whose mailbox an address is.
pub(super) fn person_of(address: &str) -> usize {
    let number = address.strip_prefix("person-").and_then(|rest| rest.split('@').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(OPERATOR)
}

/// Chooses from a list, the newest by 0.
pub(super) fn newest<T: Clone>(list: &[T], back: u8) -> Option<T> {
    let end = list.len().checked_sub(1)?;
    list.get(end.saturating_sub(usize::from(back) % list.len())).cloned()
}

impl World {
    /// Something that must not be.
    pub(super) fn breaks(&mut self, what: String) {
        self.broken.push(what);
    }

    /// A session to call by: mostly the newest of a person that is not known to be over; now and then any that the
    /// person ever had.
    pub(super) fn seat(&self, who: u8, how: u8) -> Option<usize> {
        let person = usize::from(who) % PEOPLE;
        if how == 15 {
            return newest(&self.seats(|held| held.person == person), who);
        }
        let own = self.seats(|held| held.person == person && self.is_good(held));
        let own = if own.is_empty() {
            self.seats(|held| held.person != OPERATOR && self.is_good(held))
        } else {
            own
        };
        newest(&own, u8::from(how == 14))
    }

    /// The newest session of a person that is not known to be over.
    pub(super) fn seat_of(&self, person: usize) -> Option<usize> {
        newest(&self.seats(|held| held.person == person && self.is_good(held)), 0)
    }

    /// The newest such session of any member of an org.
    pub(super) fn seat_in(&self, org: &str) -> Option<usize> {
        let belongs = |held: &Held| self.members.iter().any(|(user, of)| *user == held.user_id && of == org);
        newest(&self.seats(|held| belongs(held) && self.is_good(held)), 0)
    }

    /// The newest such session of somebody with an authenticator app.
    pub(super) fn seat_with_app(&self) -> Option<usize> {
        let has_app = |held: &Held| self.recovery_codes.contains_key(&held.user_id);
        newest(&self.seats(|held| has_app(held) && self.is_good(held)), 0)
    }

    fn seats(&self, wanted: impl Fn(&Held) -> bool) -> Vec<usize> {
        (0..self.sessions.len()).filter(|at| wanted(&self.sessions[*at])).collect()
    }

    fn is_good(&self, held: &Held) -> bool {
        held.ended.is_none() && held.tokens.last().is_some_and(|token| !self.is_dead(token))
    }

    /// The sessions of a person that are known now.
    pub(super) fn sessions_of(&self, user_id: &str) -> Vec<usize> {
        self.seats(|held| held.user_id == user_id)
    }

    /// An org: mostly one that the caller belongs to.
    pub(super) fn org(&self, seat: usize, what: u8, how: u8) -> Option<String> {
        let user_id = &self.sessions[seat].user_id;
        let own: Vec<_> =
            self.members.iter().filter(|(user, _)| user == user_id).map(|(_, org)| org.clone()).collect();
        if how % 4 == 3 || own.is_empty() { newest(&self.orgs, what) } else { newest(&own, what % 4) }
    }

    /// Somebody: mostly a member of an org.
    pub(super) fn user(&self, org: &str, what: u8, how: u8) -> Option<String> {
        let members: Vec<_> =
            self.members.iter().filter(|(_, of)| of == org).map(|(user, _)| user.clone()).collect();
        if how % 8 == 7 || members.is_empty() { newest(&self.users, what) } else { newest(&members, what) }
    }

    /// A one-time token of one of these journeys: its place.
    pub(super) fn token(&self, journeys: &[&str], what: u8, how: u8) -> Option<usize> {
        let found: Vec<usize> =
            (0..self.one_time.len()).filter(|at| journeys.contains(&self.one_time[*at].journey)).collect();
        let open: Vec<usize> = found.iter().copied().filter(|at| self.one_time[*at].is_open()).collect();
        newest(if how % 4 == 3 { &found } else { &open }, what % 4)
    }

    /// The password that somebody types: mostly the one that they believe to have.
    pub(super) fn password(&self, person: usize, how: u8) -> &'static str {
        PASSWORDS[(self.passwords[person] + usize::from(how == 13)) % PASSWORDS.len()]
    }

    /// The address that somebody types.
    pub(super) fn address(&self, person: usize, how: u8) -> String {
        address(person, self.moved[person] != (how == 12))
    }

    /// Learns a session, its person and their orgs from an answer that has them.
    pub(super) fn learn_session(&mut self, answer: &Answer) {
        let (user_id, email) = (answer.str("/user/id"), answer.str("/user/email/address"));
        let person = person_of(email);
        self.moved[person] = email == address(person, true);
        self.learn_user(user_id);
        for org in answer.body["orgs"].as_array().into_iter().flatten() {
            self.learn_member(user_id, org["id"].as_str().unwrap_or_default());
        }
        self.sessions.push(Held {
            id: answer.str("/session/id").to_owned(),
            user_id: user_id.to_owned(),
            person,
            tokens: vec![answer.str("/token").to_owned()],
            ended: None,
        });
    }

    /// Learns that there is a person.
    pub(super) fn learn_user(&mut self, id: &str) {
        if !self.users.iter().any(|known| known == id) {
            self.users.push(id.to_owned());
        }
    }

    /// Learns that somebody is said to belong to an org.
    pub(super) fn learn_member(&mut self, user_id: &str, org_id: &str) {
        if !self.orgs.iter().any(|known| known == org_id) {
            self.orgs.push(org_id.to_owned());
        }
        let pair = (user_id.to_owned(), org_id.to_owned());
        if !self.members.contains(&pair) {
            self.members.push(pair);
        }
    }

    /// Takes the token out of a link that was answered.
    pub(super) fn learn_link(&mut self, journey: &'static str, email: &str, link: &Value) {
        if let Some((_, token)) = link.as_str().and_then(|link| link.split_once("?token=")) {
            self.learn_one_time(journey, email, token);
        }
    }

    /// Learns a one-time token.
    pub(super) fn learn_one_time(&mut self, journey: &'static str, email: &str, token: &str) {
        if self.one_time.iter().all(|known| known.token != token) {
            let (email, token) = (email.to_owned(), token.to_owned());
            self.one_time.push(OneTime { journey, token, email, uses: 0, over: false });
        }
    }

    /// Reads a letter's links.
    pub(super) fn read(&mut self, letter: &Mail) {
        const JOURNEYS: [&str; 8] = [
            "activate",
            "invitation",
            "not-me",
            "reset",
            "email-change/accept",
            "email-change/deny",
            "email-change/confirm",
            "ownership-transfer",
        ];
        for word in letter.text.split_whitespace() {
            let Some((page, token)) = word.split_once("?token=") else { continue };
            if let Some(journey) = JOURNEYS.into_iter().find(|journey| page.ends_with(&format!("/{journey}")))
            {
                self.learn_one_time(journey, &letter.to, token);
            }
        }
    }

    /// Whether a token was refused before as none in force.
    pub(super) fn is_dead(&self, token: &str) -> bool {
        self.dead.contains(token)
    }

    /// A token was refused as none in force.
    pub(super) fn bury(&mut self, token: &str) {
        self.dead.insert(token.to_owned());
    }
}
