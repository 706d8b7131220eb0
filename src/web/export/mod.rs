//! The archive of everything that is held about a person: one zip of JSON files, with a page that shows them.
//!
//! The JSON has the shapes of the native API. The archive is written into a temporary file that has no name, so that
//! nothing of it is left behind, and sent from there.

mod page;
mod parts;

use std::fs::File;
use std::io::{self, Seek, SeekFrom, Write as _};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::domain::accounts::export::Everything;

/// An archive, ready to be sent.
pub(super) struct Archive {
    /// The file, at its beginning.
    pub(super) file: File,
    /// Its length in bytes.
    pub(super) length: u64,
}

/// Writes the archive. Blocks: not for async threads.
///
/// # Errors
/// When there is no room for the temporary file.
pub(super) fn write(everything: &Everything, product: &str) -> io::Result<Archive> {
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
