//! The records that rows become, found in the dossier or new.

mod obstacles;
mod people;

use std::collections::{BTreeSet, HashMap, HashSet};

use super::super::codes_of::next_code;
use super::super::grid::{own_party, state_party};
use super::super::names::{Found, Names};
use super::super::positions::{proposal_names, source_names};
use super::super::problems::{ImportProblem, Suggested};
use super::answers::{Answers, NameAnswer, NameOption, NameQuestion};
use super::cells::{Flaw, RowCells, possible_words};
use super::layout::{Field, Layout};
use super::plan::Options;
use super::records::Meant;
use super::symbols::{is_resolution, proposal_for};
use crate::library::{Codes, Meaning, meanings_in};
use crate::model::words::{LONGEST_CODE, fold, is_link};
use crate::model::{
    Alias, Assessment, Bilingual, Contact, Engagement, GroupId, Membership, NextStep, Obstacle,
    PartialDate, Party, PartyId, Proposal, ProposalId, Record, Remedy, Snapshot, Source, SourceId,
    SourceKind, Speaker, Sponsor,
};

/// The records made by the rows so far.
pub(super) struct Made<'a> {
    snapshot: &'a Snapshot,
    options: &'a Options,
    answers: &'a Answers,
    codes: BTreeSet<String>,
    proposal_codes: BTreeSet<String>,
    parties: HashMap<String, PartyId>,
    proposals: Names<ProposalId>,
    sources: Names<SourceId>,
    members: HashMap<(GroupId, PartyId), Vec<Membership>>,
    sponsors: HashSet<(ProposalId, PartyId)>,
    engagements: HashMap<PartyId, Engagement>,
    steps: HashMap<(PartyId, String), NextStep>,
    // People who share a name are told apart by whatever else is known of them.
    contacts: HashMap<(PartyId, String), Vec<Contact>>,
    assessments: HashMap<(ProposalId, Obstacle), Vec<Assessment>>,
    remedies: HashMap<(ProposalId, Obstacle, String), Vec<Remedy>>,
    new: HashMap<crate::model::RecordId, Record>,
    pub questions: Vec<NameQuestion>,
    /// The line being read.
    pub line: u64,
    /// How many new records have no day of their own, and how many have a future one.
    pub undated: usize,
    pub future: usize,
    /// How many have only a month.
    pub months: usize,
}

impl<'a> Made<'a> {
    pub(super) fn new(snapshot: &'a Snapshot, options: &'a Options, answers: &'a Answers) -> Self {
        let mut members: HashMap<_, Vec<_>> = HashMap::new();
        for it in snapshot.memberships.iter() {
            members.entry((it.group, it.party)).or_default().push(it.clone());
        }
        let engagements = snapshot.engagements.iter().map(|it| (it.party, it.clone()));
        let steps = snapshot.next_steps.iter();
        let steps = steps.map(|it| ((it.party, fold(&it.title)), it.clone()));
        let mut contacts: HashMap<_, Vec<_>> = HashMap::new();
        for it in snapshot.contacts.iter() {
            contacts.entry((it.party, fold(&it.name))).or_default().push(it.clone());
        }
        let (assessments, remedies) = obstacles::known(snapshot);
        Self {
            snapshot,
            options,
            answers,
            codes: snapshot.parties.iter().map(|it| fold(&it.code)).collect(),
            proposal_codes: snapshot.proposals.iter().map(|it| fold(&it.code)).collect(),
            parties: HashMap::new(),
            proposals: proposal_names(snapshot),
            sources: source_names(snapshot),
            members,
            sponsors: snapshot.sponsors.iter().map(|it| (it.proposal, it.party)).collect(),
            engagements: engagements.collect(),
            steps: steps.collect(),
            contacts,
            assessments,
            remedies,
            new: HashMap::new(),
            questions: Vec::new(),
            line: 0,
            undated: 0,
            future: 0,
            months: 0,
        }
    }

