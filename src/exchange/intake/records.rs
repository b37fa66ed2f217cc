//! Tables whose rows are records: parties, proposals, memberships, sources, contacts.

use std::collections::{HashMap, HashSet};

use super::super::days::question_of;
use super::super::problems::{ImportProblem, Same, Suggested};
use super::super::speakers::Speakers;
use super::answers::Question;
use super::cast::{Cast, NamesOf, Role, made_names};
use super::cells::{CellReader, Flaw, RowCells, main_cell};
use super::kinds::{self, Made};
use super::layout::{Field, Layout};
use super::plan::{BEAT, Book, Fate, Given, Plan, Progress, Pulse};
use crate::model::describe::Value;
use crate::model::{GroupId, Keyed, PartyId, Record, RecordId, Speaker};

/// The columns that hold days.
const DAYS: [Field; 4] = [Field::Date, Field::Since, Field::Until, Field::Due];

/// Who is meant by the names in the rows.
pub(super) struct Meant<'a> {
    pub cast: &'a Cast,
    speakers: Speakers<'a>,
    open: HashSet<&'a str>,
}

impl Meant<'_> {
    /// Who a name means, in a column without open questions.
    pub(super) fn find(&self, written: &str) -> Option<Speaker> {
        if let Some(by) = self.cast.settled.get(written) {
            return Some(*by);
        }
        if self.open.contains(written) {
            return None;
        }
        self.speakers.find(written).ok()
    }

    /// The party with this name.
    pub(super) fn party(&self, field: Field, written: &str) -> Result<PartyId, Flaw> {
        if written.is_empty() {
            return Err((field, ImportProblem::Empty));
        }
        let party = self.find(written).and_then(Speaker::party);
        party.ok_or((field, ImportProblem::UnknownParty))
    }

    /// The group with this name.
    pub(super) fn group(&self, written: &str) -> Result<GroupId, Flaw> {
        if written.is_empty() {
            return Err((Field::Group, ImportProblem::Empty));
        }
        let group = self.find(written).and_then(Speaker::group);
        group.ok_or((Field::Group, ImportProblem::UnknownGroup))
    }

    /// The party of the dossier that is this state.
    pub(super) fn state(&self, iso3: &str) -> Option<PartyId> {
        self.speakers.state(iso3)
    }
}

