//! No recorded exchange is forgotten: each is named by a test of its dialect.

use std::fs;
use std::path::{Path, PathBuf};

use gatepost::web::dialects::answered;

use crate::support::{fixture, web_settings};

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths
}

#[test]
fn every_fixture_is_tried() {
    for surface in answered(&web_settings()) {
        let folder = fixture::folder(surface.dialect.as_str());
        let tests = files(folder.parent().expect("a dialect's folder"), "rs");
        let tests: String = tests.iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        let fixtures = files(&folder, "http");
        assert!(!fixtures.is_empty(), "{}", folder.display());
        for fixture in fixtures {
            let case = fixture.file_stem().and_then(|name| name.to_str()).expect("a name");
            assert!(tests.contains(&format!("{case}\"")), "no test loads {}", fixture.display());
        }
    }
}
