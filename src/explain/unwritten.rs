//! Why a new file could not be written, in words: nothing was being opened, and nothing was lost.

use std::path::Path;

use super::{Explanation, explain_store};
use crate::store::Error;
use crate::text::{Text, msg};

/// Explains why a file was not written.
pub(crate) fn explain_unwritten(text: Text, error: &Error, path: &Path) -> Explanation {
    let exists = path.symlink_metadata().is_ok();
    let (what, next) = match error {
        // The folder was checked to exist, but the system creates no files in it.
        Error::Missing => (msg!("error-not-made"), msg!("next-other-folder")),
        Error::Permission if !exists => {
            (msg!("error-folder-permission"), msg!("next-other-folder"))
        }
        Error::Folder => (msg!("error-is-folder"), msg!("next-other-name")),
        Error::NotAFile => (msg!("error-not-a-file"), msg!("next-other-name")),
        Error::DiskFull => (msg!("error-disk-full"), msg!("next-disk-full")),
        Error::Io => (msg!("error-io"), msg!("next-io")),
        _ => return explain_store(text, error, path),
    };
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let arguments = [
        ("path", path.display().to_string().into()),
        ("folder", folder.display().to_string().into()),
    ];
    let [what, next] = [what, next].map(|id| text.with(id, &arguments));
    Explanation { what, safe: text.get(msg!("safe-nothing-written")).to_owned(), next }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn what_could_not_be_written_is_not_said_to_be_missing_or_unopened() {
        let text = Text::new(Language::English);
        let path = Path::new("/nowhere/page.xlsx");
        let said = |error| {
            let Explanation { what, safe, next } = explain_unwritten(text, &error, path);
            format!("{what} {safe} {next}")
        };
        assert_eq!(
            said(Error::Missing),
            "/nowhere/page.xlsx could not be made: nothing can be saved in that folder. \
             Nothing was written. Choose another folder."
        );
        assert_eq!(
            said(Error::Permission),
            "You do not have permission to save anything in /nowhere. Nothing was written. \
             Choose another folder."
        );
        for error in [Error::Folder, Error::NotAFile, Error::DiskFull, Error::Io] {
            let said = said(error);
            assert!(said.contains("Nothing was written.") && !said.contains("open"), "{said}");
        }
    }
}