/// Plans a table of records.
///
/// `None` if the pulse said to stop.
pub(super) fn plan_records(given: Given<'_>, pulse: Pulse<'_>) -> Option<Plan> {
    let Given { snapshot, sheet, mapping, answers, options } = given;
    let mut plan = Plan::new(mapping.layout);
    if mapping.dates.is_none() {
        for place in DAYS.into_iter().filter_map(|field| mapping.place(field)) {
            // A year alone is not the serial number of a day.
            let days = sheet.column(place).filter(|(_, day)| day.len() != 4);
            let asked = question_of(options.text, sheet, place, days);
            plan.questions.extend(asked.map(Question::Days));
        }
        plan.questions.truncate(1);
    }
    if plan.is_blocked() {
        return Some(plan);
    }
    let reader = CellReader::new(mapping, options.text);
    let (mut parties, mut groups) = (NamesOf::default(), NamesOf::default());
    let mut proposals = NamesOf::default();
    let marks = mapping.place(Field::Marking).is_some();
    let mut rows = 0;
    for row in sheet.rows() {
        rows += 1;
        let cells = reader.row(&row.cells);
        let (field, named) = match mapping.layout {
            Layout::Memberships | Layout::Contacts => (Field::Party, vec![cells.get(Field::Party)]),
            Layout::Proposals => {
                (Field::Sponsor, kinds::several(cells.get(Field::Sponsor)).collect())
            }
            Layout::Obstacles | Layout::Remedies => {
                let written = cells.get(Field::Proposal);
                if !written.is_empty() {
                    proposals.add(written, row.line, mapping.spot(Field::Proposal).at);
                }
                (Field::Party, Vec::new())
            }
            _ => (Field::Party, Vec::new()),
        };
        for name in named.into_iter().filter(|it| !it.is_empty()) {
            parties.add(name, row.line, mapping.spot(field).at);
            if marks {
                parties.marked(name, cells.get(Field::Marking));
            }
        }
        let group = cells.get(Field::Group);
        if !group.is_empty() {
            groups.add(group, row.line, mapping.spot(Field::Group).at);
            if marks {
                groups.marked(group, cells.get(Field::Marking));
            }
        }
    }
    let mut cast = Cast::new(snapshot);
    cast.parties(&parties, Role::Party, answers, options);
    cast.parties(&groups, Role::Group, answers, options);
    if options.create {
        cast.proposals(&proposals, answers);
    }
    let meant = Meant {
        speakers: Speakers::new(&cast.snapshot, options.text, parties.codes()),
        open: cast.questions.iter().map(|it| it.written.as_str()).collect(),
        cast: &cast,
    };
    let mut made = Made::new(&cast.snapshot, options, answers);
    let mut staged: HashMap<RecordId, (Record, u64)> = HashMap::new();
    let mut order: Vec<RecordId> = Vec::new();
    let mut book = Book::default();
    for (row, done) in sheet.rows().zip(1..) {
        if done % BEAT == 0 && !pulse(Progress { done, of: rows }) {
            return None;
        }
        if answers.leaves_out(row.line, 0) {
            book.note(row.line, Fate::LeftOut);
            continue;
        }
        let cells = reader.row(&row.cells);
        if cast.left_out.contains(cells.get(Field::Proposal)) {
            book.note(row.line, Fate::LeftOut);
            continue;
        }
        made.line = row.line;
        match of_row(mapping.layout, cells, &meant, &mut made) {
            Ok(Some(records)) => {
                let mut fate = Fate::Same;
                let mut clash = None;
                for record in &records {
                    let id = record.record_id();
                    let before = match staged.get(&id) {
                        Some((said, line)) => {
                            let other = || contradiction(said, record);
                            if clash.is_none()
                                && !adds_up(record)
                                && let Some((column, words)) = other()
                            {
                                clash = Some((*line, column, words));
                            }
                            Some(said.clone())
                        }
                        None => cast.snapshot.record(id),
                    };
                    match before {
                        None => fate = Fate::New,
                        Some(before) if before != *record && fate == Fate::Same => {
                            fate = Fate::Changed;
                        }
                        Some(_) => {}
                    }
                }
                if let Some((line, column, words)) = clash {
                    let problem = ImportProblem::Contradicts(line, same(mapping.layout));
                    let mut fields = mapping.columns.iter().filter_map(|it| it.field);
                    let says = fields.find(|it| cells.get(*it) == words);
                    let says =
                        says.or(Field::from_key(column)).filter(|it| mapping.place(*it).is_some());
                    let (field, written) = match says {
                        Some(field) => (field, cells.get(field)),
                        None => main_cell(mapping.layout, cells),
                    };
                    let spot = mapping.spot(field);
                    plan.problems.add(row.line, spot, written, problem, Suggested::default);
                    book.note(row.line, Fate::Wrong);
                    continue;
                }
                book.note(row.line, fate);
                book.becomes(row.line, records.iter().map(Record::record_id));
                for record in records {
                    let id = record.record_id();
                    made.put(&record);
                    if staged.insert(id, (record, row.line)).is_none() {
                        order.push(id);
                    }
                }
            }
            Ok(None) => book.note(row.line, Fate::Same),
            Err((field, problem)) => {
                let spot = mapping.spot(field);
                let at = spot.at.and_then(|(at, _)| row.cells.get(at));
                let written = at.map_or("", |cell| cell.trim());
                let flaw = (field, problem);
                let suggest = || made.suggest(flaw, written, &meant, mapping.layout);
                plan.problems.add(row.line, spot, written, problem, suggest);
                book.note(row.line, Fate::Wrong);
            }
        }
    }
    let mut asked = std::mem::take(&mut made.questions);
    (plan.undated, plan.future, plan.months) = (made.undated, made.future, made.months);
    for question in &mut asked {
        let of = |field| mapping.place(field).is_some();
        let field = if of(Field::Name) { Field::Name } else { Field::Code };
        question.column = mapping.spot(field).at.map(|(at, it)| (at, it.to_owned()));
    }
    drop(made);
    drop(meant);
    let changed = order.into_iter().filter_map(|id| staged.remove(&id)).map(|(record, _)| record);
    let changed: Vec<Record> =
        changed.filter(|it| cast.snapshot.record(it.record_id()).as_ref() != Some(it)).collect();
    let used: HashSet<RecordId> =
        changed.iter().flat_map(Record::references).map(|it| it.to).collect();
    cast.made.retain(|record| match record {
        Record::Party(_) | Record::Group(_) | Record::Proposal(_) => {
            used.contains(&record.record_id())
        }
        _ => true,
    });
    cast.drop_orphans(snapshot);
    let is_new = |it: &&Record| cast.snapshot.record(it.record_id()).is_none();
    let new = made_names(changed.iter().filter(is_new), options.text);
    plan.conclude(book, cast, Vec::new(), options.text);
    plan.made.extend(new);
    plan.questions.extend(asked.into_iter().map(Question::Name));
    plan.records.extend(changed);
    Some(plan)
}

