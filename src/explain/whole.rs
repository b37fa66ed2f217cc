//! Explains why no dossier can be made from a file.

use crate::exchange::whole::Fault;
use crate::model::Keyed;
use crate::text::{Text, msg};

/// The fault in a whole dossier written as JSON.
pub fn explain_whole(text: Text, path: &str, fault: &Fault) -> String {
    let path = ("path", path.into());
    match fault {
        Fault::Json(line) => {
            text.with(msg!("whole-no-json"), &[path, ("line", line.to_string().into())])
        }
        Fault::Version => text.with(msg!("whole-version"), &[path]),
        Fault::Name(name) => text.with(msg!("whole-name"), &[path, ("name", name.as_str().into())]),
        Fault::Value(table, place, column) => {
            let arguments = [
                path,
                ("place", place.to_string().into()),
                ("table", table.key().into()),
                ("column", (*column).into()),
            ];
            text.with(msg!("whole-value"), &arguments)
        }
        Fault::Dossier => text.with(msg!("whole-dossier"), &[path]),
    }
}
