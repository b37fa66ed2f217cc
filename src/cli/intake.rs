//! Tables of any layout, for `import` and for `new --from`.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::arguments::{all_keys, chosen, file, flag, is_standard, option, path, path_of};
use super::import::{
    carry_out, complain_rows, dating, dating_arguments, name_of, read, remark_on, workbook_of,
};
use super::new::create;
use super::{complain, open, out, refuse};
use crate::document::{Document, Edit};
use crate::exchange::intake::{
    self, Answers, Fate, Field, Guess, Heads, Layout, Mapping, NameAnswer, NameQuestion, Options,
    Plan, Question, Recipe, only_table, rolls_with_titles, titles_beside, titles_in,
};
use crate::exchange::{ImportProblem, NO_HEADER, NamedSheet, Sheet, Workbook, plain, read_sheet};
use crate::explain::{
    Explanation, explain_bare, explain_guess, explain_heads, explain_left_out, explain_mapping,
    explain_question, explain_recipe, explain_row, explain_sheets, explain_strangers_at,
    explain_titles, explain_undated, explain_unsure, kinds_next, plan_counts, plan_made,
    plan_warnings, question_next,
};
use crate::model::{Dossier, Keyed, PartyKind, Snapshot, Table};
use crate::settings::Settings;
use crate::text::{Text, msg};

/// The word for unknown groups, among the kinds of parties.
const GROUP: &str = "group";

/// The version of the JSON, raised when the meaning of something changes.
const FORMAT: usize = 1;

/// The options for a table of any layout.
pub(super) fn arguments(command: Command, text: Text) -> Command {
    let mut words: Vec<_> = Layout::ALL.iter().map(|layout| layout.word()).collect();
    words.dedup();
    command
        .arg(
            option("as", "LAYOUT", text.get(msg!("help-as")))
                .value_parser(PossibleValuesParser::new(words)),
        )
        .arg(file("mapping", "FILE.toml", text.get(msg!("help-mapping"))).long("mapping"))
        .arg(file("titles", "TABLE", text.get(msg!("help-titles"))).long("titles"))
        .arg(
            option("no-header", "HEADINGS", text.get(msg!("help-no-header")))
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value(""),
        )
        .arg(
            option("heads", "HEADS", text.get(msg!("help-heads")))
                .value_parser(all_keys::<Heads>()),
        )
        .arg(
            option("kind", "KIND", text.get(msg!("help-kind")))
                .value_parser([all_keys::<PartyKind>(), vec![GROUP]].concat()),
        )
        .arg(
            option("format", "FORMAT", text.get(msg!("help-plan-format")))
                .value_parser(["text", "json"])
                .default_value("text"),
        )
}

/// Whether one of these was used, which a table announced as `positions` cannot have.
pub(super) fn is_asked(matches: &ArgMatches) -> bool {
    let has = |id| {
        matches.contains_id(id)
            && matches.value_source(id) == Some(clap::parser::ValueSource::CommandLine)
    };
    ["as", "mapping", "no-header", "heads", "titles", "kind", "format", "create"]
        .into_iter()
        .any(has)
}

/// A table that has been read and planned.
struct Planned {
    mapping: Mapping,
    plan: Plan,
    // The sheet in which the titles of roll calls were found.
    titles: Option<String>,
    json: bool,
}

