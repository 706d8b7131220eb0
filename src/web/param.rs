//! What is read from a path or a query.

use std::str::FromStr;

use rocket::http::Status;
use rocket::outcome::{Outcome, try_outcome};
use rocket::request::{self, FromParam, FromRequest};
use rocket::{Request, async_trait};
use utoipa::ToSchema;

use super::answer::PageBody;
use super::guards::caller::Caller;
use super::refusal::Refusal;
use crate::domain::error::InvalidField;
use crate::domain::{App, cursors};
use crate::model::audit::{AllEventsFilter, AuditFilter};
use crate::model::id::Id;
use crate::model::{InvitationState, JobState, MailStage, OrgId, Page, PageRequest, Search};

/// An id in a path. Anything else than an id names nothing, so it answers 404 like an unknown one.
pub struct Param<T>(pub T);

impl<Of> FromParam<'_> for Param<Id<Of>> {
    type Error = uuid::Error;

    fn from_param(text: &str) -> Result<Self, Self::Error> {
        Id::from_str(text).map(Self)
    }
}

const MAX_LIMIT: u32 = 200;
const DEFAULT_LIMIT: u32 = 50;

/// `?limit=` and `?cursor=` of one of the caller's lists.
pub struct PageQuery<'r> {
    /// The part that is asked for.
    pub request: PageRequest,
    app: &'r App,
    /// Whose list it is, and at which path: a cursor of one is no good for another.
    list: String,
}

impl PageQuery<'_> {
    /// Presents a page, each item by `present`.
    pub fn answer<M, T: ToSchema>(&self, page: Page<M>, present: impl FnMut(M) -> T) -> PageBody<T> {
        let next_cursor = page.next.map(|last| cursors::seal(self.app, &self.list, last));
        PageBody { items: page.items.into_iter().map(present).collect(), next_cursor }
    }
}

#[async_trait]
impl<'r> FromRequest<'r> for PageQuery<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Caller(caller) = try_outcome!(Caller::from_request(request).await);
        let Some(app) = request.rocket().state::<App>() else {
            return Outcome::Error((Status::InternalServerError, ()));
        };
        let list = format!("{}:{}", caller.user_id(), request.uri().path());
        let mut errors = Vec::new();
        let limit = match query(request, "limit") {
            None => DEFAULT_LIMIT,
            Some(text) => {
                text.parse().ok().filter(|limit| (1..=MAX_LIMIT).contains(limit)).unwrap_or_else(|| {
                    let detail = format!("`limit` is a whole number from 1 to {MAX_LIMIT}.");
                    errors.push(InvalidField::new("limit", "out_of_range", detail));
                    DEFAULT_LIMIT
                })
            }
        };
        let after = query(request, "cursor").and_then(|text| {
            let after = cursors::open(app, &list, text);
            if after.is_none() {
                let detail = "Give `next_cursor` of the page before, as it was, for the same list.";
                errors.push(InvalidField::new("cursor", "cursor_unknown", detail));
            }
            after
        });
        refuse_or(request, errors, Self { request: PageRequest { limit, after }, app, list })
    }
}

/// `?state=` of invitations.
pub struct StateQuery(pub Option<InvitationState>);

#[async_trait]
impl<'r> FromRequest<'r> for StateQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Some(word) = query(request, "state") else { return Outcome::Success(Self(None)) };
        let state = InvitationState::parse(word);
        let errors = if state.is_some() {
            Vec::new()
        } else {
            let detail = "`state` is one of pending, accepted, declined, revoked, expired.";
            vec![InvalidField::new("state", "unknown_value", detail)]
        };
        refuse_or(request, errors, Self(state))
    }
}

/// `?state=` of letters.
pub struct MailStageQuery(pub Option<MailStage>);

#[async_trait]
impl<'r> FromRequest<'r> for MailStageQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Some(word) = query(request, "state") else { return Outcome::Success(Self(None)) };
        let stage = MailStage::parse(word);
        let errors = if stage.is_some() {
            Vec::new()
        } else {
            let detail = "`state` is one of queued, sent, failed, cancelled.";
            vec![InvalidField::new("state", "unknown_value", detail)]
        };
        refuse_or(request, errors, Self(stage))
    }
}

