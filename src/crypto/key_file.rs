//! The key file: where the [`Vault`](super::vault::Vault)'s key is kept, apart from the database it protects.
//!
//! It is a text file with a comment that says what it is, and the key in base64 on a line of its own. Only its owner may
//! read it. Where the file lies, and what to do about its errors, is the caller's.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zeroize::Zeroizing;

use super::random::Random;

const COMMENT: &str =
    "# Gatepost's key. It opens what is sealed in the database: keep it secret, and keep a copy apart.";

/// More than any key file needs; what is longer is another file.
const MAX_LENGTH: u64 = 4_096;

/// Why there is no key. Each message is one sentence for the person who starts the service.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// The operating system does not let us read it.
    #[error("the key file {path} cannot be read ({source}): check that it is a file that this user may read")]
    Unreadable { path: PathBuf, source: io::Error },
    /// The operating system does not let us make it.
    #[error(
        "the key file {path} cannot be created ({source}): check that this user may write to its directory"
    )]
    NotCreated { path: PathBuf, source: io::Error },
    /// Its permissions allow others to read or change it.
    #[error(
        "the key file {path} is open to others than its owner (mode {mode:03o}): run `chmod 600 {path}`, and if others \
         use this machine, take it that they know the key"
    )]
    TooOpen { path: PathBuf, mode: u32 },
    /// It is not there, though something is sealed with it.
    #[error(
        "the key file {path} is missing: put its copy back from a backup, since no other key opens this database"
    )]
    Missing { path: PathBuf },
    /// It holds something else than one comment and one key.
    #[error(
        "the key file {path} is damaged: put its copy back from a backup, since no other key opens this database"
    )]
    Damaged { path: PathBuf },
}

/// Reads the key at `path`, or makes a file with a new one if there is none.
///
/// A new file appears complete or not at all, and is on the disk before this returns: it is written under another name
/// in the same directory, then linked to its own, which fails when somebody else was faster. In that case theirs is read.
///
/// # Errors
/// See [`KeyFileError`].
pub fn load_or_create(path: &Path, random: &Random) -> Result<Zeroizing<[u8; 32]>, KeyFileError> {
    if let Some(key) = find(path)? {
        return Ok(key);
    }
    create(path, *random).map_err(|source| KeyFileError::NotCreated { path: path.to_owned(), source })?;
    find(path)?.ok_or_else(|| KeyFileError::Unreadable {
        path: path.to_owned(),
        source: io::Error::from(io::ErrorKind::NotFound),
    })
}

/// Reads the key at `path`, where a new one would open nothing of what is sealed already.
///
/// # Errors
/// See [`KeyFileError`].
pub fn load(path: &Path) -> Result<Zeroizing<[u8; 32]>, KeyFileError> {
    find(path)?.ok_or_else(|| KeyFileError::Missing { path: path.to_owned() })
}

fn find(path: &Path) -> Result<Option<Zeroizing<[u8; 32]>>, KeyFileError> {
    let unreadable = |source| KeyFileError::Unreadable { path: path.to_owned(), source };
    // Asked by name first: opening a pipe would wait for a writer.
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => {
            return Err(KeyFileError::Damaged { path: path.to_owned() });
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    }
    let file = File::open(path).map_err(unreadable)?;
    let mode = file.metadata().map_err(unreadable)?.permissions().mode() & 0o777;
    if mode & 0o077 != 0 {
        return Err(KeyFileError::TooOpen { path: path.to_owned(), mode });
    }
    let mut content = Zeroizing::new(Vec::with_capacity(256));
    file.take(MAX_LENGTH).read_to_end(&mut content).map_err(unreadable)?;
    match decode(&content) {
        Some(key) => Ok(Some(key)),
        None => Err(KeyFileError::Damaged { path: path.to_owned() }),
    }
}

/// Takes the key out of the file's text: the one line that is neither empty nor a comment.
fn decode(content: &[u8]) -> Option<Zeroizing<[u8; 32]>> {
    let text = str::from_utf8(content).ok()?;
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let (line, None) = (lines.next()?, lines.next()) else {
        return None;
    };
    let bytes = Zeroizing::new(STANDARD.decode(line).ok()?);
    bytes.as_slice().try_into().ok().map(Zeroizing::new)
}

