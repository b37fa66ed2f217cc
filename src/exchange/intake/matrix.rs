//! Positions: one per row, or a matrix of parties and proposals in either direction.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::days::question;
use super::super::positions::{
    COLUMNS, Cells, ColumnKinds, ColumnPlaces, Import, MOST_CODES, add_flaw, is_beyond,
};
use super::super::problems::{FaultAt, ImportProblem, Same};
use super::super::rows::{Reader, Said};
use super::super::stances::{Scale, is_number, with_words};
use super::answers::{ClashQuestion, Question};
use super::cast::{Cast, NamesOf, Role};
use super::layout::{Field, Layout};
use super::mapping::{Mapping, Reading};
use super::numbers::scale_question;
use super::plan::{BEAT, Book, CLASHES, Fate, Given, Plan, Progress, Pulse};
use super::totals::is_total;
use crate::model::stance::sign;
use crate::model::{DayOrder, Keyed, Position, Record, RecordId, Snapshot, Speaker};
use crate::text::Text;

/// The columns of a table of positions, in the order of [`Cells`].
const FIELDS: [Field; COLUMNS.len()] = [
    Field::Party,
    Field::Proposal,
    Field::Stance,
    Field::Date,
    Field::Source,
    Field::Confidence,
    Field::Marking,
    Field::Note,
    Field::Forum,
    Field::Salience,
    Field::Condition,
    Field::Reason,
    Field::Hold,
];

/// The longest word of a scale that is examined, in bytes.
const LONGEST_WORD: usize = 60;

/// The places of the day and the note among them.
const DATE: usize = 3;
const NOTE: usize = 7;

/// A matrix as rows of positions: party, proposal, stance, the words after it, and the day.
const OF_MATRIX: ColumnPlaces = {
    let mut places = [None; COLUMNS.len()];
    (places[0], places[1], places[2], places[NOTE]) = (Some(0), Some(1), Some(2), Some(3));
    places[DATE] = Some(4);
    places
};

/// The columns next to each column of stances that say more about these: what they hold, and which
/// they are.
type Beside = HashMap<usize, Vec<(Field, usize)>>;

