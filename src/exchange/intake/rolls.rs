//! Roll calls, one vote per row or one roll call per row: both become the same votes and entries.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::days::question_of;
use super::super::positions::{LONGEST_STATE_CODE, MOST_CODES};
use super::super::problems::{ImportProblem, Same, Suggested};
use super::super::speakers::{NotMeant, Speakers};
use super::super::stances::{Scale, is_number};
use super::super::{CellStance, ParsedStance};
use super::answers::{ClashQuestion, Question};
use super::ballots::{Cast as CastVotes, Outcome};
use super::cast::{Cast, NamesOf, Role};
use super::layout::{Field, Layout};
use super::mapping::Reading;
use super::numbers::scale_question;
use super::plan::{BEAT, Book, CLASHES, Fate, Given, Options, Plan, Progress, Pulse};
use super::rollcalls::RollCalls;
use super::totals::is_total;
use crate::model::{
    Ballot, DayOrder, Keyed, PartyId, ProposalId, Record, RollCallId, SourceId, Speaker, Stance,
};
use crate::text::lower;

/// A cell with a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// A vote.
    Ballot(Ballot),
    /// That the party did not vote.
    NoVote,
    /// Nothing.
    Nothing,
    /// Something other than a vote.
    Wrong(ImportProblem),
}

impl Said {
    fn read(reading: &Reading, written: &str) -> Self {
        match reading.read(written) {
            CellStance::Stance(ParsedStance(None)) => Self::Ballot(Ballot::Unknown),
            CellStance::Stance(ParsedStance(Some(stance))) => match stance {
                Stance::Champion | Stance::Support => Self::Ballot(Ballot::Yes),
                Stance::Accept => Self::Ballot(Ballot::Abstain),
                Stance::Object => Self::Ballot(Ballot::No),
                Stance::Reserve | Stance::NoInstructions => Self::Wrong(ImportProblem::NotAVote),
            },
            CellStance::NoneTaken => Self::NoVote,
            CellStance::Nothing => Self::Nothing,
            CellStance::Dash => Self::Wrong(ImportProblem::Dash),
            CellStance::Other if is_number(written) => Self::Wrong(ImportProblem::Number),
            CellStance::Other => Self::Wrong(ImportProblem::UnknownStance),
        }
    }
}

/// Who is meant by a name, or why it is refused.
type Voter = Result<PartyId, ImportProblem>;

