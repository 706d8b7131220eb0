//! Signing up, in and out.

use rocket::http::Method;
use serde_json::json;

use super::operation::{Operation, Verb};
use super::request::Request;
use super::world::{PASSWORDS, PEOPLE, World, newest, person_of};
use crate::support::{Answer, authenticator};

pub(super) fn request(world: &World, operation: Operation) -> Option<Request> {
    let Operation { verb, who, what, how } = operation;
    let person = usize::from(who) % PEOPLE;
    match verb {
        Verb::SignUp | Verb::SignUpWithOrg => {
            let email = world.address(person, how);
            let mut body = json!({"email": email, "password": PASSWORDS[0], "name": "June Doe"});
            if how % 4 == 1 {
                body["username"] = json!(format!("june-{}", what % 4));
            }
            if verb == Verb::SignUpWithOrg {
                body["org"] = json!({"name": format!("Acme {what}")});
            }
            Some(Request::post("/sign-up", body))
        }
        Verb::SignUpInvited => {
            let at = world.token(&["invitation"], what, how)?;
            let held = &world.one_time[at];
            let email = if how == 14 { world.address(person, how) } else { held.email.clone() };
            let body = json!({
                "email": email, "password": PASSWORDS[0], "name": "Adam Poe", "invitation": held.token,
            });
            Some(Request::post("/sign-up", body).spending(at))
        }
        Verb::Activate => {
            let at = world.token(&["activate"], what, how)?;
            Some(Request::post("/activation", json!({"token": world.one_time[at].token})).spending(at))
        }
        Verb::ResendActivation => {
            Some(Request::post("/activation/resend", json!({"email": world.address(person, how)})))
        }
        Verb::SignIn => {
            // Mostly somebody who has an account.
            let opened: Vec<usize> = world.opened.iter().copied().collect();
            let person = if how % 8 == 7 { person } else { newest(&opened, who).unwrap_or(person) };
            let email = world.address(person, how);
            let body = json!({"email": email, "password": world.password(person, how)});
            Some(Request::post("/sessions", body).about(email))
        }
        Verb::CompleteTwoFactor => {
            let at = world.token(&["challenge"], what, how)?;
            let held = &world.one_time[at];
            let mut body = json!({"challenge": held.token});
            let codes = world.recovery_codes.get(&held.email);
            match codes.and_then(|codes| newest(codes, what)) {
                Some(code) if how % 2 == 1 => body["recovery_code"] = json!(code),
                _ => body["code"] = json!(code_of(world, &held.email, how)),
            }
            Some(Request::post("/sessions/two-factor", body).spending(at))
        }
        Verb::SignOut => {
            let seat = world.seat(who, how)?;
            Some(Request::new(Method::Delete, "/sessions/current").by(seat).ending(vec![seat]))
        }
        Verb::EndSession => {
            let seat = world.seat(who, how)?;
            let own = world.sessions_of(&world.sessions[seat].user_id);
            let ended =
                if how % 4 == 3 { usize::from(what) % world.sessions.len() } else { newest(&own, what)? };
            let path = format!("/sessions/{}", world.sessions[ended].id);
            Some(Request::new(Method::Delete, path).by(seat).ending(vec![ended]))
        }
        Verb::EndSessions => {
            let seat = world.seat(who, how)?;
            let keep = how % 2 == 1;
            let mut ends = world.sessions_of(&world.sessions[seat].user_id);
            ends.retain(|at| !keep || *at != seat);
            let path = format!("/sessions?keep_current={keep}");
            Some(Request::new(Method::Delete, path).by(seat).ending(ends))
        }
        Verb::Refresh => {
            let seat = world.seat(who, how)?;
            let token = newest(&world.sessions[seat].tokens, if how % 8 == 7 { what % 4 } else { 0 })?;
            let refresh = Request::new(Method::Post, "/sessions/current/refresh");
            Some(Request { seat: Some(seat), key: Some(token), ..refresh })
        }
        Verb::ActForOrg => {
            let seat = world.seat(who, how)?;
            let org = world.org(seat, what, how)?;
            Some(Request::new(Method::Put, "/sessions/current/org").by(seat).with(json!({"org_id": org})))
        }
        Verb::WhoAmI => Some(Request::new(Method::Get, "/sessions/current").by(world.seat(who, how)?)),
        _ => None,
    }
}

/// What the authenticator app of a person shows, or a wrong code. They go by their id, and before they are let in by
/// their address.
pub(super) fn code_of(world: &World, owner: &str, how: u8) -> String {
    match world.secrets.get(owner) {
        Some(secret) if how != 14 => authenticator(secret).code_at(world.now),
        _ => "000000".to_owned(),
    }
}

pub(super) fn learn(world: &mut World, operation: Operation, request: &Request, answer: &Answer) {
    match operation.verb {
        Verb::SignUp | Verb::SignUpWithOrg | Verb::SignUpInvited if answer.status == 201 => {
            if let Some(org) = answer.body.pointer("/org/id").and_then(|id| id.as_str()) {
                world.learn_member(answer.str("/user/id"), org);
            }
            if answer.body.pointer("/user/state").is_some_and(|state| state == "active") {
                world.opened.insert(person_of(answer.str("/user/email/address")));
            }
        }
        Verb::Activate if answer.status == 200 => {
            let (user_id, email) = (answer.str("/user/id"), answer.str("/user/email/address"));
            world.learn_user(user_id);
            world.passwords[person_of(email)] = 0;
            world.opened.insert(person_of(email));
            if let Some(org) = answer.body.pointer("/org/id").and_then(|id| id.as_str()) {
                world.learn_member(user_id, org);
            }
        }
        Verb::SignIn if answer.body["code"] == "two_factor_required" => {
            world.learn_one_time("challenge", &request.subject, answer.str("/challenge"));
        }
        Verb::SignIn | Verb::CompleteTwoFactor if answer.status == 201 => world.learn_session(answer),
        Verb::Refresh | Verb::ActForOrg if answer.status == 200 => {
            if let Some(seat) = request.seat {
                let token = answer.str("/token").to_owned();
                let tokens = &mut world.sessions[seat].tokens;
                if !tokens.contains(&token) {
                    tokens.push(token);
                }
            }
        }
        _ => {}
    }
}
