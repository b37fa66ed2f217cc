//! `import`: a table of positions into a dossier, as one step that can be undone.

use std::path::{Path, PathBuf};

use chrono::Local;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};

use super::{complain, flag, open, out, path, refuse};
use crate::document::Document;
use crate::exchange::{Import, SheetError, import_edit, plan_import, read_sheet};
use crate::explain::{explain_edit, explain_row, explain_sheet, explain_store};
use crate::store;
use crate::text::{Arg as Word, Text};

pub(super) fn command(text: Text, file: Arg) -> Command {
    Command::new("import")
        .about(text.get("help-import"))
        .arg(file)
        .arg(
            Arg::new("what")
                .required(true)
                .value_name("WHAT")
                .value_parser(["positions"])
                .help(text.get("help-what")),
        )
        .arg(
            Arg::new("table")
                .required(true)
                .value_name("TABLE")
                .value_hint(ValueHint::FilePath)
                .value_parser(value_parser!(PathBuf))
                .help(text.get("help-table")),
        )
        .arg(flag("dry-run", text.get("help-dry-run")))
        .arg(flag("skip-bad", text.get("help-skip-bad")))
}

/// Imports a table, or says what is wrong in it.
pub(super) fn run(text: Text, matches: &ArgMatches) -> u8 {
    match import(text, matches) {
        Ok(()) => 0,
        Err(code) => code,
    }
}

fn import(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (file, table) = (path(matches), matches.get_one::<PathBuf>("table"));
    let table = table.cloned().unwrap_or_default();
    let (dry_run, skip_bad) = (matches.get_flag("dry-run"), matches.get_flag("skip-bad"));
    let bytes = read(text, &table)?;
    let sheet = read_sheet(&bytes).map_err(|error| refuse(&explain_sheet(text, error, &table)))?;
    // Trying it out needs no lock, and no right to write.
    let opener = if dry_run { Document::open_read_only } else { Document::open };
    let mut document = open(text, &file, opener)?;
    let author = crate::settings::Settings::load().author;
    let import = plan_import(document.snapshot(), &sheet, text, Local::now().date_naive(), &author);
    for problem in &import.problems {
        complain(&explain_row(text, problem));
    }
    let counts = counts(&import);
    if !import.problems.is_empty() && !skip_bad {
        complain(&text.with("import-refused", &counts));
        return Err(1);
    }
    if dry_run {
        out(&(text.with("import-would", &counts) + "\n"));
        return Ok(());
    }
    document.set_author(author);
    let name = table.file_name().map(|name| name.to_string_lossy().into_owned());
    document
        .apply(&import_edit(import, name.unwrap_or_default()))
        .map_err(|error| refuse(&explain_edit(text, &error, &file)))?;
    out(&(text.with("import-done", &counts) + "\n"));
    Ok(())
}

fn counts(import: &Import) -> Vec<(&'static str, Word<'static>)> {
    vec![
        ("entries", import.positions.len().into()),
        ("sources", import.sources.len().into()),
        ("known", import.known.into()),
        ("problems", import.problems.len().into()),
    ]
}

fn read(text: Text, table: &Path) -> Result<Vec<u8>, u8> {
    let explain = |error: &std::io::Error| {
        refuse(&explain_store(text, &store::Error::from_io(error, table), table))
    };
    let metadata = std::fs::metadata(table).map_err(|error| explain(&error))?;
    // Measured before it is read.
    if metadata.len() > crate::exchange::LARGEST as u64 {
        return Err(refuse(&explain_sheet(text, SheetError::TooLarge, table)));
    }
    std::fs::read(table).map_err(|error| explain(&error))
}
