//! The roll calls that a table names: which the dossier has, and which are made.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};

use super::super::days;
use super::super::names::Names;
use super::super::positions::{proposal_names, source_names};
use super::super::problems::{ImportProblem, Same};
use super::cast::Cast;
use super::guess::titles_mapping;
use super::layout::Field;
use super::mapping::Mapping;
use super::plan::Options;
use super::symbols::{proposal_for, symbol};
use crate::document::LONGEST;
use crate::library;
use crate::model::words::{LONGEST_CODE, fold, is_link};
use crate::model::{
    Bilingual, DayOrder, Marking, ProposalId, Record, RollCall, RollCallId, Snapshot, Source,
    SourceId, SourceKind, Status,
};

/// A fault in a row: the column, its content, and the reason.
pub(super) type RowFault = (&'static str, String, ImportProblem);

/// A roll call, as far as its votes need to know it.
#[derive(Clone, Debug)]
pub(super) struct RollOf {
    pub id: RollCallId,
    pub is_new: bool,
    pub date: NaiveDate,
    pub proposal: Option<ProposalId>,
    pub has_new_proposal: bool,
    pub source: Option<SourceId>,
    pub marking: Option<Marking>,
}

/// A roll call itself, as the table gives it.
#[derive(Clone, Debug, Default)]
struct Draft {
    symbol: String,
    number: String,
    title: String,
    title_nl: String,
    date: String,
    day: Option<NaiveDate>,
    source: String,
    marking: String,
    line: u64,
    fault: Option<RowFault>,
    of: Option<RollOf>,
}

/// A roll call, as a second table gives it.
#[derive(Clone, Debug, Default)]
struct Titled {
    symbol: String,
    title: String,
    title_nl: String,
    date: String,
}

/// The roll calls of a table, each once.
pub(super) struct RollCalls<'a> {
    options: &'a Options,
    order: DayOrder,
    places: FxHashMap<String, usize>,
    drafts: Vec<Draft>,
    titled: FxHashMap<String, Titled>,
    fields: BTreeMap<Field, usize>,
    key: String,
}

impl<'a> RollCalls<'a> {
    pub(super) fn new(
        mapping: &Mapping,
        snapshot: &Snapshot,
        options: &'a Options,
        order: DayOrder,
    ) -> Self {
        let fields = mapping.columns.iter().enumerate();
        let fields = fields.rev().filter_map(|(at, column)| Some((column.field?, at)));
        Self {
            options,
            order,
            places: FxHashMap::default(),
            drafts: Vec::new(),
            titled: titled(options, snapshot),
            fields: fields.collect(),
            key: String::new(),
        }
    }

