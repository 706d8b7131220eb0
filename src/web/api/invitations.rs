//! `/orgs/{id}/invitations`: inviting people into an org.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;

use super::wire::invitation::InvitationBody;
use super::wire::user::read_locale;
use crate::domain::App;
use crate::domain::invitations::invite::{self, Asked, Invite, Invited};
use crate::domain::invitations::{list, resend, revoke};
use crate::model::{EmailAddress, InvitationId, Locale, OrgId, Role};
use crate::web::answer::{ApiResult, Done, DoneResult, MadeOnce, MadeOnceResult, PageBody};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::Caller;
use crate::web::guards::idempotency_key::{IdempotencyKey, told};
use crate::web::param::{PageQuery, Param, StateQuery};

/// As many invitations as one call may make.
const MOST: usize = 200;

/// A message may be so long.
const MESSAGE_CHARS: usize = 500;

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![create_invitations, list_invitations, resend_invitation, delete_invitation]
}

/// Whom to invite, and as what.
#[derive(Debug, ToSchema)]
pub struct InviteInput {
    /// Whose address.
    #[schema(value_type = String, example = "adam@example.com")]
    pub email: EmailAddress,
    /// `owner`, `admin` or `member`; not above one's own.
    #[schema(value_type = String, example = "member")]
    pub role: Role,
    /// A word to them, up to 500 characters.
    pub message: Option<String>,
    /// The language of the letter; without it, that of whoever invites. Who has chosen one for their account gets theirs.
    #[schema(value_type = Option<String>, example = "en")]
    pub locale: Option<Locale>,
}

impl FromBody for InviteInput {
    fn read(fields: &mut Fields) -> Option<Self> {
        let email = fields.required("email", readers::parsed(EmailAddress::parse));
        let role = fields.required("role", readers::grantable_role);
        let message = fields.optional("message", readers::text_up_to(MESSAGE_CHARS));
        let locale = fields.optional("locale", read_locale);
        let message = message.filter(|message| !message.trim().is_empty());
        Some(Self { email: email?, role: role?, message, locale })
    }
}

impl From<InviteInput> for Invite {
    fn from(input: InviteInput) -> Self {
        Self { email: input.email, role: input.role, message: input.message, locale: input.locale }
    }
}

/// Many invitations.
#[derive(Debug, ToSchema)]
pub struct InviteManyInput {
    /// Up to 200, no address twice.
    #[schema(min_items = 1, max_items = 200)]
    pub invitations: Vec<InviteInput>,
}

/// One invitation, or many as `{"invitations": […]}`.
#[derive(Debug, ToSchema)]
#[schema(as = InviteBody)]
#[serde(untagged)]
pub enum InviteBody {
    /// One.
    One(InviteInput),
    /// Many.
    Many(InviteManyInput),
}

impl FromBody for InviteBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        if fields.has("invitations") {
            let invitations = fields.required_list("invitations", MOST)?;
            Some(Self::Many(InviteManyInput { invitations }))
        } else {
            InviteInput::read(fields).map(Self::One)
        }
    }
}

/// An invitation with the link to hand over where mail does not arrive.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitedBody {
    /// The invitation.
    #[serde(flatten)]
    pub invitation: InvitationBody,
    /// Shown once. Joins, and proves no mailbox. A secret.
    pub link: String,
}

impl From<&Invited> for InvitedBody {
    fn from(Invited { invitation, link }: &Invited) -> Self {
        Self { invitation: InvitationBody::new(invitation, invitation.created_at), link: link.clone() }
    }
}

/// Many invitations, in the order they were asked for.
#[derive(Debug, Serialize, ToSchema)]
pub struct InvitedManyBody {
    /// The invitations.
    pub invitations: Vec<InvitedBody>,
}

/// One invitation or many, as asked.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub enum InvitedAnswer {
    /// One.
    One(Box<InvitedBody>),
    /// Many.
    Many(InvitedManyBody),
}

impl InvitedAnswer {
    fn one(invited: &[Invited]) -> Self {
        Self::One(Box::new((&invited[0]).into()))
    }

