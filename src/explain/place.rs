//! Who holds a file, and what kind of place it is in, in words.

use std::path::Path;

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
    };
    Explanation {
        what: text.with(what, &path),
        safe: text.get(msg!("safe-place")).to_owned(),
        next: text.get(next).to_owned(),
    }
}
