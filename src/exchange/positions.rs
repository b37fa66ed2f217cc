//! Importing a table of positions.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::NaiveDate;

use super::days::{DayQuestion, question};
use super::intake::Reading;
use super::names::Names;
use super::problems::{FaultAt, ImportProblem, Problems, Suggested};
use super::rows::{Flaw, Reader};
use super::stances::Scale;
use super::{Sheet, SheetRow};
use crate::analysis::shared_prefix;
use crate::document::{Edit, StepName};
use crate::library::Codes;
use crate::model::words::is_unseen;
use crate::model::{DayOrder, Position, Proposal, ProposalId, Snapshot, Source, SourceId};
use crate::text::Text;

/// The columns of a table of positions; the first three are required.
pub(super) const COLUMNS: [&str; 13] = [
    "party",
    "proposal",
    "stance",
    "date",
    "source",
    "confidence",
    "marking",
    "note",
    "forum",
    "salience",
    "condition",
    "reason",
    "hold",
];

/// The longest code of a state or of a vote, including the signs that people write in it.
pub(super) const LONGEST_STATE_CODE: usize = 12;

/// The longest name of a state.
const LONGEST_NAME: usize = 100;

/// How many short words of a column are examined; a table about this dossier never has as many.
pub(super) const MOST_CODES: usize = 10_000;

/// The additions of a table to a dossier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The entries to add.
    pub positions: Vec<Position>,
    /// The sources to add with them.
    pub sources: Vec<Source>,
    /// How many rows repeat what the dossier says already.
    pub known: usize,
    /// How many rows say that no stance was taken; they add nothing.
    pub silent: usize,
    /// How many of the entries have a date that gives only the month.
    pub months: usize,
    /// How many entries have no date and get the day chosen for those.
    pub undated: usize,
    /// How many of the entries are dated in the future.
    pub future: usize,
    /// The faults; the rows concerned are not among the entries.
    pub problems: Problems,
    /// Whether the header is faulty, so that no row could be read.
    pub unreadable: bool,
    /// The line at which reading stopped, because the table had named almost nobody in the
    /// dossier; there are then no entries.
    pub strangers: Option<u64>,
    /// The question that must be answered before any row can be read.
    pub question: Option<DayQuestion>,
}

/// How the days of a table are read.
#[derive(Clone, Copy, Debug)]
pub struct Dating {
    /// Today: what is later is in the future.
    pub today: NaiveDate,
    /// The day of entries without one.
    pub undated_on: NaiveDate,
    /// Which comes first in a day such as 5/12/2018, if known.
    pub order: Option<DayOrder>,
}

impl Dating {
    /// Entries without a day are of today.
    pub fn on(today: NaiveDate) -> Self {
        Self { today, undated_on: today, order: None }
    }
}

/// Reads what a table would add; nothing is changed yet. If the order of days is not given, it is
/// worked out, or asked for in [`Import::question`].
pub fn plan_import(
    snapshot: &Snapshot,
    sheet: &Sheet,
    text: Text,
    dating: Dating,
    author: &str,
) -> Import {
    let mut import = Import::default();
    let Some(columns) = find_columns(sheet, &mut import.problems) else {
        import.unreadable = true;
        return import;
    };
    if dating.order.is_none()
        && let Some(place) = place_of("date").and_then(|column| columns[column])
    {
        import.question = question(text, sheet, place);
        if import.question.is_some() {
            return import;
        }
    }
    let order = dating.order.unwrap_or(DayOrder::DayFirst);
    let kinds = ColumnKinds::of(sheet, columns);
    let mut reader = Reader::new(snapshot, text, dating.today, order, kinds);
    reader.dates_undated(dating.undated_on);
    for row in sheet.rows() {
        let cells = Cells { columns, row: &row.cells };
        if is_beyond(&row, sheet.header().len(), &mut import.problems) {
            continue;
        }
        if let Err(flaw) = reader.row(row.line, &cells) {
            let mut spot = FaultAt::from(flaw.column);
            let at = place_of(flaw.column).and_then(|column| columns[column]);
            spot.at = at.and_then(|at| Some((at, sheet.columns().get(at)?.as_str())));
            add_flaw(&mut import.problems, &reader, (row.line, spot), &cells, flaw);
            if reader.is_among_strangers() {
                import.strangers = Some(row.line);
                return import;
            }
        }
    }
    reader.finish(author, &mut import);
    import
}

/// Whether a row has more cells than the table has columns, which is then recorded. Spreadsheets
/// leave out empty cells at the end, or add some.
pub(super) fn is_beyond(row: &SheetRow<'_>, width: usize, problems: &mut Problems) -> bool {
    let mut more = row.cells.iter().enumerate().skip(width).filter(|(_, cell)| !cell.is_empty());
    let Some((at, more)) = more.next() else { return false };
    let spot = FaultAt { column: "", at: Some((at, "")), in_header: false };
    problems.add(row.line, spot, more, ImportProblem::TooManyCells, Suggested::default);
    true
}

