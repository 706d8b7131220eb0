//! The archive of everything that is held about a person: one zip of JSON files, with a page that shows them.
//!
//! The JSON has the shapes of the native API. The archive is written into a temporary file that has no name, so that
//! nothing of it is left behind, and sent from there.

mod page;
mod parts;

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write as _};
use std::sync::Arc;

use rocket::Request;
use rocket::http::{ContentType, Header};
use rocket::response::{self, Responder, Response};
use rocket::tokio::task::spawn_blocking;
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::domain::accounts::export::{self as operation, Everything};
use crate::domain::{App, Error};
use crate::model::Principal;

/// An archive on its way out, to be kept.
pub(crate) struct Archive {
    /// The file, at its beginning.
    file: File,
    /// Its length in bytes.
    length: u64,
}

impl<'r> Responder<'r, 'static> for Archive {
    fn respond_to(self, _: &'r Request<'_>) -> response::Result<'static> {
        let length = usize::try_from(self.length).ok();
        Response::build()
            .header(ContentType::ZIP)
            .header(Header::new("Content-Disposition", "attachment; filename=\"export.zip\""))
            .sized_body(length, tokio::fs::File::from_std(self.file))
            .ok()
    }
}

/// The archive of everything that is held about the caller.
///
/// # Errors
/// As the operation; `Internal` when there is no room for the temporary file.
pub(crate) async fn archive(app: &App, principal: &Principal) -> Result<Archive, Error> {
    let everything = operation::export(app, principal).await?;
    let product = app.rules.product.clone();
    let written = spawn_blocking(move || write(&everything, &product)).await;
    let written = written.unwrap_or_else(|stopped| Err(stopped.into()));
    written.map_err(|fault| Error::Internal(Arc::new(fault)))
}

/// Writes the archive. Blocks: not for async threads.
///
/// # Errors
/// When there is no room for the temporary file.
fn write(everything: &Everything, product: &str) -> io::Result<Archive> {
    let parts = parts::of(everything);
    let mut zip = ZipWriter::new(tempfile::tempfile()?);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file("index.html", options)?;
    zip.write_all(page::render(&parts, product, everything.at)?.as_bytes())?;
    for part in &parts {
        zip.start_file(part.file, options)?;
        serde_json::to_writer_pretty(&mut zip, &part.content)?;
    }
    let mut file = zip.finish()?;
    let length = file.seek(SeekFrom::End(0))?;
    file.rewind()?;
    Ok(Archive { file, length })
}
