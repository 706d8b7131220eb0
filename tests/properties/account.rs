//! What people do to their accounts.

use rocket::http::Method;
use serde_json::json;

use super::operation::{Operation, Verb};
use super::people::code_of;
use super::request::Request;
use super::world::{PASSWORDS, PEOPLE, World, newest, person_of};
use crate::support::Answer;

pub(super) fn request(world: &World, operation: Operation) -> Option<Request> {
    let Operation { verb, who, what, how } = operation;
    if let Some(journey) = journey_of(verb) {
        let at = world.token(&[journey], what, how)?;
        let held = &world.one_time[at];
        let email = held.email.clone();
        let path = match verb {
            Verb::Reset => format!("/password-resets/{}", held.token),
            Verb::Disown => format!("/not-me/{}", held.token),
            _ => {
                let (_, step) = journey.split_once('/')?;
                format!("/email-changes/{}/{step}", held.token)
            }
        };
        let request = Request::new(Method::Post, path).spending(at).about(email);
        let password = PASSWORDS[usize::from(what) % PASSWORDS.len()];
        return Some(if verb == Verb::Reset { request.with(json!({"password": password})) } else { request });
    }
    if verb == Verb::AskReset {
        let email = world.address(usize::from(who) % PEOPLE, how);
        return Some(Request::post("/password-resets", json!({"email": email})));
    }
    let mut seat = world.seat(who, how)?;
    if matches!(verb, Verb::DisableTwoFactor | Verb::RegenerateCodes) && how % 8 != 7 {
        seat = world.seat_with_app()?;
    }
    let held = &world.sessions[seat];
    let password = world.password(held.person, how);
    let others = || {
        let mut others = world.sessions_of(&held.user_id);
        others.retain(|at| *at != seat);
        others
    };
    let request = match verb {
        Verb::UpdateAccount => {
            let body = match how % 3 {
                0 => json!({"name": {"first": format!("June {what}"), "last": "Doe"}}),
                1 => json!({"username": format!("june-{}", what % 4)}),
                _ => json!({"allow_support_login": what % 2 == 0}),
            };
            Request::new(Method::Patch, "/account").with(body)
        }
        Verb::ChangePassword => {
            let new = PASSWORDS[usize::from(what) % PASSWORDS.len()];
            let body = json!({"current": password, "new": new});
            Request::new(Method::Put, "/account/password").with(body).ending(others()).about(new)
        }
        Verb::AskEmailChange => {
            let person = if how == 11 { usize::from(what) % PEOPLE } else { held.person };
            let email = super::world::address(person, !world.moved[held.person]);
            Request::post("/account/email-changes", json!({"password": password, "email": email}))
        }
        Verb::SetUpTwoFactor => Request::post("/account/two-factor/setup", json!({"password": password})),
        Verb::EnableTwoFactor => {
            let body = json!({"code": code_of(world, &held.user_id, how)});
            Request::post("/account/two-factor/enable", body).ending(others())
        }
        Verb::DisableTwoFactor => {
            let body = json!({"password": password, "code": code_of(world, &held.user_id, how)});
            Request::post("/account/two-factor/disable", body).ending(others())
        }
        Verb::RegenerateCodes => {
            let body = json!({"password": password, "code": code_of(world, &held.user_id, how)});
            Request::post("/account/two-factor/recovery-codes", body)
        }
        Verb::MakeKey => {
            let org = world.org(seat, what, how);
            let body = match org {
                Some(org) if how % 2 == 1 => json!({"name": "Key", "scopes": ["org:read"], "org_id": org}),
                _ => json!({"name": "Key", "scopes": ["account:read", "account:update", "orgs:create"]}),
            };
            Request::post("/account/api-keys", body)
        }
        Verb::RevokeKey => {
            let (of, id, _) = newest(&world.keys, what)?;
            return Some(Request::new(Method::Delete, format!("/account/api-keys/{id}")).by(of));
        }
        Verb::UseKey => {
            let (_, _, secret) = newest(&world.keys, what)?;
            let request = match how % 3 {
                0 => Request::new(Method::Get, "/account"),
                1 => Request::post("/orgs", json!({"name": format!("Globex {what}")})),
                _ => Request::new(Method::Delete, "/account").with(json!({"password": password})),
            };
            return Some(Request { key: Some(secret), ..request });
        }
        Verb::DeleteAccount => {
            let ends = world.sessions_of(&held.user_id);
            Request::new(Method::Delete, "/account").with(json!({"password": password})).ending(ends)
        }
        Verb::TakeJobBack | Verb::LookAtJob => {
            let (asker, id) = newest(&world.jobs, what)?;
            let seat = if how % 4 == 3 { seat } else { asker };
            let method = if verb == Verb::LookAtJob { Method::Get } else { Method::Delete };
            return Some(Request::new(method, format!("/jobs/{id}")).by(seat));
        }
        _ => return None,
    };
    let subject = if request.subject.is_empty() { held.user_id.clone() } else { request.subject.clone() };
    Some(request.by(seat).about(subject))
}

