//! Noticing that another file stands where the dossier was.

use std::fs::Metadata;
use std::path::Path;

use super::Error;

/// What tells one file from another at the same path.
///
/// Only `stat` is used: opening the live file a second time and closing it again
/// would drop the database's locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileIdentity(u64, u64);

impl FileIdentity {
    pub(crate) fn of(path: &Path) -> Result<Self, Error> {
        let metadata = std::fs::metadata(path).map_err(|_| Error::Replaced)?;
        Ok(Self::read(&metadata))
    }

    #[cfg(unix)]
    fn read(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }

    #[cfg(windows)]
    fn read(metadata: &Metadata) -> Self {
        use std::os::windows::fs::MetadataExt;
        Self(0, metadata.creation_time())
    }
}
