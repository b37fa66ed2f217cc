//! `merge` and `unpack`: what comes back from a review, without a window.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::passphrase::{access, ask};
use super::{complain, out, path, path_of, refuse};
use crate::document::Document;
use crate::document::merge::{Decision, Merge, plan};
use crate::exchange::{PackageError, merge_report, package_kind, plain, unpack};
use crate::explain::{
    conflict_reason, conflict_title, explain_edit, explain_merge, explain_package, explain_store,
    later_remark,
};
use crate::model::Keyed;
use crate::settings::Settings;
use crate::store::{self, Access};
use crate::text::Text;

pub(super) fn file(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .value_name(name)
        .value_hint(ValueHint::FilePath)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

pub(super) fn command(text: Text) -> Command {
    Command::new("merge")
        .about(text.get("help-merge"))
        .arg(file("file", "MINE", text.get("help-mine")).required(true))
        .arg(file("theirs", "THEIRS", text.get("help-theirs")).required(true))
        .arg(file("out", "OUT", text.get("help-out")).required(true))
        .arg(file("report", "FILE.json", text.get("help-report")).long("report"))
        .arg(
            Arg::new("prefer")
                .long("prefer")
                .value_name("SIDE")
                .value_parser([Decision::Mine.key(), Decision::Theirs.key()])
                .help(text.get("help-prefer")),
        )
}

pub(super) fn unpack_command(text: Text) -> Command {
    Command::new("unpack")
        .about(text.get("help-unpack"))
        .arg(file("package", "PACKAGE", text.get("help-package")).required(true))
        .arg(file("out", "OUT", text.get("help-out")).required(true))
}

/// Merges two copies into a third file, or says what has to be decided.
pub(super) fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (mine, theirs) = (path(matches), path_of(matches, "theirs"));
    let to = path_of(matches, "out");
    store::is_free(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let folder = tempfile::tempdir_in(store::folder(&to))
        .map_err(|error| refuse(&explain_store(text, &store::Error::from_io(&error, &to), &to)))?;
    let theirs = Theirs::open(text, &theirs, folder.path())?;
    let access = access(text, &mine)?;
    let here = Document::read_as(&mine, access.clone())
        .map_err(|error| refuse(&explain_store(text, &error, &mine)))?;
    let mut merge = plan(&here, &theirs.document)
        .map_err(|error| refuse(&explain_merge(text, &error, &theirs.path)))?;
    if let Some(side) = matches.get_one::<String>("prefer").and_then(|it| Decision::from_key(it)) {
        merge.prefer(side);
    }
    if let Some(report) = matches.get_one::<PathBuf>("report") {
        std::fs::write(report, merge_report(&merge)).map_err(|error| {
            refuse(&explain_store(text, &store::Error::from_io(&error, report), report))
        })?;
    }
    let sides = [here.snapshot(), theirs.document.snapshot()];
    if merge.undecided() > 0 {
        for conflict in &merge.conflicts {
            let what = conflict_title(text, sides, conflict);
            complain(&plain(&format!("{what}: {}", conflict_reason(text, conflict))));
        }
        complain(&text.with("merge-undecided", &counts(&merge)));
        return Err(1);
    }
    let merged = folder.path().join("merged.cbm");
    here.copy_to(&merged).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let mut document = Document::open_as(&merged, Access { backups: None, ..access })
        .map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    document.set_author(Settings::load().signature());
    let name = theirs.path.file_name().map(|name| name.to_string_lossy().into_owned());
    document
        .merge(&merge, &name.unwrap_or_default(), |mine, it| {
            later_remark(text, [mine, sides[1]], it)
        })
        .map_err(|error| refuse(&explain_edit(text, &error, &to)))?;
    document.copy_to(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let words = if merge.is_nothing() { "merge-nothing" } else { "merge-done" };
    let mut arguments = counts(&merge);
    arguments.push(("path", to.display().to_string().into()));
    out(text, &(text.with(words, &arguments) + "\n"))
}

/// The other copy, taken out of its package where it is in one.
struct Theirs {
    path: PathBuf,
    document: Document,
}

impl Theirs {
    fn open(text: Text, path: &Path, folder: &Path) -> Result<Self, u8> {
        let refused = |error: &PackageError| refuse(&explain_package(text, error, path));
        let Some(wrapped) = package_kind(path) else {
            let access = access(text, path)?;
            let document = Document::read_as(path, access)
                .map_err(|error| refuse(&explain_store(text, &error, path)))?;
            return Ok(Self { path: path.to_owned(), document });
        };
        let passphrase = if wrapped { Some(asked(text, path)?) } else { None };
        let unpacked = folder.join("theirs.cbm");
        unpack(path, &unpacked, passphrase.as_ref()).map_err(|error| refused(&error))?;
        let document = Document::read_as(&unpacked, Access { passphrase, backups: None })
            .map_err(|error| refused(&error.into()))?;
        Ok(Self { path: path.to_owned(), document })
    }
}

fn asked(text: Text, path: &Path) -> Result<store::Passphrase, u8> {
    ask(text, &text.with("passphrase-of", &[("path", path.display().to_string().into())]))
}

fn counts(merge: &Merge) -> Vec<(&'static str, crate::text::Arg<'static>)> {
    vec![
        ("taken", merge.taken.len().into()),
        ("conflicts", merge.conflicts.len().into()),
        ("steps", merge.steps.len().into()),
    ]
}

/// Takes the dossier out of a package.
pub(super) fn take_out(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (package, to) = (path_of(matches, "package"), path_of(matches, "out"));
    let wrapped = package_kind(&package) == Some(true);
    let passphrase = if wrapped { Some(asked(text, &package)?) } else { None };
    unpack(&package, &to, passphrase.as_ref())
        .map_err(|error| refuse(&explain_package(text, &error, &package)))?;
    let path = [("path", to.display().to_string().into())];
    out(text, &(text.with("package-unpacked", &path) + "\n"))
}
