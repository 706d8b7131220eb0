//! Sequences that once broke something: each file under `kept` is run as it was found, by one client and by several.

use std::fs;
use std::path::Path;

use super::operation::Operation;
use super::sequence::{CROWD, run};

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