    /// Remembers a record, so that later rows find it.
    pub(super) fn put(&mut self, record: &Record) {
        match record {
            Record::Party(it) => {
                for name in [&it.code, &it.name.en, &it.name.nl] {
                    self.parties.insert(fold(name), it.id);
                }
                self.codes.insert(fold(&it.code));
            }
            Record::Proposal(it) => {
                self.proposals.add_code(&it.code, it.id);
                self.proposals.add(&it.title.en, it.id);
                self.proposals.add(&it.title.nl, it.id);
                self.proposal_codes.insert(fold(&it.code));
            }
            Record::Source(it) => {
                self.sources.add_symbol(&it.symbol, it.id);
                self.sources.add(&it.title, it.id);
            }
            Record::Membership(it) => {
                let all = self.members.entry((it.group, it.party)).or_default();
                all.retain(|other| other.id != it.id);
                all.push(it.clone());
            }
            Record::Sponsor(it) => drop(self.sponsors.insert((it.proposal, it.party))),
            Record::Engagement(it) => drop(self.engagements.insert(it.party, it.clone())),
            Record::Contact(it) => {
                let all = self.contacts.entry((it.party, fold(&it.name))).or_default();
                all.retain(|other| other.id != it.id);
                all.push(it.clone());
            }
            Record::NextStep(it) => {
                self.steps.insert((it.party, fold(&it.title)), it.clone());
            }
            Record::Assessment(_) | Record::Remedy(_) => self.put_on_obstacle(record),
            _ => {}
        }
        self.new.insert(record.record_id(), record.clone());
    }

    /// The record as earlier rows left it.
    fn of<T: Clone>(
        &self,
        id: impl Into<crate::model::RecordId>,
        is: fn(Record) -> Option<T>,
    ) -> Option<T> {
        let id = id.into();
        self.new.get(&id).cloned().or_else(|| self.snapshot.record(id)).and_then(is)
    }

    pub(super) fn party(
        &mut self,
        cells: RowCells<'_>,
        meant: &Meant<'_>,
    ) -> Result<Vec<Record>, Flaw> {
        let (code, name) = (cells.get(Field::Code), cells.get(Field::Name));
        let main = if name.is_empty() { code } else { name };
        if main.is_empty() {
            return Err((Field::Name, ImportProblem::Nameless));
        }
        let is_party = |record| if let Record::Party(it) = record { Some(it) } else { None };
        let answer = self.answers.about(main);
        let by_answer = match answer {
            Some(NameAnswer::Here(by)) => by.party(),
            Some(NameAnswer::State(state)) => meant.state(&state.iso3),
            Some(NameAnswer::LeaveOut) => return Ok(Vec::new()),
            Some(NameAnswer::Group(_) | NameAnswer::New(_) | NameAnswer::NewGroup) | None => None,
        };
        let known = |written: &str| {
            let own = self.parties.get(&fold(written)).copied();
            own.or_else(|| meant.find(written).and_then(Speaker::party))
        };
        let by_code = Some(code).filter(|it| !it.is_empty()).and_then(known);
        let found = by_answer.or(by_code).or_else(|| known(main));
        let named_by_code = by_code.is_some() && by_answer.is_none();
        let mut records = Vec::new();
        let mut party = match found.and_then(|id| self.of(id, is_party)) {
            Some(mut party) => {
                // A name it is already known by is not a new name.
                if named_by_code && !name.is_empty() && known(name) != Some(party.id) {
                    name.clone_into(&mut party.name.en);
                }
                party
            }
            None => self.new_party(cells, code, main, answer)?,
        };
        cells.set(Field::NameNl, &mut party.name.nl);
        cells.set(Field::Iso2, &mut party.iso2);
        cells.set(Field::Region, &mut party.region);
        cells.set(Field::Subregion, &mut party.subregion);
        cells.set(Field::Note, &mut party.note);
        cells.marking(&mut party.marking)?;
        if let Some(kind) = cells.party_kind()? {
            party.kind = kind;
        }
        if let Some(decides) = cells.yes(Field::Decides)? {
            party.decides = decides;
        }
        let aliases = several(cells.get(Field::Alias))
            .filter(|alias| meant.find(alias).and_then(Speaker::party) != Some(party.id))
            .map(|alias| Record::from(Alias::new(party.id, alias)));
        records.extend(aliases);
        records.insert(0, party.into());
        Ok(records)
    }

