//! `/orgs/{id}/ownership-transfers` and `/ownership-transfers/{token}`: handing an org over.

use rocket::serde::json::Json;
use rocket::{Route, State, delete, get, post, routes};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::wire::org::{MembershipBody, OrgNameBody};
use super::wire::user::{NamedUserBody, PersonBody};
use crate::domain::App;
use crate::domain::ownership_transfers::look::Seen;
use crate::domain::ownership_transfers::{accept, cancel, decline, list, look, start};
use crate::model::{OrgId, OwnershipTransfer, OwnershipTransferId, Password, UserId};
use crate::web::answer::{ApiResult, Created, CreatedResult, Done, DoneResult, PageBody, time};
use crate::web::body::{Body, Fields, FromBody, readers};
use crate::web::guards::caller::{Caller, MaybeCaller};
use crate::web::guards::client::Client;
use crate::web::param::{PageQuery, Param};

/// The routes of this file.
pub fn routes() -> Vec<Route> {
    routes![
        create_ownership_transfer,
        list_ownership_transfers,
        delete_ownership_transfer,
        show_ownership_transfer,
        accept_ownership_transfer,
        decline_ownership_transfer
    ]
}

/// That an owner asks a member to take their place.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnershipTransferBody {
    /// The transfer's id.
    pub id: Uuid,
    /// The member who is asked.
    pub user: PersonBody,
    /// The owner who asks.
    pub owner: NamedUserBody,
    /// When it was asked.
    pub created_at: String,
    /// Until when it can be accepted.
    pub expires_at: String,
}

impl From<&OwnershipTransfer> for OwnershipTransferBody {
    fn from(transfer: &OwnershipTransfer) -> Self {
        Self {
            id: transfer.id.uuid(),
            user: (&transfer.successor).into(),
            owner: (&transfer.owner).into(),
            created_at: time(transfer.created_at),
            expires_at: time(transfer.expires_at),
        }
    }
}

/// Whom to ask.
#[derive(Debug, ToSchema)]
pub struct CreateOwnershipTransferBody {
    /// Another member.
    #[schema(value_type = Uuid)]
    pub user_id: UserId,
    /// My password.
    #[schema(value_type = String, format = "password")]
    pub password: Password,
}

impl FromBody for CreateOwnershipTransferBody {
    fn read(fields: &mut Fields) -> Option<Self> {
        let user_id = fields.required("user_id", readers::id);
        let password = fields.required("password", readers::presented_password);
        Some(Self { user_id: user_id?, password: password? })
    }
}

/// Ask a member to take my place as an owner.
///
/// They get a letter, the other owners are told. When they accept, they are an owner and I am an admin.
/// Asking again voids what I asked before.
#[utoipa::path(
    context_path = "/api/v1", tag = "Ownership transfers", security(("bearer" = [])),
    request_body = CreateOwnershipTransferBody,
    params(("id" = Uuid, Path, description = "The org.")),
    responses(
        (status = 201, description = "Asked.", body = OwnershipTransferBody),
        (status = 409, description = "The member waits for approval, is suspended, or has not proven their mailbox.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/orgs/<id>/ownership-transfers", data = "<body>")]
pub(crate) async fn create_ownership_transfer(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    body: Body<CreateOwnershipTransferBody>,
) -> CreatedResult<OwnershipTransferBody> {
    let transfer = start::start(app, &caller.0, id.0, body.0.user_id, body.0.password).await?;
    Ok(Created((&transfer).into()))
}

/// List an org's open ownership transfers.
///
/// Its owners may.
#[utoipa::path(
    context_path = "/api/v1", tag = "Ownership transfers", security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("limit" = Option<u32>, Query, description = "At most so many, 1 to 200; 50 if not given.", minimum = 1, maximum = 200),
        ("cursor" = Option<String>, Query, description = "`next_cursor` of the page before.")
    ),
    responses((status = 200, description = "Those that can be accepted.", body = PageBody<OwnershipTransferBody>))
)]
#[get("/orgs/<id>/ownership-transfers")]
pub(crate) async fn list_ownership_transfers(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    page: PageQuery<'_>,
) -> ApiResult<PageBody<OwnershipTransferBody>> {
    let transfers = list::list(app, &caller.0, id.0, page.request).await?;
    Ok(Json(page.answer(transfers, |transfer| (&transfer).into())))
}

