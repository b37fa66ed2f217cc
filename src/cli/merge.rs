//! `merge`: two copies of a dossier become one, without a window.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{ArgMatches, Command};

use super::arguments::{file, flag, is_standard, made, option, path, path_of};
use super::passphrase::{access, asked};
use super::{Subcommand, complain, out, refuse};
use crate::document::Document;
use crate::document::merge::{Decision, Merge, plan};
use crate::exchange::{PackageError, PackageKind, merge_report, package_kind, plain, read_package};
use crate::explain::{
    Explanation, Told, conflict_reason, explain_merge, explain_merging, explain_package,
    explain_store,
};
use crate::model::Keyed;
use crate::settings::Settings;
use crate::store::{self, Access, Scratch};
use crate::text::{Text, msg};

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "merge", about: msg!("help-merge"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    command
        .arg(file("file", "MINE", text.get(msg!("help-mine"))).required(true))
        .arg(file("theirs", "THEIRS", text.get(msg!("help-theirs"))).required(true))
        .arg(made(text))
        .arg(file("report", "FILE.json", text.get(msg!("help-report"))).long("report"))
        .arg(
            option("prefer", "SIDE", text.get(msg!("help-prefer")))
                .value_parser([Decision::Mine.key(), Decision::Theirs.key()]),
        )
        .arg(flag("in-the-open", text.get(msg!("help-merge-in-the-open"))))
}

