//! Reads the rows of a table, one after the other.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::confided::mark_made;
use super::days::ReadDay;
use super::intake::{Fate, Reading};
use super::names::{Found, Names};
use super::particulars::{Lists, Particulars, difference};
use super::positions::{Cells, ColumnKinds, Import, proposal_names, source_names};
use super::problems::{ImportProblem, Same, Suggested};
use super::speakers::{NotMeant, Speakers};
use super::stances::is_number;
use super::told::{Told, idle};
use super::{CellStance, ParsedStance, days, stances};
use crate::model::words::is_link;
use crate::model::{
    Certainty, DayOrder, Forum, Position, PositionId, ProposalId, Record, Snapshot, Source,
    SourceId, SourceKind, Speaker, Stance,
};
use crate::text::Text;

/// How many spellings of parties and of stances are cached.
///
/// A table about this dossier never has this many unknown ones: see [`Reader::is_among_strangers`].
const MOST_SPELLINGS: usize = 10_000;

/// The content of the stance column.
#[derive(Clone, Copy)]
enum Written {
    /// A stance, or that it is unknown.
    Stance(Option<Stance>),
    /// That no stance was taken.
    Silence,
}

/// A flaw in a row.
pub(super) struct Flaw {
    pub(super) column: &'static str,
    pub(super) problem: ImportProblem,
    /// Everything an ambiguous name could refer to.
    pub(super) candidates: Suggested,
}

pub(super) fn flaw(column: &'static str, problem: ImportProblem) -> Flaw {
    Flaw { column, problem, candidates: Suggested::default() }
}

/// Reads rows, remembering the earlier ones.
pub(super) struct Reader<'a> {
    snapshot: &'a Snapshot,
    text: Text,
    today: NaiveDate,
    // The day of entries without one.
    undated_on: NaiveDate,
    order: DayOrder,
    speakers: Speakers<'a>,
    parties: HashMap<String, Result<Speaker, NotMeant>>,
    // How many of these are unknown.
    strangers: usize,
    proposals: Names<ProposalId>,
    sources: Names<SourceId>,
    lists: Lists,
    reading: Reading,
    stances: HashMap<String, Result<Written, ImportProblem>>,
    told: Told<'a>,
    // The cells of the table, numbered, so that little memory is needed for each of millions of
    // rows.
    cells: FxHashMap<(Speaker, ProposalId), u32>,
    seen: FxHashMap<(u32, NaiveDate), Seen>,
    planned: Vec<Position>,
    // The line of each of these.
    lines: Vec<u32>,
    new_sources: Vec<Source>,
    known: usize,
    silent: usize,
    months: usize,
    undated: usize,
    said: Option<Said>,
}

/// The statement of a row, in our own words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said {
    /// Who.
    pub(super) by: Speaker,
    /// On what.
    pub(super) proposal: ProposalId,
    /// What.
    pub(super) stance: Option<Stance>,
    /// When.
    pub(super) date: NaiveDate,
}

/// The first row on a party, proposal and day.
#[derive(Clone, Copy)]
struct Seen {
    // Fits, because a table has fewer lines than bytes.
    line: u32,
    // The index of its entry among those to add; beyond the end if the dossier says so already.
    planned: u32,
}

/// The index of an entry that is not added.
const NOT_PLANNED: u32 = u32::MAX;

impl<'a> Reader<'a> {
    pub(super) fn new(
        snapshot: &'a Snapshot,
        text: Text,
        today: NaiveDate,
        order: DayOrder,
        kinds: ColumnKinds,
    ) -> Self {
        Self {
            snapshot,
            text,
            today,
            undated_on: today,
            order,
            speakers: Speakers::new(snapshot, text, kinds.codes),
            parties: HashMap::new(),
            strangers: 0,
            proposals: proposal_names(snapshot),
            sources: source_names(snapshot),
            lists: Lists::default(),
            reading: kinds.reading,
            stances: HashMap::new(),
            told: Told::new(snapshot),
            cells: FxHashMap::default(),
            seen: FxHashMap::default(),
            planned: Vec::new(),
            lines: Vec::new(),
            new_sources: Vec::new(),
            known: 0,
            silent: 0,
            months: 0,
            undated: 0,
            said: None,
        }
    }

    /// The statement of the last row; `None` if it was wrong, or made none.
    pub(super) fn said(&self) -> Option<Said> {
        self.said
    }

    /// The name of a party or a group.
    pub(super) fn name(&self, by: Speaker) -> &str {
        self.speakers.name(by)
    }

    /// Takes this day for entries without one, instead of today.
    pub(super) fn dates_undated(&mut self, day: NaiveDate) {
        self.undated_on = day;
    }

    /// Marks a name, as written, as uncertain although somebody has it.
    pub(super) fn ask(&mut self, written: &str, names: Vec<String>) {
        let many = NotMeant::Many { names, here: Vec::new() };
        self.parties.insert(written.to_owned(), Err(many));
    }

