//! Letters as files: one `<letter id>.eml` each, for who has no mail server or has another program send them.

use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use lettre::message::Mailbox;

use super::message::compose;
use super::{Delivered, DeliveryError, OutgoingLetter, TransportError};

/// Writes letters into a directory.
#[derive(Debug)]
pub struct FileTransport {
    directory: PathBuf,
    from: Mailbox,
}

impl FileTransport {
    /// Makes the directory when it is missing, readable by its owner alone: letters hold live links.
    ///
    /// # Errors
    /// [`TransportError::Directory`].
    pub fn new(directory: PathBuf, from: Mailbox) -> Result<Self, TransportError> {
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&directory)
            .map_err(|source| TransportError::Directory { path: directory.clone(), source })?;
        Ok(Self { directory, from })
    }

    pub(super) async fn send(&self, letter: &OutgoingLetter<'_>) -> Result<Delivered, DeliveryError> {
        let message = compose(&self.from, letter)?.formatted();
        let name = format!("{}.eml", letter.id);
        let path = self.directory.join(&name);
        let written = tokio::task::spawn_blocking(move || write_whole(&path, &message)).await;
        let failed =
            |words: String| DeliveryError::transient(&format!("{name} could not be written: {words}"));
        match written {
            Ok(Ok(())) => Ok(Delivered::with_reply(&format!("written to {name}"))),
            Ok(Err(error)) => Err(failed(error.to_string())),
            Err(_) => Err(failed("the program is stopping".to_owned())),
        }
    }
}

/// Writes a file so that who looks into the directory sees all of it or nothing, even after a crash.
fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("eml.part");
    let mut file =
        OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    fs::rename(&unfinished, path)?;
    match path.parent() {
        Some(directory) => fs::File::open(directory)?.sync_all(),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::mail::RenderedLetter;
    use crate::model::{LetterId, Timestamp};

    const ID: &str = "01932c07-209c-7f5b-8a3e-0123456789ab";

    fn sender() -> Mailbox {
        "no-reply@example.com".parse().unwrap()
    }

    async fn send(transport: &FileTransport) -> Result<Delivered, DeliveryError> {
        let rendered = RenderedLetter {
            subject: "Hello".to_owned(),
            text: "https://accounts.example.com/activate?token=sample\n".to_owned(),
            html: "<p>Hello</p>".to_owned(),
        };
        let id: LetterId = ID.parse().unwrap();
        let letter = OutgoingLetter {
            id,
            to: "june@example.org",
            rendered: &rendered,
            created_at: Timestamp::UNIX_EPOCH,
        };
        transport.send(&letter).await
    }

    #[tokio::test]
    async fn a_letter_sent_twice_is_one_file_that_only_its_owner_reads() {
        let scratch = tempfile::tempdir().unwrap();
        let directory = scratch.path().join("letters");
        let transport = FileTransport::new(directory.clone(), sender()).unwrap();
        send(&transport).await.unwrap();
        let delivered = send(&transport).await.unwrap();

        assert_eq!(delivered.reply, format!("written to {ID}.eml"));
        let names: Vec<_> =
            fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(names, [format!("{ID}.eml").as_str()]);
        let file = directory.join(&names[0]);
        assert!(fs::read_to_string(&file).unwrap().contains("To: june@example.org\r\n"));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[tokio::test]
    async fn a_directory_that_went_away_is_a_reason_to_try_again() {
        let scratch = tempfile::tempdir().unwrap();
        let directory = scratch.path().join("letters");
        let transport = FileTransport::new(directory.clone(), sender()).unwrap();
        fs::remove_dir(&directory).unwrap();
        let refusal = send(&transport).await.unwrap_err();
        assert!(
            matches!(&refusal, DeliveryError::Transient(words) if words.contains("could not be written"))
        );
    }
}