/// Imports a table of any layout, or reports what is wrong with it.
pub(super) fn import(text: Text, matches: &ArgMatches) -> Result<(), u8> {
    let (path, table) = (path(matches), path_of(matches, "table"));
    let dry_run = matches.get_flag("dry-run");
    let recipe = recipe(text, matches)?;
    let sheet = || chosen_table(text, matches, recipe.as_ref(), &table);
    // Report a faulty file before asking for a passphrase. On standard input, though, the
    // passphrase comes first.
    let read_first = if is_standard(&table) { None } else { Some(sheet()?) };
    let opener = if dry_run { Document::read_as } else { Document::open_as };
    let mut document = open(text, &path, opener)?;
    let sheet = match read_first {
        Some(sheet) => sheet,
        None => sheet()?,
    };
    let create = matches.get_flag("create");
    let planned = planned(text, matches, document.snapshot(), &sheet, recipe.as_ref(), create)?;
    drop(sheet);
    let is_open = !planned.plan.problems.is_empty() || !planned.plan.is_whole();
    if is_open && (planned.plan.is_blocked() || !matches.get_flag("skip-bad")) {
        if !planned.plan.is_blocked() {
            let problems = [("problems", wrong(&planned.plan).into())];
            complain(&text.with(msg!("intake-refused"), &problems));
        }
        report(text, &planned, false, planned.json)?;
        return Err(1);
    }
    if planned.plan.rows.is_empty() {
        complain(text.get(msg!("wizard-no-rows")));
    }
    let (counts, json) = (plan_counts(text, &planned.plan), planned.json);
    let value = json.then(|| as_json(text, &planned, !dry_run));
    let edit = planned.plan.edit(name_of(text, &table));
    carry_out(text, &mut document, edit, &path, dry_run)?;
    let done = if dry_run { msg!("intake-would") } else { msg!("intake-done") };
    match value {
        Some(value) => out(text, format!("{value:#}\n")),
        None => out(text, format!("{}. {counts}\n", text.get(done))),
    }
}

/// Makes a dossier from a table, or reports what is wrong with it.
pub(super) fn new_from(text: Text, matches: &ArgMatches, table: &Path) -> Result<(), u8> {
    let path = path(matches);
    let recipe = recipe(text, matches)?;
    let sheet = chosen_table(text, matches, recipe.as_ref(), table)?;
    let stem = table.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let title = stem.filter(|_| !is_standard(table));
    let title = title.unwrap_or_else(|| text.get(msg!("title-empty")).to_owned());
    let dossier = Dossier { marking: Settings::load().marking, ..Dossier::new(title) };
    let snapshot = Snapshot::new(dossier.clone());
    let planned = planned(text, matches, &snapshot, &sheet, recipe.as_ref(), true)?;
    let shown = path.display().to_string();
    if !planned.plan.is_whole() && (planned.plan.is_blocked() || !matches.get_flag("skip-bad")) {
        if !planned.plan.is_blocked() {
            let arguments = [("path", shown.into()), ("problems", wrong(&planned.plan).into())];
            complain(&text.with(msg!("intake-nothing-made"), &arguments));
        }
        report(text, &planned, false, planned.json)?;
        return Err(1);
    }
    if planned.plan.is_empty() {
        complain(text.get(msg!("intake-empty")));
        return Err(1);
    }
    let value = planned.json.then(|| as_json(text, &planned, true));
    let counts = plan_counts(text, &planned.plan);
    let edit = planned.plan.edit("");
    let votes = crate::library::templates::known_votes(edit.records());
    create(text, &path, dossier, votes.into_iter().fold(edit, Edit::put))?;
    match value {
        Some(value) => out(text, format!("{value:#}\n")),
        None => {
            let arguments = [("path", shown.into()), ("table", name_of(text, table).into())];
            out(text, format!("{} {counts}\n", text.with(msg!("intake-made"), &arguments)))
        }
    }
}

/// A workbook, and the sheet of it that is imported.
struct Given {
    workbook: Workbook,
    at: usize,
}

impl Given {
    fn name(&self, at: usize) -> &str {
        self.workbook.sheets.get(at).map_or("", |named| &named.name)
    }
}

/// Reads a table. If there are several sheets, it is the one named, or the roll calls whose titles
/// are in another.
fn chosen_table(
    text: Text,
    matches: &ArgMatches,
    recipe: Option<&Recipe>,
    table: &Path,
) -> Result<Given, u8> {
    let workbook = workbook_of(text, &read(text, table)?, table)?;
    let saved = recipe.map(|recipe| recipe.sheet.as_str()).filter(|name| !name.is_empty());
    let wanted = matches.get_one::<String>("sheet").map(String::as_str).or(saved);
    let at = match workbook.named(wanted) {
        Ok(found) => workbook.sheets.iter().position(|it| std::ptr::eq(it, found)),
        Err(names) => {
            // Headings that are states say enough, whoever else is in the dossier.
            let empty = Snapshot::new(Dossier::new(""));
            let found = || match rolls_with_titles(&workbook, &empty) {
                Some((rolls, _)) => Some(rolls),
                None => only_table(&workbook, &empty).inspect(|at| {
                    let name = workbook.sheets.get(*at).map_or("", |it| &it.name).to_owned();
                    let name = [("sheet", name.into())];
                    complain(&plain(&text.with(msg!("intake-only-table"), &name)));
                }),
            };
            let found = wanted.is_none().then(found).flatten();
            Some(found.ok_or_else(|| refuse(&explain_sheets(text, wanted, &names, table)))?)
        }
    };
    let at = at.unwrap_or_default();
    Ok(Given { workbook, at })
}

