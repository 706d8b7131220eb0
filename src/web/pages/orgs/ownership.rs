//! `/orgs/<id>/ownership`: an owner hands their place over to another member.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::view::{CHOICES, MemberView, OrgView};
use crate::domain::orgs::show::show_to;
use crate::domain::ownership_transfers::{cancel, list, start};
use crate::domain::{App, Error, members};
use crate::model::{
    OrgId, OwnershipTransfer, OwnershipTransferId, PageRequest, Password, Permission, Search, UserId,
};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

/// All that are open: an owner has one at most.
const OPEN: PageRequest = PageRequest { limit: 50, after: None };

/// All to choose from.
const MEMBERS: PageRequest = PageRequest { limit: CHOICES, after: None };

pub(super) fn routes() -> Vec<Route> {
    routes![show_ownership, submit_transfer, cancel_transfer]
}

#[derive(Serialize)]
struct OwnershipView {
    org: OrgView,
    transfers: Vec<TransferRow>,
    members: Vec<MemberView>,
    /// Whether there are more members than are offered.
    more: bool,
    search: String,
    form: FormView,
}

#[derive(Serialize)]
struct TransferRow {
    id: String,
    owner: String,
    successor: String,
    created_at: i64,
    expires_at: i64,
}

impl From<&OwnershipTransfer> for TransferRow {
    fn from(transfer: &OwnershipTransfer) -> Self {
        Self {
            id: transfer.id.to_string(),
            owner: transfer.owner.name.full(),
            successor: transfer.successor.called(),
            created_at: transfer.created_at.as_microsecond(),
            expires_at: transfer.expires_at.as_microsecond(),
        }
    }
}

async fn page(
    app: &App,
    me: &SignedIn<'_>,
    org_id: OrgId,
    search: &str,
    form: FormView,
) -> Result<Page, Error> {
    let org = show_to(app, me.principal, org_id, Permission::TransferOwnership).await?;
    let transfers = list::list(app, me.principal, org_id, OPEN).await?;
    let found = Search::parse(search).ok();
    let members = members::list::list(app, me.principal, org_id, found, MEMBERS).await?;
    let view = OwnershipView {
        org: (&org).into(),
        transfers: transfers.items.iter().map(Into::into).collect(),
        members: members.items.iter().map(|member| MemberView::new(member, &org)).collect(),
        more: members.next.is_some(),
        search: search.to_owned(),
        form,
    };
    Ok(Page::new("orgs/ownership.html", view))
}

/// Whom to ask.
struct TransferForm {
    user_id: UserId,
    password: Password,
}

impl FromBody for TransferForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let user_id = fields.required("user_id", readers::id);
        let password = fields.required("password", readers::presented_password);
        Some(Self { user_id: user_id?, password: password? })
    }
}

fn address(org_id: OrgId) -> String {
    format!("/orgs/{org_id}/ownership")
}

#[get("/orgs/<id>/ownership?<search>")]
async fn show_ownership(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    search: Option<&str>,
) -> Answer {
    Ok(page(app, &me, id.0, search.unwrap_or_default(), FormView::blank()).await?.into())
}

#[post("/orgs/<id>/ownership", data = "<form>")]
async fn submit_transfer(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    form: Form<TransferForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let asked = match input {
        Ok(TransferForm { user_id, password }) => {
            start::start(app, me.principal, id.0, user_id, password).await
        }
        Err(error) => Err(error),
    };
    match asked {
        Ok(_) => Ok(See::to(address(id.0)).saying("notice-transfer-asked").into()),
        Err(error) => {
            let search = said.value("search").unwrap_or_default().to_owned();
            Ok(page(app, &me, id.0, &search, said.refused(&error)).await?.refusing(error).into())
        }
    }
}

#[post("/orgs/<id>/ownership/<transfer_id>/cancel", data = "<form>")]
async fn cancel_transfer(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    transfer_id: Param<OwnershipTransferId>,
    form: Form<Nothing>,
) -> Answer {
    let (said, _) = form.into_parts();
    match cancel::cancel(app, me.principal, id.0, transfer_id.0).await {
        Ok(()) => Ok(See::to(address(id.0)).saying("notice-transfer-cancelled").into()),
        Err(error) => Ok(page(app, &me, id.0, "", said.refused(&error)).await?.refusing(error).into()),
    }
}