/// The page whose letter leads to it.
fn journey_of(verb: Verb) -> Option<&'static str> {
    match verb {
        Verb::Reset => Some("reset"),
        Verb::Disown => Some("not-me"),
        Verb::AcceptEmailChange => Some("email-change/accept"),
        Verb::ConfirmEmailChange => Some("email-change/confirm"),
        Verb::DenyEmailChange => Some("email-change/deny"),
        _ => None,
    }
}

pub(super) fn learn(world: &mut World, operation: Operation, request: &Request, answer: &Answer) {
    let person = request.seat.map(|seat| world.sessions[seat].person);
    let is_done = (200..300).contains(&answer.status);
    match (operation.verb, person) {
        (Verb::Reset, _) if is_done => {
            world.passwords[person_of(&request.subject)] = usize::from(operation.what) % PASSWORDS.len();
        }
        (Verb::AcceptEmailChange | Verb::ConfirmEmailChange, _)
            if answer.status == 200
                && answer.body["accepted"] == true
                && answer.body["confirmed"] == true =>
        {
            let email = answer.str("/email").to_owned();
            let person = person_of(&email);
            world.moved[person] = email == super::world::address(person, true);
        }
        (Verb::ChangePassword, Some(person)) if is_done => {
            world.passwords[person] = usize::from(operation.what) % PASSWORDS.len();
        }
        (Verb::SetUpTwoFactor, Some(person)) if answer.status == 200 => {
            let secret = answer.str("/secret").to_owned();
            for owner in owners(&request.subject, person) {
                world.secrets.insert(owner, secret.clone());
            }
        }
        (Verb::EnableTwoFactor | Verb::RegenerateCodes, Some(person)) if answer.status == 200 => {
            let codes = answer.body["recovery_codes"].as_array().into_iter().flatten();
            let codes: Vec<String> = codes.filter_map(|code| code.as_str().map(str::to_owned)).collect();
            for owner in owners(&request.subject, person) {
                world.recovery_codes.insert(owner, codes.clone());
            }
        }
        (Verb::MakeKey, Some(_)) if answer.status == 201 => {
            let (id, secret) = (answer.str("/id").to_owned(), answer.str("/secret").to_owned());
            world.keys.extend(request.seat.map(|seat| (seat, id, secret)));
        }
        (Verb::DeleteAccount, Some(_)) if answer.status == 202 => {
            let id = answer.str("/id").to_owned();
            world.jobs.extend(request.seat.map(|seat| (seat, id)));
        }
        _ => {}
    }
}

/// The names that a person goes by: their id, and the addresses they sign in with.
fn owners(user_id: &str, person: usize) -> [String; 3] {
    [user_id.to_owned(), super::world::address(person, false), super::world::address(person, true)]
}
