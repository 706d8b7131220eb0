//! What operators do, and what others try who are none.

use rocket::http::Method;
use serde_json::json;

use super::operation::{Operation, Verb};
use super::request::Request;
use super::world::{OPERATOR, PASSWORDS, PEOPLE, World, address, newest};
use crate::support::Answer;

pub(super) fn request(world: &World, operation: Operation) -> Option<Request> {
    let Operation { verb, who, what, how } = operation;
    if !matches!(
        verb,
        Verb::Suspend
            | Verb::Restore
            | Verb::SignOutUser
            | Verb::SupportLogin
            | Verb::ResetTwoFactor
            | Verb::SetAddress
            | Verb::LookAround
    ) {
        return None;
    }
    let seat = if how % 8 == 7 { world.seat(who, how) } else { world.seat_of(OPERATOR) };
    let Some(seat) = seat else {
        let body = json!({"email": address(OPERATOR, false), "password": PASSWORDS[0]});
        return Some(Request::post("/sessions", body));
    };
    if verb == Verb::LookAround {
        let path = match what % 6 {
            0 => "/admin/users?limit=200",
            1 => "/admin/orgs?limit=200",
            2 => "/admin/audit?limit=200",
            3 => "/admin/health",
            4 => "/admin/jobs?limit=200",
            _ => "/admin/mail?limit=200",
        };
        return Some(Request::new(Method::Get, path).by(seat));
    }
    let user = newest(&world.users, what)?;
    let of = |rest: &str| format!("/admin/users/{user}{rest}");
    let all = world.sessions_of(&user);
    let request = match verb {
        Verb::Suspend => Request::new(Method::Post, of("/suspend")).ending(all),
        Verb::Restore => Request::new(Method::Post, of("/restore")),
        Verb::SignOutUser => Request::new(Method::Post, of("/sign-out")).ending(all),
        Verb::SupportLogin => Request::new(Method::Post, of("/support-login")),
        Verb::ResetTwoFactor => Request::new(Method::Post, of("/two-factor/reset")),
        _ => {
            let email = address(usize::from(who) % PEOPLE, how % 2 == 0);
            Request::new(Method::Put, of("/email")).with(json!({"email": email}))
        }
    };
    Some(request.by(seat).about(user))
}

pub(super) fn learn(world: &mut World, operation: Operation, answer: &Answer) {
    match operation.verb {
        Verb::Suspend
        | Verb::Restore
        | Verb::SignOutUser
        | Verb::SupportLogin
        | Verb::ResetTwoFactor
        | Verb::SetAddress
        | Verb::LookAround
            if answer.status == 201 =>
        {
            world.learn_session(answer);
        }
        _ => {}
    }
}