    fn many(invited: &[Invited]) -> Self {
        Self::Many(InvitedManyBody { invitations: invited.iter().map(Into::into).collect() })
    }
}

/// Invite people.
///
/// All or none. Who has an open invitation gets it renewed, and its earlier links are void.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations", security(("bearer" = ["invitations:manage"])), request_body = InviteBody,
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("Idempotency-Key" = Option<String>, Header, description = "1 to 255 visible ASCII characters. The same call with the same key and body, within 24 hours, is answered alike and done once.", example = "0b1e7c62-5d0f-4c1e-9a57-2f7d3c6f8a11")
    ),
    responses(
        (status = 201, description = "The invitation or invitations, each with its link.", body = InvitedAnswer),
        (status = 409, description = "Somebody with this address is a member, or the idempotency key came with another request.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/orgs/<id>/invitations", data = "<body>")]
pub(crate) async fn create_invitations(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    key: IdempotencyKey<'_>,
    body: Body<InviteBody>,
) -> MadeOnceResult<InvitedAnswer> {
    let (asked, answer): (Asked, fn(&[Invited]) -> InvitedAnswer) = match &body.0 {
        InviteBody::One(_) => (Asked::One, InvitedAnswer::one),
        InviteBody::Many(_) => (Asked::Many, InvitedAnswer::many),
    };
    let once = key.of_caller(
        app,
        &caller.0,
        &body,
        match asked {
            Asked::One => |invited: &Vec<Invited>| told(&InvitedAnswer::one(invited)),
            Asked::Many | Asked::Typed => |invited: &Vec<Invited>| told(&InvitedAnswer::many(invited)),
        },
    );
    let wanted = match body.0 {
        InviteBody::One(input) => vec![input.into()],
        InviteBody::Many(input) => input.invitations.into_iter().map(Into::into).collect(),
    };
    let invited = invite::invite_once(app, &caller.0, id.0, wanted, asked, once).await?;
    Ok(MadeOnce(invited.map(|invited| answer(&invited))))
}

/// List an org's invitations.
///
/// With what became of each and of its letter. Links are never shown again.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations", security(("bearer" = ["invitations:manage"])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("state" = Option<String>, Query, description = "Only those `pending`, `accepted`, `declined`, `revoked` or `expired`."),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "The invitations.", body = PageBody<InvitationBody>))
)]
#[get("/orgs/<id>/invitations")]
pub(crate) async fn list_invitations(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    state: StateQuery,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<InvitationBody>> {
    let (invitations, now) = list::list(app, &caller.0, id.0, state.0, page.request).await?;
    Ok(Json(page.answer(invitations, |invitation| InvitationBody::new(&invitation, now))))
}

/// Send an invitation's letter again.
///
/// Pushes its expiry; earlier letters and the link stay good. An expired one is open again.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations", security(("bearer" = ["invitations:manage"])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("invitation_id" = Uuid, Path, description = "The invitation.")
    ),
    responses(
        (status = 200, description = "The invitation.", body = InvitationBody),
        (status = 409, description = "It was used, declined or taken back.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/orgs/<id>/invitations/<invitation_id>/resend")]
pub(crate) async fn resend_invitation(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    invitation_id: Param<InvitationId>,
) -> ApiResult<InvitationBody> {
    let (invitation, now) = resend::resend(app, &caller.0, id.0, invitation_id.0).await?;
    Ok(Json(InvitationBody::new(&invitation, now)))
}

/// Take an invitation back.
///
/// Its links are void at once.
#[utoipa::path(
    context_path = "/api/v1", tag = "Invitations", security(("bearer" = ["invitations:manage"])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("invitation_id" = Uuid, Path, description = "The invitation.")
    ),
    responses(
        (status = 204, description = "Taken back."),
        (status = 409, description = "It was used, declined or taken back before.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[delete("/orgs/<id>/invitations/<invitation_id>")]
pub(crate) async fn delete_invitation(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    invitation_id: Param<InvitationId>,
) -> DoneResult {
    revoke::revoke(app, &caller.0, id.0, invitation_id.0).await?;
    Ok(Done)
}