/// Records a fault of a row, and what may have been meant.
pub(super) fn add_flaw(
    problems: &mut Problems,
    reader: &Reader<'_>,
    (line, spot): (u64, FaultAt<'_>),
    cells: &Cells<'_>,
    Flaw { column, problem, candidates }: Flaw,
) {
    let written = cells.get(column);
    let is_known = candidates != Suggested::default();
    let suggest = || if is_known { candidates } else { reader.suggest(problem, written) };
    problems.add(line, spot, written, problem, suggest);
}

/// Properties of the columns of parties and stances that only show in the column as a whole.
#[derive(Clone, Debug)]
pub(super) struct ColumnKinds {
    /// The systems that the codes of the parties can be in.
    pub(super) codes: Codes,
    /// How the stances are read.
    pub(super) reading: Reading,
}

impl ColumnKinds {
    pub(super) fn of(sheet: &Sheet, columns: ColumnPlaces) -> Self {
        // Each one once: a table may have millions of rows, but few parties. Anything longer is not
        // a name that could settle the system of codes, so one stands for all of it.
        let (mut parties, mut stances) = (HashSet::new(), HashSet::new());
        for row in sheet.rows() {
            let cells = Cells { columns, row: &row.cells };
            for (column, written) in [("party", &mut parties), ("stance", &mut stances)] {
                let cell = cells.get(column).trim();
                let cell = if cell.len() > LONGEST_NAME { "-" } else { cell };
                if written.len() <= MOST_CODES && !written.contains(cell) {
                    written.insert(cell.to_owned());
                }
            }
        }
        Self {
            codes: Codes::of(parties.iter().map(String::as_str)),
            reading: Scale::of(stances.iter().map(String::as_str)).into(),
        }
    }
}

/// The import as one edit.
pub(crate) fn import_edit(import: Import, detail: impl Into<String>) -> Edit {
    let mut edit = Edit::new(StepName::ImportPositions, detail);
    for source in import.sources {
        edit = edit.put(source);
    }
    edit.entries = import.positions;
    edit
}

pub(super) type ColumnPlaces = [Option<usize>; COLUMNS.len()];

fn place_of(column: &str) -> Option<usize> {
    COLUMNS.iter().position(|name| *name == column)
}

fn find_columns(sheet: &Sheet, problems: &mut Problems) -> Option<ColumnPlaces> {
    let mut places: ColumnPlaces = [None; COLUMNS.len()];
    let mut names = Names::default();
    COLUMNS.iter().enumerate().for_each(|(place, name)| names.add(name, place));
    let line = sheet.header_line();
    let mut flaw = |column, written: &str, problem, suggestion: Option<&str>| {
        let suggest = || Suggested::names(suggestion.map(str::to_owned));
        problems.add(line, column, written, problem, suggest);
    };
    for (place, name) in sheet.header().iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        match names.find(name) {
            Some(column) if places[column].is_some() => {
                flaw(COLUMNS[column], name, ImportProblem::ColumnTwice, None);
            }
            Some(column) => places[column] = Some(place),
            None => flaw("", name, ImportProblem::UnknownColumn, names.suggest(name)),
        }
    }
    for (column, place) in COLUMNS.iter().zip(places).take(3) {
        if place.is_none() {
            flaw(column, "", ImportProblem::NoColumn, None);
        }
    }
    problems.is_empty().then_some(places)
}

/// The cells of a row, by column.
pub(super) struct Cells<'a> {
    /// The place of each column of a table of positions.
    pub(super) columns: ColumnPlaces,
    /// The row.
    pub(super) row: &'a [Cow<'a, str>],
}

impl<'a> Cells<'a> {
    /// Whether the table has this column.
    pub(super) fn has(&self, column: &str) -> bool {
        place_of(column).is_some_and(|at| self.columns[at].is_some())
    }

    /// The content of a cell; empty if the table has no such column.
    pub(super) fn get(&self, column: &str) -> &'a str {
        let cell = place_of(column).and_then(|at| self.columns[at]).and_then(|at| self.row.get(at));
        // Invisible characters alone are empty to whoever filled in the cell.
        let shows = |cell: &&str| !cell.chars().all(|c| c.is_whitespace() || is_unseen(c));
        cell.map(|cell| &**cell).filter(shows).unwrap_or_default()
    }
}

pub(super) fn proposal_names(snapshot: &Snapshot) -> Names<ProposalId> {
    let mut names = Names::default();
    let prefix = shared_prefix(snapshot.proposals.iter().map(|it| &*it.code));
    for Proposal { id, code, title, .. } in snapshot.proposals.iter() {
        names.add_code(code, *id);
        // On screen a code is shown without the prefix common to all codes, and people write it
        // that way elsewhere.
        names.add(code.strip_prefix(&prefix).unwrap_or_default(), *id);
        // People say 73/27 for A/RES/73/27.
        names.add(code.strip_prefix("A/RES/").unwrap_or_default(), *id);
        names.add(&title.en, *id);
        names.add(&title.nl, *id);
    }
    names
}

pub(super) fn source_names(snapshot: &Snapshot) -> Names<SourceId> {
    let mut names = Names::default();
    for source in snapshot.sources.iter() {
        names.add_symbol(&source.symbol, source.id);
        for name in [&source.title, &source.link] {
            names.add(name, source.id);
        }
    }
    names
}