/// `?state=` of jobs.
pub struct JobStateQuery(pub Option<JobState>);

#[async_trait]
impl<'r> FromRequest<'r> for JobStateQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let Some(word) = query(request, "state") else { return Outcome::Success(Self(None)) };
        let state = JobState::parse(word);
        let errors = if state.is_some() {
            Vec::new()
        } else {
            let detail = "`state` is one of scheduled, running, completed, cancelled, failed.";
            vec![InvalidField::new("state", "unknown_value", detail)]
        };
        refuse_or(request, errors, Self(state))
    }
}

/// `?search=` of lists.
pub struct SearchQuery(pub Option<Search>);

#[async_trait]
impl<'r> FromRequest<'r> for SearchQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        match query(request, "search").map(Search::parse).transpose() {
            Ok(search) => Outcome::Success(Self(search)),
            Err(reason) => refuse_or(request, vec![InvalidField::because("search", &reason)], Self(None)),
        }
    }
}

/// `?action=` and `?actor=` of audit events.
pub struct AuditQuery(pub AuditFilter);

#[async_trait]
impl<'r> FromRequest<'r> for AuditQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let mut errors = Vec::new();
        let filter = audit_filter(request, &mut errors);
        refuse_or(request, errors, Self(filter))
    }
}

/// `?action=`, `?actor=`, `?target=` and `?org=` of all audit events.
pub struct AllEventsQuery(pub AllEventsFilter);

#[async_trait]
impl<'r> FromRequest<'r> for AllEventsQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let mut errors = Vec::new();
        let filter = AllEventsFilter {
            events: audit_filter(request, &mut errors),
            org_id: id_query(request, "org", &mut errors),
            target_id: id_query(request, "target", &mut errors).map(|id: OrgId| id.uuid()),
        };
        refuse_or(request, errors, Self(filter))
    }
}

fn audit_filter(request: &Request<'_>, errors: &mut Vec<InvalidField>) -> AuditFilter {
    let action = query(request, "action");
    if action.is_some_and(|word| !is_action(word)) {
        let detail = "`action` is a word such as `member.joined`.";
        errors.push(InvalidField::new("action", "unknown_value", detail));
    }
    AuditFilter { action: action.map(str::to_owned), actor_id: id_query(request, "actor", errors) }
}

/// The id that a query parameter gives.
fn id_query<Of>(request: &Request<'_>, name: &str, errors: &mut Vec<InvalidField>) -> Option<Id<Of>> {
    let id = query(request, name)?.parse().ok();
    if id.is_none() {
        let detail = format!("`{name}` is an id: a hyphenated UUID.");
        errors.push(InvalidField::new(name, "id_malformed", detail));
    }
    id
}

/// Whether a word could be an action's: events outlive the list of actions, so there is none to look it up in.
fn is_action(word: &str) -> bool {
    (1..=64).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'.'))
}

/// `?keep_current=`.
pub struct KeepCurrentQuery(pub bool);

#[async_trait]
impl<'r> FromRequest<'r> for KeepCurrentQuery {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> request::Outcome<Self, ()> {
        let (keep, errors) = match query(request, "keep_current") {
            None | Some("false") => (false, Vec::new()),
            Some("true") => (true, Vec::new()),
            Some(_) => {
                let detail = "`keep_current` is `true` or `false`.";
                (false, vec![InvalidField::new("keep_current", "unknown_value", detail)])
            }
        };
        refuse_or(request, errors, Self(keep))
    }
}

/// The value of a query parameter; of a repeated one, the last.
pub fn query<'r>(request: &'r Request<'_>, name: &str) -> Option<&'r str> {
    let parameters = request.uri().query()?.segments();
    parameters.filter(|(found, _)| *found == name).map(|(_, value)| value).last()
}

fn refuse_or<T>(request: &Request<'_>, errors: Vec<InvalidField>, value: T) -> request::Outcome<T, ()> {
    if errors.is_empty() {
        Outcome::Success(value)
    } else {
        Outcome::Error((Refusal::InvalidQuery(errors).leave_for_catcher(request), ()))
    }
}
