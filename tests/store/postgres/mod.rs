//! What PostgreSQL promises beyond the contract, because its database is on a server, and others use it too.

mod asking;
mod losing;
mod nodes;
mod opening;
mod silence;
mod under_tls;

use std::path::Path;

use gatepost::store::{OpenError, OpenMode, ServerSettings, Store, StoreSettings};

use super::bench::deaf;

/// Opens a server's database.
fn open(server: ServerSettings, mode: OpenMode) -> Result<Store, OpenError> {
    let data = tempfile::tempdir().expect("a temporary directory can be made");
    let settings = StoreSettings { data: Path::join(data.path(), "data"), server: Some(server), mode };
    Store::open(&settings, deaf())
}

/// Why a database is not opened. It is one sentence that says what can be done, and tells no password.
#[track_caller]
fn refusal(server: ServerSettings, mode: OpenMode) -> OpenError {
    let refusal = open(server, mode).err().expect("this is not opened");
    let told = refusal.to_string();
    assert!(!told.contains('\n') && told.ends_with('.'), "{told}");
    assert!(told.contains(": "), "what can be done is missing: {told}");
    assert!(!told.contains("hunter2"), "{told}");
    refusal
}
