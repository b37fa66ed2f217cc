//! Finds copies of a dossier that synchronising programs put beside it because two computers
//! changed the file.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rusqlite::OpenFlags;
use uuid::Uuid;

use super::sniff::{Look, sniff};
use super::{Error, Passphrase, Store, copy, leftovers, open};

/// How many files beside a dossier are examined.
const MOST: usize = 20;

/// How many file names in a folder are examined.
const NAMES: usize = 5_000;

/// Everything needed to look for copies on a thread other than the one that has the dossier.
#[derive(Debug)]
pub struct Beside {
    path: PathBuf,
    dossier: Uuid,
    steps: HashSet<Uuid>,
    passphrase: Option<Passphrase>,
}

impl Beside {
    /// For a dossier with this identity and these steps.
    pub(crate) fn new(store: &Store, dossier: Uuid, steps: impl Iterator<Item = Uuid>) -> Self {
        let path = std::fs::canonicalize(&store.path).unwrap_or_else(|_| store.path.clone());
        Self { path, dossier, steps: steps.collect(), passphrase: store.passphrase() }
    }

    /// The copies that have something the dossier does not, and those recognised only by their
    /// names, sorted by name.
    pub fn copies(&self) -> Vec<PathBuf> {
        let Ok(entries) = std::fs::read_dir(copy::folder(&self.path)) else { return Vec::new() };
        let named = entries.take(NAMES).flatten().filter_map(|entry| {
            let path = entry.path();
            let kin = kin(stem(&self.path)?.as_str(), stem(&path)?.as_str())?;
            Some((path, kin))
        });
        let mut copies: Vec<_> =
            named.take(MOST).filter(|(path, kin)| self.lacks(path, *kin)).collect();
        copies.sort();
        copies.into_iter().map(|(path, _)| path).collect()
    }

    fn lacks(&self, path: &Path, kin: Kin) -> bool {
        match self.news(path) {
            Ok(news) => news,
            // It may have another passphrase, or still be on its way.
            Err(_) => kin == Kin::Certain,
        }
    }

    /// Whether a file is a copy of the dossier with steps that are not in it.
    fn news(&self, path: &Path) -> Result<bool, Error> {
        let key = match sniff(path) {
            Ok(Look::Plain(_)) => None,
            Ok(Look::Protected) => Some(self.passphrase.as_ref().ok_or(Error::Protected)?),
            Err(Error::NotADossier | Error::Foreign | Error::Folder | Error::NotAFile) => {
                return Ok(false);
            }
            Err(error) => return Err(error),
        };
        leftovers::refuse_log(path)?;
        if leftovers::is_hot(path) {
            return Err(Error::Interrupted);
        }
        let copy = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        let id = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
        let dossier = copy.query_row("SELECT id FROM dossier", [], id)?;
        if Uuid::try_parse(&dossier).ok() != Some(self.dossier) {
            return Ok(false);
        }
        let mut steps = copy.prepare("SELECT id FROM edits")?;
        let mut news = false;
        for step in steps.query_map([], id)? {
            news |= Uuid::try_parse(&step?).is_ok_and(|step| !self.steps.contains(&step));
        }
        Ok(news)
    }
}

/// How certain a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kin {
    /// It says that two versions are in conflict.
    Certain,
    /// It may be that of a copy.
    Possible,
}

/// The name of a dossier without its extension, in lower case, because some systems ignore case.
fn stem(path: &Path) -> Option<String> {
    let ours = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("cbm"));
    ours.then(|| path.file_stem().map(|stem| stem.to_string_lossy().to_lowercase())).flatten()
}

/// Whether one of two names is that of a copy of the other, in the style of OneDrive (`plan-PC`),
/// Dropbox and Nextcloud (`plan (conflicted copy …)`, in any language), Google Drive (`plan (1)`),
/// ownCloud (`plan_conflict-…`), Seafile (`plan (SFConflict …)`) and Syncthing
/// (`plan.sync-conflict-…`).
fn kin(one: &str, other: &str) -> Option<Kin> {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let added = long.strip_prefix(short).filter(|added| !added.is_empty())?;
    let conflict = ["conflict", "conflit", "konflikt", "conflitto"];
    if added.starts_with([' ', '(', '_', '.', '-']) && conflict.iter().any(|it| added.contains(it))
    {
        return Some(Kin::Certain);
    }
    let number = added.trim_start().strip_prefix('(').and_then(|it| it.strip_suffix(')'));
    let numbered = number.is_some_and(|it| it.parse::<u16>().is_ok());
    // Names of computers have up to 15 characters; a number may follow.
    let computer = added.strip_prefix('-').is_some_and(|name| {
        let signs = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '’' | '\'');
        !name.is_empty() && name.chars().count() <= 20 && name.chars().all(signs)
    });
    (numbered || computer).then_some(Kin::Possible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_known_by_the_manners_of_those_who_make_them() {
        for (name, kin_of) in [
            ("plan-desktop-4711", Some(Kin::Possible)),
            ("plan-laptop-ana-2", Some(Kin::Possible)),
            ("plan (1)", Some(Kin::Possible)),
            ("plan(2)", Some(Kin::Possible)),
            ("plan (ana's conflicted copy 2026-11-27)", Some(Kin::Certain)),
            ("plan (conflicted copy 2026-11-27 101112)", Some(Kin::Certain)),
            ("plan (conflicterend exemplaar van ana 2026-11-27)", Some(Kin::Certain)),
            ("plan_conflict-20261127-101112", Some(Kin::Certain)),
            ("plan (sfconflict ana@example.org 2026-11-27-10-11-12)", Some(Kin::Certain)),
            ("plan.sync-conflict-20261127-101112-abcdefg", Some(Kin::Certain)),
            ("plan", None),
            ("planning", None),
            ("plan b", None),
            ("plan (draft)", None),
            ("plan-with a longer name of its own", None),
            ("conflict of interests", None),
        ] {
            assert_eq!(kin("plan", name), kin_of, "{name}");
            assert_eq!(kin(name, "plan"), kin_of, "the other way round: {name}");
        }
    }
}