    fn new_party(
        &mut self,
        cells: RowCells<'_>,
        code: &str,
        main: &str,
        answer: Option<NameAnswer>,
    ) -> Result<Party, Flaw> {
        let meanings = |name: &str| {
            let mut found = meanings_in(name, Codes::default());
            found.retain(|it| matches!(it, Meaning::State(_)));
            found
        };
        let mut states = meanings(code);
        if states.len() != 1 {
            states = meanings(main);
        }
        if let Some(NameAnswer::State(state)) = answer {
            states = vec![Meaning::State(state)];
        }
        let kind = cells.party_kind()?.or(self.options.kind);
        match states[..] {
            [Meaning::State(state)]
                if kind.is_none_or(|it| it == crate::model::PartyKind::State) =>
            {
                return Ok(state_party(state));
            }
            [] | [_] => {}
            _ => {
                let option = |meaning: &Meaning| {
                    let Meaning::State(state) = meaning else { return None };
                    let name = self.options.text.of(&state.name()).to_owned();
                    Some(NameOption { answer: NameAnswer::State(state), name })
                };
                let options = states.iter().filter_map(option).collect();
                let written = main.to_owned();
                if self.questions.iter().all(|it| it.written != written) {
                    self.questions.push(NameQuestion {
                        written,
                        line: self.line,
                        column: None,
                        rows: 1,
                        options,
                        is_exact: false,
                    });
                }
                return Err((Field::Name, ImportProblem::ManyParties));
            }
        }
        let ((_, Some(NameAnswer::New(kind))) | (Some(kind), _)) = (kind, answer) else {
            return Err((Field::Name, ImportProblem::UnknownKind));
        };
        let mut party = own_party(main, kind, kind.usually_decides(), &mut self.codes);
        // Taken once the row is known to be right.
        self.codes.remove(&fold(&party.code));
        if !code.is_empty() {
            if code.chars().count() > LONGEST_CODE {
                return Err((Field::Code, ImportProblem::TooLong));
            }
            code.clone_into(&mut party.code);
        }
        party.name = Bilingual::new(main, "");
        Ok(party)
    }

    pub(super) fn proposal(
        &mut self,
        cells: RowCells<'_>,
        meant: &Meant<'_>,
    ) -> Result<Vec<Record>, Flaw> {
        let (code, title) = (cells.get(Field::Code), cells.get(Field::Name));
        let main = if code.is_empty() { title } else { code };
        if main.is_empty() {
            return Err((Field::Name, ImportProblem::Nameless));
        }
        if code.chars().count() > LONGEST_CODE {
            return Err((Field::Code, ImportProblem::TooLong));
        }
        let is = |record| if let Record::Proposal(it) = record { Some(it) } else { None };
        let found = match self.proposals.look_up(main) {
            Found::Many(_) => return Err((Field::Code, ImportProblem::Ambiguous)),
            Found::One(id) => self.of(id, is),
            Found::Nothing => None,
        };
        let mut proposal = match found {
            Some(proposal) => proposal,
            None if code.is_empty() && !is_resolution(main) => {
                let code = next_code(&mut self.proposal_codes);
                // Taken once the row is known to be right.
                self.proposal_codes.remove(&fold(&code));
                Proposal::new(code, Bilingual::new(main, ""))
            }
            None if code.is_empty() || is_resolution(code) => {
                let place = self.proposal_codes.len() + 1;
                let proposal = proposal_for(main, place, &mut self.proposal_codes);
                // Taken once the row is known to be right.
                self.proposal_codes.remove(&fold(&proposal.code));
                proposal
            }
            None => Proposal::new(code, Bilingual::new(code, "")),
        };
        if !code.is_empty() {
            cells.set(Field::Name, &mut proposal.title.en);
        }
        cells.set(Field::NameNl, &mut proposal.title.nl);
        cells.set_in(Field::Summary, &mut proposal.summary);
        cells.set(Field::Text, &mut proposal.text);
        cells.set(Field::Note, &mut proposal.note);
        cells.marking(&mut proposal.marking)?;
        if let Some(status) = cells.keyed(Field::Status)? {
            proposal.status = status;
        }
        proposal.measure = cells.keyed(Field::Kind)?.or(proposal.measure);
        proposal.bindingness = cells.keyed(Field::Bindingness)?.or(proposal.bindingness);
        proposal.scope = cells.keyed(Field::Scope)?.or(proposal.scope);
        proposal.since = cells.date(Field::Since)?.or(proposal.since);
        let mut records = Vec::new();
        proposal.source = self.rests_on(cells, &mut records).or(proposal.source);
        let names: Vec<_> = several(cells.get(Field::Sponsor)).collect();
        let (mut sponsors, mut named): (Vec<Record>, _) = (Vec::new(), HashSet::new());
        for name in &names {
            let party = meant.party(Field::Sponsor, name)?;
            if !self.sponsors.contains(&(proposal.id, party)) && named.insert(party) {
                sponsors.push(Sponsor::new(proposal.id, party, names.len() == 1).into());
            }
        }
        records.push(proposal.into());
        records.extend(sponsors);
        Ok(records)
    }

    /// The source of a row, made if it is unknown; `None` if the row names none.
    fn rests_on(&self, cells: RowCells<'_>, records: &mut Vec<Record>) -> Option<SourceId> {
        let written = cells.get(Field::Source);
        if written.is_empty() {
            return None;
        }
        if let Some(known) = self.sources.find(written) {
            return Some(known);
        }
        let mut new = Source::new("", written, SourceKind::Other);
        if is_link(written) {
            written.clone_into(&mut new.link);
        }
        let id = new.id;
        records.push(new.into());
        Some(id)
    }