/// Plans a table of roll calls.
///
/// `None` if the pulse said to stop.
pub(super) fn plan_rolls(given: Given<'_>, pulse: Pulse<'_>) -> Option<Plan> {
    let Given { snapshot, sheet, mapping, answers, options } = given;
    let mut plan = Plan::new(mapping.layout);
    let wide = mapping.layout == Layout::WideRolls;
    let place = |field| mapping.place(field);
    let [party_at, stance_at, date_at] = [Field::Party, Field::Stance, Field::Date].map(place);
    let marking_at = place(Field::Marking);
    let marks = marking_at.is_some();
    let columns: Vec<(usize, &str)> = mapping.cells().collect();

    // First everything that only the table as a whole can tell.
    let mut voters = NamesOf::default();
    columns.iter().for_each(|(at, it)| voters.add(it, mapping.header, Some((*at, ""))));
    let mut words: FxHashSet<String> = FxHashSet::default();
    let mut rows = 0;
    for row in sheet.rows() {
        rows += 1;
        if rows % BEAT == 0 && !pulse(Progress { done: rows, of: 0 }) {
            return None;
        }
        let marking = marking_at.and_then(|at| row.cells.get(at)).map_or("", |cell| &**cell);
        let mut word = |cell: Option<&Cow<'_, str>>| {
            let Some(cell) = cell else { return };
            if cell.len() <= LONGEST_STATE_CODE
                && words.len() < MOST_CODES
                && !words.contains(&**cell)
            {
                words.insert(cell.to_string());
            }
        };
        if wide {
            let names = [Field::Number, Field::Proposal].map(place).into_iter().flatten();
            let counts = |at: usize| row.cells.get(at).is_some_and(|cell| is_total(cell));
            // Rows and columns that count the others are on no scale.
            if !names.into_iter().any(counts) {
                columns.iter().for_each(|(at, _)| word(row.cells.get(*at)));
            }
            if marks {
                columns.iter().for_each(|(_, name)| voters.marked(name, marking));
            }
        } else {
            word(stance_at.and_then(|at| row.cells.get(at)));
            let name = party_at.and_then(|at| row.cells.get(at)).map_or("", |cell| &**cell);
            if !name.is_empty() {
                voters.add(name, row.line, mapping.spot(Field::Party).at);
                if marks {
                    voters.marked(name, marking);
                }
            }
        }
    }
    let words: BTreeSet<String> = words.into_iter().collect();
    if let Some(place) = date_at
        && mapping.dates.is_none()
    {
        let mut seen = FxHashSet::default();
        // A long table repeats each day for every party.
        let days = sheet.column(place).filter(|(_, day)| seen.insert(day.clone()));
        let asked = question_of(options.text, sheet, place, days);
        plan.questions.extend(asked.map(Question::Days));
    }
    let scale = Scale::of(words.iter().map(String::as_str));
    let reading = Reading { scale, own: mapping.scale.clone() };
    let asked = scale_question(&reading, &words, true, || mapping.stance_columns());
    plan.questions.extend(asked.map(Question::Scale));
    if plan.is_blocked() {
        return Some(plan);
    }

    let mut cast = Cast::new(snapshot);
    cast.parties(&voters, Role::Party, answers, options);
    let order = mapping.dates.unwrap_or(DayOrder::DayFirst);
    let mut rolls = RollCalls::new(mapping, snapshot, options, order);
    for row in sheet.rows() {
        rolls.gather(row.line, &row.cells);
    }
    rolls.settle(&mut cast);
    let by_name = who(&cast, &voters, options);
    let mut book = Book::default();
    let mut clashes = Vec::new();
    let mut votes = CastVotes::new(&cast.snapshot, options);
    let mut said: FxHashMap<String, Said> = FxHashMap::default();
    let across: Vec<(usize, &str, Voter, bool)> = columns
        .iter()
        .map(|(at, name)| {
            let out = cast.left_out.contains(*name);
            (
                *at,
                *name,
                by_name.get(*name).copied().unwrap_or(Err(ImportProblem::UnknownParty)),
                out,
            )
        })
        .collect();
    let mut done = 0;
    for row in sheet.rows() {
        done += 1;
        if done % BEAT == 0 && !pulse(Progress { done, of: rows }) {
            return None;
        }
        let roll = match rolls.of(&row.cells) {
            Ok(roll) => roll,
            Err((column, written, problem)) => {
                let field = Field::from_key(column).unwrap_or(Field::Name);
                let spot = mapping.spot(field);
                plan.problems.add(row.line, spot, &written, problem, Suggested::default);
                book.note(row.line, Fate::Wrong);
                continue;
            }
        };
        let mut one = |at: usize, name: &str, voter: Voter, out: bool, cell: &str| {
            let read = match said.get(cell) {
                Some(read) => *read,
                None => {
                    let read = Said::read(&reading, cell);
                    if said.len() < MOST_CODES {
                        said.insert(cell.to_owned(), read);
                    }
                    read
                }
            };
            let place = if wide { at + 1 } else { 0 };
            let mut wrong = |column, written: &str, problem| {
                let suggest = || match column {
                    "party" => cast.suggested(written),
                    _ => Suggested::default(),
                };
                let spot = match (wide, column) {
                    (true, "party") => mapping.spot_at(column, at, true),
                    (true, _) => mapping.spot_at(column, at, false),
                    (false, "party") => mapping.spot(Field::Party),
                    (false, _) => mapping.spot(Field::Stance),
                };
                let line = if spot.in_header { mapping.header } else { row.line };
                plan.problems.add(line, spot, written, problem, suggest);
                Fate::Wrong
            };
            let fate = match (read, voter) {
                (Said::Nothing, _) if wide => return,
                _ if out || answers.leaves_out(row.line, place) => Fate::LeftOut,
                (_, Err(problem)) => wrong("party", name, problem),
                (Said::Nothing, _) => wrong("stance", "", ImportProblem::Empty),
                (Said::Wrong(problem), _) => wrong("stance", cell, problem),
                (Said::NoVote, _) => Fate::Silent,
                (Said::Ballot(ballot), Ok(party)) => {
                    let Some(of) = rolls.get(roll) else { return };
                    match votes.cast(of, roll, party, ballot, row.line) {
                        Ok(fate) => fate,
                        Err(earlier) => {
                            if clashes.len() < CLASHES {
                                let first = (earlier != row.line).then_some((earlier, place));
                                let (second, written) = ((row.line, place), cell.to_owned());
                                let spot = if wide {
                                    mapping.spot_at("stance", at, false)
                                } else {
                                    mapping.spot(Field::Stance)
                                };
                                let column = spot.at.map(|(at, it)| (at, it.to_owned()));
                                clashes.push(ClashQuestion { second, first, written, column });
                            }
                            wrong("stance", cell, ImportProblem::Contradicts(earlier, Same::Vote))
                        }
                    }
                }
            };
            book.note(row.line, fate);
            if let (Said::Ballot(ballot), Ok(party), true) = (read, voter, fate != Fate::Wrong)
                && let Some(of) = rolls.get(roll)
            {
                let text = options.text;
                let parties = &cast.snapshot.parties;
                let name = || parties.get(party).map_or("", |it| text.of(&it.name)).to_owned();
                let code = || cast.snapshot.roll_calls.get(of.id).map_or("", |it| &it.code);
                let roll = || format!("{}, {}", code(), text.day(of.date));
                let vote = || lower(text.label(ballot));
                if wide {
                    book.tell(row.line, roll, || format!("{} {}", name(), vote()));
                } else {
                    book.tell(row.line, name, || format!("{}: {}", roll(), vote()));
                }
            }
        };
        if wide {
            for (at, name, voter, out) in &across {
                if let Some(cell) = row.cells.get(*at) {
                    one(*at, name, *voter, *out, cell);
                }
            }
        } else {
            let cell =
                |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", |it| &**it);
            let name = cell(party_at);
            let unknown =
                if name.is_empty() { ImportProblem::Empty } else { ImportProblem::UnknownParty };
            let voter = by_name.get(name).copied().unwrap_or(Err(unknown));
            one(0, name, voter, cast.left_out.contains(name), cell(stance_at));
        }
    }
    let Outcome { votes: new, changed, entries } = votes.finish();
    let used: FxHashSet<PartyId> = new.iter().map(|vote| vote.party).collect();
    let voted: FxHashSet<RollCallId> = new.iter().map(|vote| vote.roll_call).collect();
    let decided: FxHashSet<ProposalId> = entries.iter().map(|entry| entry.proposal).collect();
    cast.made.retain(|record| match record {
        Record::Party(it) => used.contains(&it.id),
        Record::RollCall(it) => voted.contains(&it.id),
        Record::Proposal(it) => decided.contains(&it.id),
        _ => true,
    });
    let cited: FxHashSet<SourceId> = entries.iter().filter_map(|entry| entry.source).collect();
    let named: FxHashSet<_> =
        cast.made.iter().flat_map(Record::references).map(|it| it.to).collect();
    cast.made.retain(|record| match record {
        Record::Source(it) => cited.contains(&it.id) || named.contains(&it.id.into()),
        _ => true,
    });
    cast.drop_orphans(snapshot);
    plan.conclude(book, cast, clashes, options.text);
    plan.future = entries.iter().filter(|it| it.date > options.today).count();
    (plan.votes, plan.entries) = (new, entries);
    plan.records.extend(changed.into_iter().map(Record::from));
    Some(plan)
}

/// Who votes under each name.
fn who(cast: &Cast, voters: &NamesOf, options: &Options) -> HashMap<String, Voter> {
    let speakers = Speakers::new(&cast.snapshot, options.text, voters.codes());
    let open: FxHashSet<&str> = cast.questions.iter().map(|it| it.written.as_str()).collect();
    let one = |name: &str| -> Voter {
        if let Some(Speaker::Party(id)) = cast.settled.get(name) {
            return Ok(*id);
        }
        match speakers.find(name) {
            Ok(Speaker::Party(id)) if !open.contains(name) => Ok(id),
            Ok(Speaker::Group(_)) => Err(ImportProblem::GroupVotes),
            Err(NotMeant::Unknown) => Err(ImportProblem::UnknownParty),
            Ok(Speaker::Party(_)) | Err(NotMeant::Many { .. }) => Err(ImportProblem::ManyParties),
        }
    };
    voters.all.iter().map(|named| (named.written.clone(), one(&named.written))).collect()
}
