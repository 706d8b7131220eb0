//! The pages there are, and all that the service remembers.

use std::collections::BTreeSet;
use std::path::Path;

use gatepost::web::dialects::{backstack, cycle, pm415, polygonid};
use gatepost::web::pages;
use rocket::http::Method;
use rusqlite::Connection;

use crate::support::{ColumnAtRest, Person, TestApp};

/// What stands for an id that names nothing.
const NOTHING: &str = "01970000-0000-7000-8000-000000000000";

/// The paths of every page, as somebody would open them.
pub fn shown(app: &TestApp, person: &Person) -> Vec<String> {
    let of_pages: BTreeSet<String> =
        pages::routes().iter().map(|route| format!("{} {}", route.method, route.uri.path())).collect();
    let is_page = |route: &&rocket::Route| {
        route.method == Method::Get && of_pages.contains(&format!("{} {}", route.method, route.uri.path()))
    };
    let paths = app.rocket().routes().filter(is_page).map(|route| filled(route.uri.path(), person));
    paths.filter(|path| !path.starts_with("/static/")).collect()
}

/// The paths that take a form: whatever takes a POST, but for the interfaces of programs.
pub fn posted(app: &TestApp, person: &Person) -> Vec<String> {
    let for_programs: Vec<&str> =
        [polygonid::BASES, pm415::BASES, cycle::BASES, backstack::BASES, &["/api/v1"]]
            .into_iter()
            .flatten()
            .copied()
            .collect();
    let is_form = |route: &&rocket::Route| {
        let path = route.uri.path();
        let changes = !matches!(route.method, Method::Get | Method::Head | Method::Options);
        changes && !for_programs.iter().any(|base| path.starts_with(base)) && !path.starts_with("/dev/")
    };
    let forms = app.rocket().routes().filter(is_form);
    let paths: BTreeSet<String> = forms
        .map(|route| {
            assert_eq!(route.method, Method::Post, "a browser's form sends nothing else: {}", route.uri);
            filled(route.uri.path(), person)
        })
        .collect();
    paths.into_iter().collect()
}

/// A path with something in the place of its parameters: in the first, what may name the person's org.
fn filled(path: &str, person: &Person) -> String {
    let mut ids = [person.org_id.as_str()].into_iter().chain(std::iter::repeat(NOTHING));
    let fill = |part: &str| {
        if part.starts_with('<') { ids.next().unwrap_or(NOTHING).to_owned() } else { part.to_owned() }
    };
    path.split('/').map(fill).collect::<Vec<_>>().join("/")
}

/// Everything that rests in the database, in order; on a server, all values that are no numbers.
pub fn rows(app: &TestApp) -> Vec<String> {
    let file = app.data().join("gatepost.db");
    if file.exists() {
        return rows_of_file(&file);
    }
    let values = |column: ColumnAtRest| {
        let (place, text) = (format!("{}.{}", column.table, column.name), column.text());
        text.lines().map(|value| format!("{place}: {value}")).collect::<Vec<_>>()
    };
    let mut found: Vec<String> = app.at_rest().into_iter().flat_map(values).collect();
    found.sort();
    found
}

/// Every row of every table of a database's file, in order.
fn rows_of_file(file: &Path) -> Vec<String> {
    let database = Connection::open(file).unwrap();
    let mut tables =
        database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut found = Vec::new();
    for table in tables {
        let mut statement = database.prepare(&format!("SELECT * FROM {table} ORDER BY 1, 2")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<_> =
                (0..columns).map(|column| format!("{:?}", row.get_ref(column).unwrap())).collect();
            found.push(format!("{table}: {}", values.join(", ")));
        }
    }
    found
}

/// Asserts that nothing was written; what was is told.
#[track_caller]
pub fn assert_unchanged(app: &TestApp, before: &[String], by: &str) {
    let now = rows(app);
    let written: Vec<_> = now.iter().filter(|row| !before.contains(row)).collect();
    assert!(now == before, "{by} wrote: {written:#?}");
}

#[rocket::async_test]
async fn the_pages_are_found() {
    let app = TestApp::start().await;
    let june = super::all_seeing(&app).await;
    let (shown, posted) = (shown(&app, &june), posted(&app, &june));
    for path in ["/", "/sign-in", "/sign-up", "/invitation", "/not-me"] {
        assert!(shown.iter().any(|found| found == path), "{path} is not among {shown:?}");
    }
    for path in ["/sign-in", "/sign-out", "/invitation/accept", "/not-me"] {
        assert!(posted.iter().any(|found| found == path), "{path} is not among {posted:?}");
    }
    assert!(!rows(&app).is_empty());
}
