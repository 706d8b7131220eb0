//! The app schema and its domains.

use gatepost::domain::dev::demo;
use gatepost::domain::sign_up_domains::list::list_all;
use gatepost::web::dialects::backstack::wire::ids;

use super::load;
use crate::support::TestApp;

#[rocket::async_test]
async fn the_domains_available_for_sign_up_are_listed_and_the_schema_has_them_all() {
    let app = TestApp::start().await;
    demo::ensure(&app.app).await.expect("the demo data is made");
    let domains = list_all(&app.app).await.expect("the database answers");
    let open = domains.iter().find(|domain| domain.allow_signup).expect("an open domain");
    let closed = domains.iter().find(|domain| !domain.allow_signup).expect("a closed domain");
    load("d3_domains")
        .with("open", &ids::domain(open.id))
        .with("open_version", &ids::version(open.version.id))
        .send(&app)
        .await
        .matches();
    load("d3_schema")
        .with("open", &ids::domain(open.id))
        .with("open_version", &ids::version(open.version.id))
        .with("closed", &ids::domain(closed.id))
        .with("closed_version", &ids::version(closed.version.id))
        .send(&app)
        .await
        .matches();
}
