//! The picture beside the product's name.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rocket::http::ContentType;

/// The largest picture: it goes with every page.
const MOST_BYTES: usize = 256 * 1024;

/// What every PNG file begins with (PNG specification, §5.2).
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture, read once at the start.
#[derive(Clone)]
pub struct Logo {
    pub(super) content_type: ContentType,
    pub(super) bytes: Vec<u8>,
}

/// Why a file is no logo.
#[derive(Debug, thiserror::Error)]
pub enum LogoError {
    /// It can't be read.
    #[error("the logo {} can't be read: {error}", path.display())]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// It is too large to go with every page.
    #[error("the logo {} is larger than {} KiB", .0.display(), MOST_BYTES / 1024)]
    TooLarge(PathBuf),
    /// It is something else.
    #[error("the logo {} is neither an SVG nor a PNG picture", .0.display())]
    NoPicture(PathBuf),
}

impl Logo {
    /// Reads a picture. What it is, its content tells.
    ///
    /// # Errors
    /// [`LogoError`].
    pub fn read(path: &Path) -> Result<Self, LogoError> {
        let bytes = fs::read(path).map_err(|error| LogoError::Unreadable { path: path.to_owned(), error })?;
        if bytes.len() > MOST_BYTES {
            return Err(LogoError::TooLarge(path.to_owned()));
        }
        let is_svg = || str::from_utf8(&bytes).is_ok_and(|text| text.contains("<svg"));
        let content_type = match () {
            () if bytes.starts_with(PNG) => ContentType::PNG,
            () if is_svg() => ContentType::SVG,
            () => return Err(LogoError::NoPicture(path.to_owned())),
        };
        Ok(Self { content_type, bytes })
    }
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Logo").field("content_type", &self.content_type).finish_non_exhaustive()
    }
}
