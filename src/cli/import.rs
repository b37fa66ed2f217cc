//! `import`: imports a table as one step that can be undone.
//!
//! With the word `positions` a table has this program's own columns; otherwise it may have any
//! layout: see [`super::intake`].

use std::path::Path;

use clap::{Arg, ArgMatches, Command};

use super::arguments::{
    all_keys, asked_day, chosen, dossier, file, flag, is_standard, option, path, path_of,
};
use super::{Subcommand, complain, intake, open, out, refuse};
use crate::document::{self, Document, Edit};
use crate::exchange::{
    Dating, Import, NamedSheet, Problems, SheetError, Workbook, import_edit, plain, plan_import,
    read_bytes, read_stream, read_workbook,
};
use crate::explain::{
    Explanation, days_next, explain_days, explain_edit, explain_import, explain_remarks,
    explain_row, explain_sheet, explain_sheets, explain_store, explain_strangers, explain_table,
    explain_undated,
};
use crate::model::{Clock, DayOrder, Snapshot};
use crate::settings::Settings;
use crate::store;
use crate::text::{Arg as Word, Text, msg};

/// How many faults are printed: at two lines each, no more than a screenful.
const SHOWN: usize = 20;

pub(super) const SUBCOMMAND: Subcommand =
    Subcommand { name: "import", about: msg!("help-import"), arguments, run };

fn arguments(command: Command, text: Text) -> Command {
    let command = command
        .arg(dossier(text))
        .allow_missing_positional(true)
        .arg(
            Arg::new("what")
                .value_name("WHAT")
                .value_parser(["positions"])
                .help(text.get(msg!("help-what"))),
        )
        .arg(file("table", "TABLE", text.get(msg!("help-table"))).required(true))
        .arg(option("sheet", "NAME", text.get(msg!("help-sheet"))))
        .arg(flag("dry-run", text.get(msg!("help-dry-run"))))
        .arg(flag("skip-bad", text.get(msg!("help-skip-bad"))));
    let command = dating_arguments(command, text);
    intake::arguments(command, text).arg(flag("create", text.get(msg!("help-create"))))
}

/// Imports a table, or reports what is wrong with it.
fn run(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    if !matches.contains_id("what") || intake::is_asked(matches) {
        return intake::import(text, matches);
    }
    let (file, table) = (path(matches), path_of(matches, "table"));
    let (dry_run, skip_bad) = (matches.get_flag("dry-run"), matches.get_flag("skip-bad"));
    let wanted = matches.get_one::<String>("sheet").map(String::as_str);
    let sheet = |bytes: Vec<u8>| chosen_sheet(text, &bytes, wanted, &table);
    let piped = is_standard(&table);
    // Report a faulty file before asking for a passphrase. On standard input, though, the
    // passphrase comes first.
    let read_first = if piped { None } else { Some(sheet(read(text, &table)?)?) };
    // A dry run needs neither the lock nor the right to write.
    let opener = if dry_run { Document::read_as } else { Document::open_as };
    let mut document = open(text, &file, opener)?;
    let sheet = match read_first {
        Some(sheet) => sheet,
        None => sheet(read(text, &table)?)?,
    };
    let author = Settings::load().signature();
    let dating = dating(text, matches)?;
    let import = plan_import(document.snapshot(), &sheet.sheet, text, dating, &author);
    drop(sheet);
    if let Some(question) = &import.question {
        return Err(refuse(&Explanation {
            what: explain_days(text, question),
            safe: text.get(msg!("safe-nothing-imported")).to_owned(),
            next: days_next(text, question).to_owned(),
        }));
    }
    if let Some(words) = explain_strangers(text, &import) {
        complain(&words);
        return Err(1);
    }
    complain_rows(text, &import.problems);
    let counts = counts(&import);
    if import.unreadable {
        complain(text.get(msg!("import-unreadable")));
        return Err(1);
    }
    if !import.problems.is_empty() && !skip_bad {
        complain(&text.with(msg!("import-refused"), &counts));
        return Err(1);
    }
    let undated = explain_undated(text, import.undated, dating.undated_on);
    for words in explain_import(text, &import).into_iter().chain(undated) {
        complain(&words);
    }
    let edit = import_edit(import, name_of(text, &table));
    carry_out(text, &mut document, edit, &file, dry_run)?;
    let done = if dry_run { msg!("import-would") } else { msg!("import-done") };
    out(text, &(text.with(done, &counts) + "\n"))
}