/// Merges two copies into a third file, or reports what must be decided.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (mine, theirs) = (path(matches), path_of(matches, "theirs"));
    let to = path_of(matches, "out");
    store::is_free(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let report = matches.get_one::<PathBuf>("report");
    // A report on standard output is the only output there, and the shell decides where it goes.
    let alone = report.is_some_and(|report| is_standard(report));
    if let Some(report) = report.filter(|_| !alone) {
        may_be_made(text, report, &to)?;
    }
    // Passphrases are asked for in the order of the arguments.
    let access = access(text, &mine)?;
    let here = Document::read_as(&mine, access.clone())
        .map_err(|error| refuse(&explain_store(text, &error, &mine)))?;
    let scratch =
        Scratch::beside(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let theirs = Theirs::open(text, &theirs)?;
    if theirs.document.is_protected() && !here.is_protected() && !matches.get_flag("in-the-open") {
        complain(text.get(msg!("merge-would-be-open")));
        return Err(1);
    }
    let mut merge = plan(&here, &theirs.document)
        .map_err(|error| refuse(&explain_merge(text, &error, &theirs.path)))?;
    if let Some(side) = matches.get_one::<String>("prefer").and_then(|it| Decision::from_key(it)) {
        merge.prefer(side);
    }
    let own_name = Settings::load().signature();
    if let Some(report) = report {
        let (sides, words) = ([&here, &theirs.document], merge_report(&merge, &own_name));
        if alone {
            out(text, &words)?;
        } else {
            write_report(text, report, &words, sides)?;
        }
    }
    let told = Told::new(text, [here.snapshot(), theirs.document.snapshot()], &merge);
    if !alone {
        tell(text, &told, &merge)?;
    }
    if merge.undecided() > 0 {
        let undecided = merge.conflicts.iter().filter(|conflict| conflict.decision.is_none());
        for conflict in undecided.take(SHOWN) {
            let what = told.conflict(conflict);
            complain(&plain(&format!("{what}: {}", conflict_reason(text, conflict))));
            for side in told.sides(conflict) {
                let side: String = plain(&side).chars().take(400).collect();
                complain(&format!("    {side}"));
            }
        }
        if let Some(more) = more(text, merge.undecided()) {
            complain(&more);
        }
        complain(&text.with(msg!("merge-undecided"), &counts(&merge)));
        return Err(1);
    }
    let merged = scratch.path().join("merged.cbm");
    here.copy_to(&merged).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let mut document = Document::open_as(&merged, Access { backups: None, ..access })
        .map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    document.set_author(own_name);
    let name = theirs.path.file_name().map(|name| name.to_string_lossy().into_owned());
    document
        .merge(&merge, &name.unwrap_or_default(), |conflict| told.later(conflict))
        .map_err(|error| refuse(&explain_merging(text, &told, &merge, &error, &to)))?;
    document.copy_to(&to).map_err(|error| refuse(&explain_store(text, &error, &to)))?;
    let words = if merge.is_nothing() { msg!("merge-nothing") } else { msg!("merge-done") };
    let mut arguments = counts(&merge);
    arguments.push(("path", to.display().to_string().into()));
    if theirs.document.is_protected() && !here.is_protected() {
        complain(&text.with(msg!("merge-in-the-open"), &arguments));
    }
    let words = text.with(words, &arguments) + "\n";
    if alone {
        complain(&words);
        return Ok(());
    }
    out(text, &words)
}

/// How many items of each list are printed; a report has all of them.
const SHOWN: usize = 40;

/// Reports what is taken over without a question, field by field.
fn tell(text: Text, told: &Told, merge: &Merge) -> Result<(), u8> {
    let unasked: Vec<_> = merge.unasked().collect();
    if unasked.is_empty() {
        return Ok(());
    }
    let mut words = text.get(msg!("merge-taken-here")).to_owned() + "\n";
    for taken in unasked.iter().take(SHOWN) {
        let taken = told.taken(taken);
        words += &format!("  {}\n", plain(&taken.record));
        for field in taken.fields {
            // The beginning of a long text identifies it.
            let field: String = plain(&field).chars().take(400).collect();
            words += &format!("    {field}\n");
        }
    }
    if let Some(more) = more(text, unasked.len()) {
        words += &more;
        words.push('\n');
    }
    out(text, &words)
}

/// The note that there are more items than were printed.
fn more(text: Text, all: usize) -> Option<String> {
    let more = all.checked_sub(SHOWN).filter(|more| *more > 0)?;
    Some(text.with(msg!("merge-more"), &[("count", more.into())]))
}

/// Checks that the report can be written: the path is free, and is not the dossier's destination.
fn may_be_made(text: Text, report: &Path, to: &Path) -> Result<(), u8> {
    let place = |path: &Path| {
        let folder = std::fs::canonicalize(store::folder(path)).ok()?;
        Some(folder.join(path.file_name()?.to_string_lossy().to_lowercase()))
    };
    let id = if report.symlink_metadata().is_ok() {
        msg!("error-report-exists")
    } else if place(report).is_some_and(|report| Some(report) == place(to)) {
        msg!("error-report-out")
    } else {
        return store::is_not_beside(report)
            .map_err(|error| refuse(&explain_store(text, &error, report)));
    };
    let named = |id| text.with(id, &[("path", report.display().to_string().into())]);
    let explanation = Explanation {
        what: named(id),
        safe: named(msg!("safe-nothing-merged")),
        next: named(msg!("next-other-name")),
    };
    Err(refuse(&explanation))
}

/// Writes the report to a new file readable only by its owner.
fn write_report(text: Text, path: &Path, report: &str, sides: [&Document; 2]) -> Result<(), u8> {
    let refused = |error: store::Error| refuse(&explain_store(text, &error, path));
    let io = |error: std::io::Error| refused(store::Error::from_io(&error, path));
    let fresh = store::Unfinished::beside(path).map_err(refused)?;
    let mut file = fresh.open().map_err(io)?;
    file.write_all(report.as_bytes()).and_then(|()| file.sync_all()).map_err(io)?;
    drop(file);
    fresh.put_at(path).map_err(io)?;
    let words =
        text.with(msg!("merge-report-made"), &[("path", path.display().to_string().into())]);
    complain(&words);
    if sides.iter().any(|side| side.is_protected()) {
        complain(text.get(msg!("merge-report-open")));
    }
    Ok(())
}

/// The other copy. A dossier in a package is read in memory, never unpacked to disk.
struct Theirs {
    path: PathBuf,
    document: Document,
}

impl Theirs {
    fn open(text: Text, path: &Path) -> Result<Self, u8> {
        let refused = |error: &PackageError| refuse(&explain_package(text, error, path));
        let Some(kind) = package_kind(path) else {
            let access = access(text, path)?;
            let document = Document::read_as(path, access)
                .map_err(|error| refuse(&explain_store(text, &error, path)))?;
            return Ok(Self { path: path.to_owned(), document });
        };
        let passphrase = match kind {
            PackageKind::Wrapped => Some(asked(text, path)?),
            PackageKind::Plain | PackageKind::Broken => None,
        };
        let document = read_package(path, passphrase.as_ref()).map_err(|error| refused(&error))?;
        Ok(Self { path: path.to_owned(), document })
    }
}

fn counts(merge: &Merge) -> Vec<(&'static str, crate::text::Arg<'static>)> {
    vec![
        ("taken", merge.taken.len().into()),
        ("same", merge.same().into()),
        ("conflicts", merge.conflicts.len().into()),
        ("undecided", merge.undecided().into()),
        ("steps", merge.steps.len().into()),
    ]
}