/// Whether several rows may each add to what is known, as in the engagement with one party.
fn adds_up(record: &Record) -> bool {
    matches!(record, Record::Engagement(_) | Record::NextStep(_))
}

/// The subject of two rows that contradict each other.
fn same(layout: Layout) -> Same {
    match layout {
        Layout::Parties => Same::Party,
        Layout::Proposals => Same::Proposal,
        Layout::Memberships | Layout::Crosses => Same::Membership,
        Layout::Sources => Same::Source,
        Layout::Contacts => Same::Contact,
        Layout::Obstacles => Same::Assessment,
        Layout::Remedies => Same::Remedy,
        Layout::Positions | Layout::Matrix | Layout::Turned => Same::Entry,
        Layout::LongRolls | Layout::WideRolls => Same::Vote,
    }
}

/// The first column in which a record differs from what an earlier row left, and the new value as
/// text. Filling what the earlier row left open contradicts nothing.
fn contradiction(before: &Record, now: &Record) -> Option<(&'static str, String)> {
    let is_empty = |value: &Value<'_>| match value {
        Value::Null => true,
        Value::Text(words) => words.is_empty(),
        Value::Integer(_) | Value::Real(_) => false,
    };
    let mut both = before.values().zip(now.values());
    let ((column, _), (_, now)) =
        both.find(|((_, before), (_, now))| before != now && !is_empty(before) && !is_empty(now))?;
    let words = match now {
        Value::Text(words) => words.into_owned(),
        Value::Null | Value::Integer(_) | Value::Real(_) => String::new(),
    };
    Some((column.name, words))
}

/// The records that a row would become; `None` if it is empty.
fn of_row(
    layout: Layout,
    cells: RowCells<'_>,
    meant: &Meant<'_>,
    made: &mut Made<'_>,
) -> Result<Option<Vec<Record>>, Flaw> {
    if let Some(flaw) = cells.too_long() {
        return Err(flaw);
    }
    let records = match layout {
        Layout::Parties => made.party(cells, meant)?,
        Layout::Proposals => made.proposal(cells, meant)?,
        Layout::Memberships => made.membership(cells, meant)?,
        Layout::Sources => made.source(cells)?,
        Layout::Contacts => made.contact(cells, meant)?,
        Layout::Obstacles => made.assessment(cells)?,
        Layout::Remedies => made.remedy(cells)?,
        Layout::Positions
        | Layout::Matrix
        | Layout::Turned
        | Layout::Crosses
        | Layout::LongRolls
        | Layout::WideRolls => Vec::new(),
    };
    Ok((!records.is_empty()).then_some(records))
}