    /// Sets who is meant by these names, as written, whatever they mean otherwise.
    pub(super) fn settle(&mut self, settled: HashMap<String, Speaker>) {
        self.parties.extend(settled.into_iter().map(|(name, by)| (name, Ok(by))));
    }

    /// Reads a row, and returns its fate.
    ///
    /// # Errors
    /// The fault; the row is then ignored.
    pub(super) fn row(&mut self, line: u64, cells: &Cells<'_>) -> Result<Fate, Flaw> {
        self.said = None;
        let by = self.party(cells.get("party"))?;
        let proposal = find(&self.proposals, cells, "proposal", ImportProblem::UnknownProposal)?;
        let Written::Stance(stance) = self.stance(cells.get("stance"))? else {
            self.silent += 1;
            return Ok(Fate::Silent);
        };
        let read = match cells.get("date") {
            "" => ReadDay { day: self.undated_on, only_month: false },
            written => days::read(self.text, written, self.order)
                .map_err(|problem| flaw("date", problem))?,
        };
        let date = read.day;
        let particulars = Particulars::read(&self.lists, cells)?;
        let certainty = particulars.certainty;
        if date > self.today && certainty == Some(Certainty::Public) {
            return Err(flaw("date", ImportProblem::InTheFuture));
        }
        let on_day = self.told.on((by, proposal), date);
        let new = || Position {
            // If the table has a column for the forum, an empty cell means that it is unknown.
            forum: (certainty == Some(Certainty::Public) && !cells.has("forum"))
                .then_some(Forum::Statement),
            ..Position::new(proposal, by, stance, date)
        };
        // Fields that a correction leaves empty keep their earlier values.
        let mut position = on_day.as_ref().map_or_else(new, |entry| Position {
            id: PositionId::new(),
            stance,
            replaces: Some(entry.id),
            certainty: entry.certainty_of(stance),
            ..entry.clone()
        });
        particulars.put(&mut position);
        if !cells.get("source").is_empty() {
            position.source = Some(self.source(cells.get("source"), date)?);
        }
        self.said = Some(Said { by, proposal, stance, date });
        let next = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        let key = (*self.cells.entry((by, proposal)).or_insert(next), date);
        if let Some(earlier) = self.seen.get(&key) {
            let said = self.planned.get(earlier.planned as usize).or(on_day.as_ref());
            return match said.and_then(|said| difference(said, &position)) {
                Some(column) => {
                    let problem = ImportProblem::Contradicts(earlier.line.into(), Same::Entry);
                    Err(flaw(column, problem))
                }
                None => {
                    self.known += 1;
                    Ok(Fate::Same)
                }
            };
        }
        let is_known = on_day.is_some_and(|entry| difference(&entry, &position).is_none());
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let (planned, fate) = if is_known {
            self.known += 1;
            (NOT_PLANNED, Fate::Same)
        } else {
            self.months += usize::from(read.only_month);
            self.undated += usize::from(cells.get("date").is_empty());
            let fate = if position.replaces.is_some() { Fate::Changed } else { Fate::New };
            self.planned.push(position);
            self.lines.push(line);
            (u32::try_from(self.planned.len() - 1).unwrap_or(NOT_PLANNED), fate)
        };
        self.seen.insert(key, Seen { line, planned });
        Ok(fate)
    }

    /// Whether nine out of ten names were unknown, once the cache is full: then the table is
    /// about others, and reading on would only count them.
    pub(super) fn is_among_strangers(&self) -> bool {
        self.parties.len() >= MOST_SPELLINGS && self.strangers >= MOST_SPELLINGS / 10 * 9
    }

    /// Suggestions for a faulty text.
    pub(super) fn suggest(&self, problem: ImportProblem, written: &str) -> Suggested {
        if problem == ImportProblem::UnknownParty {
            let who = self.speakers.suggestion(written);
            let names = who.map(|who| self.speakers.name(who).to_owned());
            return Suggested { names: Vec::from_iter(names), who: Vec::from_iter(who) };
        }
        Suggested::names(self.suggest_word(problem, written))
    }

    fn suggest_word(&self, problem: ImportProblem, written: &str) -> Option<String> {
        match problem {
            ImportProblem::UnknownProposal => {
                let name = self.proposals.suggest(written)?;
                let proposal = self.proposals.find(name);
                let proposal = proposal.and_then(|id| self.snapshot.proposals.get(id));
                let title = proposal.map(|proposal| &proposal.title);
                // The title in the reader's language, whichever was the nearest match.
                let title =
                    title.filter(|title| [&title.en, &title.nl].iter().any(|it| *it == name));
                Some(title.map_or(name, |title| self.text.of(title)).to_owned())
            }
            ImportProblem::UnknownCertainty => {
                let name = self.lists.certainties.suggest(written)?;
                Some(self.text.label(self.lists.certainties.find(name)?).to_owned())
            }
            ImportProblem::UnknownStance => {
                let mut names = Names::default();
                stances::spellings().for_each(|(name, stance)| names.add(name, stance));
                // The label in the reader's language, whichever was the nearest match.
                let stance = names.suggest(written).and_then(|name| names.find(name)).flatten()?;
                Some(self.text.label(stance).to_owned())
            }
            _ => None,
        }
    }

