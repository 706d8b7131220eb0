//! Sequences that once broke something: each file under `kept` is run as it was found, by one client and by several.

use std::fs;
use std::path::Path;

use gatepost::domain::Error;
use gatepost::domain::error::Unauthenticated;
use gatepost::domain::orgs::create::{CreateOrg, create};
use gatepost::domain::sessions::authenticate::authenticate;
use gatepost::model::{ClientInfo, Face, OrgName};

use super::operation::Operation;
use super::sequence::{CROWD, run};
use crate::support::TestApp;

/// The sequences with the names of their files.
fn kept() -> Vec<(String, Vec<Operation>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/properties/kept");
    let read = |file: fs::DirEntry| {
        let text = fs::read_to_string(file.path()).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        (file.file_name().to_string_lossy().into_owned(), lines.map(|line| line.parse().unwrap()).collect())
    };
    fs::read_dir(folder).unwrap().map(|file| read(file.unwrap())).collect()
}

#[rocket::async_test]
async fn what_once_broke_a_rule_breaks_none() {
    for (name, operations) in kept() {
        for clients in [1, CROWD] {
            if let Err(broken) = run(&operations, clients).await {
                panic!("{name}, {clients} clients: {broken}");
            }
        }
    }
}

/// Found by eight clients: the deletion was asked for between the authentication of the call and its transaction, and the
/// org had nobody but an owner who was to be erased.
#[rocket::async_test]
async fn who_asked_to_be_deleted_meanwhile_founds_no_org() {
    let app = TestApp::start().await;
    let june = app.loner("june@acme.example").await;
    let client = ClientInfo { ip: [127, 0, 0, 1].into(), user_agent: None, face: Face::Native, locale: None };
    let caller = authenticate(&app.app, &june.token, client).await.unwrap();
    june.delete_account(&app).await.expect(202);
    let input = CreateOrg { name: OrgName::parse("Acme").unwrap(), country: None };
    let refusal = create(&app.app, &caller, input).await;
    assert!(matches!(refusal, Err(Error::Unauthenticated(Unauthenticated::NotSignedIn))), "{refusal:?}");
}
