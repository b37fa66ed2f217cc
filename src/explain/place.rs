//! Puts into words who holds a file, what kind of place it is in, and which copies are next to it.

use std::path::{Path, PathBuf};

use super::Explanation;
use crate::store::{Holder, Place};
use crate::text::{Text, msg};

/// Explains that another program has a dossier open, and which one.
pub(crate) fn explain_held(text: Text, holder: &Holder, path: &Path) -> Explanation {
    let arguments = [
        ("path", path.display().to_string().into()),
        ("program", holder.program.as_str().into()),
        ("process", holder.process.to_string().into()),
        ("user", holder.user.clone().unwrap_or_default().into()),
    ];
    let what = if holder.user.is_some() { msg!("error-held-by") } else { msg!("error-held") };
    Explanation {
        what: text.with(what, &arguments),
        safe: text.get(msg!("safe-saved")).to_owned(),
        next: text.get(msg!("next-held")).to_owned(),
    }
}

/// Explains the risks of a dossier's location.
pub(crate) fn explain_place(text: Text, place: Place, path: &Path) -> Explanation {
    let path = [("path", path.display().to_string().into())];
    let (what, next) = match place {
        Place::Network => (msg!("place-network"), msg!("next-place-network")),
        Place::Removable => (msg!("place-removable"), msg!("next-place-removable")),
        Place::Synced => (msg!("place-synced"), msg!("next-place-synced")),
        Place::Unlocked => (msg!("place-unlocked"), msg!("next-place-unlocked")),
    };
    Explanation {
        what: text.with(what, &path),
        safe: text.get(msg!("safe-place")).to_owned(),
        next: text.get(next).to_owned(),
    }
}

/// Explains that there are copies of a dossier next to it.
pub(crate) fn explain_beside(text: Text, copies: &[PathBuf], path: &Path) -> Explanation {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        crate::exchange::plain(&name)
    };
    let names: Vec<_> = copies.iter().map(|copy| name(copy)).collect();
    let arguments = [
        ("path", name(path).into()),
        ("count", names.len().into()),
        ("names", names.join(", ").into()),
    ];
    Explanation {
        what: text.with(msg!("copies-beside"), &arguments),
        safe: text.get(msg!("safe-copies-beside")).to_owned(),
        next: text.with(msg!("next-copies-beside"), &arguments),
    }
}
