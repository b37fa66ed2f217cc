//! Importing a table of positions.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;

use super::names::Names;
use super::speakers::{NotMeant, Speakers};
use super::{ParsedStance, Sheet, is_dash, parse_stance, says_no_stance, stances};
use crate::document::{Edit, LONGEST, StepName};
use crate::model::words::fold;
use crate::model::{
    Certainty, Forum, Keyed, Language, Marking, Position, PositionId, Proposal, ProposalId,
    Snapshot, Source, SourceId, SourceKind, Speaker,
};
use crate::text::Text;

/// The columns of a table of positions; the first three have to be there.
pub(super) const COLUMNS: [&str; 8] =
    ["party", "proposal", "stance", "date", "source", "confidence", "marking", "note"];

/// What is wrong in a table, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// The line of the file.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// What stands there.
    pub written: String,
    /// What is wrong with it.
    pub problem: ImportProblem,
    /// What may have been meant.
    pub suggestion: Option<String>,
}

/// What is wrong with a cell, or with the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportProblem {
    /// The table has no such column, but has to.
    NoColumn,
    /// The table has this column twice.
    ColumnTwice,
    /// A column of this name is not known.
    UnknownColumn,
    /// The cell is empty, but may not be.
    Empty,
    /// No party goes by this name.
    UnknownParty,
    /// No proposal goes by this code or title.
    UnknownProposal,
    /// It is not a stance.
    UnknownStance,
    /// It is a dash that may stand for nothing, or for a minus.
    Dash,
    /// It is not a date.
    NotADate,
    /// What was said in public cannot lie in the future.
    InTheFuture,
    /// It is not a degree of certainty.
    UnknownCertainty,
    /// It is not a marking.
    UnknownMarking,
    /// An earlier row says something else of the same party, proposal and day.
    Contradicts,
    /// More than one goes by this name.
    Ambiguous,
    /// More than one party or group goes by this name; the suggestion says which.
    ManyParties,
    /// It is longer than a text may be.
    TooLong,
    /// The row has more cells than the table has columns.
    TooManyCells,
}

/// What a table would add to a dossier.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Import {
    /// The entries to add.
    pub positions: Vec<Position>,
    /// The sources to add with them.
    pub sources: Vec<Source>,
    /// How many rows say what the dossier says already.
    pub known: usize,
    /// How many rows say that no stance was taken; they add nothing.
    pub silent: usize,
    /// What is wrong; these rows are not among the entries.
    pub problems: Vec<RowProblem>,
    /// Whether the first line is wrong, so that no row could be read.
    pub unreadable: bool,
}

/// Reads what a table would add; nothing is changed yet.
pub fn plan_import(
    snapshot: &Snapshot,
    sheet: &Sheet,
    text: Text,
    today: NaiveDate,
    author: &str,
) -> Import {
    let mut import = Import::default();
    let Some(columns) = find_columns(sheet, &mut import.problems) else {
        import.unreadable = true;
        return import;
    };
    let mut reader = Reader {
        snapshot,
        columns,
        parties: Speakers::new(snapshot, text),
        proposals: proposal_names(snapshot),
        sources: source_names(snapshot),
        text,
        today,
        author,
        seen: BTreeMap::new(),
    };
    for row in &sheet.rows {
        let cells = Cells { columns: reader.columns, row: &row.cells };
        // Spreadsheets leave out empty cells at the end, or add some.
        let more = row.cells.iter().skip(sheet.header.len()).find(|cell| !cell.is_empty());
        if let Some(more) = more {
            import.problems.push(RowProblem {
                line: row.line,
                column: "",
                written: more.clone(),
                problem: ImportProblem::TooManyCells,
                suggestion: None,
            });
        } else if let Err(problem) = reader.row(&cells, &mut import) {
            let Flaw { column, problem, suggestion } = problem;
            let written = cells.get(column).to_owned();
            import.problems.push(RowProblem {
                line: row.line,
                column,
                written,
                problem,
                suggestion,
            });
        }
    }
    import
}

/// The import as one edit.
pub fn import_edit(import: Import, detail: impl Into<String>) -> Edit {
    let mut edit = Edit::new(StepName::ImportPositions, detail);
    for source in import.sources {
        edit = edit.put(source);
    }
    for position in import.positions {
        edit = edit.put(position);
    }
    edit
}

type ColumnPlaces = [Option<usize>; 8];

