//! `/jobs/…`: what is done later, and taking it back while there is time.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::frame::form::Nothing;
use super::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::domain::App;
use crate::domain::jobs::{cancel, show};
use crate::model::{Job, JobFailure, JobId, JobState, Task, Timestamp};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_job, submit_job_cancel]
}

#[derive(Serialize)]
struct JobView {
    form: FormView,
    id: String,
    /// What it does.
    kind: &'static str,
    state: &'static str,
    steps: Vec<StepView>,
    created_at: i64,
    due_at: i64,
    finished_at: Option<i64>,
    failure: Option<&'static str>,
    /// Whether its page takes it back: the deletion of an account is taken back by signing in.
    can_be_cancelled: bool,
}

#[derive(Serialize)]
struct StepView {
    name: &'static str,
    state: &'static str,
    finished_at: Option<i64>,
}

impl JobView {
    fn new(job: &Job, form: FormView) -> Self {
        let steps = job.steps.iter().map(|step| StepView {
            name: step.step.as_str(),
            state: job.state_of(step).as_str(),
            finished_at: step.finished_at.map(Timestamp::as_microsecond),
        });
        Self {
            form,
            id: job.id.to_string(),
            kind: job.task.parts().0,
            state: job.state.as_str(),
            steps: steps.collect(),
            created_at: job.created_at.as_microsecond(),
            due_at: job.due_at.as_microsecond(),
            finished_at: job.finished_at.map(Timestamp::as_microsecond),
            failure: job.failure.map(JobFailure::as_str),
            can_be_cancelled: job.state == JobState::Scheduled && matches!(job.task, Task::DeleteOrg(_)),
        }
    }
}

#[get("/jobs/<id>")]
async fn show_job(app: &State<App>, me: SignedIn<'_>, id: Param<JobId>) -> Answer {
    let job = show::show_to(app, me.principal, id.0).await?;
    Ok(Page::new("job.html", JobView::new(&job, FormView::blank())).into())
}

#[post("/jobs/<id>/cancel", data = "<form>")]
async fn submit_job_cancel(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<JobId>,
    form: Form<Nothing>,
) -> Answer {
    match cancel::cancel(app, me.principal, id.0).await {
        Ok(()) => Ok(See::to(format!("/jobs/{}", id.0)).saying("notice-job-cancelled").into()),
        Err(error) => {
            let job = show::show_to(app, me.principal, id.0).await?;
            let view = JobView::new(&job, form.into_parts().0.refused(&error));
            Ok(Page::new("job.html", view).refusing(error).into())
        }
    }
}