/// The saved mapping, if one was given.
fn recipe(text: Text, matches: &ArgMatches) -> Result<Option<Recipe>, u8> {
    let Some(path) = matches.get_one::<PathBuf>("mapping") else { return Ok(None) };
    let bytes = read(text, path)?;
    let words = String::from_utf8_lossy(&bytes);
    Recipe::from_toml(&words).map(Some).map_err(|fault| refuse(&explain_recipe(text, &fault, path)))
}

/// Plans a table, and prints how it is read and what is wrong.
fn planned(
    text: Text,
    matches: &ArgMatches,
    snapshot: &Snapshot,
    table: &Given,
    recipe: Option<&Recipe>,
    create: bool,
) -> Result<Planned, u8> {
    let Some(sheet) = table.workbook.sheets.get(table.at).map(|named| &named.sheet) else {
        return Err(1);
    };
    let mut mapping = mapping(text, matches, snapshot, sheet, recipe)?;
    let dating = dating(text, matches)?;
    mapping.dates = dating.order.or(mapping.dates);
    let headed = sheet.headed_at(mapping.header).unwrap_or_else(|| sheet.clone());
    if let Some(named) = table.workbook.sheets.get(table.at) {
        // A title above the header is not a row of another length.
        remark_on(text, &table.workbook, &NamedSheet { sheet: headed.clone(), ..named.clone() });
    }
    complain(&plain(&explain_mapping(text, &mapping, &headed)));
    let given = matches.get_one::<PathBuf>("titles");
    let found = match given {
        Some(_) => None,
        None => titles_beside(&table.workbook, table.at, &mapping, snapshot),
    };
    if let Some(found) = found {
        let names = [
            ("sheet", table.name(table.at).to_owned().into()),
            ("titles", table.name(found).to_owned().into()),
        ];
        complain(&plain(&text.with(msg!("intake-titles-found"), &names)));
    }
    let titles = match given {
        Some(path) => {
            let titles = workbook_of(text, &read(text, path)?, path)?;
            let names: Vec<_> = titles.sheets.iter().map(|it| it.name.as_str()).collect();
            let found = titles_in(&titles, sheet, &mapping, snapshot);
            let found = found.and_then(|at| titles.sheets.get(at));
            let found = found.ok_or_else(|| refuse(&explain_titles(text, &names, path)))?;
            remark_on(text, &titles, found);
            Some(found.sheet.clone())
        }
        None => found.and_then(|at| table.workbook.sheets.get(at)).map(|it| it.sheet.clone()),
    };
    let options = Options {
        text,
        today: dating.today,
        undated_on: dating.undated_on,
        author: Settings::load().signature(),
        create,
        kind: chosen::<PartyKind>(matches, "kind"),
        groups: matches.get_one::<String>("kind").is_some_and(|it| it == GROUP),
        titles,
    };
    let mut answers = Answers::default();
    let plan = |answers: &Answers| {
        intake::plan(snapshot, sheet, &mapping, answers, &options, &mut |_| true).ok_or(1)
    };
    let mut planned = plan(&answers)?;
    let totals: Vec<_> = planned.questions.iter().filter_map(total).cloned().collect();
    if !totals.is_empty() {
        totals.iter().for_each(|it| answers.name(&it.written, NameAnswer::LeaveOut));
        planned = plan(&answers)?;
    }
    for it in totals {
        complain(&plain(&explain_left_out(text, &it)));
    }
    let plan = planned;
    let json = matches.get_one::<String>("format").is_some_and(|it| it == "json");
    let titles = found.map(|at| table.name(at).to_owned());
    let planned = Planned { mapping, plan, titles, json };
    told(text, &planned.mapping, &planned.plan, &options);
    Ok(planned)
}

