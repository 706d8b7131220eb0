//! A client: does operations one after the other, and holds every answer against what must never be.

use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use gatepost::domain::audit::chain;
use gatepost::domain::machine::housekeeping;
use rocket::http::Method;
use rocket::tokio::sync::Mutex as Turn;

use super::operation::{Operation, Verb};
use super::request::{self, Request, reads_letters};
use super::rows::Rows;
use super::world::World;
use super::{account, operators, orgs, people, told};
use crate::support::{Answer, TestApp};

/// What all clients of a service share.
pub(super) struct Clients<'a> {
    app: &'a TestApp,
    world: Mutex<World>,
    /// One of them reads letters at a time: what is read is thrown away.
    letters: Turn<()>,
    /// There is one client alone, so that whatever changes is its doing.
    alone: bool,
}

/// What was known of the token that a request shows, before it was sent.
#[derive(Clone, Copy)]
struct Known {
    ended: Option<Operation>,
    dead: bool,
}

impl<'a> Clients<'a> {
    pub(super) fn new(app: &'a TestApp, alone: bool) -> Self {
        Self { app, world: Mutex::default(), letters: Turn::default(), alone }
    }

    pub(super) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("no client has panicked")
    }

    /// Does one operation.
    pub(super) async fn run(&self, operation: Operation) {
        match operation.verb {
            Verb::PutClockForward => return self.put_clock_forward(operation.what, operation.how),
            Verb::WorkInBackground => return self.work_in_background().await,
            verb if reads_letters(verb) => self.read_letters().await,
            _ => {}
        }
        let request = {
            let mut world = self.world();
            world.now = self.app.clock.now();
            request::of(&world, operation)
        };
        let Some(request) = request else { return };
        let (token, known) = self.shown(&request);
        let before = if self.alone { Some(Rows::read(self.app).await) } else { None };
        let answer = self.send(&request, token.as_deref()).await;
        if let Some(before) = before {
            let after = Rows::read(self.app).await;
            for fault in told::faults(operation.verb, &answer, &before.changes(&after)) {
                self.broken(operation, &request, &answer, &fault);
            }
        }
        self.judge(operation, &request, &answer, token.as_deref(), known);
        self.learn(operation, &request, &answer);
    }

    /// The token that a request shows, and what is known of it.
    fn shown(&self, request: &Request) -> (Option<String>, Known) {
        let world = self.world();
        let held = request.seat.map(|seat| &world.sessions[seat]);
        let token = request.key.clone().or_else(|| held.and_then(|held| held.tokens.last().cloned()));
        let dead = token.as_deref().is_some_and(|token| world.is_dead(token));
        (token, Known { ended: held.and_then(|held| held.ended), dead })
    }

    async fn send(&self, request: &Request, token: Option<&str>) -> Answer {
        let api = token.map_or_else(|| self.app.anonymous(), |token| self.app.bearer(token));
        let body = request.body.as_ref().map(ToString::to_string);
        api.send(request.method, &format!("/api/v1{}", request.path), body).await
    }

    /// What must hold of every answer.
    fn judge(
        &self,
        operation: Operation,
        request: &Request,
        answer: &Answer,
        token: Option<&str>,
        known: Known,
    ) {
        let is_job = request.path.starts_with("/jobs/");
        if answer.status >= 500 {
            self.broken(operation, request, answer, "a fault of the service's");
        }
        if answer.status >= 400
            && (!answer.body["code"].is_string() || answer.body["status"] != answer.status)
        {
            self.broken(operation, request, answer, "a refusal without its shape");
        }
        if let (Some(ending), false, true) = (known.ended, is_job, answer.status != 401) {
            self.broken(operation, request, answer, &format!("a session that {ending} ended works"));
        }
        if known.dead && !is_job && operation.verb != Verb::Refresh && answer.status != 401 {
            self.broken(operation, request, answer, "a token that was refused works");
        }
        let mut world = self.world();
        let (done, refused) = world.tally.entry(format!("{:?}", operation.verb)).or_default();
        *(if answer.status < 400 { done } else { refused }) += 1;
        let is_refused =
            ["not_signed_in", "session_expired"].iter().any(|code| answer.body["code"] == **code);
        // The keys of an account that is to be deleted are good again once that is taken back.
        let is_for_good = !matches!(operation.verb, Verb::Refresh | Verb::UseKey);
        if let (true, Some(token)) = (is_refused && is_for_good, token) {
            world.bury(token);
        }
    }

    /// What an answer tells.
    fn learn(&self, operation: Operation, request: &Request, answer: &Answer) {
        let mut world = self.world();
        if answer.status < 300 {
            for ended in &request.ends {
                world.sessions[*ended].ended.get_or_insert(operation);
            }
            if let Some(at) = request.spends {
                world.one_time[at].uses += 1;
                if world.one_time[at].uses > 1 {
                    let told = format!("a token was spent twice: {operation}: {}", request.path);
                    world.breaks(told);
                }
            }
        }
        if let (404 | 410, Some(at)) = (answer.status, request.spends) {
            world.one_time[at].over = true;
        }
        people::learn(&mut world, operation, request, answer);
        account::learn(&mut world, operation, request, answer);
        orgs::learn(&mut world, operation, request, answer);
        operators::learn(&mut world, operation, answer);
    }

    fn broken(&self, operation: Operation, request: &Request, answer: &Answer, what: &str) {
        let Request { method, path, .. } = request;
        let told = format!("{what}: {operation}: {method} {path}: {} {}", answer.status, answer.text);
        self.world().breaks(told);
    }

    /// Delivers what is queued, and opens it.
    async fn read_letters(&self) {
        let _turn = self.letters.lock().await;
        let letters = self.app.letters().await;
        self.app.anonymous().send(Method::Delete, "/dev/inbox", None).await.expect(204);
        let mut world = self.world();
        for letter in letters {
            world.read(&letter);
        }
    }

    /// Mostly a moment; seldom so long that something runs out, or else nothing would ever come to anything.
    fn put_clock_forward(&self, what: u8, how: u8) {
        const MINUTE: u64 = 60;
        const DAY: u64 = 24 * 60 * MINUTE;
        let seconds = match (what, how) {
            (12, _) => 6 * MINUTE,
            (13, _) => 65 * MINUTE,
            (14, 0..=3) => DAY + MINUTE,
            (15, 0) => 8 * DAY,
            (15, 1) => 31 * DAY,
            _ => 31,
        };
        self.app.clock.advance(Duration::from_secs(seconds));
    }

    /// What the service does by itself.
    async fn work_in_background(&self) {
        self.app.run_jobs().await;
        chain::chain(&self.app.app).await.expect("events can be chained");
        housekeeping::sweep(&self.app.app).await.expect("the database answers");
    }
}