/// Plans a table of positions.
///
/// `None` if the pulse said to stop.
pub(super) fn plan_positions(given: Given<'_>, pulse: Pulse<'_>) -> Option<Plan> {
    let Given { snapshot, sheet, mapping, answers, options } = given;
    let mut plan = Plan::new(mapping.layout);
    let columns = FIELDS.map(|field| mapping.place(field));
    let (mut parties, mut proposals) = (NamesOf::default(), NamesOf::default());
    let mut stances = BTreeSet::new();
    let mut rows = 0;
    let marks = mapping.place(Field::Marking).is_some();
    let mut beside = Beside::new();
    for (at, field, of) in mapping.beside() {
        beside.entry(of).or_default().push((field, at));
    }
    let mut gather = |cells: &Cells<'_>, line: u64, at: usize| {
        let [party, proposal, stance] = ["party", "proposal", "stance"].map(|it| cells.get(it));
        let spots = ["party", "proposal"].map(|column| spot(mapping, column, at));
        let lines = spots.map(|spot| if spot.in_header { mapping.header } else { line });
        // A heading that is a name has no other heading above it.
        let columns =
            spots.map(|spot| spot.at.map(|(at, it)| (at, if spot.in_header { "" } else { it })));
        if !party.is_empty() {
            parties.add(party, lines[0], columns[0]);
            if marks {
                parties.marked(party, cells.get("marking"));
            }
        }
        if !proposal.is_empty() {
            proposals.add(proposal, lines[1], columns[1]);
        }
        // Rows and columns that count the others are on no scale.
        let counts = || is_total(party) || is_total(proposal);
        if stance.len() <= LONGEST_WORD
            && stances.len() < MOST_CODES
            && !stances.contains(stance)
            && !(is_number(stance) && counts())
        {
            stances.insert(stance.to_owned());
        }
    };
    for row in sheet.rows() {
        rows += 1;
        if rows % BEAT == 0 && !pulse(Progress { done: rows, of: 0 }) {
            return None;
        }
        each(mapping, &beside, columns, &row.cells, |cells, at, _| {
            gather(cells, row.line, at);
        });
    }
    if mapping.dates.is_none() {
        let own = mapping.place(Field::Date).filter(|_| mapping.layout == Layout::Positions);
        let beside = mapping.beside().filter(|(_, field, _)| *field == Field::Date);
        let mut places = own.into_iter().chain(beside.map(|(at, ..)| at));
        let asked = places.find_map(|place| question(options.text, sheet, place));
        plan.questions.extend(asked.map(Question::Days));
    }
    let scale = Scale::of(stances.iter().map(String::as_str));
    let reading = Reading { scale, own: mapping.scale.clone() };
    let asked = scale_question(&reading, &stances, false, || mapping.stance_columns());
    plan.questions.extend(asked.map(Question::Scale));
    if plan.is_blocked() {
        return Some(plan);
    }
    let mut cast = Cast::new(snapshot);
    cast.parties(&parties, Role::Speaker, answers, options);
    if options.create {
        cast.proposals(&proposals, answers);
    }
    let kinds = ColumnKinds { codes: parties.codes(), reading };
    let order = mapping.dates.unwrap_or(DayOrder::DayFirst);
    let mut reader = Reader::new(&cast.snapshot, options.text, options.today, order, kinds);
    reader.settle(cast.settled.clone());
    for it in cast.questions.iter().filter(|it| it.is_exact) {
        reader.ask(&it.written, it.options.iter().map(|option| option.name.clone()).collect());
    }
    reader.dates_undated(options.undated_on);
    let mut import = Import::default();
    let mut book = Book::default();
    let mut clashes = Vec::new();
    let mut done = 0;
    for row in sheet.rows() {
        done += 1;
        if done % BEAT == 0 && !pulse(Progress { done, of: rows }) {
            return None;
        }
        if is_beyond(&row, mapping.columns.len(), &mut import.problems) {
            book.note(row.line, Fate::Wrong);
            continue;
        }
        let mut strange = false;
        each(mapping, &beside, columns, &row.cells, |cells, at, has_words| {
            let left_out = |column| cast.left_out.contains(cells.get(column));
            let is_out = answers.leaves_out(row.line, at)
                || left_out("party")
                || left_out("proposal") && is_total(cells.get("proposal"));
            if is_out {
                book.note(row.line, Fate::LeftOut);
                return;
            }
            match reader.row(row.line, cells) {
                Ok(fate) => {
                    plan.worded += usize::from(has_words && fate != Fate::Same);
                    book.note(row.line, fate);
                    if let Some(said) = reader.said() {
                        let says_day = !cells.get("date").is_empty();
                        let with = (&reader, &cast.snapshot);
                        let text = says_day.then_some(options.text);
                        tell(&mut book, row.line, mapping, &said, with, text);
                    }
                }
                Err(mut flaw) => {
                    book.note(row.line, Fate::Wrong);
                    if let ImportProblem::Contradicts(_, same) = &mut flaw.problem
                        && !mapping.has_days()
                    {
                        *same = Same::Stance;
                    }
                    if let ImportProblem::Contradicts(earlier, _) = flaw.problem
                        && clashes.len() < CLASHES
                    {
                        let first = (earlier != row.line).then_some((earlier, at));
                        let (second, written) = ((row.line, at), cells.get(flaw.column).to_owned());
                        let column = spot(mapping, flaw.column, at).at;
                        let column = column.map(|(at, heading)| (at, heading.to_owned()));
                        clashes.push(ClashQuestion { second, first, written, column });
                    }
                    let spot = spot(mapping, flaw.column, at);
                    let line = if spot.in_header { mapping.header } else { row.line };
                    add_flaw(&mut import.problems, &reader, (line, spot), cells, flaw);
                    strange |= reader.is_among_strangers();
                }
            }
        });
        if strange {
            plan.strangers = Some(row.line);
            plan.problems = import.problems;
            return Some(plan);
        }
    }
    for (line, fate) in reader.finish(&options.author, &mut import) {
        book.correct(line, fate, Fate::Same);
    }
    drop_unused(&mut cast, &import.positions, snapshot);
    plan.conclude(book, cast, clashes, options.text);
    plan.records.extend(import.sources.into_iter().map(Record::from));
    plan.entries = import.positions;
    (plan.months, plan.undated) = (import.months, import.undated);
    (plan.problems, plan.future) = (import.problems, import.future);
    Some(plan)
}

