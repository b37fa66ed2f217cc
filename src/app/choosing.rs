//! Choosing a path: the dialog of the desktop for each purpose, and what it proposes.

use std::path::{Path, PathBuf};

use eframe::CreationContext;
use rfd::FileDialog;

use crate::document::needs_cover;
use crate::exchange::{ENDING, TABLES, WORD};
use crate::explain::template_title;
use crate::store::acceptable;
use crate::text::{Message, Text, msg};
use crate::ui::cx::Purpose;

/// The path to propose: beside the open dossier, with a file name if the purpose needs one.
pub(super) fn proposed(purpose: Purpose, near: Option<&Path>, text: Text) -> PathBuf {
    // An absolute path with its drive: not every dialog accepts another.
    let whole = near.and_then(|near| std::path::absolute(near).ok());
    let folder = whole.as_deref().and_then(Path::parent).filter(|folder| folder.is_dir());
    let folder = folder.map(Path::to_owned).or_else(documents).unwrap_or_default();
    let stem = near.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
    let name = ("name", stem.unwrap_or_default().into());
    let file = |name: &str, ending: &str| folder.join(format!("{}.{ending}", acceptable(name)));
    let named =
        |id: Message, ending: &str| file(&text.with(id, std::slice::from_ref(&name)), ending);
    match purpose {
        Purpose::Open | Purpose::Import | Purpose::Titles | Purpose::Text | Purpose::Review => {
            folder.join("")
        }
        Purpose::Mapping => named(msg!("mapping-name"), "toml"),
        Purpose::New(template) => file(template_title(text, template), "cbm"),
        Purpose::NewOf => file(text.get(msg!("title-empty")), "cbm"),
        Purpose::Copy | Purpose::WorkOnCopy | Purpose::CopyOf => named(msg!("copy-name"), "cbm"),
        Purpose::Restore => named(msg!("restored-name"), "cbm"),
        Purpose::Rescue => named(msg!("rescued-name"), "cbm"),
        Purpose::Salvage => named(msg!("salvaged-name"), "cbm"),
        Purpose::Send(_) => named(msg!("package-name"), ENDING),
        Purpose::Redact(..) => named(msg!("redacted-name"), "cbm"),
        Purpose::Export(request, _) => {
            let text = Text::new(request.language);
            let subject = text.label(request.subject);
            // The name of a file that goes out widely does not reveal what the dossier is called
            // here.
            if !needs_cover(request.ceiling) {
                return file(subject, request.format.ending());
            }
            let subject = ("subject", crate::text::lower(subject).into());
            file(&text.with(msg!("export-name"), &[name, subject]), request.format.ending())
        }
        Purpose::Unpack => named(msg!("unpacked-name"), "cbm"),
    }
}

fn documents() -> Option<PathBuf> {
    Some(directories::UserDirs::new()?.document_dir()?.to_owned())
}

/// The desktop's file dialog, from which each purpose makes its own.
pub(super) fn blank_dialog(creation: &CreationContext<'_>) -> FileDialog {
    let dialog = FileDialog::new();
    // Without a parent it may open behind the window there, which then seems to do nothing.
    if cfg!(windows) { dialog.set_parent(creation) } else { dialog }
}

/// Asks for a path; `None` if the dialog was closed without one.
pub(super) fn ask(
    dialog: FileDialog,
    purpose: Purpose,
    proposed: &Path,
    text: Text,
) -> Option<PathBuf> {
    let mut dialog = dialog.set_title(text.get(purpose.title()));
    if let Some(folder) = proposed.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let dossiers = text.get(msg!("file-dossiers"));
    let name = proposed.file_name().map(|name| name.to_string_lossy().into_owned());
    match purpose {
        Purpose::Open | Purpose::Review => {
            dialog.add_filter(dossiers, &["cbm", ENDING]).pick_file()
        }
        Purpose::Import | Purpose::Titles => {
            dialog.add_filter(text.get(msg!("file-tables")), &TABLES).pick_file()
        }
        Purpose::Text => {
            let endings = [&WORD[..], &["txt"]].concat();
            dialog.add_filter(text.get(msg!("file-texts")), &endings).pick_file()
        }
        Purpose::Mapping => dialog
            .add_filter(text.get(msg!("file-mappings")), &["toml"])
            .set_file_name(name.unwrap_or_default())
            .save_file(),
        Purpose::Send(_) => dialog
            .add_filter(text.get(msg!("file-packages")), &[ENDING])
            .set_file_name(name.unwrap_or_default())
            .save_file(),
        Purpose::Export(request, _) => dialog
            .add_filter(text.label(request.format), &[request.format.ending()])
            .set_file_name(name.unwrap_or_default())
            .save_file(),
        Purpose::New(_)
        | Purpose::NewOf
        | Purpose::Copy
        | Purpose::WorkOnCopy
        | Purpose::CopyOf
        | Purpose::Restore
        | Purpose::Rescue
        | Purpose::Salvage
        | Purpose::Redact(..)
        | Purpose::Unpack => dialog
            .add_filter(dossiers, &["cbm"])
            .set_file_name(name.unwrap_or_default())
            .save_file(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn the_path_proposed_is_whole_and_beside_the_dossier_however_that_was_named() {
        let here = std::env::current_dir().unwrap();
        let text = Text::new(Language::English);
        for near in ["a.cbm", "./a.cbm"] {
            let proposed = proposed(Purpose::Copy, Some(Path::new(near)), text);
            assert_eq!(proposed.parent(), Some(here.as_path()), "{near}");
        }
    }
}