/// How days are read, and the day of entries without one.
pub(super) fn dating(text: Text, matches: &ArgMatches) -> Result<Dating, u8> {
    let today = Clock::System.today();
    let undated_on = asked_day(text, matches, "date", today)?.unwrap_or(today);
    Ok(Dating { today, undated_on, order: chosen::<DayOrder>(matches, "dates") })
}

/// The arguments for this.
pub(super) fn dating_arguments(command: Command, text: Text) -> Command {
    let order = option("dates", "ORDER", text.get(msg!("help-dates")));
    command.arg(order.value_parser(all_keys::<DayOrder>())).arg(option(
        "date",
        "DAY",
        text.get(msg!("help-undated")),
    ))
}

/// Prints the faults of rows.
pub(super) fn complain_rows(text: Text, problems: &Problems) {
    let told = problems.listed().iter().map(|it| (plain(&explain_row(text, it)), it.rows));
    complain_some(text, told, problems.unlisted());
}

/// Prints faults, each with the number of its rows, but no more than a screenful; the rows of the
/// others are counted, with `unlisted` added.
pub(super) fn complain_some(
    text: Text,
    mut faults: impl Iterator<Item = (String, usize)>,
    unlisted: usize,
) {
    for (words, _) in faults.by_ref().take(SHOWN) {
        complain(&words);
    }
    let unsaid = faults.map(|(_, rows)| rows).sum::<usize>() + unlisted;
    if unsaid > 0 {
        complain(&text.with(msg!("import-more"), &[("rows", unsaid.into())]));
    }
}

/// The name of a table in the log.
pub(super) fn name_of(text: Text, table: &Path) -> String {
    if is_standard(table) {
        return text.get(msg!("import-piped")).to_owned();
    }
    table.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Carries an import out after a backup, or only checks that it can be.
pub(super) fn carry_out(
    text: Text,
    document: &mut Document,
    edit: Edit,
    file: &Path,
    dry_run: bool,
) -> Result<(), u8> {
    if dry_run {
        return check(text, document.snapshot(), &edit, file);
    }
    if let Err(error) = document.back_up() {
        complain(&explain_store(text, &error, file).to_string());
    }
    document.set_author(Settings::load().signature());
    document
        .apply_large(edit, &mut |_, _| true)
        .map_err(|error| refuse(&explain_edit(text, &error, file)))?;
    Ok(())
}

/// Checks an edit against the rules.
pub(super) fn check(text: Text, snapshot: &Snapshot, edit: &Edit, file: &Path) -> Result<(), u8> {
    document::check(snapshot, edit, Clock::System.today())
        .map_err(|refusal| refuse(&explain_edit(text, &document::Error::Refused(refusal), file)))
}

/// The sheet of this name in a file, or the only one. Its remarks are printed.
pub(super) fn chosen_sheet(
    text: Text,
    bytes: &[u8],
    name: Option<&str>,
    table: &Path,
) -> Result<NamedSheet, u8> {
    let workbook = workbook_of(text, bytes, table)?;
    let sheet =
        workbook.named(name).map_err(|names| refuse(&explain_sheets(text, name, &names, table)))?;
    remark_on(text, &workbook, sheet);
    Ok(sheet.clone())
}

/// The sheets of a file.
pub(super) fn workbook_of(text: Text, bytes: &[u8], table: &Path) -> Result<Workbook, u8> {
    read_workbook(bytes).map_err(|error| refuse(&explain_sheet(text, error, table)))
}

/// Prints the remarks on a sheet.
pub(super) fn remark_on(text: Text, workbook: &Workbook, sheet: &NamedSheet) {
    for words in explain_remarks(text, workbook, sheet) {
        complain(&plain(&words));
    }
}

fn counts(import: &Import) -> Vec<(&'static str, Word<'static>)> {
    vec![
        ("entries", import.positions.len().into()),
        ("sources", import.sources.len().into()),
        ("known", import.known.into()),
        ("silent", import.silent.into()),
        ("problems", import.problems.rows().into()),
    ]
}

/// The bytes of a file or of standard input.
pub(super) fn read(text: Text, table: &Path) -> Result<Vec<u8>, u8> {
    let too_large = || refuse(&explain_sheet(text, SheetError::TooLarge, table));
    if is_standard(table) {
        let io = |error| refuse(&explain_table(text, &store::Error::from_io(&error, table), table));
        return read_stream(std::io::stdin().lock())
            .map_err(|error| error.map_or_else(too_large, io));
    }
    read_bytes(table).map_err(|error| match error {
        Some(error) => refuse(&explain_table(text, &error, table)),
        None => too_large(),
    })
}