fn find_columns(sheet: &Sheet, problems: &mut Vec<RowProblem>) -> Option<ColumnPlaces> {
    let mut places: ColumnPlaces = [None; 8];
    let mut names = Names::default();
    COLUMNS.iter().enumerate().for_each(|(place, name)| names.add(name, place));
    let flaw = |column, written: &str, problem, suggestion| RowProblem {
        line: 1,
        column,
        written: written.to_owned(),
        problem,
        suggestion,
    };
    for (place, name) in sheet.header.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        match names.find(name) {
            Some(column) if places[column].is_some() => {
                problems.push(flaw(COLUMNS[column], name, ImportProblem::ColumnTwice, None));
            }
            Some(column) => places[column] = Some(place),
            None => {
                let suggestion = names.suggest(name).map(str::to_owned);
                problems.push(flaw("", name, ImportProblem::UnknownColumn, suggestion));
            }
        }
    }
    for (column, place) in COLUMNS.iter().zip(places).take(3) {
        if place.is_none() {
            problems.push(flaw(column, "", ImportProblem::NoColumn, None));
        }
    }
    problems.is_empty().then_some(places)
}

struct Cells<'a> {
    columns: ColumnPlaces,
    row: &'a [String],
}

impl Cells<'_> {
    fn get(&self, column: &str) -> &str {
        let place = COLUMNS.iter().position(|name| *name == column);
        let cell = place.and_then(|place| self.columns[place]).and_then(|at| self.row.get(at));
        cell.map_or("", String::as_str)
    }
}

struct Flaw {
    column: &'static str,
    problem: ImportProblem,
    suggestion: Option<String>,
}

fn flaw(column: &'static str, problem: ImportProblem) -> Flaw {
    Flaw { column, problem, suggestion: None }
}

struct Reader<'a> {
    snapshot: &'a Snapshot,
    columns: ColumnPlaces,
    parties: Speakers<'a>,
    proposals: Names<ProposalId>,
    sources: Names<SourceId>,
    text: Text,
    today: NaiveDate,
    author: &'a str,
    // What each row so far says, whether or not the dossier says so already.
    seen: BTreeMap<(Speaker, ProposalId, NaiveDate), Position>,
}

impl Reader<'_> {
    fn row(&mut self, cells: &Cells<'_>, import: &mut Import) -> Result<(), Flaw> {
        let by = party(&self.parties, cells)?;
        let proposal = find(&self.proposals, cells, "proposal", ImportProblem::UnknownProposal)?;
        if says_no_stance(cells.get("stance")) {
            import.silent += 1;
            return Ok(());
        }
        let ParsedStance(stance) = stance(cells)?;
        let date = match cells.get("date") {
            "" => self.today,
            written => self
                .text
                .parse_day(written, self.today)
                .ok_or_else(|| flaw("date", ImportProblem::NotADate))?,
        };
        let certainty = certainty(cells.get("confidence"))?;
        if date > self.today && certainty == Some(Certainty::Public) {
            return Err(flaw("date", ImportProblem::InTheFuture));
        }
        let marking = match cells.get("marking") {
            "" => None,
            written => {
                let unknown = || flaw("marking", ImportProblem::UnknownMarking);
                Some(Marking::parse(written).ok_or_else(unknown)?)
            }
        };
        for column in ["note", "source"] {
            if cells.get(column).len() > LONGEST {
                return Err(flaw(column, ImportProblem::TooLong));
            }
        }
        let line = self.snapshot.line(proposal, by);
        let on_day = line.iter().find(|entry| {
            entry.date == date && !line.iter().any(|other| other.replaces == Some(entry.id))
        });
        let new = Position {
            forum: certainty.is_some_and(|it| it == Certainty::Public).then_some(Forum::Statement),
            ..Position::new(proposal, by, stance, date)
        };
        // What a correction leaves open stays as it was said.
        let mut position = on_day.map_or(new, |entry| Position {
            id: PositionId::new(),
            stance,
            replaces: Some(entry.id),
            ..entry.clone()
        });
        position.author = self.author.to_owned();
        position.certainty = certainty.or(position.certainty);
        position.marking = marking.or(position.marking);
        if !cells.get("note").is_empty() {
            position.words = cells.get("note").to_owned();
        }
        if !cells.get("source").is_empty() {
            position.source = Some(self.source(cells.get("source"), date, import)?);
        }
        match self.seen.entry((by, proposal, date)) {
            Entry::Occupied(earlier) if says_the_same(earlier.get(), &position) => {
                import.known += 1;
                return Ok(());
            }
            Entry::Occupied(_) => return Err(flaw("stance", ImportProblem::Contradicts)),
            Entry::Vacant(first) => drop(first.insert(position.clone())),
        }
        let says_so = match on_day {
            Some(entry) => says_the_same(entry, &position),
            None => stance.is_none() && self.is_unknown(&position),
        };
        if says_so {
            import.known += 1;
        } else {
            import.positions.push(position);
        }
        Ok(())
    }

    fn is_unknown(&self, position: &Position) -> bool {
        let current = self.snapshot.current_position(position.proposal, position.by, position.date);
        current.is_none_or(|entry| entry.stance.is_none())
    }

    /// The source of this name, or a new one that is added with the entries.
    fn source(
        &mut self,
        written: &str,
        date: NaiveDate,
        import: &mut Import,
    ) -> Result<SourceId, Flaw> {
        if let Some(id) = self.sources.find(written) {
            return Ok(id);
        }
        if self.sources.is_ambiguous(written) {
            return Err(flaw("source", ImportProblem::Ambiguous));
        }
        let mut source = Source::new("", written, SourceKind::Other);
        if written.starts_with("https://") || written.starts_with("http://") {
            source.link = written.to_owned();
        } else {
            source.date = Some(date.into());
        }
        let id = source.id;
        self.sources.add_code(written, id);
        import.sources.push(source);
        Ok(id)
    }
}