    /// Hands over what is to be added. Returns the lines and fates of rows that turned out to add
    /// nothing.
    pub(super) fn finish(mut self, author: &str, import: &mut Import) -> Vec<(u64, Fate)> {
        // Frees memory that is no longer needed; a table may have millions of rows.
        (self.seen, self.cells) = (FxHashMap::default(), FxHashMap::default());
        let idle = idle(&mut self.told, &self.planned);
        import.known = self.known + idle.len();
        import.silent = self.silent;
        (import.months, import.undated) = (self.months, self.undated);
        let fate = |place: &usize| match self.planned[*place].replaces {
            Some(_) => Fate::Changed,
            None => Fate::New,
        };
        let turned = idle.iter().map(|place| (u64::from(self.lines[*place]), fate(place)));
        let turned = turned.collect();
        let mut place = 0..;
        self.planned.retain(|_| place.next().is_none_or(|place| !idle.contains(&place)));
        self.planned.iter_mut().for_each(|entry| author.clone_into(&mut entry.author));
        import.positions = self.planned;
        let used: HashSet<_> = import.positions.iter().filter_map(|entry| entry.source).collect();
        // Drops sources that occur only in faulty rows.
        self.new_sources.retain(|source| used.contains(&source.id));
        let mut sources: Vec<_> = self.new_sources.into_iter().map(Record::from).collect();
        mark_made(self.snapshot, &mut sources, &import.positions, &[]);
        import.sources = sources.into_iter().filter_map(source_in).collect();
        import.future = import.positions.iter().filter(|entry| entry.date > self.today).count();
        turned
    }

    fn party(&mut self, written: &str) -> Result<Speaker, Flaw> {
        if written.is_empty() {
            return Err(flaw("party", ImportProblem::Empty));
        }
        let found = match self.parties.get(written) {
            Some(found) => found.clone(),
            None => {
                let found = self.speakers.find(written);
                if self.parties.len() < MOST_SPELLINGS {
                    self.strangers += usize::from(found == Err(NotMeant::Unknown));
                    self.parties.insert(written.to_owned(), found.clone());
                }
                found
            }
        };
        found.map_err(|not_meant| match not_meant {
            NotMeant::Unknown => flaw("party", ImportProblem::UnknownParty),
            NotMeant::Many { names, here } => {
                let candidates = Suggested { names, who: here };
                Flaw { column: "party", problem: ImportProblem::ManyParties, candidates }
            }
        })
    }

    fn stance(&mut self, written: &str) -> Result<Written, Flaw> {
        let read = match self.stances.get(written) {
            Some(read) => *read,
            None => {
                let read = stance_of(written, &self.reading);
                if self.stances.len() < MOST_SPELLINGS {
                    self.stances.insert(written.to_owned(), read);
                }
                read
            }
        };
        read.map_err(|problem| flaw("stance", problem))
    }

    /// The source with this name, or a new one that is added with the entries.
    fn source(&mut self, written: &str, date: NaiveDate) -> Result<SourceId, Flaw> {
        match self.sources.look_up(written) {
            Found::One(id) => return Ok(id),
            Found::Many(candidates) => {
                let problem = ImportProblem::Ambiguous;
                let candidates = Suggested::names(candidates);
                return Err(Flaw { column: "source", problem, candidates });
            }
            Found::Nothing => {}
        }
        let mut source = Source::new("", written, SourceKind::Other);
        if is_link(written) {
            source.link = written.to_owned();
        } else {
            source.date = Some(date.into());
        }
        let id = source.id;
        self.sources.add(written, id);
        self.new_sources.push(source);
        Ok(id)
    }
}

fn source_in(record: Record) -> Option<Source> {
    if let Record::Source(source) = record { Some(source) } else { None }
}

fn stance_of(written: &str, reading: &Reading) -> Result<Written, ImportProblem> {
    match reading.read(written) {
        CellStance::Stance(ParsedStance(stance)) => Ok(Written::Stance(stance)),
        CellStance::NoneTaken => Ok(Written::Silence),
        CellStance::Nothing => Err(ImportProblem::Empty),
        CellStance::Dash => Err(ImportProblem::Dash),
        CellStance::Other if is_number(written) => Err(ImportProblem::Number),
        CellStance::Other => Err(ImportProblem::UnknownStance),
    }
}

pub(super) fn find<T: Copy + PartialEq>(
    names: &Names<T>,
    cells: &Cells<'_>,
    column: &'static str,
    unknown: ImportProblem,
) -> Result<T, Flaw> {
    let written = cells.get(column);
    if written.is_empty() {
        return Err(flaw(column, ImportProblem::Empty));
    }
    match names.look_up(written) {
        Found::One(value) => Ok(value),
        Found::Many(candidates) => {
            let candidates = Suggested::names(candidates);
            Err(Flaw { column, problem: ImportProblem::Ambiguous, candidates })
        }
        Found::Nothing => Err(flaw(column, unknown)),
    }
}