/// Take an ownership transfer back.
///
/// Any owner may, whoever asked. Its link is void at once.
#[utoipa::path(
    context_path = "/api/v1", tag = "Ownership transfers", security(("bearer" = [])),
    params(
        ("id" = Uuid, Path, description = "The org."),
        ("transfer_id" = Uuid, Path, description = "The transfer.")
    ),
    responses(
        (status = 204, description = "Taken back."),
        (status = 409, description = "It is over.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[delete("/orgs/<id>/ownership-transfers/<transfer_id>")]
pub(crate) async fn delete_ownership_transfer(
    app: &State<App>,
    caller: Caller,
    id: Param<OrgId>,
    transfer_id: Param<OwnershipTransferId>,
) -> DoneResult {
    cancel::cancel(app, &caller.0, id.0, transfer_id.0).await?;
    Ok(Done)
}

/// An ownership transfer as the holder of its letter sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct MyOwnershipTransferBody {
    /// The transfer's id.
    pub id: Uuid,
    /// Of which org.
    pub org: OrgNameBody,
    /// The owner who asks.
    pub owner: NamedUserBody,
    /// The member who is asked: they have to be signed in to accept.
    pub user: NamedUserBody,
    /// Until when it can be accepted.
    pub expires_at: String,
}

impl From<&Seen> for MyOwnershipTransferBody {
    fn from(seen: &Seen) -> Self {
        let transfer = &seen.transfer;
        Self {
            id: transfer.id.uuid(),
            org: (&seen.org).into(),
            owner: (&transfer.owner).into(),
            user: (&transfer.successor.named()).into(),
            expires_at: time(transfer.expires_at),
        }
    }
}

/// Look at an ownership transfer.
///
/// Changes nothing.
#[utoipa::path(
    context_path = "/api/v1", tag = "Ownership transfers",
    params(("token" = String, Path, description = "The token of the letter.")),
    responses(
        (status = 200, description = "It can be accepted.", body = MyOwnershipTransferBody),
        (status = 409, description = "Who asked is no owner any more, or who was asked has left.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "It is over.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[get("/ownership-transfers/<token>")]
pub(crate) async fn show_ownership_transfer(
    app: &State<App>,
    client: Client,
    token: &str,
) -> ApiResult<MyOwnershipTransferBody> {
    Ok(Json((&look::look(app, &client.0, token).await?).into()))
}

/// Accept an ownership transfer.
///
/// Signed in as the member who was asked. I am an owner from now on, and who asked is an admin.
#[utoipa::path(
    context_path = "/api/v1", tag = "Ownership transfers", security(("bearer" = [])),
    params(("token" = String, Path, description = "The token of the letter.")),
    responses(
        (status = 200, description = "I am an owner.", body = MembershipBody),
        (status = 409, description = "Who asked is no owner any more, or I do not belong to the org.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "It is over.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/ownership-transfers/<token>/accept")]
pub(crate) async fn accept_ownership_transfer(
    app: &State<App>,
    caller: MaybeCaller,
    client: Client,
    token: &str,
) -> ApiResult<MembershipBody> {
    let membership = accept::accept(app, &client.0, caller.0.as_ref(), token).await?;
    Ok(Json((&membership).into()))
}

/// Decline an ownership transfer.
///
/// Whoever holds the letter can; who asked is told.
#[utoipa::path(
    context_path = "/api/v1", tag = "Ownership transfers",
    params(("token" = String, Path, description = "The token of the letter.")),
    responses(
        (status = 204, description = "Declined."),
        (status = 409, description = "Who asked is no owner any more, or who was asked has left.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
        (status = 410, description = "It is over.", body = crate::web::problem::ProblemBody, content_type = "application/problem+json"),
    )
)]
#[post("/ownership-transfers/<token>/decline")]
pub(crate) async fn decline_ownership_transfer(
    app: &State<App>,
    caller: MaybeCaller,
    client: Client,
    token: &str,
) -> DoneResult {
    decline::decline(app, &client.0, caller.0.as_ref(), token).await?;
    Ok(Done)
}