    fn cell<'c>(&self, cells: &'c [Cow<'_, str>], field: Field) -> &'c str {
        self.fields.get(&field).and_then(|at| cells.get(*at)).map_or("", |cell| &**cell)
    }

    /// Records what a row says about its roll call, if it is the first to name it.
    pub(super) fn gather(&mut self, line: u64, cells: &[Cow<'_, str>]) {
        if self.find(cells).is_some() || self.key.len() == 1 {
            return;
        }
        let cell = |field| self.cell(cells, field).to_owned();
        let draft = Draft {
            symbol: cell(Field::Proposal),
            number: cell(Field::Number),
            title: cell(Field::Name),
            title_nl: cell(Field::NameNl),
            date: cell(Field::Date),
            source: cell(Field::Source),
            marking: cell(Field::Marking),
            line,
            ..Draft::default()
        };
        self.places.insert(self.key.clone(), self.drafts.len());
        self.drafts.push(draft);
    }

    fn find(&mut self, cells: &[Cow<'_, str>]) -> Option<usize> {
        let mut key = std::mem::take(&mut self.key);
        key.clear();
        key.push_str(self.cell(cells, Field::Proposal));
        key.push('\u{1f}');
        key.push_str(self.cell(cells, Field::Number));
        self.key = key;
        self.places.get(&self.key).copied()
    }

    /// The roll call of a row.
    ///
    /// # Errors
    /// The fault in it, or in what the row says about it.
    pub(super) fn of(&mut self, cells: &[Cow<'_, str>]) -> Result<usize, RowFault> {
        let Some(place) = self.find(cells) else {
            return Err(("proposal", String::new(), ImportProblem::Empty));
        };
        let draft = self.drafts.get(place);
        if let Some(fault) = draft.and_then(|draft| draft.fault.clone()) {
            return Err(fault);
        }
        let date = self.cell(cells, Field::Date);
        if let Some(draft) = draft
            && date != draft.date
            && !date.is_empty()
            && draft.day.is_some()
            && days::read(self.options.text, date, self.order).ok().map(|it| it.day) != draft.day
        {
            let problem = ImportProblem::Contradicts(draft.line, Same::RollCall);
            return Err(("date", date.to_owned(), problem));
        }
        Ok(place)
    }

    /// A roll call without fault.
    pub(super) fn get(&self, place: usize) -> Option<&RollOf> {
        self.drafts.get(place)?.of.as_ref()
    }

    /// Finds every roll call in the dossier, or makes it.
    pub(super) fn settle(&mut self, cast: &mut Cast) {
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        for draft in &self.drafts {
            *numbers.entry(draft.symbol.as_str()).or_default() += 1;
        }
        let several: FxHashSet<String> = numbers
            .into_iter()
            .filter(|(symbol, count)| !symbol.is_empty() && *count > 1)
            .map(|(symbol, _)| symbol.to_owned())
            .collect();
        let mut known = Known::new(cast);
        for (place, draft) in self.drafts.iter_mut().enumerate() {
            let titled = self
                .titled
                .get(&fold(&draft.number))
                .filter(|_| !draft.number.is_empty())
                .or_else(|| self.titled.get(&fold(&draft.symbol)));
            if let Some(titled) = titled {
                let fill = |own: &mut String, other: &String| {
                    if own.is_empty() {
                        own.clone_from(other);
                    }
                };
                fill(&mut draft.title, &titled.title);
                fill(&mut draft.title_nl, &titled.title_nl);
                fill(&mut draft.date, &titled.date);
                if draft.symbol.is_empty() && !several.contains(&titled.symbol) {
                    draft.symbol.clone_from(&titled.symbol);
                }
            }
            // Paragraphs of one text are voted on separately.
            let code = match (draft.symbol.as_str(), draft.number.as_str()) {
                ("", number) => number.to_owned(),
                (symbol, number) if several.contains(symbol) && !number.is_empty() => {
                    format!("{} ({number})", code_of(symbol))
                }
                (symbol, _) => code_of(symbol),
            };
            match made(draft, &code, place, self.order, self.options, &mut known, cast) {
                Ok(of) => draft.of = Some(of),
                Err(fault) => draft.fault = Some(fault),
            }
        }
    }
}

/// The symbol written out, where data sets of the United Nations shorten it.
fn code_of(written: &str) -> String {
    if written.starts_with("R/") { symbol(written) } else { written.to_owned() }
}

/// The contents of the dossier, and what has been made since.
struct Known {
    rolls: Names<RollCallId>,
    proposals: Names<ProposalId>,
    sources: Names<SourceId>,
    codes: BTreeSet<String>,
}

impl Known {
    fn new(cast: &Cast) -> Self {
        let mut rolls = Names::default();
        for roll in cast.snapshot.roll_calls.iter() {
            rolls.add_code(&roll.code, roll.id);
            rolls.add(roll.code.strip_prefix("A/RES/").unwrap_or_default(), roll.id);
        }
        Self {
            rolls,
            proposals: proposal_names(&cast.snapshot),
            sources: source_names(&cast.snapshot),
            codes: cast.snapshot.proposals.iter().map(|it| fold(&it.code)).collect(),
        }
    }
}

fn made(
    draft: &mut Draft,
    code: &str,
    place: usize,
    order: DayOrder,
    options: &Options,
    known: &mut Known,
    cast: &mut Cast,
) -> Result<RollOf, RowFault> {
    for (column, words) in [("name", &draft.title), ("source", &draft.source)] {
        if words.len() > LONGEST && words.chars().count() > LONGEST {
            return Err((column, words.clone(), ImportProblem::TooLong));
        }
    }
    let library = library::resolutions().iter().find(|it| it.symbol == symbol(code));
    if !draft.date.is_empty() {
        let day = days::read(options.text, &draft.date, order);
        let day = day.map_err(|problem| ("date", draft.date.clone(), problem))?;
        if day.only_month {
            return Err(("date", draft.date.clone(), ImportProblem::NotADate));
        }
        draft.day = Some(day.day);
    }
    let marking = match draft.marking.as_str() {
        "" => None,
        written => {
            let unknown = || ("marking", written.to_owned(), ImportProblem::UnknownMarking);
            Some(Marking::parse(written).ok_or_else(unknown)?)
        }
    };
    let roll = known.rolls.find(code).or_else(|| known.rolls.find(&symbol(code)));
    let roll = roll.and_then(|id| cast.snapshot.roll_calls.get(id)).cloned();
    let proposal = known.proposals.find(code).or_else(|| known.proposals.find(&symbol(code)));
    if roll.is_none() && proposal.is_none() && !options.create {
        return Err(("proposal", code.to_owned(), ImportProblem::UnknownProposal));
    }
    if code.chars().count() > LONGEST_CODE {
        return Err(("proposal", code.to_owned(), ImportProblem::TooLong));
    }
    let date = match (&roll, draft.day) {
        (Some(roll), Some(day)) if roll.date != day => {
            return Err(("date", draft.date.clone(), ImportProblem::OtherDay));
        }
        (Some(roll), _) => roll.date,
        (None, day) => day
            .or(library.map(|it| it.date))
            .ok_or_else(|| ("date", code.to_owned(), ImportProblem::NoDay))?,
    };
    if date > options.today {
        return Err(("date", draft.date.clone(), ImportProblem::InTheFuture));
    }
    draft.day = Some(date);
    let source = match draft.source.as_str() {
        "" => roll.as_ref().and_then(|roll| roll.source),
        written => Some(known.sources.find(written).unwrap_or_else(|| {
            let mut source = Source::new("", written, SourceKind::RollCall);
            if is_link(written) {
                written.clone_into(&mut source.link);
            } else {
                source.date = Some(date.into());
            }
            let id = source.id;
            known.sources.add(written, id);
            cast.make(source.into());
            id
        })),
    };
    let has_new_proposal = proposal.is_none() && options.create;
    let proposal = proposal.or_else(|| {
        options.create.then(|| {
            let mut proposal = proposal_for(code, place + 1, &mut known.codes);
            if library.is_none() {
                proposal.status = Status::Tabled;
                if !draft.title.is_empty() || !draft.title_nl.is_empty() {
                    proposal.title = Bilingual::new(&draft.title, &draft.title_nl);
                }
            }
            proposal.marking = marking.or(proposal.marking);
            let id = proposal.id;
            known.proposals.add_code(&proposal.code, id);
            cast.make(proposal.into());
            id
        })
    });
    let (id, is_new) = match roll {
        Some(roll) => (roll.id, false),
        None => {
            let named = Bilingual::new(&draft.title, &draft.title_nl);
            let of_proposal = proposal.and_then(|id| cast.snapshot.proposals.get(id));
            let title = match library {
                Some(library) => library.short(),
                None if named.is_empty() => {
                    of_proposal.map_or_else(|| Bilingual::new(code, ""), |it| it.title.clone())
                }
                None => named,
            };
            let roll = RollCall {
                yes_side: library.and_then(|it| it.yes_reads),
                source,
                marking,
                ..RollCall::new(code, title, date)
            };
            let id = roll.id;
            known.rolls.add_code(code, id);
            cast.make(Record::from(roll));
            (id, true)
        }
    };
    Ok(RollOf { id, is_new, date, proposal, has_new_proposal, source, marking })
}

/// The roll calls of a second table, by number and by symbol.
fn titled(options: &Options, snapshot: &Snapshot) -> FxHashMap<String, Titled> {
    let mut all = FxHashMap::default();
    let Some((sheet, mapping)) =
        options.titles.as_ref().and_then(|sheet| titles_mapping(sheet, snapshot))
    else {
        return all;
    };
    for row in sheet.rows() {
        let cell = |field| {
            let at = mapping.place(field);
            at.and_then(|at| row.cells.get(at)).map_or("", |cell| &**cell)
        };
        let titled = Titled {
            symbol: cell(Field::Proposal).to_owned(),
            title: cell(Field::Name).to_owned(),
            title_nl: cell(Field::NameNl).to_owned(),
            date: cell(Field::Date).to_owned(),
        };
        for key in [cell(Field::Number), cell(Field::Proposal)] {
            if !key.is_empty() {
                all.entry(fold(key)).or_insert_with(|| titled.clone());
            }
        }
    }
    all
}
