//! `/orgs/<id>/members/<user_id>`: one member; their role, letting them in, removing them.

use rocket::{Route, State, get, post, routes};
use serde::Serialize;

use super::view::{MemberView, OrgView};
use crate::domain::members::{change_role, remove, show as show_member_of};
use crate::domain::orgs::show::show;
use crate::domain::{App, Error};
use crate::model::{OrgId, Role, UserId};
use crate::web::body::{Fields, FromBody, readers};
use crate::web::pages::frame::form::Nothing;
use crate::web::pages::frame::{Answer, Form, FormView, Page, See, SignedIn};
use crate::web::param::Param;

pub(super) fn routes() -> Vec<Route> {
    routes![show_member, change_member_role, approve_member, remove_member]
}

#[derive(Serialize)]
struct MemberPage {
    org: OrgView,
    member: MemberView,
    form: FormView,
}

async fn page(
    app: &App,
    me: &SignedIn<'_>,
    org_id: OrgId,
    user_id: UserId,
    form: FormView,
) -> Result<Page, Error> {
    let org = show(app, me.principal, org_id).await?;
    let member = show_member_of::show(app, me.principal, org_id, user_id).await?;
    let view = MemberPage { org: (&org).into(), member: MemberView::new(&member, &org), form };
    Ok(Page::new("orgs/member.html", view))
}

/// The role to give.
struct RoleForm(Role);

impl FromBody for RoleForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        fields.required("role", readers::grantable_role).map(Self)
    }
}

#[get("/orgs/<id>/members/<user_id>")]
async fn show_member(app: &State<App>, me: SignedIn<'_>, id: Param<OrgId>, user_id: Param<UserId>) -> Answer {
    Ok(page(app, &me, id.0, user_id.0, FormView::blank()).await?.into())
}

#[post("/orgs/<id>/members/<user_id>/role", data = "<form>")]
async fn change_member_role(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    user_id: Param<UserId>,
    form: Form<RoleForm>,
) -> Answer {
    give_role(app, &me, id.0, user_id.0, form, "notice-role-changed").await
}

#[post("/orgs/<id>/members/<user_id>/approve", data = "<form>")]
async fn approve_member(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    user_id: Param<UserId>,
    form: Form<RoleForm>,
) -> Answer {
    give_role(app, &me, id.0, user_id.0, form, "notice-member-approved").await
}

/// Whoever waits is let in by any role.
async fn give_role(
    app: &App,
    me: &SignedIn<'_>,
    org_id: OrgId,
    user_id: UserId,
    form: Form<RoleForm>,
    notice: &'static str,
) -> Answer {
    let (said, input) = form.into_parts();
    let given = match input {
        Ok(RoleForm(role)) => change_role::change_role(app, me.principal, org_id, user_id, role).await,
        Err(error) => Err(error),
    };
    match given {
        Ok(_) => Ok(See::to(format!("/orgs/{org_id}/members")).saying(notice).into()),
        Err(error) => {
            let page = page(app, me, org_id, user_id, said.refused(&error)).await?;
            Ok(page.refusing(error).into())
        }
    }
}

#[post("/orgs/<id>/members/<user_id>/remove", data = "<form>")]
async fn remove_member(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    user_id: Param<UserId>,
    form: Form<Nothing>,
) -> Answer {
    let (said, _) = form.into_parts();
    match remove::remove(app, me.principal, id.0, user_id.0).await {
        Ok(()) => Ok(See::to(format!("/orgs/{}/members", id.0)).saying("notice-member-removed").into()),
        Err(error) => {
            let page = page(app, &me, id.0, user_id.0, said.refused(&error)).await?;
            Ok(page.refusing(error).into())
        }
    }
}