    pub(super) fn membership(
        &mut self,
        cells: RowCells<'_>,
        meant: &Meant<'_>,
    ) -> Result<Vec<Record>, Flaw> {
        let group = meant.group(cells.get(Field::Group))?;
        let party = meant.party(Field::Party, cells.get(Field::Party))?;
        let (since, until) = (cells.date(Field::Since)?, cells.date(Field::Until)?);
        let known = self.members.get(&(group, party)).map_or(&[][..], Vec::as_slice);
        // A year and a day in it may be the same day; an exact match comes first.
        let begins = |it: &&Membership| since.zip(it.since).is_none_or(|(a, b)| a.may_be(b));
        let alike = known.iter().find(|it| since.is_some() && it.since == since);
        let same = alike.or_else(|| known.iter().find(begins));
        let mut membership = same.cloned().unwrap_or_else(|| Membership::new(group, party));
        let known_better = |new: Option<PartialDate>, old: Option<PartialDate>| match (new, old) {
            (Some(new), Some(old)) if new.covers(old) => Some(old),
            _ => new.or(old),
        };
        membership.since = known_better(since, membership.since);
        membership.until = known_better(until, membership.until);
        cells.set(Field::Note, &mut membership.note);
        let begins = membership.since.map(|it| it.first_day());
        let ends = membership.until.map(|it| it.last_day());
        if begins.zip(ends).is_some_and(|(begins, ends)| ends < begins) {
            return Err((Field::Until, ImportProblem::EndsEarly));
        }
        let overlaps = known.iter().filter(|it| it.id != membership.id).any(|it| {
            let before = it.until.map(|it| it.last_day());
            let after = it.since.map(|it| it.first_day());
            ends.is_none_or(|ends| after.is_none_or(|after| after <= ends))
                && begins.is_none_or(|begins| before.is_none_or(|before| begins <= before))
        });
        if overlaps {
            return Err((Field::Since, ImportProblem::Overlaps));
        }
        Ok(vec![membership.into()])
    }

    pub(super) fn source(&mut self, cells: RowCells<'_>) -> Result<Vec<Record>, Flaw> {
        let (symbol, title) = (cells.get(Field::Code), cells.get(Field::Name));
        let main = if symbol.is_empty() { title } else { symbol };
        if main.is_empty() {
            return Err((Field::Name, ImportProblem::Nameless));
        }
        let is = |record| if let Record::Source(it) = record { Some(it) } else { None };
        let found = match self.sources.look_up(main) {
            Found::Many(_) => return Err((Field::Code, ImportProblem::Ambiguous)),
            Found::One(id) => self.of(id, is),
            Found::Nothing => None,
        };
        let mut source = found.unwrap_or_else(|| Source::new(symbol, title, SourceKind::Other));
        cells.set(Field::Name, &mut source.title);
        cells.set(Field::Issuer, &mut source.issuer);
        cells.set(Field::Link, &mut source.link);
        cells.set(Field::Note, &mut source.note);
        cells.marking(&mut source.marking)?;
        source.date = cells.date(Field::Date)?.or(source.date);
        if let Some(kind) = cells.keyed(Field::Kind)? {
            source.kind = kind;
        }
        Ok(vec![source.into()])
    }

    /// Suggestions for a faulty text.
    pub(super) fn suggest(
        &self,
        (field, problem): Flaw,
        written: &str,
        meant: &Meant<'_>,
        layout: Layout,
    ) -> Suggested {
        match problem {
            ImportProblem::UnknownParty | ImportProblem::UnknownGroup => {
                meant.cast.suggested(written)
            }
            ImportProblem::UnknownProposal => {
                Suggested::names(self.proposals.suggest(written).map(str::to_owned))
            }
            ImportProblem::UnknownWord => {
                Suggested::names(possible_words(self.options.text, layout, field))
            }
            _ => Suggested::default(),
        }
    }
}

/// The names in one cell: separated by semicolons, or else by commas.
pub(super) fn several(cell: &str) -> impl Iterator<Item = &str> {
    let sign = if cell.contains(';') { ';' } else { ',' };
    cell.split(sign).map(str::trim).filter(|it| !it.is_empty())
}

/// The one among several that already says what a row says.
fn same_already<'a, T: PartialEq>(
    known: &[&'a T],
    filled: impl Fn(&T) -> Result<T, Flaw>,
) -> Result<Option<&'a T>, Flaw> {
    for one in known {
        if filled(one)? == **one {
            return Ok(Some(one));
        }
    }
    Ok(None)
}

/// The only element, if there is exactly one.
fn the_only<'a, T>(known: &[&'a T]) -> Option<&'a T> {
    known.first().copied().filter(|_| known.len() == 1)
}
