//! Inviting people: many addresses at once, each answered with a link that is shown this once.

use rocket::{Route, State, post, routes};
use serde::Serialize;

use super::invitations::page_refusing;
use super::listed::Listed;
use super::view::OrgView;
use crate::domain::invitations::invite::{Asked, Invite, Invited, invite};
use crate::domain::orgs::show::show;
use crate::domain::{App, Error};
use crate::i18n::Language;
use crate::model::{EmailAddress, Locale, OrgId, Role};
use crate::web::body::{Fields, FromBody, Node, Reason, readers};
use crate::web::pages::frame::form::language;
use crate::web::pages::frame::{Answer, Form, Page, SignedIn};
use crate::web::param::Param;

/// As many people as can be invited at once.
const MOST: usize = 200;

/// A message may be so long.
const MESSAGE_CHARS: usize = 500;

pub(super) fn routes() -> Vec<Route> {
    routes![submit_invitations]
}

#[derive(Serialize)]
struct InvitedView {
    org: OrgView,
    invited: Vec<InvitedRow>,
}

#[derive(Serialize)]
struct InvitedRow {
    email: String,
    link: String,
}

impl From<&Invited> for InvitedRow {
    fn from(invited: &Invited) -> Self {
        Self { email: invited.invitation.email.as_str().to_owned(), link: invited.link.clone() }
    }
}

/// Whom to invite, and as what.
struct InviteForm {
    emails: Listed,
    role: Role,
    message: Option<String>,
    /// The language of the letters.
    locale: Option<Locale>,
}

impl FromBody for InviteForm {
    fn read(fields: &mut Fields) -> Option<Self> {
        let emails = fields.required("emails", read_emails);
        let role = fields.required("role", readers::grantable_role);
        let message = fields.optional("message", readers::text_up_to(MESSAGE_CHARS));
        let message = message.filter(|message| !message.trim().is_empty());
        let locale = fields.optional("language", language).map(Language::locale);
        Some(Self { emails: emails?, role: role?, message, locale })
    }
}

fn read_emails(node: Node) -> Result<Listed, Reason> {
    let emails = Listed::read(&readers::text(node)?);
    match emails.len() {
        0 => Err(Reason::new("required", "Give at least one address.")),
        1..=MOST => Ok(emails),
        _ => Err(Reason::new("too_many", format!("At most {MOST} people can be invited at once."))),
    }
}

impl InviteForm {
    /// Whom to invite. Where no language was chosen the letters speak the sender's: of their setting, else of the page.
    fn invites(&self, sender: &SignedIn<'_>) -> Result<Vec<Invite>, Error> {
        let own = sender.principal.identity.user.locale.is_none().then(|| sender.visitor.language.locale());
        let emails = self.emails.parse(EmailAddress::parse)?;
        let invite = |email| Invite {
            email,
            role: self.role,
            message: self.message.clone(),
            locale: self.locale.clone().or_else(|| own.clone()),
        };
        Ok(emails.into_iter().map(invite).collect())
    }
}

#[post("/orgs/<id>/invitations", data = "<form>")]
async fn submit_invitations(
    app: &State<App>,
    me: SignedIn<'_>,
    id: Param<OrgId>,
    form: Form<InviteForm>,
) -> Answer {
    let (said, input) = form.into_parts();
    let form = match input {
        Ok(form) => form,
        Err(error) => return page_refusing(app, &me, id.0, said, Vec::new(), error).await,
    };
    let invited = match form.invites(&me) {
        Ok(invites) => invite(app, me.principal, id.0, invites, Asked::Typed).await,
        Err(error) => Err(error),
    };
    match invited {
        Ok(invited) => {
            let org = show(app, me.principal, id.0).await?;
            let view = InvitedView { org: (&org).into(), invited: invited.iter().map(Into::into).collect() };
            Ok(Page::new("orgs/invited.html", view).into())
        }
        Err(error) => {
            let wrong = form.emails.faults(&error);
            page_refusing(app, &me, id.0, said, wrong, error).await
        }
    }
}