fn mapping(
    text: Text,
    matches: &ArgMatches,
    snapshot: &Snapshot,
    sheet: &Sheet,
    recipe: Option<&Recipe>,
) -> Result<Mapping, u8> {
    let word = matches.get_one::<String>("as").map(String::as_str);
    let named = matches.get_one::<String>("no-header");
    let bare = named.map(|names| {
        // Written as in a header.
        let names = read_sheet(names.as_bytes()).map(|it| it.columns().to_vec());
        sheet.without_header(&names.unwrap_or_default())
    });
    if let Some(recipe) = recipe {
        let path = path_of(matches, "mapping");
        let fitted = recipe.fit(bare.as_ref().unwrap_or(sheet));
        let mapping = fitted.map_err(|fault| refuse(&explain_recipe(text, &fault, &path)))?;
        let lacks = mapping.lacks();
        if mapping.header == NO_HEADER && !lacks.is_empty() {
            return Err(refuse(&explain_unsure(text, &mapping, &lacks, snapshot)));
        }
        return Ok(mapping);
    }
    let is_asked = |layout: &Layout| word.is_none_or(|word| layout.word() == word);
    let layouts: Vec<_> = Layout::ALL.iter().copied().filter(is_asked).collect();
    let heads = chosen::<Heads>(matches, "heads");
    let table = bare.as_ref().unwrap_or(sheet);
    let guess: Guess = intake::guess_with(table, snapshot, &layouts, None, heads);
    let is_bare = guess.mapping.header == NO_HEADER;
    if is_bare && bare.is_none() {
        return Err(refuse(&explain_bare(text, sheet, &guess.mapping, snapshot)));
    }
    let lacks = guess.mapping.lacks();
    let others = guess.unsure.iter().filter(|field| !lacks.contains(field));
    let unsure: Vec<_> = lacks.iter().chain(others).copied().collect();
    if is_bare && !unsure.is_empty() {
        return Err(refuse(&explain_unsure(text, &guess.mapping, &unsure, snapshot)));
    }
    if let Some(unclear) = explain_heads(text, &guess, heads) {
        return Err(refuse(&unclear));
    }
    if guess.layouts.is_empty() || word.is_none() && !guess.certain {
        return Err(refuse(&explain_guess(text, &guess)));
    }
    Ok(guess.mapping)
}

/// The question about a name that counts the others, since nobody has such a name.
fn total(question: &Question) -> Option<&NameQuestion> {
    let Question::Name(it) = question else { return None };
    let counts = it.options.iter().all(|it| it.answer == NameAnswer::LeaveOut);
    (counts && !it.options.is_empty()).then_some(it)
}

/// Prints the questions, the faults, and what would be made.
fn told(text: Text, mapping: &Mapping, plan: &Plan, options: &Options) {
    if let Some(line) = plan.strangers {
        complain(&explain_strangers_at(text, line, &plan.problems));
        return;
    }
    for question in &plan.questions {
        if let Some(next) = question_next(text, question) {
            let safe = text.get(msg!("safe-nothing-imported")).to_owned();
            let what = explain_question(text, question);
            complain(&plain(&Explanation { what, safe, next }.to_string()));
        }
    }
    complain_rows(text, &plan.problems);
    let has = |wanted: ImportProblem| plan.problems.listed().iter().any(|it| it.problem == wanted);
    let states = plan.questions.iter().any(|question| match question {
        Question::Name(it) => {
            let known = |answer| matches!(answer, NameAnswer::State(_) | NameAnswer::Group(_));
            it.options.iter().any(|it| known(it.answer))
        }
        _ => false,
    });
    if !options.create && (has(ImportProblem::UnknownProposal) || states) {
        complain(text.get(msg!("intake-say-create")));
    }
    if let Some(said) = kinds_next(text, mapping, plan, options) {
        complain(&said);
    }
    let undated = explain_undated(text, plan.undated, options.undated_on);
    let said = plan_made(text, plan).into_iter().chain(plan_warnings(text, plan)).chain(undated);
    for words in said {
        complain(&plain(&words));
    }
}

fn wrong(plan: &Plan) -> usize {
    plan.tally.of(Fate::Wrong).max(plan.problems.rows())
}

