//! File safety in words: passphrases, backups, salvage, the size of a file.

use std::path::Path;

use crate::document::Reprotected;
use crate::model::Table;
use crate::store::{Salvaged, Strength};
use crate::text::{Text, msg};

/// The strength of a passphrase, in a sentence.
pub(crate) fn strength_words(text: Text, strength: Strength) -> &'static str {
    text.get(if strength.is_good() {
        msg!("strength-good")
    } else if strength.is_poor() {
        msg!("strength-poor")
    } else {
        msg!("strength-fair")
    })
}

/// The outcome for the backups when the passphrase changed; `None` if all were converted.
pub(crate) fn reprotected_words(text: Text, outcome: Reprotected) -> Option<String> {
    let counted =
        [(msg!("passphrase-kept"), outcome.kept), (msg!("passphrase-dropped"), outcome.removed)];
    let words: Vec<_> = counted
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| text.with(id, &[("count", count.into())]))
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The records recovered from a damaged file, and those lost.
pub(crate) fn salvaged_words(text: Text, salvaged: &Salvaged, to: &Path) -> [String; 2] {
    let counted =
        |(table, count): (&Table, &usize)| format!("{}: {count}", text.kind_of(*table, *count));
    let read: Vec<_> = salvaged.read.iter().map(counted).collect();
    let came = text.with(
        msg!("salvage-came"),
        &[("path", to.display().to_string().into()), ("what", read.join(", ").into())],
    );
    let mut lost = Vec::new();
    if !salvaged.torn.is_empty() {
        let torn: Vec<_> = salvaged.torn.iter().map(|table| text.label(*table)).collect();
        lost.push(text.with(msg!("salvage-torn"), &[("what", torn.join(", ").into())]));
    }
    if !salvaged.left.is_empty() {
        let left: Vec<_> = salvaged.left.iter().map(counted).collect();
        lost.push(text.with(msg!("salvage-left"), &[("what", left.join(", ").into())]));
    }
    if salvaged.no_dossier {
        lost.push(text.get(msg!("salvage-no-dossier")).to_owned());
    }
    lost.push(match salvaged.steps {
        Some(_) => text.get(msg!("salvage-history")).to_owned(),
        None => text.get(msg!("salvage-no-history")).to_owned(),
    });
    [came, lost.join("\n")]
}

/// A file size, such as `1.2 MB`.
pub(crate) fn size_words(text: Text, bytes: u64) -> String {
    const UNITS: [&str; 4] = ["kB", "MB", "GB", "TB"];
    let mut size = bytes as f64 / 1000.0;
    let mut unit = 0;
    while size >= 1000.0 && unit + 1 < UNITS.len() {
        size /= 1000.0;
        unit += 1;
    }
    let places = if size < 10.0 { 1 } else { 0 };
    format!("{} {}", text.decimal(&format!("{size:.places$}")), UNITS[unit])
}
