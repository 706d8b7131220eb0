//! `/admin/mail`: letters on their way.

use rocket::serde::json::Json;
use rocket::{Route, State, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::App;
use crate::domain::operators::mail::list::{self, LetterFilter};
use crate::domain::operators::mail::show::{self, ShownLetter};
use crate::domain::operators::mail::{cancel, resend, send_test};
use crate::model::{EmailAddress, LetterDelivery, LetterId};
use crate::web::answer::{ApiResult, Created, CreatedResult, PageBody, time};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::operator::Operator;
use crate::web::param::{MailStageQuery, PageQuery, Param, SearchQuery};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![list_letters, show_letter, resend_letter, cancel_letter, create_test_letter]
}

/// A letter, and how its delivery goes. What it says is not told.
#[derive(Debug, Serialize, ToSchema)]
pub struct LetterBody {
    /// The letter's id.
    pub id: Uuid,
    /// Which letter it is.
    #[schema(example = "activation")]
    pub kind: String,
    /// Where it goes.
    #[schema(example = "june@example.com")]
    pub recipient: String,
    /// `queued`, `sent`, `failed` or `cancelled`.
    #[schema(example = "queued")]
    pub state: &'static str,
    /// The mail server's last words, or what the delivery noted; null until it was tried.
    #[schema(example = "451 4.7.1 Greylisted, try again later")]
    pub detail: Option<String>,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was queued.
    pub created_at: String,
    /// When it is tried next; null once nothing more becomes of it.
    pub next_attempt_at: Option<String>,
    /// From when on it is pointless, and given up.
    pub expires_at: String,
    /// When it was sent, given up or taken back.
    pub finished_at: Option<String>,
}

impl From<&LetterDelivery> for LetterBody {
    fn from(delivery: &LetterDelivery) -> Self {
        let letter = &delivery.letter;
        Self {
            id: letter.id.uuid(),
            kind: letter.kind.clone(),
            recipient: letter.recipient.clone(),
            state: letter.mail.stage.as_str(),
            detail: letter.mail.detail.clone(),
            attempts: delivery.attempts,
            created_at: time(letter.created_at),
            next_attempt_at: delivery.next_attempt_at.map(time),
            expires_at: time(delivery.expires_at),
            finished_at: delivery.finished_at.map(time),
        }
    }
}

/// A letter, with what was said with the mail server.
#[derive(Debug, Serialize, ToSchema)]
pub struct ShownLetterBody {
    /// The letter.
    #[serde(flatten)]
    pub letter: LetterBody,
    /// What was said at the last try, line by line: `>` what we said, `<` what the mail server answered, `=` what happened.
    #[schema(example = json!(["> RCPT TO:<june@example.com>", "< 451 4.7.1 Greylisted, try again later"]))]
    pub dialogue: Vec<String>,
}

impl From<ShownLetter> for ShownLetterBody {
    fn from(shown: ShownLetter) -> Self {
        Self { letter: (&shown.delivery).into(), dialogue: shown.dialogue }
    }
}

/// List the letters.
///
/// Those that wait, and those of the last 30 days, the newest first; with `search`, those to addresses that begin with
/// it.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(
        ("state" = Option<String>, Query, description = "Only what stands there: `queued`, `sent`, `failed` or `cancelled`.", example = "queued"),
        ("search" = Option<String>, Query, description = "The beginning of an address.", example = "june@"),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The letters.", body = PageBody<LetterBody>))
)]
#[get("/admin/mail")]
pub(crate) async fn list_letters(
    app: &State<App>,
    operator: Operator,
    stage: MailStageQuery,
    search: SearchQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<LetterBody>> {
    let filter = LetterFilter { stage: stage.0, recipient: search.0 };
    let letters = list::list(app, &operator.0, filter, page.request).await?;
    Ok(Json(page.answer(letters, |delivery| (&delivery).into())))
}

/// Show a letter's delivery.
///
/// With what was said with the mail server at the last try.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The letter.")),
    responses((status = 200, description = "The letter.", body = ShownLetterBody))
)]
#[get("/admin/mail/<id>")]
pub(crate) async fn show_letter(
    app: &State<App>,
    operator: Operator,
    id: Param<LetterId>,
) -> ApiResult<ShownLetterBody> {
    Ok(Json(show::show(app, &operator.0, id.0).await?.into()))
}

/// Try a letter again now.
///
/// One that waits for its next try. What a letter says is forgotten once it was sent or given up.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The letter.")),
    responses(
        (status = 200, description = "The letter.", body = ShownLetterBody),
        (status = 409, description = "The letter does not wait any more.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/admin/mail/<id>/resend")]
pub(crate) async fn resend_letter(
    app: &State<App>,
    operator: Operator,
    id: Param<LetterId>,
) -> ApiResult<ShownLetterBody> {
    Ok(Json(resend::resend(app, &operator.0, id.0).await?.into()))
}

/// Take a letter back.
///
/// One that has not gone out. What it says is forgotten. If it is on its way at this very moment, it may still arrive.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "The letter.")),
    responses(
        (status = 200, description = "The letter.", body = ShownLetterBody),
        (status = 409, description = "The letter does not wait any more.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/admin/mail/<id>/cancel")]
pub(crate) async fn cancel_letter(
    app: &State<App>,
    operator: Operator,
    id: Param<LetterId>,
) -> ApiResult<ShownLetterBody> {
    Ok(Json(cancel::cancel(app, &operator.0, id.0).await?.into()))
}

/// Where to send a test letter.
#[derive(Debug, ToSchema)]
pub struct TestLetterInput {
    /// An address whose mailbox you read.
    #[schema(value_type = String, format = "email", example = "june@example.com")]
    pub to: EmailAddress,
}

impl FromBody for TestLetterInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        Some(Self { to: fields.required("to", readers::parsed(EmailAddress::parse))? })
    }
}

/// Send a test letter.
///
/// It takes the way of every letter. Look at it by its id to see what the mail server says.
#[utoipa::path(
    context_path = "/api/v1", tag = "Operators", security(("bearer" = [])), request_body = TestLetterInput,
    responses((status = 201, description = "The letter, queued.", body = ShownLetterBody))
)]
#[post("/admin/mail/test", data = "<body>")]
pub(crate) async fn create_test_letter(
    app: &State<App>,
    operator: Operator,
    body: Body<TestLetterInput>,
) -> CreatedResult<ShownLetterBody> {
    Ok(Created(send_test::send_test(app, &operator.0, body.0.to).await?.into()))
}