/// Records in words what a row becomes.
fn tell(
    book: &mut Book,
    line: u64,
    mapping: &Mapping,
    said: &Said,
    (reader, cast): (&Reader<'_>, &Snapshot),
    text: Option<Text>,
) {
    let party = || reader.name(said.by).to_owned();
    let proposal = || cast.proposals.get(said.proposal).map_or("", |it| &it.code).to_owned();
    let day = || text.map_or_else(String::new, |text| format!(", {}", text.day(said.date)));
    let sign = sign(said.stance);
    match mapping.layout {
        Layout::Turned => book.tell(line, proposal, || format!("{} {sign}{}", party(), day())),
        _ => book.tell(line, party, || format!("{} {sign}{}", proposal(), day())),
    }
}

/// The place of a fault: the row, one cell of it, or the heading of that cell. The column of the
/// cell is counted from 1.
fn spot<'a>(mapping: &'a Mapping, column: &'static str, at: usize) -> FaultAt<'a> {
    let field = FIELDS.into_iter().find(|field| field.key() == column);
    let of_row = match mapping.layout {
        Layout::Matrix => Field::Party,
        Layout::Turned => Field::Proposal,
        _ => return field.map_or(column.into(), |field| mapping.spot(field)),
    };
    let of = at.saturating_sub(1);
    let mut beside = mapping.beside();
    let beside = beside.find(|(_, held, stance)| (Some(*held), *stance) == (field, of));
    match field {
        Some(field) if field == of_row => mapping.spot(field),
        _ if let Some((at, ..)) = beside => mapping.spot_at(column, at, false),
        field => {
            let in_header = matches!(field, Some(Field::Party | Field::Proposal | Field::Date));
            mapping.spot_at(column, of, in_header)
        }
    }
}

/// Drops what was made but has no entries: parties, groups and proposals of faulty rows.
fn drop_unused(cast: &mut Cast, entries: &[Position], before: &Snapshot) {
    if cast.made.is_empty() {
        return;
    }
    let of = |entry: &Position| match entry.by {
        Speaker::Party(id) => RecordId::from(id),
        Speaker::Group(id) => RecordId::from(id),
    };
    let used = entries.iter().flat_map(|entry| [of(entry), entry.proposal.into()]);
    let used: HashSet<RecordId> = used.collect();
    cast.made.retain(|record| match record {
        Record::Party(_) | Record::Group(_) | Record::Proposal(_) => {
            used.contains(&record.record_id())
        }
        _ => true,
    });
    cast.drop_orphans(before);
}

/// Calls `then` with each position in a row, the column of its cell from 1, and whether its stance
/// is followed by words in the same cell, which become its note.
fn each(
    mapping: &Mapping,
    beside: &Beside,
    columns: ColumnPlaces,
    row: &[Cow<'_, str>],
    mut then: impl FnMut(&Cells<'_>, usize, bool),
) {
    let (own, across) = match mapping.layout {
        Layout::Matrix => (Field::Party, false),
        Layout::Turned => (Field::Proposal, true),
        _ => {
            let stance = mapping.place(Field::Stance).filter(|at| *at < row.len());
            let split = stance.and_then(|at| Some((at, with_words(&row[at])?)));
            let Some((at, (stance, words))) = split else {
                return then(&Cells { columns, row }, 0, false);
            };
            let (mut row, mut columns) = (row.to_vec(), columns);
            let note = columns[NOTE].and_then(|at| row.get(at)).map_or("", |it| &**it);
            let note = if note.is_empty() { words.to_owned() } else { format!("{words}. {note}") };
            row[at] = Cow::Owned(stance.to_owned());
            columns[NOTE] = Some(row.len());
            row.push(Cow::Owned(note));
            return then(&Cells { columns, row: &row }, 0, true);
        }
    };
    let name = mapping.place(own).and_then(|at| row.get(at)).map_or("", |cell| &**cell);
    for (at, heading) in mapping.cells() {
        let Some(cell) = row.get(at).filter(|cell| !cell.is_empty()) else { continue };
        let (party, proposal) = if across { (heading, name) } else { (name, heading) };
        let split = with_words(cell);
        let (stance, words) = split.unwrap_or((&**cell, ""));
        let cells = [party, proposal, stance, words, mapping.day(at)].map(Cow::Borrowed);
        let Some(beside) = beside.get(&at) else {
            then(&Cells { columns: OF_MATRIX, row: &cells }, at + 1, split.is_some());
            continue;
        };
        let (mut cells, mut columns) = (cells.to_vec(), OF_MATRIX);
        for (field, at) in beside {
            let said = row.get(*at).map_or("", |cell| &**cell);
            let said = match field {
                Field::Note | Field::Date if said.is_empty() => continue,
                Field::Note if !words.is_empty() => format!("{words}. {said}").into(),
                _ => Cow::Borrowed(said),
            };
            if let Some(place) = FIELDS.iter().position(|it| it == field) {
                columns[place] = Some(cells.len());
                cells.push(said);
            }
        }
        then(&Cells { columns, row: &cells }, at + 1, split.is_some());
    }
}
