//! `/admin/jobs`: what is done later, and what became of it.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::filters::Filters;
use super::micros;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::operators::list_jobs::list_jobs;
use crate::model::{Job, JobFailure, JobState};
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, FormView, Page};

pub(super) fn routes() -> Vec<Route> {
    routes![show_jobs]
}

#[derive(Serialize)]
struct JobsView {
    form: FormView,
    jobs: Vec<JobView>,
    next: Option<String>,
}

#[derive(Serialize)]
struct JobView {
    id: String,
    kind: &'static str,
    subject_id: String,
    requested_by: String,
    state: &'static str,
    failure: Option<&'static str>,
    created_at: i64,
    due_at: i64,
    finished_at: Option<i64>,
    steps: Vec<StepView>,
}

#[derive(Serialize)]
struct StepView {
    step: &'static str,
    state: &'static str,
    finished_at: Option<i64>,
}

impl From<&Job> for JobView {
    fn from(job: &Job) -> Self {
        let (kind, subject_id) = job.task.parts();
        let steps = job.steps.iter().map(|step| StepView {
            step: step.step.as_str(),
            state: job.state_of(step).as_str(),
            finished_at: step.finished_at.map(micros),
        });
        Self {
            id: job.id.to_string(),
            kind,
            subject_id: subject_id.to_string(),
            requested_by: job.requested_by.to_string(),
            state: job.state.as_str(),
            failure: job.failure.map(JobFailure::as_str),
            created_at: micros(job.created_at),
            due_at: micros(job.due_at),
            finished_at: job.finished_at.map(micros),
            steps: steps.collect(),
        }
    }
}

#[get("/admin/jobs?<state>")]
async fn show_jobs(app: &State<App>, operator: Operating<'_>, state: Option<&str>, part: Part<'_>) -> Answer {
    let mut filters = Filters::default();
    let state = filters.chosen("state", state, JobState::parse);
    let (form, jobs) = filters.list(list_jobs(app, operator.0, state, part.request)).await?;
    let view = JobsView { form, next: part.next(&jobs), jobs: jobs.items.iter().map(Into::into).collect() };
    Ok(Page::new("console/jobs.html", view).into())
}