/// Prints the result for a program, if one reads it.
fn report(text: Text, planned: &Planned, applied: bool, json: bool) -> Result<(), u8> {
    if json { out(text, format!("{:#}\n", as_json(text, planned, applied))) } else { Ok(()) }
}

/// A plan for a program. Keys are never removed; new ones may be added.
fn as_json(text: Text, planned: &Planned, applied: bool) -> Value {
    let Planned { mapping, plan, titles, .. } = planned;
    let columns = mapping.columns.iter().filter(|it| it.field != Some(Field::Cells));
    let columns: Vec<_> = columns
        .map(|it| json!({ "heading": it.heading, "holds": it.field.map(Keyed::key) }))
        .collect();
    let counts: serde_json::Map<_, _> =
        Fate::ALL.iter().map(|fate| (fate.key().to_owned(), plan.tally.of(*fate).into())).collect();
    let records: serde_json::Map<_, _> = Table::ALL
        .iter()
        .map(|table| (table.key().to_owned(), plan.count(*table)))
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| (key, count.into()))
        .collect();
    let made: Vec<_> = plan
        .made
        .iter()
        .map(|(table, name)| json!({ "table": table.key(), "name": name }))
        .collect();
    let problems: Vec<_> = plan
        .problems
        .listed()
        .iter()
        .map(|it| {
            json!({
                "lines": it.lines, "rows": it.rows, "column": it.column, "written": it.written,
                "headings": it.columns.iter().map(|(_, heading)| heading).collect::<Vec<_>>(),
                "suggestions": it.suggestions, "words": explain_row(text, it),
            })
        })
        .collect();
    let rows: Vec<_> = plan
        .rows
        .iter()
        .map(|row| {
            let fates = Fate::ALL.iter().map(|fate| (fate.key(), row.tally.of(*fate)));
            let fates = fates.filter(|(_, count)| *count > 0);
            let fates: serde_json::Map<_, _> =
                fates.map(|(key, count)| (key.to_owned(), count.into())).collect();
            json!({ "line": row.line, "cells": fates })
        })
        .collect();
    let questions: Vec<_> = plan
        .questions
        .iter()
        .map(|question| {
            let kind = match question {
                Question::Days(_) => "days",
                Question::Scale(_) => "scale",
                Question::Name(_) => "name",
                Question::Clash(_) => "clash",
            };
            let options: Vec<_> = match question {
                Question::Name(it) => it
                    .options
                    .iter()
                    .map(|it| it.name.clone())
                    .filter(|name| !name.is_empty())
                    .collect(),
                Question::Days(_) | Question::Scale(_) | Question::Clash(_) => Vec::new(),
            };
            let headings: Vec<_> = match question {
                Question::Days(_) => Vec::new(),
                Question::Scale(it) => it.columns.iter().map(|(_, heading)| heading).collect(),
                Question::Name(it) => it.column.iter().map(|(_, heading)| heading).collect(),
                Question::Clash(it) => it.column.iter().map(|(_, heading)| heading).collect(),
            };
            json!({
                "about": kind, "headings": headings, "words": explain_question(text, question),
                "options": options,
            })
        })
        .collect();
    let header = Some(mapping.header).filter(|line| *line != NO_HEADER);
    let heads = mapping.upper.as_ref().map(|upper| upper.heads.key());
    json!({
        "format": FORMAT, "layout": mapping.layout.key(), "header": header, "heads": heads,
        "columns": columns, "titles": titles, "applied": applied, "counts": counts, "records": records,
        "made": made, "problems": problems, "questions": questions, "rows": rows,
    })
}

/// The options for a table that `new` takes too.
pub(super) fn for_new(command: Command, text: Text) -> Command {
    let command = command.arg(
        file("from", "TABLE", text.get(msg!("help-from"))).long("from").conflicts_with("template"),
    );
    let command = dating_arguments(arguments(command, text), text)
        .arg(option("sheet", "NAME", text.get(msg!("help-sheet"))))
        .arg(flag("skip-bad", text.get(msg!("help-skip-bad"))));
    let of_table = [
        "as",
        "mapping",
        "no-header",
        "heads",
        "titles",
        "kind",
        "sheet",
        "dates",
        "date",
        "skip-bad",
    ];
    of_table.into_iter().fold(command, |command, id| command.mut_arg(id, |it| it.requires("from")))
}
