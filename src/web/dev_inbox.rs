//! The built-in inbox of `gatepost dev`: `/dev/inbox.json` here, `/dev/inbox` in `page`.
//!
//! It holds live links, so it answers only to this machine: a loopback peer, through no proxy, and by a
//! name of this machine. The last keeps a page of some other site from reading it through a host name
//! that resolves here (DNS rebinding).

mod page;

use std::net::IpAddr;

use rocket::outcome::Outcome;
use rocket::request::{self, FromRequest};
use rocket::serde::json::Json;
use rocket::{Request, Route, State, async_trait, delete, get, routes};
use serde::Serialize;
use uuid::Uuid;

use super::answer::{ApiResult, Done, DoneResult, time};
use super::guards::client::peer_of;
use super::param::query;
use super::refusal::Refusal;
use super::settings::WebSettings;
use crate::domain::App;
use crate::domain::dev::inbox::{self, InboxMessage};
use crate::model::EmailAddress;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    [routes![list_inbox, delete_inbox], page::routes()].concat()
}

/// A caller on this very machine.
pub(crate) struct Local;

#[async_trait]
impl<'r> FromRequest<'r> for Local {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        if is_local(request) {
            Outcome::Success(Self)
        } else {
            Outcome::Error((Refusal::PathNotFound.leave_for_catcher(request), ()))
        }
    }
}

fn is_local(request: &Request<'_>) -> bool {
    let Some(settings) = request.rocket().state::<WebSettings>() else { return false };
    let is_loopback_peer =
        peer_of(request, settings).is_some_and(|peer| peer.ip().to_canonical().is_loopback());
    // A form of some other site's page could say `_method=DELETE`, which Rocket obeys.
    let is_form = request.content_type().is_some_and(|kind| kind.is_form());
    let came_through_proxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"]
        .iter()
        .any(|name| request.headers().contains(name));
    is_loopback_peer
        && !is_form
        && !came_through_proxy
        && request.headers().get_one("Host").is_some_and(is_own_name)
}

/// `localhost` or a loopback address, with or without a port.
fn is_own_name(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(bracketed) => bracketed.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// `?to=`.
pub(crate) struct To(Option<EmailAddress>);

#[async_trait]
impl<'r> FromRequest<'r> for To {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match query(request, "to").map(EmailAddress::parse) {
            None => Outcome::Success(Self(None)),
            Some(Ok(address)) => Outcome::Success(Self(Some(address))),
            Some(Err(reason)) => {
                let fault = crate::domain::error::InvalidField::because("to", &reason);
                Outcome::Error((Refusal::InvalidQuery(vec![fault]).leave_for_catcher(request), ()))
            }
        }
    }
}

/// A letter.
#[derive(Debug, Serialize)]
pub(crate) struct MessageBody {
    id: Uuid,
    to: String,
    subject: String,
    text: String,
    html: String,
    created_at: String,
}

impl From<InboxMessage> for MessageBody {
    fn from(message: InboxMessage) -> Self {
        Self {
            id: message.id.uuid(),
            to: message.to,
            subject: message.subject,
            text: message.text,
            html: message.html,
            created_at: time(message.created_at),
        }
    }
}

#[get("/inbox.json")]
async fn list_inbox(app: &State<App>, _local: Local, to: To) -> ApiResult<Vec<MessageBody>> {
    Ok(Json(inbox::list(app, to.0).await?.into_iter().map(Into::into).collect()))
}

#[delete("/inbox")]
async fn delete_inbox(app: &State<App>, _local: Local) -> DoneResult {
    inbox::clear(app).await?;
    Ok(Done)
}
