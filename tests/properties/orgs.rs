//! Orgs, their people and their invitations.

use rocket::http::Method;
use serde_json::json;

use super::operation::{Operation, Verb};
use super::request::Request;
use super::world::{PEOPLE, World, newest, person_of};
use crate::support::Answer;

const ROLES: [&str; 3] = ["member", "admin", "owner"];

pub(super) fn request(world: &World, operation: Operation) -> Option<Request> {
    let Operation { verb, who, what, how } = operation;
    let role = ROLES[usize::from(how) % ROLES.len()];
    if verb == Verb::Decline {
        let at = world.token(&["invitation"], what, how)?;
        let path = format!("/invitations/{}/decline", world.one_time[at].token);
        return Some(Request::new(Method::Post, path).spending(at));
    }
    let seat = world.seat(who, how)?;
    let person = world.sessions[seat].person;
    let password = world.password(person, how);
    match verb {
        Verb::CreateOrg => {
            return Some(Request::post("/orgs", json!({"name": format!("Acme {what}")})).by(seat));
        }
        // Mostly by the person whose letter it is.
        Verb::Accept | Verb::AcceptTransfer | Verb::DeclineTransfer => {
            let (journey, step) = match verb {
                Verb::Accept => ("invitation", "invitations/{}/accept"),
                Verb::AcceptTransfer => ("ownership-transfer", "ownership-transfers/{}/accept"),
                _ => ("ownership-transfer", "ownership-transfers/{}/decline"),
            };
            let at = world.token(&[journey], what, how)?;
            let held = &world.one_time[at];
            let seat = if how % 8 == 7 { seat } else { world.seat_of(person_of(&held.email))? };
            let path = format!("/{}", step.replace("{}", &held.token));
            return Some(Request::new(Method::Post, path).by(seat).spending(at));
        }
        Verb::AcceptById => {
            let (_, id, email) = newest(&world.invitations, what)?;
            let seat = if how % 8 == 7 { seat } else { world.seat_of(person_of(&email))? };
            return Some(Request::new(Method::Post, format!("/invitations/{id}/accept")).by(seat));
        }
        Verb::ResendInvitation | Verb::RevokeInvitation => {
            let (org, id, _) = newest(&world.invitations, what)?;
            let seat = if how % 8 == 7 { seat } else { world.seat_in(&org)? };
            let path = format!("/orgs/{org}/invitations/{id}");
            return Some(match verb {
                Verb::ResendInvitation => Request::new(Method::Post, format!("{path}/resend")).by(seat),
                _ => Request::new(Method::Delete, path).by(seat),
            });
        }
        Verb::CancelTransfer => {
            let (org, id) = newest(&world.transfers, what)?;
            let seat = if how % 8 == 7 { seat } else { world.seat_in(&org)? };
            let path = format!("/orgs/{org}/ownership-transfers/{id}");
            return Some(Request::new(Method::Delete, path).by(seat));
        }
        _ => {}
    }
    let org = world.org(seat, who, how)?;
    let of = |rest: &str| format!("/orgs/{org}{rest}");
    let invited = |n: u8| json!({"email": world.address(usize::from(n) % PEOPLE, how), "role": role});
    let request = match verb {
        Verb::UpdateOrg => {
            let body = match what {
                0 => json!({"require_two_factor": how % 2 == 0}),
                1 => json!({"invitations_need_approval": how % 2 == 0}),
                2 if how % 2 == 0 => json!({"allowed_email_domains": ["first.example"]}),
                2 => json!({"allowed_email_domains": null}),
                _ => json!({"name": format!("Globex {how}")}),
            };
            Request::new(Method::Patch, of("")).with(body)
        }
        Verb::DeleteOrg => Request::new(Method::Delete, of("")).with(json!({"password": password})),
        Verb::Invite => Request::post(of("/invitations"), invited(what)),
        Verb::InviteMany => {
            let several: Vec<_> = (0..=(what % 4)).map(|n| invited(what + n)).collect();
            Request::post(of("/invitations"), json!({"invitations": several}))
        }
        Verb::ChangeRole => {
            let user = world.user(&org, what, how)?;
            Request::new(Method::Patch, of(&format!("/members/{user}"))).with(json!({"role": role}))
        }
        Verb::RemoveMember => {
            let user = world.user(&org, what, how)?;
            Request::new(Method::Delete, of(&format!("/members/{user}")))
        }
        Verb::Leave => {
            let user = world.sessions[seat].user_id.clone();
            Request::new(Method::Delete, of(&format!("/members/{user}")))
        }
        Verb::AskTransfer => {
            let user = world.user(&org, what, how)?;
            Request::post(of("/ownership-transfers"), json!({"user_id": user, "password": password}))
        }
        _ => return None,
    };
    Some(request.by(seat).about(org))
}

pub(super) fn learn(world: &mut World, operation: Operation, request: &Request, answer: &Answer) {
    let user_id = request.seat.map(|seat| world.sessions[seat].user_id.clone()).unwrap_or_default();
    match operation.verb {
        Verb::CreateOrg if answer.status == 201 => world.learn_member(&user_id, answer.str("/id")),
        Verb::Accept | Verb::AcceptById if answer.status == 200 => {
            if let Some(org) = answer.body.pointer("/org/id").and_then(|id| id.as_str()) {
                world.learn_member(&user_id, org);
            }
        }
        Verb::Invite | Verb::InviteMany if answer.status == 201 => {
            let several = answer.body["invitations"].as_array().or_else(|| answer.body["items"].as_array());
            let all = several.cloned().unwrap_or_else(|| vec![answer.body.clone()]);
            for invitation in all {
                let text = |member: &str| invitation[member].as_str().unwrap_or_default().to_owned();
                world.invitations.push((request.subject.clone(), text("id"), text("email")));
                world.learn_link("invitation", &text("email"), &invitation["link"]);
            }
        }
        Verb::AskTransfer if answer.status == 201 => {
            world.transfers.push((request.subject.clone(), answer.str("/id").to_owned()));
        }
        Verb::DeleteOrg if answer.status == 202 => {
            let id = answer.str("/id").to_owned();
            world.jobs.extend(request.seat.map(|seat| (seat, id)));
        }
        _ => {}
    }
}