// Whether two entries differ only in who made them, and when.
fn says_the_same(a: &Position, b: &Position) -> bool {
    let bare = |entry: &Position| Position {
        id: PositionId(uuid::Uuid::nil()),
        author: String::new(),
        replaces: None,
        ..entry.clone()
    };
    bare(a) == bare(b)
}

fn find<T: Copy + PartialEq>(
    names: &Names<T>,
    cells: &Cells<'_>,
    column: &'static str,
    unknown: ImportProblem,
) -> Result<T, Flaw> {
    match cells.get(column) {
        "" => Err(flaw(column, ImportProblem::Empty)),
        written if names.is_ambiguous(written) => Err(flaw(column, ImportProblem::Ambiguous)),
        written => names.find(written).ok_or_else(|| Flaw {
            column,
            problem: unknown,
            suggestion: names.suggest(written).map(str::to_owned),
        }),
    }
}

fn party(speakers: &Speakers<'_>, cells: &Cells<'_>) -> Result<Speaker, Flaw> {
    let written = cells.get("party");
    if written.is_empty() {
        return Err(flaw("party", ImportProblem::Empty));
    }
    speakers.find(written).map_err(|problem| {
        let (problem, suggestion) = match problem {
            NotMeant::Unknown(suggestion) => (ImportProblem::UnknownParty, suggestion),
            NotMeant::Many(names) => (ImportProblem::ManyParties, Some(names.join("; "))),
        };
        Flaw { column: "party", problem, suggestion }
    })
}

fn stance(cells: &Cells<'_>) -> Result<ParsedStance, Flaw> {
    match cells.get("stance") {
        "" => Err(flaw("stance", ImportProblem::Empty)),
        written if is_dash(written) => Err(flaw("stance", ImportProblem::Dash)),
        written => parse_stance(written).ok_or_else(|| {
            let mut names = Names::default();
            stances::spellings().for_each(|(name, stance)| names.add(name, stance));
            let suggestion = names.suggest(written).map(str::to_owned);
            Flaw { column: "stance", problem: ImportProblem::UnknownStance, suggestion }
        }),
    }
}

fn certainty(written: &str) -> Result<Option<Certainty>, Flaw> {
    if written.is_empty() {
        return Ok(None);
    }
    let folded = fold(written);
    let mut names = Names::default();
    for certainty in Certainty::ALL {
        names.add(certainty.key(), *certainty);
        for language in Language::ALL {
            names.add(Text::new(*language).label(*certainty), *certainty);
        }
    }
    names.find(&folded).map(Some).ok_or_else(|| Flaw {
        column: "confidence",
        problem: ImportProblem::UnknownCertainty,
        suggestion: names.suggest(&folded).map(str::to_owned),
    })
}

fn proposal_names(snapshot: &Snapshot) -> Names<ProposalId> {
    let mut names = Names::default();
    for Proposal { id, code, title, .. } in snapshot.proposals.iter() {
        names.add_code(code, *id);
        // People say 73/27 for A/RES/73/27.
        names.add(code.strip_prefix("A/RES/").unwrap_or_default(), *id);
        names.add(&title.en, *id);
        names.add(&title.nl, *id);
    }
    names
}

fn source_names(snapshot: &Snapshot) -> Names<SourceId> {
    let mut names = Names::default();
    for source in snapshot.sources.iter() {
        names.add_code(&source.symbol, source.id);
        for name in [&source.title, &source.link] {
            names.add(name, source.id);
        }
    }
    names
}