fn create(path: &Path, random: Random) -> io::Result<()> {
    let directory = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let unfinished = directory.join(format!(".unfinished-key-{}", random.text(12)));
    let published = write_key(&unfinished, random).and_then(|()| match fs::hard_link(&unfinished, path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    });
    // Removed whatever came of it: the key must not lie about under a second name.
    let removed = match fs::remove_file(&unfinished) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    };
    published.and(removed)?;
    File::open(directory)?.sync_all()
}

fn write_key(path: &Path, random: Random) -> io::Result<()> {
    let key = Zeroizing::new(random.bytes::<32>());
    let encoded = Zeroizing::new(STANDARD.encode(*key));
    let content = Zeroizing::new(format!("{COMMENT}\n{}\n", *encoded));
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(content.as_bytes())?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use std::sync::Barrier;
    use std::thread;

    use super::*;

    #[test]
    fn the_first_call_makes_a_file_for_its_owner_alone_and_later_ones_read_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("gatepost.key");
        let key = load_or_create(&path, &Random).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(load_or_create(&path, &Random).unwrap(), key);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().next(), Some(COMMENT));
        assert_eq!(text.lines().nth(1), Some(STANDARD.encode(*key).as_str()));
        assert_eq!(
            fs::read_dir(directory.path()).unwrap().count(),
            1,
            "nothing else is left in the directory"
        );
    }

    #[test]
    fn threads_that_make_it_at_once_all_hold_one_key() {
        let directory = tempfile::tempdir().unwrap();
        for round in 0..20 {
            let path = directory.path().join(format!("key-{round}"));
            let start = Barrier::new(8);
            let keys: Vec<_> = thread::scope(|scope| {
                let threads: Vec<_> = (0..8)
                    .map(|_| {
                        scope.spawn(|| {
                            start.wait();
                            load_or_create(&path, &Random).unwrap()
                        })
                    })
                    .collect();
                threads.into_iter().map(|thread| thread.join().unwrap()).collect()
            });
            assert!(keys.iter().all(|key| *key == keys[0]));
        }
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 20, "no unfinished file is left");
    }

    #[test]
    fn a_file_that_others_may_read_is_refused_with_the_command_that_mends_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("gatepost.key");
        load_or_create(&path, &Random).unwrap();
        for mode in [0o640, 0o604, 0o620, 0o644] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
            let error = load_or_create(&path, &Random).unwrap_err();
            assert!(matches!(error, KeyFileError::TooOpen { mode: seen, .. } if seen == mode));
            assert!(error.to_string().contains(&format!("chmod 600 {}", path.display())), "{error}");
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
        assert!(load_or_create(&path, &Random).is_ok());
    }

    #[test]
    fn damaged_content_is_refused_and_left_as_it_is() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("gatepost.key");
        let good = STANDARD.encode([7; 32]);
        let damaged: [Vec<u8>; 7] = [
            Vec::new(),
            COMMENT.into(),
            good[1..].into(),
            STANDARD.encode([7; 31]).into(),
            format!("{good}\n{good}\n").into(),
            vec![0xff; 44],
            vec![b'A'; 100_000],
        ];
        for content in damaged {
            fs::write(&path, &content).unwrap();
            fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
            let error = load_or_create(&path, &Random).unwrap_err();
            assert!(matches!(error, KeyFileError::Damaged { .. }), "{error}");
            assert_eq!(fs::read(&path).unwrap(), content);
        }
        fs::write(&path, format!("\n{good}\r\n")).unwrap();
        assert_eq!(*load_or_create(&path, &Random).unwrap(), [7; 32]);
    }

    #[test]
    fn a_directory_in_its_place_or_no_directory_at_all_is_a_clear_error() {
        let directory = tempfile::tempdir().unwrap();
        let error = load_or_create(directory.path(), &Random).unwrap_err();
        assert!(matches!(error, KeyFileError::Damaged { .. }), "{error}");
        let missing = directory.path().join("missing").join("gatepost.key");
        let error = load_or_create(&missing, &Random).unwrap_err();
        assert!(matches!(error, KeyFileError::NotCreated { .. }), "{error}");
        assert!(error.to_string().contains("missing/gatepost.key"), "{error}");
        // That it can't be looked for is another thing than that it is not there.
        let file = directory.path().join("file");
        fs::write(&file, "in the way").unwrap();
        let error = load(&file.join("gatepost.key")).unwrap_err();
        assert!(matches!(error, KeyFileError::Unreadable { .. }), "{error}");
    }
}
