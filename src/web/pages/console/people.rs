//! `/admin/people`: everybody there is, to be searched.

use rocket::{Route, State, get, routes};
use serde::Serialize;

use super::filters::Filters;
use super::micros;
use super::operating::Operating;
use crate::domain::App;
use crate::domain::operators::users::list;
use crate::model::User;
use crate::web::pages::frame::list::Part;
use crate::web::pages::frame::{Answer, FormView, Page};

pub(super) fn routes() -> Vec<Route> {
    routes![show_people]
}

#[derive(Serialize)]
struct PeopleView {
    form: FormView,
    people: Vec<ListedPerson>,
    next: Option<String>,
}

/// A person as a list shows them.
#[derive(Serialize)]
struct ListedPerson {
    id: String,
    name: String,
    email: String,
    username: Option<String>,
    state: &'static str,
    operator: bool,
    created_at: i64,
    last_login_at: Option<i64>,
}

impl From<&User> for ListedPerson {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.to_string(),
            name: user.called(),
            email: user.email.address.as_str().to_owned(),
            username: user.username.as_ref().map(|username| username.as_str().to_owned()),
            state: user.state.as_str(),
            operator: user.operator,
            created_at: micros(user.created_at),
            last_login_at: user.last_login_at.map(micros),
        }
    }
}

#[get("/admin/people?<search>")]
async fn show_people(
    app: &State<App>,
    operator: Operating<'_>,
    search: Option<&str>,
    part: Part<'_>,
) -> Answer {
    let mut filters = Filters::default();
    let search = filters.search(search);
    let (form, people) = filters.list(list::list(app, operator.0, search, part.request)).await?;
    let view =
        PeopleView { form, next: part.next(&people), people: people.items.iter().map(Into::into).collect() };
    Ok(Page::new("console/people.html", view).into())
}
